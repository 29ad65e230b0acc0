// How wide an element is, so that a drawing fills it without being scaled.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export function useWidth<E extends Element>(): [ref: { current: E | null }, width: number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(Math.round(element.getBoundingClientRect().width))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [ref, width]
}
