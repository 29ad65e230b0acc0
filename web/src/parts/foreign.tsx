// Text from a source. It is set as text, never as HTML, and isolated, so that direction marks in it reorder nothing around it.
import type { ComponentChildren } from 'preact'

/** Where there are no words it is nothing, so that a cell is empty. */
export function Foreign({ children }: { children: ComponentChildren }) {
  return children === '' ? null : <bdi>{children}</bdi>
}

// From this many characters on, a text is clipped to a few lines.
const long = 240

const hidden = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Text from a source that a reader goes by; with direction marks in it it says so, since it may read other than it is written. */
export function Shown({ text }: { text: string }) {
  return (
    <span class={text.length > long ? 'clip' : undefined}>
      <bdi>{text}</bdi>
      {hidden.test(text) && <span class="note"> (contains direction marks)</span>}
    </span>
  )
}
