// A box for a day. While a day is typed the browser has another one at each key, so it is taken when the box is left or Enter is pressed,
// and at once where a picker chose it.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useExplorer } from '../state/exploration'
import { isDay } from '../state/fragment'

/** A box with the words before it; `take` gets another day than the box had, or "" where it was emptied. Days before the year 1000 are not taken. */
export function DayInput({ words, value, take }: { words: string; value: string; take(day: string): void }) {
  const { state } = useExplorer()
  const box = useRef<HTMLInputElement>(null)
  const typed = useRef(false)
  const show = () => box.current && (box.current.value = value)
  useLayoutEffect(() => void show(), [value, state]) // Back gives up what is typed
  const leave = () => {
    if (!box.current) return
    const { value: day, validity } = box.current
    const whole = day === '' ? !validity.badInput : isDay(day) && day >= '1000'
    if (day === '' || !whole) show()
    if (whole && day !== value) take(day)
  }
  const key = (event: KeyboardEvent) => {
    typed.current = !event.altKey && !/^(Enter|F4| )$/.test(event.key) // these open the picker
    if (event.key === 'Enter') leave()
    if (event.key === 'Escape' && box.current?.value !== value) {
      show()
      event.stopPropagation() // it closes nothing else
    }
  }
  return (
    <label>
      {words}
      <input type="date" max="9999-12-31" ref={box} onPointerDown={() => (typed.current = false)} onKeyDown={key} onChange={() => typed.current || leave()} onBlur={leave} />
    </label>
  )
}
