// Ties as they are drawn: each with its line, its sign, and its words where they have room. This module is pure.
import { modality, tieWords } from '../../parts/words'
import { looks } from '../../state/standing'
import type { SetTie } from '../ties'
import { Crowd, far, partsOf } from './boxes'
import { aside, bends, curve, placeLabels, type Curve, type Point, type Sign } from './curves'
import type { Spot } from './layout'
import { sideRoom } from './outline'
import { pairOf } from './pairs'

export type DrawnTie = {
  tie: SetTie
  line: Curve
  /** The places between which it was drawn, and how far it bends. */
  from: Spot
  to: Spot
  bent: number
  /** Where the sign stands, what it says beside its glyph, and how wide it is. */
  sign: Sign & { note: string; width: number }
  /** Its words, and where they stand; null where they have no room. */
  words: string
  at: Point | null
}

const glyphWidth = 16

/**
 * Draws the ties among the spots, each `next` a line or a label. What is alleged, then what touches the selected entity, chooses first
 * where its words stand. A note, such as the number of a statement, stands beside the glyph of its claim.
 */
export function* drawing(ties: SetTie[], spots: Spot[], selected: string, widthOf: (text: string) => number, notes: Map<string, string> = new Map()): Generator<void, DrawnTie[]> {
  const lines = (yield* route(ties, spots)).sort((a, b) => rank(a.tie, selected) - rank(b.tie, selected))
  const choices = lines.map((l) => wordsOf(l.tie))
  const wanted = lines.map((l, i) => {
    const note = notes.get(l.tie.claim.id) ?? ''
    return { note, sign: glyphWidth + 2 * sideRoom(l.tie) + (note === '' ? 0 : widthOf(note) + 4), words: (choices[i] ?? []).map(widthOf), must: isAlleged(l.tie) }
  })
  const labels = yield* placeLabels(lines.map((l) => l.line), spots, wanted)
  return lines.map((l, i) => {
    const { sign = { ...l.line.at(0.5), foot: null }, words = null } = labels[i] ?? {}
    return { ...l, sign: { ...sign, note: wanted[i]?.note ?? '', width: wanted[i]?.sign ?? glyphWidth }, words: choices[i]?.[words?.choice ?? 0] ?? '', at: words }
  })
}

type Routed = Pick<DrawnTie, 'tie' | 'line' | 'from' | 'to' | 'bent'>

/** The lines, those between the same two entities as one, each where it crosses the fewest names. */
function* route(ties: SetTie[], spots: Spot[]): Generator<void, Routed[]> {
  const places = new Map(spots.map((spot) => [spot.id, spot]))
  const names = new Crowd(spots.flatMap(partsOf))
  const pairs = new Map<string, SetTie[]>()
  for (const tie of ties) {
    const key = pairOf(tie.from.id, tie.to.id)
    if (places.has(tie.from.id) && places.has(tie.to.id)) pairs.set(key, [...(pairs.get(key) ?? []), tie])
  }
  const routed = new Map<SetTie, Routed>()
  for (const pair of pairs.values()) {
    const ends = pair.map((tie) => ({ tie, from: places.get(tie.from.id) as Spot, to: places.get(tie.to.id) as Spot }))
    const lines = (by: number) => {
      const bent = bends(pair, by)
      return ends.map((end, i) => ({ ...end, bent: bent[i] ?? 0, line: between(end.tie, end.from, end.to, bent[i] ?? 0) }))
    }
    const length = Math.max(...ends.map(({ from, to }) => far(from, to)))
    for (const line of lines(aside((by) => lines(by).map((l) => l.line), length, names))) routed.set(line.tie, line)
    yield
  }
  return ties.flatMap((tie) => routed.get(tie) ?? [])
}

/** The line of a tie; one that holds both ways has no head. */
function between({ predicate }: SetTie, from: Spot, to: Spot, bent: number): Curve {
  const line = curve({ ...from, parts: partsOf(from) }, { ...to, parts: partsOf(to) }, bent)
  return predicate.symmetric ? { ...line, arrow: '' } : line
}

/** The drawing while an entity is on its way: what is tied to it follows, with its sign in the middle, until all is drawn anew. */
export function following(lines: DrawnTie[], spots: Spot[]): DrawnTie[] {
  const places = new Map(spots.map((spot) => [spot.id, spot]))
  return lines.map((l) => {
    const [from, to] = [places.get(l.from.id) ?? l.from, places.get(l.to.id) ?? l.to]
    if (near(from, l.from) && near(to, l.to)) return l
    const line = between(l.tie, from, to, l.bent)
    const middle = line.at(0.5)
    return { ...l, line, sign: { ...l.sign, ...middle, foot: null }, at: l.at && { x: middle.x, y: middle.y + 19 } }
  })
}

function near(a: Spot, b: Spot): boolean {
  return a.x === b.x && a.y === b.y
}

/** The words of a tie; one that is alleged has a short form, since it never stands without a word, nor as a fact where nobody alleges that. */
function wordsOf(tie: SetTie): string[] {
  const whole = tieWords({ ...tie, forward: true })
  return isAlleged(tie) ? [whole, [looks[tie.standing].word, modality(tie.modality)].filter(Boolean).join(', ')] : [whole]
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
