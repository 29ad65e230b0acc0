// Days as numbers, and the span of days that a date may mean, by the bounds that the API gives. This module is pure.
export type Dated = { edtf: string; earliest: string | null; latest: string | null; text: string }

/**
 * How a span ends: on the day itself, about that day (it fades before it), at a day that is not known (it fades beyond what is
 * known), or not at all, because the source says so.
 */
export type End = 'sharp' | 'about' | 'unknown' | 'open'

/** Days from `first` to `last`, both included; of an open end the day is infinite. */
export type Span = { first: number; last: number; start: End; end: End }

const length = 86_400_000

/** A day of the API as the number of days since 1970; null for none, and for one that lies beyond the calendar of computers. */
export function dayNumber(day: string | null | undefined): number | null {
  const n = day ? Date.parse(day.slice(0, 10) + 'T00:00:00Z') / length : NaN
  return Number.isFinite(n) ? n : null
}

export function dayOf(n: number): string {
  return new Date(n * length).toISOString().slice(0, 10)
}

/** The days that a date may mean; null for one that tells no day. */
export function spanOf(date: Dated | null): Span | null {
  const [first, last] = [dayNumber(date?.earliest), dayNumber(date?.latest)]
  if (!date || (first === null && last === null)) return null
  const bounded: End = /[~?%]/.test(date.edtf) ? 'about' : 'sharp'
  const missing: End = date.edtf.includes('..') ? 'open' : 'unknown'
  return {
    first: first ?? (missing === 'open' ? -Infinity : (last as number)),
    last: last ?? (missing === 'open' ? Infinity : (first as number)),
    start: first === null ? missing : bounded,
    end: last === null ? missing : bounded,
  }
}

/** The span around all spans; null of none, and where no day is known. */
export function hull(spans: Pick<Span, 'first' | 'last'>[]): { first: number; last: number } | null {
  const days = spans.flatMap((span) => [span.first, span.last]).filter((n) => Number.isFinite(n))
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) }
}
