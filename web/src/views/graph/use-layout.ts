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

export function useLayout(entities: { id: string; name: string }[], links: Link[]): Layout {
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
      const until = performance.now() + slice
      let done = false
      while (!done && performance.now() < until) done = steps.next().done === true
      if (!done) {
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

function spot(entity: { id: string; name: string }, place: Place): Spot {
  const lines = wrap(entity.name)
  return { id: entity.id, ...place, width: Math.max(36, ...lines.map(textWidth)), height: 2 * above + 4 + lines.length * lineHeight }
}

/** A fresh canvas measures how wide words are in the font of notes. */
const ruler = document.createElement('canvas').getContext('2d')

export function textWidth(text: string): number {
  if (!ruler) return [...text].length * 8
  ruler.font = '13px system-ui, sans-serif'
  return ruler.measureText(text).width
}
