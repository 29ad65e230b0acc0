// Where a quote stands in its sentence. This module is pure.
export type Anchor = { quote: string; sentence: string; prefix: string; suffix: string }

/** The text before and after the quote. A quote that stands there twice is told apart by the text around it. */
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
