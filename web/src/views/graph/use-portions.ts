// A large drawing as a hook: what is new or changed is drawn in portions, each in a task of its own, so that the page answers meanwhile.
import { options, type VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How many pieces a task draws at most; when fewer are new or changed they are drawn at once. */
const portion = 50

/**
 * The pieces that stand by now, the first of the list first, and whether that is all. Until its turn comes a piece is missing or as it
 * was. Each has a key, and as props only what it shows, so that what did not change is not looked at again. Paper gets the whole.
 */
export function usePortions(wanted: VNode<any>[]): { pieces: VNode<any>[]; whole: boolean } {
  const standing = useRef(new Map<unknown, VNode<any>>())
  const room = useRef(portion)
  const [, again] = useState({})
  const most = room.current
  let changed = 0
  const pieces = wanted.flatMap((piece) => {
    const old = standing.current.get(piece.key)
    if (old && Object.keys(piece.props).every((name) => piece.props[name] === old.props[name])) return old
    return ++changed > most ? (old ?? []) : piece
  })
  standing.current = new Map(pieces.map((piece) => [piece.key, piece]))
  room.current = portion
  const whole = changed <= most
  useLayoutEffect(() => {
    if (whole) return
    const timer = setTimeout(() => again({}))
    const print = () => {
      room.current = Infinity
      options.debounceRendering = (draw) => draw() // within this event
      again({})
      options.debounceRendering = undefined
    }
    addEventListener('beforeprint', print)
    return () => {
      clearTimeout(timer)
      removeEventListener('beforeprint', print)
    }
  })
  return { pieces, whole }
}
