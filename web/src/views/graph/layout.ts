// Where entities stand in the graph. The work is cut into steps, so that the page never freezes; equal graphs get equal layouts.
import { step, type Body, type Spring } from './forces'

/** An entity's place: its middle, and the size of its mark with the name below it. */
export type Spot = { id: string; x: number; y: number; width: number; height: number; fixed: boolean }

export type Link = { from: string; to: string }

const passes = 200
const length = 150
const longer = 220
const few = 12
const gap = 20
/** The heat of the last step of the forces. */
const coolest = 0.001

/** The most steps that a layout takes: the more entities there are, and the more each step costs, the fewer. */
export function mostSteps(n: number): number {
  return ticksFor(n) + passes
}

function ticksFor(n: number): number {
  return Math.round(Math.min(260, Math.max(120, 26000 / n)))
}

/** Moves the spots until they are spread and nothing overlaps. Each `next` is one step; fixed spots stay where they are. */
export function* settle(spots: Spot[], links: Link[]): Generator<void, void> {
  const degrees = tally(links.flatMap(({ from, to }) => [from, to]))
  const bodies = new Map(spots.map((spot) => [spot.id, bodyOf(spot, degrees.get(spot.id) ?? 0)]))
  const springs = springsOf(links, bodies, degrees, spots.length <= few ? longer : length)
  const ticks = ticksFor(spots.length)
  for (let i = 1; i <= ticks; i++) {
    step([...bodies.values()], springs, coolest ** (i / ticks))
    yield
  }
  for (const spot of spots) {
    const { x, y } = bodies.get(spot.id) ?? spot
    Object.assign(spot, { x, y })
  }
  for (let pass = 0; pass < passes && pushApart(spots); pass++) yield
}

/** An entity as the forces see it: one with many ties needs more room around it. */
function bodyOf({ x, y, width, height, fixed }: Spot, degree: number): Body {
  return { x, y, vx: 0, vy: 0, fixed, push: 500 + 40 * Math.min(20, degree), radius: Math.max(width, height) / 2 }
}

/** The ties as the forces see them: parallel ones need more room for their signs and words; of two ends the one with fewer ties gives way. */
function springsOf(links: Link[], bodies: Map<string, Body>, degrees: Map<string, number>, base: number): Spring[] {
  const parallel = tally(links.map(pairOf))
  return links.flatMap((link) => {
    const [from, to] = [bodies.get(link.from), bodies.get(link.to)]
    if (!from || !to) return []
    const [a, b] = [degrees.get(link.from) ?? 1, degrees.get(link.to) ?? 1]
    return [{ from, to, length: base * (1 + 0.2 * ((parallel.get(pairOf(link)) ?? 1) - 1)), strength: 1 / Math.min(a, b), give: a / (a + b) }]
  })
}

function tally(names: string[]): Map<string, number> {
  const out = new Map<string, number>()
  for (const name of names) out.set(name, (out.get(name) ?? 0) + 1)
  return out
}

/** The two entities of a tie, whichever way it runs. */
function pairOf({ from, to }: Link): string {
  return from < to ? from + ' ' + to : to + ' ' + from
}

/** Pushes overlapping spots apart along the shorter way; it tells whether there were any. */
export function pushApart(spots: Spot[]): boolean {
  let moved = false
  for (const [i, a] of spots.entries()) {
    for (let k = i + 1; k < spots.length; k++) {
      const b = spots[k] as Spot
      if (a.fixed && b.fixed) continue
      const x = (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x)
      if (x <= 0) continue
      const y = gap + (a.y <= b.y ? a.y + a.height - b.y : b.y + b.height - a.y)
      if (y <= 0) continue
      moved = true
      const share = a.fixed || b.fixed ? 1 : 0.5
      const sideways = x < y
      const way = sideways ? (a.x <= b.x ? -x : x) : a.y <= b.y ? -y : y
      const step = share * (way + Math.sign(way) * 0.5)
      if (!a.fixed) sideways ? (a.x += step) : (a.y += step)
      if (!b.fixed) sideways ? (b.x -= step) : (b.y -= step)
    }
  }
  return moved
}

/** A place for an entity that has none yet: beside a linked one that has, else on a spiral around the middle. */
export function firstPlace(id: string, i: number, links: Link[], known: Map<string, { x: number; y: number }>): { x: number; y: number } {
  const turn = i * 2.399963
  for (const { from, to } of links) {
    const near = from === id ? known.get(to) : to === id ? known.get(from) : undefined
    if (near) return { x: near.x + 60 * Math.cos(turn), y: near.y + 60 * Math.sin(turn) }
  }
  const far = 30 * Math.sqrt(i + 0.5)
  return { x: far * Math.cos(turn), y: far * Math.sin(turn) }
}

