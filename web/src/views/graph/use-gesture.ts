// What pointers do to a drawing: a mouse drags the picture or an entity; one finger moves the picture sideways and leaves the rest to
// the page, two move and scale it, and one that rests on an entity takes hold of it. What was dragged is not clicked too. The wheel
// scrolls the page; with Ctrl, as pinching sends it, it scales the picture.
import { useEffect, useRef } from 'preact/hooks'
import { far } from './boxes'
import type { Place } from './pins'
import type { Layout } from './use-layout'

/** What moves and scales a picture; places are those of the screen. */
export type Hand = {
  frame: { current: Element | null }
  pan(dx: number, dy: number): void
  zoomAt(by: number, x: number, y: number): void
  /** Ends what was begun, or will have ended so many milliseconds later unless it goes on. */
  rest(soon?: number): void
  scale(): number
}

/** How far a pointer goes before it drags, in pixels, and how long a finger rests on an entity to take hold of it, in milliseconds. */
const slack = 4
const patience = 400

/** How long after a turn of the wheel or a key no other follows, in milliseconds. */
export const pause = 300

/** The handlers of a drawing; one without a layout has nothing in it that could be moved by itself. */
export function useGesture(camera: Hand, layout?: Layout) {
  const pointers = useRef(new Map<number, Place>()).current
  const hold = useRef({ id: '', moved: false, timer: 0 }).current
  const release = () => {
    clearTimeout(hold.timer)
    hold.id = ''
  }
  useEffect(() => {
    const keep = (event: Event) => (hold.id !== '' || pointers.size > 1) && event.preventDefault() // else the page would scroll
    const frame = camera.frame.current
    frame?.addEventListener('touchmove', keep, { passive: false })
    return () => frame?.removeEventListener('touchmove', keep)
  }, [])
  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return
    if (hold.id !== '' && hold.moved) layout?.drop()
    release()
    camera.rest()
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      if (pointers.size === 0) hold.moved = false
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return
      release()
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const id = layout && pointers.size === 1 ? (event.target.closest('[data-node]')?.getAttribute('data-node') ?? '') : ''
      if (event.pointerType !== 'touch') hold.id = id
      else if (id !== '') hold.timer = setTimeout(() => {
        Object.assign(hold, { id, moved: true })
        layout?.move(id, 0, 0)
      }, patience)
    },
    onPointerMove: (event: PointerEvent) => {
      const was = pointers.get(event.pointerId)
      if (!was) return
      if (event.buttons === 0) return up(event) // it was let go where nobody told
      const [dx, dy] = [event.clientX - was.x, event.clientY - was.y]
      if (!hold.moved && Math.hypot(dx, dy) < slack) return
      clearTimeout(hold.timer)
      if (!hold.moved && event.pointerType === 'touch' && pointers.size === 1 && Math.abs(dy) > Math.abs(dx)) return up(event) // the page scrolls
      if (!hold.moved) camera.frame.current?.setPointerCapture(event.pointerId)
      hold.moved = true
      const now = { x: event.clientX, y: event.clientY }
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      pointers.set(event.pointerId, now)
      if (hold.id !== '') layout?.move(hold.id, dx / camera.scale(), dy / camera.scale())
      else if (other) {
        const wide = (place: Place) => Math.max(1, far(place, other))
        camera.pan(dx / 2, dy / 2)
        camera.zoomAt(wide(now) / wide(was), (now.x + other.x) / 2, (now.y + other.y) / 2)
      } else camera.pan(dx, dy)
    },
    onPointerUp: up,
    onPointerCancel: up,
    onWheel: (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      camera.zoomAt(Math.exp(-event.deltaY / 300), event.clientX, event.clientY)
      camera.rest(pause)
    },
    onClickCapture: (event: MouseEvent) => {
      if (hold.moved && event.detail > 0) event.stopPropagation()
    },
    onContextMenu: (event: Event) => pointers.size > 0 && event.preventDefault(),
  }
}
