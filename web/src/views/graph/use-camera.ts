// Moving and scaling the picture: one CSS transform of the whole drawing, so that a gesture redraws nothing.
import { useEffect, useRef } from 'preact/hooks'

export type Size = { width: number; height: number }

export type Camera = {
  frame: { current: HTMLDivElement | null }
  drawing: { current: SVGSVGElement | null }
  fit(): void
  zoom(by: number): void
  pan(dx: number, dy: number): void
  /** Ends a pan. While one lasts the drawing is a layer of its own, which is moved and not painted; at rest it is painted sharp. */
  rest(): void
  scale(): number
}

const least = 0.2
const most = 3

/** The camera of a drawing of a size; it fits the drawing into its frame whenever another one was made. */
export function useCamera(size: Size, made: number): Camera {
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const at = useRef({ x: 0, y: 0, k: 1 })
  const moved = useRef(false)
  const show = () => {
    const { x, y, k } = at.current
    if (drawing.current) drawing.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`
  }
  const fit = () => {
    moved.current = false
    const { clientWidth: w, clientHeight: h } = frame.current ?? { clientWidth: 1, clientHeight: 1 }
    const k = Math.max(least, Math.min(1, w / size.width, h / size.height))
    at.current = { k, x: (w - size.width * k) / 2, y: (h - size.height * k) / 2 }
    show()
  }
  const zoomAt = (by: number, px: number, py: number) => {
    moved.current = true
    const { x, y, k } = at.current
    const next = Math.max(least, Math.min(most, k * by))
    at.current = { k: next, x: px - ((px - x) * next) / k, y: py - ((py - y) * next) / k }
    show()
  }
  const zoom = (by: number) => zoomAt(by, (frame.current?.clientWidth ?? 0) / 2, (frame.current?.clientHeight ?? 0) / 2)
  const pan = (dx: number, dy: number) => {
    moved.current = true
    at.current = { ...at.current, x: at.current.x + dx, y: at.current.y + dy }
    if (drawing.current) drawing.current.style.willChange = 'transform'
    show()
  }
  const rest = () => {
    if (drawing.current) drawing.current.style.willChange = ''
  }
  useEffect(() => {
    fit()
    const watch = new ResizeObserver(() => moved.current || fit()) // until the reader moves it the drawing follows its frame
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [made])
  useEffect(() => {
    const element = frame.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return // the page scrolls; with Ctrl, as pinching sends it, the picture scales
      event.preventDefault()
      const box = (element as HTMLElement).getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top)
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [])
  return { frame, drawing, fit, zoom, pan, rest, scale: () => at.current.k }
}
