// Where entities stand in the graph. The work is cut into steps, so that the page never freezes; equal graphs get equal layouts.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import { pairOf, tally } from './pairs'

/** An entity's place: its middle, the size of its mark with the name below it, how wide its counter is, whether that stands right (1) or left (-1), and how many ties it has here. */
export type Spot = { id: string; x: number; y: number; width: number; height: number; fixed: boolean; badge?: number; side?: number; ties?: number }

export type Link = { from: string; to: string }

const passes = 200
const length = 160
const longer = 220
const few = 12
const gap = 40
/** How strongly the middle draws. */
const inward = 0.053

/** The most steps that a layout takes: the more entities there are, and the more each step costs, the fewer. */
export function mostSteps(n: number): number {
  return ticksFor(n) + passes
}

function ticksFor(n: number): number {
  return Math.round(Math.min(260, Math.max(120, 26000 / n)))
}

/** Moves the spots until they are spread, about so many times as wide as high, and nothing overlaps. Each `next` is one step; fixed spots stay. */
export function* settle(spots: Spot[], links: Link[], wide = 1.4): Generator<void, void> {
  const nodes = spots.map((spot) => ({ ...spot, ...(spot.fixed && { fx: spot.x, fy: spot.y }) }))
  const degree = tally(links.flatMap(({ from, to }) => [from, to]))
  const parallel = tally(links.map(({ from, to }) => pairOf(from, to)))
  const base = spots.length <= few ? longer : length
  const lengths = links.map((link) => base * (1 + 0.2 * ((parallel.get(pairOf(link.from, link.to)) ?? 1) - 1)))
  const ticks = ticksFor(spots.length)
  const simulation = forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force('link', forceLink(links.map(({ from, to }) => ({ source: from, target: to }))).id((node) => (node as Spot).id).distance((_, i) => lengths[i] ?? length))
    .force('charge', forceManyBody().theta(1.2).strength((node) => -500 - 40 * Math.min(20, degree.get((node as Spot).id) ?? 0)))
    .force('x', forceX(0).strength(inward / wide))
    .force('y', forceY(0).strength(inward * wide))
    .force('collide', forceCollide().radius((node) => Math.max((node as Spot).width, (node as Spot).height) / 2))
    .stop()
  for (let i = 0; i < ticks; i++) {
    simulation.tick()
    yield
  }
  for (const [i, node] of nodes.entries()) Object.assign(spots[i] as Spot, { x: node.x, y: node.y })
  for (let pass = 0; pass < passes && pushApart(spots); pass++) yield
  const places = new Map(spots.map((spot) => [spot.id, spot]))
  for (const spot of spots) Object.assign(spot, { side: freeSide(spot, links, places), ties: degree.get(spot.id) })
}

/** On which side fewer lines come to an entity from above. */
function freeSide({ id, x, y }: Spot, links: Link[], places: Map<string, Spot>): number {
  let right = 0
  for (const { from, to } of links) {
    const other = places.get(from === id ? to : to === id ? from : '')
    if (other && other.id !== id && other.y < y + 20) right += Math.sign(other.x - x)
  }
  return right > 0 ? -1 : 1
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
