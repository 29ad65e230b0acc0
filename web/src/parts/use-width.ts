// How wide an element is, so that a drawing fills it without being scaled, on paper too.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** What a sheet of A4 leaves beside its margins and ours, in CSS pixels. */
const paper = 640

export function useWidth<E extends Element>(): [ref: { current: E | null }, width: number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    let printing = false
    const measure = () => printing || setWidth(element.clientWidth)
    const toPaper = () => ((printing = true), setWidth((now) => Math.min(now, paper)))
    const toScreen = () => ((printing = false), measure())
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    addEventListener('beforeprint', toPaper)
    addEventListener('afterprint', toScreen)
    return () => {
      watch.disconnect()
      removeEventListener('beforeprint', toPaper)
      removeEventListener('afterprint', toScreen)
    }
  }, [])
  return [ref, width]
}
