// Dots of the map: places that lie too close to each other for the eye share one, with a count. This module is pure.
import { spaced } from '../../parts/words'
import { standings, type Standing } from '../../state/standing'
import type { Row, Spot } from './places'
import { half, project, type Point } from './projection'
import { hints } from './words'

export type Placed = Row & { spot: Spot }

/** Where the map looks: the middle of the page in units of the projection, and how many times the world's width is enlarged. */
export type Camera = Point & { k: number }

export type Dot = Point & { rows: Placed[]; name: string }

export const most = 12

/** How close two places may lie on the page, in pixels, to be told apart. */
const close = 22

/** How many pixels one unit of the projection has. */
export function scaleOf(camera: Camera, width: number): number {
  return (width / (2 * half.x)) * camera.k
}

/** The dots on a page of a size; each stands where its first place is. */
export function dots(rows: Row[], camera: Camera, size: { width: number; height: number }): Dot[] {
  const scale = scaleOf(camera, size.width)
  const out: Dot[] = []
  for (const row of rows.filter((r): r is Placed => r.spot !== null)) {
    const { x, y } = project(row.spot)
    const at = { x: size.width / 2 + (x - camera.x) * scale, y: size.height / 2 + (y - camera.y) * scale }
    const near = out.find((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) < close)
    if (near) near.rows.push(row)
    else out.push({ ...at, rows: [row], name: '' })
  }
  return out.map((dot) => ({ ...dot, name: nameOf(dot.rows) }))
}

function nameOf(rows: Placed[]): string {
  const names = [...new Set(rows.map(({ spot, rests }) => spaced(spot.name, hints(rests))))]
  return names.length > 1 ? `${names[0]} +${names.length - 1}` : (names[0] ?? '')
}

/** A camera that shows all places with some room around them, and of none the world. */
export function fit(rows: Row[], size: { width: number; height: number }): Camera {
  const points = rows.flatMap((row) => (row.spot ? [project(row.spot)] : []))
  if (points.length === 0) return { x: 0, y: 0, k: 1 }
  const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))]
  const [top, bottom] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))]
  const room = 0.72
  const wide = (room * 2 * half.x) / Math.max(right - left, 0.01)
  const high = (room * 2 * half.x * (size.height / size.width)) / Math.max(bottom - top, 0.01)
  return kept({ x: (left + right) / 2, y: (top + bottom) / 2, k: Math.min(wide, high, 5) })
}

/** A camera within its bounds: the middle of the page stays on the world. */
export function kept({ x, y, k }: Camera): Camera {
  const clamp = (value: number, by: number) => Math.max(-by, Math.min(by, value))
  const kk = Math.max(1, Math.min(most, k))
  return { x: clamp(x, half.x * (1 - 1 / kk)), y: clamp(y, half.y), k: kk }
}

/** A camera that shows all so many times larger, but for a place some pixels off the middle, which stays. */
export function nearer(camera: Camera, by: number, x: number, y: number, width: number): Camera {
  const { k } = kept({ ...camera, k: camera.k * by })
  const less = 1 / scaleOf(camera, width) - 1 / scaleOf({ ...camera, k }, width)
  return kept({ x: camera.x + x * less, y: camera.y + y * less, k })
}

/** A camera as links write it, and back; null for what is none. */
export function written({ x, y, k }: Camera): string {
  return [x, y, k].map((n) => n.toFixed(3)).join(',')
}

export function readCamera(text: string): Camera | null {
  const [x = NaN, y = NaN, k = NaN, ...rest] = text.split(',').map((n) => (n.trim() === '' ? NaN : Number(n)))
  return rest.length === 0 && [x, y, k].every(Number.isFinite) ? kept({ x, y, k }) : null
}

/** How the places of a dot stand, strongest first, each once: every one of them is drawn, so that none hides another. */
export function standingsOf(rows: Row[]): Standing[] {
  return standings.filter((standing) => rows.some((row) => row.standing === standing))
}

/** Where the name of a dot stands, from the middle of the dot; `lead` is how far a thin line goes up or down to one that stands apart. */
export type Label = Point & { anchor: 'start' | 'end' | 'middle'; lead?: number }

const choices: Label[] = [
  { x: 18, y: 4, anchor: 'start' },
  { x: -18, y: 4, anchor: 'end' },
  { x: 0, y: 28, anchor: 'middle' },
  { x: 0, y: -20, anchor: 'middle' },
  { x: -10, y: -44, anchor: 'start', lead: -39 },
  { x: 10, y: -44, anchor: 'end', lead: -39 },
  { x: -10, y: 52, anchor: 'start', lead: 39 },
  { x: 10, y: 52, anchor: 'end', lead: 39 },
]

type Box = { left: number; right: number; top: number; bottom: number }

/** Where each name has room; null where it has none. No name lies on a dot or on another name, and none leaves the page. */
export function labels(of: Dot[], width: (name: string) => number, page: { width: number; height: number }): (Label | null)[] {
  const taken: Box[] = of.map(({ x, y }) => ({ left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 }))
  const within = (box: Box) => box.left >= 0 && box.right <= page.width && box.top >= 0 && box.bottom <= page.height
  const free = (box: Box) => within(box) && taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom)
  return of.map((dot) => {
    const long = width(dot.name)
    const label = choices.find((choice) => free(boxOf(dot, choice, long)) && (!choice.lead || free(leadOf(dot, choice.lead))))
    if (label) taken.push(boxOf(dot, label, long))
    return label ?? null
  })
}

function leadOf({ x, y }: Point, to: number): Box {
  const ends = [y + Math.sign(to) * 13, y + to]
  return { left: x - 1, right: x + 1, top: Math.min(...ends), bottom: Math.max(...ends) }
}

function boxOf(dot: Point, { x, y, anchor }: Label, long: number): Box {
  const left = dot.x + x - { start: 0, end: long, middle: long / 2 }[anchor]
  return { left, right: left + long, top: dot.y + y - 12, bottom: dot.y + y + 4 }
}
