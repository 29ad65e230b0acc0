// Ties as they are drawn: each with its line, its sign, and its words where they have room. This module is pure.
import { tieWords } from '../../parts/words'
import { looks } from '../../state/standing'
import type { SetTie } from '../ties'
import { bends, curve, placeLabels, type Curve, type Point, type Sign } from './curves'
import type { Spot } from './layout'

export type DrawnTie = {
  tie: SetTie
  line: Curve
  /** Where the sign stands, what it says beside its glyph, and how wide it is. */
  sign: Sign & { note: string; width: number }
  /** Its words, and where they stand; null where they have no room. */
  words: string
  at: Point | null
}

const signWidth = 20

/**
 * Draws the ties among the spots. What is alleged, then what touches the selected entity, chooses first where its words stand. A note,
 * such as the number of a statement, stands beside the glyph of its claim.
 */
export function drawTies(ties: SetTie[], spots: Spot[], selected: string, widthOf: (text: string) => number, notes: Map<string, string> = new Map()): DrawnTie[] {
  const places = new Map(spots.map((spot) => [spot.id, spot]))
  const bent = bends(ties)
  const lines = ties
    .map((tie, i) => ({ tie, from: places.get(tie.from.id), to: places.get(tie.to.id), bent: bent[i] ?? 0, note: notes.get(tie.claim.id) ?? '' }))
    .flatMap(({ from, to, bent: by, ...rest }) => (from && to ? [{ ...rest, line: curve(from, to, by) }] : []))
    .sort((a, b) => rank(a.tie, selected) - rank(b.tie, selected))
  const choices = lines.map((l) => wordsOf(l.tie))
  const wanted = lines.map((l, i) => ({ sign: l.note === '' ? signWidth : signWidth + widthOf(l.note) + 4, words: (choices[i] ?? []).map(widthOf), must: isAlleged(l.tie) }))
  const labels = placeLabels(lines.map((l) => l.line), spots, wanted)
  return lines.map(({ tie, line, note }, i) => {
    const { sign = { ...line.at(0.5), foot: null }, words = null } = labels[i] ?? {}
    return { tie, line, sign: { ...sign, note, width: wanted[i]?.sign ?? signWidth }, words: choices[i]?.[words?.choice ?? 0] ?? '', at: words }
  })
}

/** The words of a tie; one that is alleged has a short form, since it never stands without a word. */
function wordsOf(tie: SetTie): string[] {
  const whole = tieWords({ ...tie, forward: true })
  return isAlleged(tie) ? [whole, looks[tie.standing].word] : [whole]
}

function isAlleged(tie: SetTie): boolean {
  const { line } = looks[tie.standing]
  return line === 'dashed' || line === 'broken'
}

/** Who chooses first: what is alleged, since it never stands without a word; of equals what touches the selected entity. */
function rank(tie: SetTie, selected: string): number {
  const touches = tie.from.id === selected || tie.to.id === selected
  return (isAlleged(tie) ? 0 : 2) + (touches ? 0 : 1)
}
