// The layout as a hook: it runs in slices of a few milliseconds and keeps where things stood when the graph grows.
import { useEffect, useRef, useState } from 'preact/hooks'
import { above, wrap } from './boxes'
import { firstPlace, settle, type Link, type Spot } from './layout'

const slice = 8
const lineHeight = 16

export type Layout = {
  /** Null while the first one is being made; while another is made, the one before. */
  spots: Spot[] | null
  /** Grows with each layout that was made. */
  made: number
  move(id: string, x: number, y: number): void
  pin(id: string): void
  pinned(id: string): boolean
  again(): void
}

type Place = { x: number; y: number; fixed: boolean }

export type Sized = { id: string; name: string; degree: number }

export function useLayout(entities: Sized[], links: Link[]): Layout {
  const known = useRef(new Map<string, Place>())
  const [spots, setSpots] = useState<Spot[] | null>(null)
  const [turn, setTurn] = useState(0)
  const [made, setMade] = useState(0)
  const key = JSON.stringify([entities.map((e) => e.id), links])
  useEffect(() => {
    const next = entities.map((entity, i) => spot(entity, known.current.get(entity.id) ?? { ...firstPlace(entity.id, i, links, known.current), fixed: false }))
    const steps = settle(next, links)
    let timer = setTimeout(work)
    function work(): void {
      if (!workFor(slice, steps)) {
        timer = setTimeout(work)
        return
      }
      for (const { id, x, y, fixed } of next) known.current.set(id, { x, y, fixed })
      setSpots(next)
      setMade((n) => n + 1)
    }
    return () => clearTimeout(timer)
  }, [key, turn])

  const change = (id: string, to: (spot: Spot) => Partial<Spot>) => {
    setSpots((old) => old && old.map((s) => (s.id === id ? { ...s, ...to(s) } : s)))
    const place = known.current.get(id)
    const now = spots?.find((s) => s.id === id)
    if (place && now) known.current.set(id, { ...place, ...to(now) })
  }
  return {
    spots,
    made,
    move: (id, x, y) => change(id, () => ({ x, y, fixed: true })),
    pin: (id) => change(id, (s) => ({ fixed: !s.fixed })),
    pinned: (id) => known.current.get(id)?.fixed === true,
    again: () => {
      for (const [id, place] of known.current) if (!place.fixed) known.current.delete(id)
      setTurn((n) => n + 1)
    },
  }
}

/** Settles a graph that is not on the page, in the same slices. */
export async function settled(entities: Sized[], links: Link[]): Promise<Spot[]> {
  const spots = entities.map((entity, i) => spot(entity, { ...firstPlace(entity.id, i, links, new Map()), fixed: false }))
  for (const steps = settle(spots, links); !workFor(slice, steps); ) await new Promise((next) => setTimeout(next))
  return spots
}

/** Takes steps until the time is used; it tells whether they are done. */
function workFor(time: number, steps: Iterator<void, void>): boolean {
  const until = performance.now() + time
  while (performance.now() < until) if (steps.next().done) return true
  return false
}

function spot(entity: Sized, place: Place): Spot {
  const lines = wrap(entity.name)
  const counter = entity.degree > 0 ? 2 * (16 + textWidth('+' + entity.degree)) : 0
  return { id: entity.id, ...place, width: Math.max(36, counter, ...lines.map(textWidth)), height: 2 * above + 4 + lines.length * lineHeight }
}

/** A fresh canvas measures how wide words are in the font of notes; what was measured is kept. */
const ruler = document.createElement('canvas').getContext('2d')
const measured = new Map<string, number>()

export function textWidth(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  if (measured.size > 5000) measured.clear()
  const width = measure(text)
  measured.set(text, width)
  return width
}

function measure(text: string): number {
  if (!ruler) return [...text].length * 8
  ruler.font = '13px system-ui, sans-serif'
  return ruler.measureText(text).width
}
