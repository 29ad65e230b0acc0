// What pointers do to the drawing: a mouse drags the picture or an entity; one finger moves the picture sideways and leaves the rest to
// the page, two move and scale it, and one that rests on an entity takes hold of it. What was dragged is not clicked too.
import { useEffect, useRef } from 'preact/hooks'
import type { Place } from './pins'
import type { Camera } from './use-camera'
import type { Layout } from './use-layout'

/** How far a pointer goes before it drags, in pixels, and how long a finger rests on an entity to take hold of it, in milliseconds. */
const slack = 4
const patience = 400

export function useGesture(camera: Camera, layout: Layout) {
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
    if (hold.id !== '' && hold.moved) layout.drop()
    release()
    camera.rest()
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      if (pointers.size === 0) hold.moved = false
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return
      release()
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const id = pointers.size === 1 ? (event.target.closest('[data-node]')?.getAttribute('data-node') ?? '') : ''
      if (event.pointerType !== 'touch') hold.id = id
      else if (id !== '') hold.timer = setTimeout(() => {
        Object.assign(hold, { id, moved: true })
        layout.move(id, 0, 0)
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
      if (hold.id !== '') layout.move(hold.id, dx / camera.scale(), dy / camera.scale())
      else if (other) camera.pinch(was, now, other)
      else camera.pan(dx, dy)
    },
    onPointerUp: up,
    onPointerCancel: up,
    onClickCapture: (event: MouseEvent) => {
      if (hold.moved && event.detail > 0) event.stopPropagation()
    },
    onContextMenu: (event: Event) => pointers.size > 0 && event.preventDefault(),
  }
}
