// Where the reader is on the page: at the head of a view that was gone to, and after Back and Forward where the page was left.
import { useEffect, useRef } from 'preact/hooks'

/** How far each address was scrolled when it was left. */
const left = new Map<string, number>()

/** What a reader does to move the page. */
const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown']

/** Moves the focus to a view that was gone to, but not to the first one; after Back and Forward the place is the one that was left. */
export function useArrival(subject: string, main: { current: HTMLElement | null }): void {
  const last = useRef(subject)
  const returned = useRef(false)
  useEffect(() => {
    history.scrollRestoration = 'manual' // the browser would do it before there is anything to scroll
    const note = () => void (returned.current || left.set(location.hash, scrollY))
    const back = () => void (returned.current = true)
    addEventListener('scroll', note, { passive: true })
    addEventListener('popstate', back)
    return () => {
      removeEventListener('scroll', note)
      removeEventListener('popstate', back)
    }
  }, [])
  useEffect(() => {
    const y = returned.current ? left.get(location.hash) : 0
    const stays = last.current === subject
    last.current = subject
    if (!stays && !document.activeElement?.closest('.panel')) main.current?.focus({ preventScroll: true })
    if (!stays && y) return holdAt(y, () => (returned.current = false))
    returned.current = false
    if (!stays) scrollTo(0, 0)
  }, [location.hash])
}

/** Scrolls to a place as soon as the page reaches so far, unless the reader moves it first. */
function holdAt(y: number, done: () => void): () => void {
  const end = () => {
    grown.disconnect()
    for (const move of moves) removeEventListener(move, end)
    done()
  }
  const grown = new ResizeObserver(() => {
    scrollTo(0, y)
    if (Math.abs(scrollY - y) < 2) end()
  })
  for (const move of moves) addEventListener(move, end, { passive: true })
  grown.observe(document.body)
  return end
}
