// A quote inside its whole sentence, the quote marked.
import { locate, type Anchor } from './locate'

// From this many characters on, words of a source scroll in place, by keyboard too.
const long = 800

export function Quoted({ anchor }: { anchor: Anchor }) {
  const { before, after } = locate(anchor)
  const isLong = before.length + anchor.quote.length + after.length > long
  return (
    <blockquote class={isLong ? 'quote long' : 'quote'} dir="auto" tabIndex={isLong ? 0 : undefined}>
      {before}
      <mark>{anchor.quote}</mark>
      {after}
    </blockquote>
  )
}
