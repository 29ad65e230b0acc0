// The lines of ties: parallel ones bend apart, each ends at the marks, and words stand where there is room. This module is pure.
import { boxAt, Crowd, far, partsOf, type Box } from './boxes'
import type { Spot } from './layout'
import { pairOf, tally } from './pairs'

export type Point = { x: number; y: number }

/** A tie's line with the places along it where its sign and words may stand, and its arrow. */
export type Curve = { path: string; arrow: string; head: Box; at(t: number): Point }

/** An end of a line: an entity's middle, and what of it hides lines. */
export type End = Point & { parts: Box[] }

const bend = 48
const radius = 18
/** How long the head of an arrow is, and how far it stays off what it points to. */
const head = 10
const off = 3

type Pair = { from: { id: string }; to: { id: string } }

/** How far each tie bends: those between the same two entities are spread evenly, in the order given, and `aside` moves all of them. */
export function bends(ties: Pair[], aside = 0): number[] {
  const keys = ties.map(({ from, to }) => pairOf(from.id, to.id))
  const total = tally(keys)
  const seen = new Map<string, number>()
  return ties.map((tie, n) => {
    const key = keys[n] ?? ''
    const i = seen.get(key) ?? 0
    seen.set(key, i + 1)
    const side = tie.from.id < tie.to.id ? 1 : -1
    return side * (aside + (i - ((total.get(key) ?? 1) - 1) / 2) * bend)
  })
}

/** The line from one entity to another, as much of it as neither hides; one of an entity to itself is a loop above it. */
export function curve(from: End, to: End, bent: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length < 1) return loop(from, bent)
  const middle = { x: (from.x + to.x) / 2 - (dy / length) * bent * 2, y: (from.y + to.y) / 2 + (dx / length) * bent * 2 }
  const whole = (a: number, b = a) => mix(mix(from, middle, a), mix(middle, to, a), b)
  const step = Math.min(0.1, 2 / length)
  const last = meets(whole, to.parts, 1, 0.1, -step, off) // the head is never hidden; the other end gives way
  const first = meets(whole, from.parts, 0, last - head / length, step, 0)
  const [start, bow, end] = [whole(first), whole(first, last), whole(last)]
  const at = (t: number) => mix(mix(start, bow, t), mix(bow, end, t), t)
  return { path: `M${xy(start)}Q${xy(bow)} ${xy(end)}`, arrow: arrow(end, bow), head: boxAt(toward(end, bow, head / 2), head, head), at }
}

/** Where a line comes to the boxes at one of its ends, from a place on its way there. */
function meets(at: (t: number) => Point, parts: Box[], end: number, place: number, step: number, gap: number): number {
  for (let t = place; (t - end) * step > 0; t -= step) {
    const { x, y } = at(t)
    if (parts.some((box) => box.left - gap < x && x < box.right + gap && box.top - gap < y && y < box.bottom + gap)) return Math.min(1, Math.max(0, t + step))
  }
  return end
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

const asides = Array.from({ length: 15 }, (_, i) => (i % 2 ? 8 * i + 8 : -8 * i))
/** The most that a line goes aside, as a share of its length. */
const gentle = 0.25

/** How far the lines of a length between two entities go aside, so that they cross as few names as can be: those in the crowd. */
export function aside(lines: (by: number) => Curve[], length: number, crowd: Crowd): number {
  let [best, least] = [0, Infinity]
  for (const by of asides) {
    if (Math.abs(by) > length * gentle) break
    const cost = Math.abs(by) / 6 + lines(by).reduce((sum, line) => sum + 40 * crossed(line, crowd), 0)
    if (cost < least) [best, least] = [by, cost]
    if (least <= Math.abs(by) / 6) break
  }
  return best
}

/** At how many of some places along a line something of the crowd lies; at its ends nothing of theirs does. */
function crossed(line: Curve, crowd: Crowd): number {
  let n = 0
  for (let i = 1; i < samples; i++) if (crowd.hits(boxAt(line.at(i / samples), 4, 4))) n++
  return n
}

const samples = 40

function loop(at: Point, bent: number): Curve {
  const high = 60 + Math.abs(bent)
  const [start, end] = [{ x: at.x - 8, y: at.y - radius }, { x: at.x + 8, y: at.y - radius }]
  const top = { x: at.x, y: at.y - radius - high * 0.75 }
  const path = `M${xy(start)}C${xy({ x: at.x - 40, y: at.y - high })} ${xy({ x: at.x + 40, y: at.y - high })} ${xy(end)}`
  const turn = { x: at.x + 20, y: at.y - high }
  return { path, arrow: arrow(end, turn), head: boxAt(toward(end, turn, head / 2), head, head), at: () => top }
}

function toward(from: Point, to: Point, by: number): Point {
  return mix(from, to, by / (far(from, to) || 1))
}

function arrow(tip: Point, from: Point): string {
  const back = toward(tip, from, head)
  const [x, y] = [(tip.y - back.y) * 0.4, (back.x - tip.x) * 0.4]
  return `M${xy(tip)}L${xy({ x: back.x + x, y: back.y + y })}L${xy({ x: back.x - x, y: back.y - y })}Z`
}

function xy(point: Point): string {
  return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`
}

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

/** What stands, what of it is read, and the lines, on which words stand only where there is no other room. */
type Room = { taken: Crowd; read: Crowd; lines: Crowd }

/** How far words stand from names and other words beside them, and from those above and below, so that nobody reads on from one to the other. */
const apart = 12
const rows = 5

/**
 * Where the signs and words of ties stand: signs on their lines, as near to the middle as marks, names, heads of arrows and other labels
 * leave room, else beside; words near their sign or along their line, null where they have no room. Nothing overlaps; earlier ties choose
 * first, those whose words must stand before all others. Each `next` places one label.
 */
export function* placeLabels(curves: Curve[], spots: Spot[], wanted: Wanted[]): Generator<void, { sign: Sign; words: Words | null }[]> {
  const room = { taken: new Crowd([...spots.flatMap(partsOf), ...curves.map((c) => c.head)]), read: new Crowd(spots.flatMap((spot) => partsOf(spot).slice(1))), lines: new Crowd(curves.flatMap(trace)) }
  const together = yield* each(curves, (c, i) => (wanted[i]?.must ? placeTogether(c, wanted[i], room) : null))
  const signs = yield* each(curves, (c, i) => together[i]?.sign ?? placeSign(c, wanted[i]?.sign ?? signSize, room.taken))
  return yield* each(curves, (c, i) => {
    const sign = signs[i] as Sign
    return { sign, words: together[i]?.words ?? placeWords(c, sign, wanted[i], room) }
  })
}

function* each<A, B>(list: A[], make: (one: A, i: number) => B): Generator<void, B[]> {
  const out: B[] = []
  for (const [i, one] of list.entries()) {
    out.push(make(one, i))
    yield
  }
  return out
}

/** Small boxes along a line. */
function trace(c: Curve): Box[] {
  const [a, b, m] = [c.at(0), c.at(1), c.at(0.5)]
  const n = Math.ceil((far(a, m) + far(m, b)) / 10) || 1
  return Array.from({ length: n + 1 }, (_, i) => boxAt(c.at(i / n), 2, 2))
}

/** A sign on its line with words right beside it, where they lie on as few lines as can be; the last words stand wherever both find room. */
function placeTogether(c: Curve, wanted: Wanted, room: Room): { sign: Sign; words: Words } | null {
  const { sign: width, words } = wanted
  for (const [choice, wide] of words.entries()) {
    let [best, least]: [{ sign: Sign; words: Words } | null, number] = [null, Infinity]
    for (const sign of signPlaces(c)) {
      if (least === 0 || (sign.foot && (best || choice < words.length - 1))) break
      if (room.taken.hits(signBox(sign, width))) continue
      for (const [dx, dy] of besideSign(width, wide)) {
        const at = { x: sign.x + dx, y: sign.y + dy, choice }
        const on = onLines(room, at, wide, least)
        if (on < least) [best, least] = [{ sign, words: at }, on]
      }
    }
    if (!best) continue
    room.taken.add(signBox(best.sign, width))
    room.taken.add(boxAt(best.words, wide + 4, lineHeight))
    room.read.add(boxAt(best.words, wide + 4, lineHeight))
    return best
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

/** The first of the words that find room, where they lie on as few lines as can be. */
function placeWords(c: Curve, sign: Point, wanted: Wanted | undefined, room: Room): Words | null {
  for (const [choice, wide] of (wanted?.words ?? []).entries()) {
    let [best, least]: [Point | null, number] = [null, Infinity]
    for (const point of candidates(c, sign, wide, wanted?.sign ?? signSize)) {
      const on = onLines(room, point, wide, least)
      if (on < least) [best, least] = [point, on]
      if (on === 0) break
    }
    if (!best) continue
    room.read.add(boxAt(best, wide + 4, lineHeight))
    return { ...best, choice }
  }
  return null
}

/** On how many lines words would lie at a place, as far as it matters; infinite where they have no room. */
function onLines({ taken, read, lines }: Room, at: Point, wide: number, most: number): number {
  const box = boxAt(at, wide + 4, lineHeight)
  return taken.hits(box) || read.hits(boxAt(at, wide + 2 * apart, lineHeight + 2 * rows)) ? Infinity : lines.count(box, most)
}

/** From a sign to words below, above, right and left of it. */
function besideSign(sign: number, words: number): (readonly [number, number])[] {
  const [up, side] = [(signSize + lineHeight) / 2 + 1, (sign + words) / 2 + 4]
  return [[0, up], [0, -up], [side, 0], [-side, 0]]
}

/** On the line from its middle outwards, then ever farther beside it, then on rings around its middle. */
function* signPlaces(c: Curve): Generator<Sign> {
  const [a, b] = [c.at(0.4), c.at(0.6)]
  const length = far(a, b) || 1
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
  const near = besideSign(signWidth, width)
  const steps = [...near, ...near.slice(2).flatMap(([dx]) => [[dx * 0.6, 19], [dx * 0.6, -19]] as const), [0, 0] as const]
  for (const { x, y } of [sign, ...along.map((t) => c.at(t))]) {
    for (const [dx, dy] of steps) yield { x: x + dx, y: y + dy }
  }
}

/** On rings around a place. */
function* rings({ x, y }: Point): Generator<Point> {
  for (let r = 24; r < 800; r *= 1.2) {
    for (let i = 0; i < 16; i++) yield { x: x + r * Math.cos((i * Math.PI) / 8), y: y + r * Math.sin((i * Math.PI) / 8) }
  }
}
