// What of a drawing is the same on the page and in a file. This module is pure.
import { looks } from '../../state/standing'
import type { SetTie } from '../ties'
import { around, boxAt, boxOf, type Box } from './boxes'
import { signBox, type Point } from './curves'
import type { DrawnTie } from './drawn'
import type { Spot } from './layout'

/** The box around a drawing. */
export function extent(spots: Spot[], lines: DrawnTie[]): Box {
  const words = lines.flatMap(({ at, words, sign }) => [signBox(sign, sign.width), ...(at ? [boxAt(at, words.length * 7, 16)] : [])])
  return around([...spots.map((s) => boxOf(s)), ...words], 24)
}

/** The thin line from a sign that stands beside its line to its place on it. */
export function leader({ x, y, foot }: DrawnTie['sign']): string {
  return foot ? `M${foot.x} ${foot.y}L${x} ${y}` : ''
}

type Marked = Pick<SetTie, 'standing' | 'contested'>

const isBroken = ({ standing }: Marked) => looks[standing].line === 'broken'

/** How wide the bars of what is contested are at each side of a sign. */
const barRoom = ({ contested }: Marked) => (contested ? 3 : 0)

/** How much room there is at each side of a glyph with its note: for bars, beyond them for breaks, and some without any. */
export function sideRoom(tie: Marked): number {
  return Math.max(2, barRoom(tie) + (isBroken(tie) ? 7 : 0))
}

/** The marks on a line, at both sides of a sign and clear of what it says: that it is contested, or broken. */
export function marksOf(tie: Marked, { x, y, width }: Point & { width: number }): string {
  const said = width / 2 - sideRoom(tie)
  const at = said + barRoom(tie) + 1
  const broken = isBroken(tie) ? `M${x - at - 5} ${y + 7}l5 -14M${x + at} ${y + 7}l5 -14` : ''
  return broken + (tie.contested ? `M${x - said - 2} ${y - 6}v12M${x + said + 2} ${y - 6}v12` : '')
}
