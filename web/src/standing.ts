// How a claim stands, drawn as analysts know it: a line, a glyph and a word. Colour repeats what these say and never says it alone.
import { el, svg } from './dom'

export type Standing =
  | 'DETERMINED'
  | 'ADMITTED'
  | 'RECORDED'
  | 'REPORTED'
  | 'STATED'
  | 'ALLEGED'
  | 'DISPUTED'
  | 'REFUTED'
  | 'RETRACTED'
  | 'UNASSERTED'

type Line = 'thick' | 'solid' | 'dashed' | 'broken' | 'struck'
type Look = { glyph: string; line: Line; meaning: string }

// From strong to weak.
const looks: Record<Standing, Look> = {
  DETERMINED: { glyph: '■', line: 'thick', meaning: 'a competent body found it' },
  ADMITTED: { glyph: '◆', line: 'thick', meaning: 'the accused confirmed it' },
  RECORDED: { glyph: '●', line: 'solid', meaning: 'an official register holds it' },
  REPORTED: { glyph: '◐', line: 'solid', meaning: 'a publisher says so in its own voice' },
  STATED: { glyph: '○', line: 'solid', meaning: 'somebody says so' },
  ALLEGED: { glyph: '?', line: 'dashed', meaning: 'alleged, not established' },
  DISPUTED: { glyph: '≠', line: 'broken', meaning: 'alleged, and a party denies it' },
  REFUTED: { glyph: '×', line: 'struck', meaning: 'a competent body found against it' },
  RETRACTED: { glyph: '↩', line: 'struck', meaning: 'withdrawn by who said it' },
  UNASSERTED: { glyph: '–', line: 'struck', meaning: 'denied or commented on, never asserted' },
}

export const standings = Object.keys(looks) as Standing[]

/** A standing as line, glyph and word; contested adds a mark on the line and the word. */
export function standing(value: Standing, contested = false): HTMLElement {
  const look = looks[value]
  return el(
    'span',
    { class: `standing line-${look.line}`, title: look.meaning, 'data-standing': value },
    swatch(look, contested),
    el('span', { class: 'glyph', 'aria-hidden': 'true' }, look.glyph),
    el('span', { class: 'word' }, value.toLowerCase() + (contested ? ', contested' : '')),
  )
}

function swatch(look: Look, contested: boolean): SVGElement {
  const marks = [svg('path', { class: 'stroke', d: look.line === 'broken' ? 'M1 6H13M19 6H31' : 'M1 6H31' })]
  if (look.line === 'broken') marks.push(svg('path', { class: 'mark', d: 'M14 10L18 2' }))
  if (look.line === 'struck') marks.push(svg('path', { class: 'mark', d: 'M11 2L21 10' }))
  if (contested) marks.push(svg('path', { class: 'mark', d: 'M14 2V10M18 2V10' }))
  return svg('svg', { class: 'swatch', viewBox: '0 0 32 12', width: 32, height: 12, 'aria-hidden': 'true' }, ...marks)
}

/** What the lines and glyphs mean; it is always on the page. */
export function legend(): HTMLElement {
  const rows = standings.map((value) => el('li', {}, standing(value), el('span', { class: 'note' }, looks[value].meaning)))
  return el('ul', { class: 'legend' }, ...rows)
}

/** The strongest of some standings, undefined of none. */
export function strongest(of: Standing[]): Standing | undefined {
  return standings.find((value) => of.includes(value))
}
