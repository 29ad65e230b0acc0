// Where the reader is on the page: at the head of a view that was gone to, and after Back, Forward and reloading where the page was left.
import { useEffect, useRef } from 'preact/hooks'

/** Where the places are kept for as long as the tab is open, and of how many addresses. */
const key = 'left'
const most = 50

/** How far each address was scrolled when it was left. */
const left = kept()

/** Whether the page was loaded anew at an address where the reader was before, which is like a return to it. */
let reloaded = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type !== 'navigate'

function kept(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, number][])
  } catch {
    return new Map() // the reader's browser keeps nothing
  }
}

function keep(): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([...left].slice(-most)))
  } catch {
    // then a page that is loaded anew begins at its head
  }
}

/** What a reader does to move the page. */
const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown']

/** Moves the focus to a view that was gone to, but not to the first one; after Back, Forward and reloading the place is the one that was left. */
export function useArrival(subject: string, main: { current: HTMLElement | null }): void {
  const last = useRef(subject)
  const returned = useRef(reloaded)
  useEffect(() => {
    history.scrollRestoration = 'manual' // the browser would do it before there is anything to scroll
    const note = () => void (returned.current || (left.delete(location.hash), left.set(location.hash, scrollY)))
    const back = () => void (returned.current = true)
    addEventListener('scroll', note, { passive: true })
    addEventListener('popstate', back)
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('scroll', note)
      removeEventListener('popstate', back)
      removeEventListener('pagehide', keep)
    }
  }, [])
  useEffect(() => {
    const y = returned.current ? left.get(location.hash) : 0
    const begins = reloaded
    const stays = !begins && last.current === subject
    reloaded = false
    last.current = subject
    if (!stays && !begins && !document.activeElement?.closest('.panel')) main.current?.focus({ preventScroll: true })
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
