// The graph as one file: the drawing, its legend, what was asked of which revision, and below it who denies each tie that accuses.
import type { VNode } from 'preact'
import { accuses, claimIn } from '../../parts/denied'
import { visible } from '../../parts/visible'
import { looks } from '../../state/standing'
import { inPages } from '../set-ties'
import { denials, denialWords, notShown, quoted, supportOf, type SetTie, type SetTies } from '../ties'
import { drawing } from './drawn'
import type { Spot } from './layout'
import { extent } from './outline'
import { onPaper } from './palette'
import { font, Ground, legendHeight, piecesOf, StillLegend } from './still'
import { textWidth } from './use-layout'

const margin = 32
const row = 24
const lineHeight = 20
const narrowest = 720

/** How many pieces or lines of text a layer has at most, so that none is long in the making. */
const layer = 50

/** A sheet of paper with what it is called, and what is drawn on it: the lowest layer first. */
export type Sheet = { width: number; height: number; paper: VNode; layers: VNode[] }

/**
 * A drawing that stands alone, on white, made step by step. `exact` says that its counts of ties not shown are no bounds, `about` are
 * lines that say what it shows.
 */
export function* sheet(graph: SetTies, spots: Spot[], exact: boolean, about: string[]): Generator<void, Sheet> {
  const accusing = graph.ties.filter((tie) => accuses(claimIn(tie)))
  const numbers = new Map(accusing.map((tie, i) => [tie.claim.id, String(i + 1)]))
  const lines = yield* drawing(graph.ties, spots, '', textWidth, numbers)
  const box = extent(spots, lines)
  const [across, down] = [box.right - box.left, box.bottom - box.top]
  const inner = Math.max(narrowest, across)
  const notes: string[] = []
  for (const text of [...about, '', ...accusing.flatMap((tie) => noteOf(tie, numbers.get(tie.claim.id) ?? ''))]) {
    notes.push(...wrapTo(visible(text), inner, textWidth))
    yield
  }
  const legendAt = margin + down + row
  const notesAt = legendAt + legendHeight(inner) + row
  const [width, height] = [inner + 2 * margin, notesAt + notes.length * lineHeight + margin]
  const place = `translate(${margin - box.left + (inner - across) / 2} ${margin - box.top})`
  const pieces = piecesOf({ entities: graph.entities, spots, lines, hidden: notShown(graph.entities, graph.ties), exact, colours: onPaper })
  const texts = notes.map((text, i) => (
    <text x={margin} y={notesAt + i * lineHeight}>
      {text}
    </text>
  ))
  return {
    width,
    height,
    paper: (
      <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="title desc">
        <title id="title">{about[0]}</title>
        <desc id="desc">{about.slice(1).join(' ')}</desc>
        <rect width={width} height={height} fill={onPaper.paper} />
      </svg>
    ),
    layers: [
      ...inPages(pieces, layer).map((some) => (
        <g transform={place}>
          <Ground colours={onPaper}>{some}</Ground>
        </g>
      )),
      <StillLegend x={margin} y={legendAt} width={inner} colours={onPaper} />,
      ...inPages(texts, layer).map((some) => (
        <g {...font} fill={onPaper.ink} data-notes>
          {some}
        </g>
      )),
    ],
  }
}

/** A tie that accuses in words: how it stands, who says it where, and who denies it in which words. */
function noteOf(tie: SetTie, number: string): string[] {
  const { support } = tie.claim
  const said = supportOf(tie)
  const answers = denials(tie).flatMap((answer) => answer.evidence.map(quoted))
  return [
    `${number}  ${looks[tie.standing].glyph} ${looks[tie.standing].word}${tie.contested ? ', contested' : ''}: ${tie.claim.sentence}`,
    support.totalCount === 0 ? 'Nobody on file says it.' : `Said by: ${said.by || 'somebody unnamed'}${said.sources && `, in ${said.sources}`}`,
    `Denied by: ${denialWords(tie)}`,
    ...new Set(answers),
    '',
  ]
}

/** A text on lines of a width; a word that is wider is cut. */
export function wrapTo(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).flatMap((w) => pieces(w, width, widthOf))) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (widthOf(longer) <= width || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const letters = [...word]
  const half = Math.ceil(letters.length / 2)
  if (half === letters.length) return [word]
  return [letters.slice(0, half).join(''), letters.slice(half).join('')].flatMap((part) => pieces(part, width, widthOf))
}
