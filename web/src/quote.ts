// A quote inside its whole sentence, the quote marked.
import { el } from './dom'

export type Anchor = { quote: string; sentence: string; prefix: string; suffix: string }

/** Where the quote stands in its sentence. A quote that stands there twice is told apart by the text around it. */
export function locate(anchor: Anchor): { before: string; after: string } {
  const { quote, sentence, prefix, suffix } = anchor
  let best = -1
  let bestScore = -1
  for (let at = sentence.indexOf(quote); at >= 0; at = sentence.indexOf(quote, at + 1)) {
    const score = sharedEnd(sentence.slice(0, at), prefix) + sharedStart(sentence.slice(at + quote.length), suffix)
    if (score > bestScore) [best, bestScore] = [at, score]
  }
  if (best < 0) return { before: prefix, after: suffix }
  return { before: sentence.slice(0, best), after: sentence.slice(best + quote.length) }
}

function sharedEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** From this many characters on, words of a source scroll in place. */
export const long = 800

/** The sentence with the quote marked. A long one scrolls, by keyboard too. */
export function quoted(anchor: Anchor): HTMLElement {
  const { before, after } = locate(anchor)
  const isLong = before.length + anchor.quote.length + after.length > long
  const attributes = { class: isLong ? 'quote long' : 'quote', dir: 'auto', tabindex: isLong ? 0 : undefined }
  return el('blockquote', attributes, before, el('mark', { class: 'exact' }, anchor.quote), after)
}
