// The layout as a hook: it is made in slices and keeps where things stood when the graph grows. What is pinned stands where the link says.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useExplorer } from '../../state/exploration'
import { above, wrap } from './boxes'
import { firstPlace, settle, type Link, type Spot } from './layout'
import { readPins, writePins, type Place } from './pins'
import { inSlices, inTime } from './slices'

const lineHeight = 16

export type Layout = {
  /** Null while the first one is being made; while another is made, the one before. */
  spots: Spot[] | null
  /** Another one for each layout that was made. */
  made: unknown
  /** Whether an entity is held. */
  moving: boolean
  /** Moves an entity that is held; `drop` pins it where it then stands. */
  move(id: string, dx: number, dy: number): void
  drop(): void
  pin(id: string): void
  pinned(id: string): boolean
  again(): void
}

export type Sized = { id: string; name: string; degree: number }

export function useLayout(entities: Sized[], links: Link[]): Layout {
  const { state, go } = useExplorer()
  const known = useRef(new Map<string, Place>())
  const [laid, setLaid] = useState<Spot[] | null>(null)
  const [turn, setTurn] = useState(0)
  const held = useRef<(Place & { id: string }) | null>(null)
  const [, draw] = useState(0)
  const link = state.own['pin'] ?? ''
  const pins = useMemo(() => readPins(link), [link])
  const key = JSON.stringify([entities.map((e) => e.id), links])
  useEffect(() => {
    const next = entities.map((entity, i) => {
      const pin = pins.get(entity.id)
      return spot(entity, pin ?? known.current.get(entity.id) ?? firstPlace(entity.id, i, links, known.current), pin !== undefined)
    })
    return inSlices(settle(next, links, shapeOfPage()), () => {
      for (const { id, x, y } of next) known.current.set(id, { x, y })
      setLaid(next)
    })
  }, [key, turn])
  const spots = useMemo(() => laid && laid.map((s) => standing(s, held.current?.id === s.id ? held.current : pins.get(s.id))), [laid, pins, held.current])
  const set = (pins: Map<string, Place>) => go({ own: { ...state.own, pin: writePins(pins) } })
  const find = (id: string) => spots?.find((s) => s.id === id)
  return {
    spots,
    made: laid,
    moving: held.current !== null,
    move: (id, dx, dy) => {
      const from = held.current?.id === id ? held.current : find(id)
      if (from) held.current = { id, x: from.x + dx, y: from.y + dy }
      draw((n) => n + 1)
    },
    drop: () => {
      if (held.current) set(new Map(pins).set(held.current.id, held.current))
      held.current = null
    },
    pin: (id) => {
      const [rest, here] = [new Map(pins), find(id)]
      if (!rest.delete(id) && here) rest.set(id, here)
      set(rest)
    },
    pinned: (id) => pins.has(id),
    again: () => {
      known.current.clear()
      setTurn((n) => n + 1)
    },
  }
}

/** A spot where it is pinned; else where the layout put it. Equal answers are the same, so that only what moved is drawn anew. */
function standing(laid: Spot, pin: Place | undefined): Spot {
  if (!pin) return laid.fixed ? { ...laid, fixed: false } : laid
  return pin.x === laid.x && pin.y === laid.y && laid.fixed ? laid : { ...laid, x: pin.x, y: pin.y, fixed: true }
}

/** How many times as wide as high the drawing shall be. */
function shapeOfPage(): number {
  return innerWidth < innerHeight ? 0.8 : 1.4
}

/** Settles a graph that is not on the page, in the same slices. */
export async function settled(entities: Sized[], links: Link[]): Promise<Spot[]> {
  const spots = entities.map((entity, i) => spot(entity, firstPlace(entity.id, i, links, new Map()), false))
  await inTime(settle(spots, links))
  return spots
}

function spot({ id, name, degree }: Sized, { x, y }: Place, fixed: boolean): Spot {
  const lines = wrap(name, nameWidth, nameLines)
  const counter = degree > 0 ? textWidth('+' + degree) : 0
  return { id, x, y, fixed, badge: counter, width: Math.max(36, counter && 2 * (16 + counter), ...lines.map(textWidth)), height: 2 * above + 4 + lines.length * lineHeight }
}

/** How many characters of a name stand on a line, and on how many lines. */
export const nameWidth = 24
export const nameLines = 3

/** A fresh canvas measures how wide words are in the font of notes; what was measured is kept. */
const ruler = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
const measured = new Map<string, number>()

export function textWidth(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  if (measured.size > 5000) measured.clear()
  ruler.font = '13px system-ui, sans-serif'
  const { width } = ruler.measureText(text)
  measured.set(text, width)
  return width
}
