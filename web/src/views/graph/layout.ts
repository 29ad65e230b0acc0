// Where entities stand in the graph. The work is cut into steps, so that the page never freezes; equal graphs get equal layouts.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import { boxOf, overlap, type Box } from './boxes'

/** An entity's place: its middle, and the size of its mark with the name below it. */
export type Spot = { id: string; x: number; y: number; width: number; height: number; fixed: boolean }

export type Link = { from: string; to: string }

const ticks = 260
const passes = 200
const length = 150
const gap = 12

/** Moves the spots until they are spread and nothing overlaps. Each `next` does a little; fixed spots stay where they are. */
export function* settle(spots: Spot[], links: Link[]): Generator<void, void> {
  const nodes = spots.map((spot) => ({ ...spot, ...(spot.fixed && { fx: spot.x, fy: spot.y }) }))
  const degree = new Map<string, number>()
  for (const { from, to } of links) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const lengths = links.map((link) => length * (1 + 0.2 * (links.filter((other) => same(link, other)).length - 1)))
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links.map(({ from, to }) => ({ source: from, target: to }))).id((node) => (node as Spot).id).distance((_, i) => lengths[i] ?? length))
    .force('charge', forceManyBody().strength((node) => -500 - 40 * Math.min(20, degree.get((node as Spot).id) ?? 0)))
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength(0.07))
    .force('collide', forceCollide().radius((node) => Math.max((node as Spot).width, (node as Spot).height) / 2))
    .stop()
  for (let i = 0; i < ticks; i++) {
    simulation.tick()
    if (i % 4 === 3) yield
  }
  for (const [i, node] of nodes.entries()) Object.assign(spots[i] as Spot, { x: node.x, y: node.y })
  for (let pass = 0; pass < passes && pushApart(spots); pass++) if (pass % 4 === 3) yield
}

/** Whether two ties run between the same entities; such ties need more room for their signs and words. */
function same(a: Link, b: Link): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from)
}

/** Pushes overlapping spots apart along the shorter way; it tells whether there were any. */
export function pushApart(spots: Spot[]): boolean {
  let moved = false
  for (const [i, a] of spots.entries()) {
    for (const b of spots.slice(i + 1)) {
      if (a.fixed && b.fixed) continue
      const { x, y } = overlap(boxOf(a, gap), boxOf(b, gap))
      if (x <= 0 || y <= 0) continue
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

export type { Box }
