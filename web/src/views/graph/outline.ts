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

/** The marks on a line beside its glyph: that it is broken, or contested. */
export function marksOf({ standing, contested }: SetTie, { x, y }: Point): string {
  const broken = looks[standing].line === 'broken' ? `M${x - 12} ${y + 7}l5 -14M${x + 7} ${y + 7}l5 -14` : ''
  return broken + (contested ? `M${x - 10} ${y - 6}v12M${x + 10} ${y - 6}v12` : '')
}
