// The lines of ties: parallel ones bend apart, each ends at the marks, and words stand where there is room. This module is pure.
import { boxAt, boxOf, Crowd, type Box } from './boxes'
import type { Spot } from './layout'

export type Point = { x: number; y: number }

/** A tie's line with the places along it where its sign and words may stand, and its arrow. */
export type Curve = { path: string; arrow: string; at(t: number): Point }

const radius = 18
const bend = 48

/** How far each tie bends: those between the same two entities are spread evenly, in the order given. */
export function bends(ties: { from: { id: string }; to: { id: string } }[]): number[] {
  const key = (tie: { from: { id: string }; to: { id: string } }) => [tie.from.id, tie.to.id].sort().join(' ')
  const total = new Map<string, number>()
  for (const tie of ties) total.set(key(tie), (total.get(key(tie)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return ties.map((tie) => {
    const k = key(tie)
    const i = seen.get(k) ?? 0
    seen.set(k, i + 1)
    const side = tie.from.id < tie.to.id ? 1 : -1
    return side * (i - ((total.get(k) ?? 1) - 1) / 2) * bend
  })
}

/** The line from one entity to another; one of an entity to itself is a loop above it. */
export function curve(from: Point, to: Point, bent: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length < 1) return loop(from, bent)
  const middle = { x: (from.x + to.x) / 2 - (dy / length) * bent * 2, y: (from.y + to.y) / 2 + (dx / length) * bent * 2 }
  const start = toward(from, middle, radius)
  const end = toward(to, middle, radius + 2)
  const at = (t: number) => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * middle.x + t ** 2 * end.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * middle.y + t ** 2 * end.y,
  })
  return { path: `M${xy(start)}Q${xy(middle)} ${xy(end)}`, arrow: arrow(end, middle), at }
}

function loop(at: Point, bent: number): Curve {
  const high = 60 + Math.abs(bent)
  const [start, end] = [{ x: at.x - 8, y: at.y - radius }, { x: at.x + 8, y: at.y - radius }]
  const top = { x: at.x, y: at.y - radius - high * 0.75 }
  const path = `M${xy(start)}C${xy({ x: at.x - 40, y: at.y - high })} ${xy({ x: at.x + 40, y: at.y - high })} ${xy(end)}`
  return { path, arrow: arrow(end, { x: at.x + 20, y: at.y - high }), at: () => top }
}

function toward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}

function arrow(tip: Point, from: Point): string {
  const back = toward(tip, from, 10)
  const [x, y] = [(tip.y - back.y) * 0.4, (back.x - tip.x) * 0.4]
  return `M${xy(tip)}L${xy({ x: back.x + x, y: back.y + y })}L${xy({ x: back.x - x, y: back.y - y })}Z`
}

function xy(point: Point): string {
  return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`
}

const places = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((i) => [0.5 - i * 0.045, 0.5 + i * 0.045])

/** How large a sign with its marks is. */
const signSize = 20
const lineHeight = 16

/** The box of a sign at a place; one with a number beside its glyph is wider. */
export function signBox(at: Point, width = signSize): Box {
  return boxAt(at, width, signSize)
}

const along = Array.from({ length: 16 }, (_, i) => [0.5 - i * 0.028, 0.5 + i * 0.028]).flat()
const beside = [0, 12, -12, 20, -20, 28, -28, 40, -40, 56, -56]

/** Where the sign of a tie stands, and where its line is if the sign does not stand on it. */
export type Sign = Point & { foot: Point | null }

/** Where the words of a tie stand, and which of them. */
export type Words = Point & { choice: number }

/**
 * What a tie wants to say: how wide its sign is, and the widths of its words in the order in which they are wanted, such as the whole
 * ones and a short one. Words that must stand do so right beside their sign.
 */
export type Wanted = { sign: number; words: number[]; must: boolean }

/**
 * Where the signs and words of ties stand: signs on their lines, as near to the middle as marks, names and other labels leave room,
 * else beside; words near their sign or along their line, null where they have no room. Nothing overlaps; earlier ties choose first,
 * those whose words must stand before all others.
 */
export function placeLabels(curves: Curve[], spots: Spot[], wanted: Wanted[]): { sign: Sign; words: Words | null }[] {
  const taken = new Crowd(spots.map((spot) => boxOf(spot)))
  const together = curves.map((c, i) => (wanted[i]?.must ? placeTogether(c, wanted[i], taken) : null))
  const signs = curves.map((c, i) => together[i]?.sign ?? placeSign(c, wanted[i]?.sign ?? signSize, taken))
  return curves.map((c, i) => {
    const sign = signs[i] as Sign
    return { sign, words: together[i]?.words ?? placeWords(c, sign, wanted[i], taken) }
  })
}

/** A sign with words right beside it: the whole ones on the line, else the next ones wherever both find room. */
function placeTogether(c: Curve, { sign: width, words }: Wanted, taken: Crowd): { sign: Sign; words: Words } | null {
  for (const [choice, wide] of words.entries()) {
    for (const sign of signPlaces(c)) {
      if (choice < words.length - 1 && sign.foot) break
      const own = signBox(sign, width)
      if (taken.hits(own)) continue
      for (const [dx, dy] of besideSign(width, wide)) {
        const box = boxAt({ x: sign.x + dx, y: sign.y + dy }, wide + 4, lineHeight)
        if (taken.hits(box)) continue
        taken.add(own)
        taken.add(box)
        return { sign, words: { x: sign.x + dx, y: sign.y + dy, choice } }
      }
    }
  }
  return null
}

function placeSign(c: Curve, width: number, taken: Crowd): Sign {
  for (const place of signPlaces(c)) {
    const box = signBox(place, width)
    if (taken.hits(box)) continue
    taken.add(box)
    return place
  }
  return { ...c.at(0.5), foot: null }
}

function placeWords(c: Curve, sign: Point, wanted: Wanted | undefined, taken: Crowd): Words | null {
  for (const [choice, wide] of (wanted?.words ?? []).entries()) {
    for (const point of candidates(c, sign, wide, wanted?.sign ?? signSize)) {
      const box = boxAt(point, wide + 4, lineHeight)
      if (taken.hits(box)) continue
      taken.add(box)
      return { ...point, choice }
    }
  }
  return null
}

/** From a sign to words below, above, right and left of it. */
function besideSign(sign: number, words: number): (readonly [number, number])[] {
  const [up, side] = [(signSize + lineHeight) / 2 + 1, (sign + words) / 2 + 4]
  return [[0, up], [0, -up], [side, 0], [-side, 0]]
}

/** On the line from its middle outwards, then ever farther beside it, then on rings around its middle. */
function* signPlaces(c: Curve): Generator<Sign> {
  const [a, b] = [c.at(0.4), c.at(0.6)]
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  for (const by of beside) {
    for (const t of along) {
      const foot = c.at(t)
      yield { x: foot.x + ((a.y - b.y) / length) * by, y: foot.y + ((b.x - a.x) / length) * by, foot: by === 0 ? null : foot }
    }
  }
  const foot = c.at(0.5)
  for (const place of rings(foot)) yield { ...place, foot }
}

/** Below, above, right and left of the sign, then along the line, from its middle outwards. */
function* candidates(c: Curve, sign: Point, width: number, signWidth: number): Generator<Point> {
  const steps = [...besideSign(signWidth, width), [0, 0] as const]
  for (const [dx, dy] of steps) yield { x: sign.x + dx, y: sign.y + dy }
  for (const t of places) {
    const { x, y } = c.at(t)
    for (const [dx, dy] of steps) yield { x: x + dx, y: y + dy }
  }
}

/** On rings around a place. */
function* rings({ x, y }: Point): Generator<Point> {
  for (const r of [24, 36, 48, 60, 72, 84, 96, 112, 128, 144, 160, 176, 192, 224, 256, 288, 320, 384, 448, 512, 640, 768]) {
    for (let i = 0; i < 16; i++) yield { x: x + r * Math.cos((i * Math.PI) / 8), y: y + r * Math.sin((i * Math.PI) / 8) }
  }
}
