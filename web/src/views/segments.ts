// A text with the places of quotes in it, which may overlap, cut into runs. This module is pure.

/** A place in a text, in UTF-16 units, its last unit not included. */
export type Place = { start: number; end: number }

/** A run of text with the numbers of the places that cover it, the shortest place first. */
export type Segment = { text: string; start: number; places: number[] }

/** Cuts a text at the ends of all places; put together the runs are the text. A place outside the text is ignored. */
export function segments(text: string, places: Place[]): Segment[] {
  const within = places.map((place, i) => ({ ...place, i })).filter((p) => p.start >= 0 && p.end <= text.length && p.start < p.end)
  const cuts = [...new Set([0, text.length, ...within.flatMap((p) => [p.start, p.end])])].sort((a, b) => a - b)
  const byLength = within.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.i - b.i)
  return cuts.slice(0, -1).map((start, k) => {
    const end = cuts[k + 1] ?? text.length
    const covering = byLength.filter((p) => p.start <= start && p.end >= end).map((p) => p.i)
    return { text: text.slice(start, end), start, places: covering }
  })
}
