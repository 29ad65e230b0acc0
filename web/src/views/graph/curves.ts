// The lines of ties: parallel ones bend apart, each ends at the marks, and words stand where there is room. This module is pure.
import { boxOf, touches, type Box } from './boxes'
import type { Spot } from './layout'

type Point = { x: number; y: number }

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
const signSize = 16
const lineHeight = 16

/** Where the words of a tie stand, and which of them. */
export type Words = Point & { choice: number }

/**
 * Where the words of ties stand. Each tie has the widths of its words, in the order in which they are wanted, such as the whole ones
 * and a short one; null where none has room. Earlier ties choose first, and nothing overlaps; words that must stand may, as a last
 * resort, stand beside their line, or lie on the sign of another tie.
 */
export function placeWords(curves: Curve[], widths: number[][], spots: Spot[], must: boolean[] = []): (Words | null)[] {
  const taken: Box[] = spots.map((spot) => boxOf(spot))
  const signs = curves.map((c) => box(c.at(0.5), signSize, signSize))
  const find = (c: Curve, width: number, besides: Box[]) =>
    [...candidates(c, width), ...(besides === signs ? [] : rings(c))].find((point) => ![...taken, ...besides].some((other) => touches(other, box(point, width + 4, lineHeight))))
  return curves.map((c, i) => {
    const wanted = widths[i] ?? []
    const tries = wanted.map((width, choice) => ({ width, choice, besides: signs }))
    if (must[i]) tries.push({ width: wanted.at(-1) ?? 0, choice: wanted.length - 1, besides: [] })
    for (const { width, choice, besides } of tries) {
      const free = find(c, width, besides)
      if (!free) continue
      taken.push(box(free, width + 4, lineHeight))
      return { ...free, choice }
    }
    return null
  })
}

/** Below, above, right, left and on the line, from its middle outwards. */
function candidates(c: Curve, width: number): Point[] {
  const [up, side] = [(signSize + lineHeight) / 2, (signSize + width) / 2 + 4]
  const steps: [number, number][] = [[0, up], [0, -up], [side, 0], [-side, 0], [0, 0]]
  return places.flatMap((t) => steps.map(([dx, dy]) => ({ x: c.at(t).x + dx, y: c.at(t).y + dy })))
}

/** On rings around the middle of the line. */
function rings(c: Curve): Point[] {
  const { x, y } = c.at(0.5)
  return [24, 36, 48, 60, 72, 84, 96].flatMap((r) => [...Array(16).keys()].map((i) => ({ x: x + r * Math.cos((i * Math.PI) / 8), y: y + r * Math.sin((i * Math.PI) / 8) })))
}

function box({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}
