// The drawing as it stands still in a dossier and in a file: drawn by attributes alone, each tie with its words and its answer.
import { Fragment, type ComponentChildren, type VNode } from 'preact'
import { claimIn, tooltip } from '../../parts/denied'
import { aside, plain, spaced } from '../../parts/words'
import { looks, standings } from '../../state/standing'
import { denialWords, supportOf, type SetEntity, type SetTie } from '../ties'
import { wrap } from './boxes'
import type { DrawnTie } from './drawn'
import type { Spot } from './layout'
import { leader, marksOf } from './outline'
import { strokes, type Colours } from './palette'
import { badge, insideOf, shapeOf } from './shapes'
import { nameLines, nameWidth } from './use-layout'

export const font = { 'font-family': 'system-ui, sans-serif', 'font-size': '13px', 'unicode-bidi': 'isolate' }

type Props = { entities: SetEntity[]; spots: Spot[]; lines: DrawnTie[]; hidden: Map<string, number>; exact?: boolean; colours: Colours }

/** Everything that is drawn, in the coordinates of the layout. */
export function Still(props: Props) {
  return <Ground colours={props.colours}>{piecesOf(props)}</Ground>
}

/** What pieces of a drawing stand on. */
export function Ground({ colours, children }: { colours: Colours; children: ComponentChildren }) {
  return (
    <g {...font} fill={colours.ink} text-anchor="middle">
      {children}
    </g>
  )
}

/** The pieces of a drawing from the lowest to the uppermost. */
export function piecesOf({ entities, spots, lines, hidden, exact = true, colours }: Props): VNode[] {
  const byId = new Map(entities.map((e) => [e.id, e]))
  return [
    ...lines.map((line) => <StillLine drawn={line} colours={colours} />),
    ...spots.flatMap((spot) => {
      const entity = byId.get(spot.id)
      return entity ? <StillNode entity={entity} spot={spot} more={hidden.get(spot.id) ? badge(hidden.get(spot.id) ?? 0, exact) : ''} colours={colours} /> : []
    }),
    ...lines.map((line) => <StillLabel drawn={line} colours={colours} />),
  ]
}

/** A line; all lines lie below all names and words. */
function StillLine({ drawn: { tie, line, sign }, colours }: { drawn: DrawnTie; colours: Colours }) {
  const { colour, width, dashes } = strokes[looks[tie.standing].line]
  return (
    <g data-tie={tie.claim.id}>
      <title>{tooltip(claimIn(tie))}</title>
      <desc>{inWords(tie)}</desc>
      <path d={line.path} fill="none" stroke={colours[colour]} stroke-width={width} stroke-dasharray={dashes} />
      <path d={line.arrow} fill={colours[colour]} />
      {sign.foot && <path d={leader(sign)} stroke={colours[colour]} />}
    </g>
  )
}

function StillLabel({ drawn: { tie, sign, words, at }, colours }: { drawn: DrawnTie; colours: Colours }) {
  const look = looks[tie.standing]
  const stroke = colours[strokes[look.line].colour]
  const marks = marksOf(tie, sign)
  return (
    <g data-label={tie.claim.id}>
      <rect x={sign.x - sign.width / 2} y={sign.y - 8} width={sign.width} height={16} rx={8} fill={colours.paper} />
      {marks !== '' && <path d={marks} fill="none" stroke={stroke} stroke-width={2} />}
      <text x={sign.x} y={sign.y + 4} fill={stroke}>
        {look.glyph}
        {sign.note !== '' && <tspan fill={colours.ink}>{' ' + sign.note}</tspan>}
      </text>
      {at && (
        <text x={at.x} y={at.y + 4} fill={stroke} {...halo(colours)} text-decoration={look.line === 'struck' ? 'line-through' : undefined}>
          {words}
        </text>
      )}
    </g>
  )
}

/** What a line says to whoever reads the file by its words. */
function inWords(tie: SetTie): string {
  const [support, denial] = [supportOf(tie), denialWords(tie)]
  return spaced(
    `Standing: ${spaced(looks[tie.standing].word + (tie.contested ? ', contested' : ''), aside(tie.modality))}.`,
    support.by && `Said by: ${support.by}.`,
    support.sources && `Sources: ${support.sources}.`,
    denial && `Denied by: ${denial}.`,
  )
}

/** No line strikes out a name or a word: below each lies a border of the ground's colour, wide enough for its spaces. */
function halo({ paper }: Colours) {
  return { stroke: paper, 'stroke-width': 5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } as const
}

function StillNode({ entity, spot, more, colours }: { entity: SetEntity; spot: Spot; more: string; colours: Colours }) {
  const outline = halo(colours)
  return (
    <g transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}>
      <title>{`${entity.name}, ${plain(entity.kind)}`}</title>
      <path d={shapeOf(entity.kind)} fill={colours.paper} stroke={colours.ink} stroke-width={2} />
      {insideOf(entity) && <text y={4}>{insideOf(entity)}</text>}
      {wrap(entity.name, nameWidth, nameLines).map((line, i) => (
        <text key={i} y={34 + i * 16} {...outline}>
          {line}
        </text>
      ))}
      {more && (
        <text x={16 * (spot.side ?? 1)} y={-6} text-anchor={spot.side === -1 ? 'end' : 'start'} fill={colours.soft} {...outline}>
          {more}
        </text>
      )}
    </g>
  )
}

/** How far apart the entries of the legend stand, and how high a row of it is. */
const entry = 144
const row = 24

/** The legend of a drawing, in as many columns as fit. */
export function StillLegend({ x, y, width, colours }: { x: number; y: number; width: number; colours: Colours }) {
  const columns = Math.max(1, Math.floor(width / entry))
  return (
    <g {...font} transform={`translate(${x} ${y})`} data-legend>
      {standings.map((standing, i) => {
        const look = looks[standing]
        const { colour, width: wide, dashes } = strokes[look.line]
        const [left, top] = [(i % columns) * entry, Math.floor(i / columns) * row]
        return (
          <Fragment key={standing}>
            <path d={`M${left} ${top}${look.line === 'broken' ? 'h12m8 0h12' : 'h32'}`} stroke={colours[colour]} stroke-width={wide} stroke-dasharray={dashes} />
            {look.line === 'broken' && <path d={`M${left + 14} ${top + 5}l4 -10`} stroke={colours[colour]} stroke-width={2} />}
            {look.line === 'struck' && <path d={`M${left + 11} ${top - 4}l10 8`} stroke={colours[colour]} />}
            <text x={left + 40} y={top + 4} fill={colours[colour]}>
              {look.glyph + ' '}
              <tspan text-decoration={look.line === 'struck' && standing !== 'UNASSERTED' ? 'line-through' : undefined}>{look.word}</tspan>
            </text>
          </Fragment>
        )
      })}
    </g>
  )
}

export function legendHeight(width: number): number {
  return Math.ceil(standings.length / Math.max(1, Math.floor(width / entry))) * row
}
