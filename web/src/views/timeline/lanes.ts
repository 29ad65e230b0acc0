// Where marks and their words stand in a lane, so that none lies on another. This module is pure.
import type { Span } from './days'
import { place, within, type Scale } from './scale'

/** How far a fading end reaches. */
export const fade = 32
/** Half of a glyph with the ground around it. */
export const half = 8
const gap = 6
/** The most that words take, of the width or in pixels, and what of a line stays in sight beside words on it. */
const share = 0.85
const least = 300
const bare = 48

/** Below this width words stand above their marks, since beside them they would be cut to nothing. */
const narrow = 480

export function stacks(scale: Pick<Scale, 'width'>): boolean {
  return scale.width < narrow
}

export type Measure = (text: string) => number

/** `ground` is how wide a line is interrupted for words that stand on it. */
export type Label = { lines: string[]; x: number; anchor: 'start' | 'end'; ground: number }

/** A mark as it is drawn: its line from `x0` to `x1`, its glyph, its words, and the whole width that it takes. */
export type Drawn = { x0: number; x1: number; glyph: number; label: Label | null; left: number; right: number }

/** Whether any day of a span is shown. */
export function isShown({ from, to }: Pick<Scale, 'from' | 'to'>, span: Span): boolean {
  return span.last >= from && span.first <= to
}

/** Draws a span with words beside it: right of it if there is room, else left of it, else on it, else cut; in a narrow place above it. */
export function drawn(scale: Scale, span: Span, words: string, measure: Measure): Drawn {
  const x0 = within(scale, span.first)
  const x1 = Math.max(within(scale, span.last + 1), x0 + 1)
  const long = x1 - x0 > 4 * half
  const glyph = long ? x0 + 2 * half : (x0 + x1) / 2
  const from = Math.min(x0, glyph - half) - (span.start === 'unknown' && place(scale, span.first) >= 0 ? fade : 0)
  const to = Math.max(x1, glyph + half) + (span.end === 'unknown' && place(scale, span.last + 1) <= scale.width ? fade : 0)
  const [left, right] = [Math.max(0, from), Math.min(scale.width, to)]
  if (stacks(scale)) return below(scale, { x0, x1, glyph, left, right }, fold(words, scale.width, measure), measure)
  const widest = Math.max(least, scale.width * share)
  const width = Math.min(widest, measure(words))
  const room = { right: scale.width - right - gap, left: left - gap, inside: x1 - glyph - half - gap - bare }
  const side = room.right >= width ? 'right' : room.left >= width ? 'left' : room.inside >= Math.min(width, 160) ? 'inside' : room.right >= room.left ? 'right' : 'left'
  const text = fit(words, Math.min(widest, room[side]), measure)
  if (text === '') return { x0, x1, glyph, label: null, left, right }
  const used = Math.min(width, measure(text))
  if (side === 'inside') return { x0, x1, glyph, label: { lines: [text], x: glyph + half + gap, anchor: 'start', ground: used }, left, right }
  if (side === 'left') return { x0, x1, glyph, label: { lines: [text], x: left - gap, anchor: 'end', ground: 0 }, left: left - gap - used, right }
  return { x0, x1, glyph, label: { lines: [text], x: right + gap, anchor: 'start', ground: 0 }, left, right: right + gap + used }
}

/** A mark below its words, which begin where it does unless they would run off. */
function below(scale: Scale, mark: Omit<Drawn, 'label'>, lines: string[], measure: Measure): Drawn {
  const used = Math.max(0, ...lines.map(measure))
  const x = Math.max(0, Math.min(mark.left, scale.width - used))
  return { ...mark, label: lines.length === 0 ? null : { lines, x, anchor: 'start', ground: 0 }, left: Math.min(mark.left, x), right: Math.max(mark.right, x + used) }
}

/** The text in lines of a width, broken between words and cut only at the end of the last of three, so that marks are told apart by what they say. */
export function fold(text: string, width: number, measure: Measure): string[] {
  const words = text.split(' ')
  const lines: string[] = []
  while (lines.length < 2 && measure(words.join(' ')) > width) {
    let n = 0
    while (measure(words.slice(0, n + 1).join(' ')) <= width) n++
    if (n === 0) break
    lines.push(words.splice(0, n).join(' '))
  }
  return [...lines, fit(words.join(' '), width, measure)].filter((line) => line !== '')
}

/** The text, cut to a width with a sign that it is. */
export function fit(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const letters = [...text]
  let [some, many] = [0, letters.length]
  while (some < many) {
    const n = Math.ceil((some + many) / 2)
    if (measure(letters.slice(0, n).join('').trimEnd() + '…') <= width) some = n
    else many = n - 1
  }
  return some < 4 ? '' : letters.slice(0, some).join('').trimEnd() + '…'
}

/** The row of each box, the first one where it touches none; boxes that begin further left choose first. */
export function rows(boxes: Pick<Drawn, 'left' | 'right'>[], apart = 12): number[] {
  const taken: Pick<Drawn, 'left' | 'right'>[][] = []
  const out = new Array<number>(boxes.length).fill(0)
  for (const i of boxes.map((_, n) => n).sort((a, b) => (boxes[a]?.left ?? 0) - (boxes[b]?.left ?? 0) || a - b)) {
    const box = boxes[i]
    if (!box) continue
    let row = taken.findIndex((others) => others.every((other) => box.left >= other.right + apart || box.right + apart <= other.left))
    if (row < 0) row = taken.push([]) - 1
    taken[row]?.push(box)
    out[i] = row
  }
  return out
}
