// Moving and scaling the picture: one CSS transform of the whole drawing, so that a gesture redraws nothing.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Box } from './boxes'
import type { Place } from './pins'
import type { Hand } from './use-gesture'

export type Camera = Hand & {
  frame: { current: HTMLDivElement | null }
  drawing: { current: SVGSVGElement | null }
  /** Shows all of the drawing, however small its letters then are. */
  fit(): void
  zoom(by: number): void
  /** Moves the picture so far that a box of the drawing is in sight. */
  reveal(box: Box): void
}

const least = 0.2
const most = 3
/** The smallest scale at which the picture is first shown: names have at least 11 px. What does not fit is moved into sight. */
export const readable = 0.86
/** How far inside of the frame what is revealed stands, and how high the bar at its top is, below which the picture is. */
const margin = 16
const bar = 48

/**
 * The camera of a drawing that fills a box; it fits the drawing into its frame whenever another one was made. Of one that does not fit the
 * middle is shown.
 */
export function useCamera(box: Box, middle: Place, made: unknown): Camera {
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const at = useRef({ x: 0, y: 0, k: 1 }) // where the origin of the layout stands in the frame
  const following = useRef<number | null>(null) // the smallest scale at which the drawing follows its frame, until the reader moves it
  const show = () => {
    const { x, y, k } = at.current
    if (drawing.current) drawing.current.style.transform = `translate(${x + box.left * k}px, ${y + box.top * k}px) scale(${k})`
  }
  const size = () => [frame.current?.clientWidth ?? 1, frame.current?.clientHeight ?? 1] as const
  const fit = (smallest: number) => {
    following.current = smallest
    const [w, h] = size()
    const k = Math.max(smallest, Math.min(1, w / (box.right - box.left), (h - bar) / (box.bottom - box.top)))
    at.current = { k, x: start(w, k, box.left, box.right, middle.x), y: bar + start(h - bar, k, box.top, box.bottom, middle.y) }
    show()
  }
  const move = (by: number, px: number, py: number, dx = 0, dy = 0) => {
    following.current = null
    const { x, y, k } = at.current
    const next = Math.max(Math.min(least, k), Math.min(most, k * by))
    at.current = { k: next, x: px - ((px - x) * next) / k + dx, y: py - ((py - y) * next) / k + dy }
    show()
  }
  // While a pan lasts the drawing is a layer of its own, which is moved and not painted; at rest it is painted sharp.
  const pan = (dx: number, dy: number) => {
    if (drawing.current) drawing.current.style.willChange = 'transform'
    move(1, 0, 0, dx, dy)
  }
  useLayoutEffect(show, [box]) // another box moves nothing
  useEffect(() => {
    fit(readable)
    const watch = new ResizeObserver(() => following.current === null || fit(following.current))
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [made])
  const zoomAt = (by: number, x: number, y: number) => {
    const { left = 0, top = 0 } = frame.current?.getBoundingClientRect() ?? {}
    move(by, x - left, y - top)
  }
  return {
    frame,
    drawing,
    fit: () => {
      fit(0)
      frame.current?.scrollIntoView({ block: 'nearest' })
    },
    pan,
    zoom: (by) => move(by, size()[0] / 2, size()[1] / 2),
    zoomAt,
    reveal: ({ left, right, top, bottom }) => {
      const [w, h] = size()
      const { x, y, k } = at.current
      const [dx, dy] = [into(w, x + left * k, x + right * k), into(h - bar, y + top * k - bar, y + bottom * k - bar)]
      if (dx !== 0 || dy !== 0) move(1, 0, 0, dx, dy)
    },
    rest: () => {
      if (drawing.current) drawing.current.style.willChange = ''
    },
    scale: () => at.current.k,
  }
}

/** Where the origin stands, so that the whole is in the middle; of what is longer than the frame a place is, and no room is left unused. */
function start(frame: number, k: number, from: number, to: number, middle: number): number {
  if ((to - from) * k <= frame) return frame / 2 - ((from + to) / 2) * k
  return Math.max(frame - to * k, Math.min(-from * k, frame / 2 - middle * k))
}

/** How far to move what lies between two places, so that it is within the frame. */
function into(frame: number, from: number, to: number): number {
  return from < margin ? margin - from : Math.min(0, frame - margin - to)
}
