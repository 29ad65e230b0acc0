// A path as a picture: its entities in a row, in a narrow place in a column, and between them the ties, drawn by their standing.
import { tieWords } from '../../parts/words'
import { looks } from '../../state/standing'
import { wrap } from '../graph/boxes'
import { shapeOf } from '../graph/shapes'
import { spoken } from './question'
import type { Hop, Path } from './types'

// Where things stand: entity by entity along the picture, across it the line, and text beside or below it.
const [edge, step, line, radius] = [88, 232, 60, 18]
const [fall, left] = [88, 24]

export function Strip({ path, n }: { path: Path; n: number }) {
  return (
    <>
      <div class="scroll across" tabIndex={0} role="region" aria-label={`Path ${n} as a picture`}>
        <Picture path={path} down={false} />
      </div>
      <Picture path={path} down />
    </>
  )
}

function Picture({ path, down }: { path: Path; down: boolean }) {
  const entities = [...path.hops.slice(0, 1).map((hop) => hop.from), ...path.hops.map((hop) => hop.to)]
  const [width, height] = down ? [320, (entities.length - 1) * fall + 60] : [(entities.length - 1) * step + 2 * edge, 132]
  const at = (i: number) => (down ? { x: left, y: 28 + i * fall } : { x: edge + i * step, y: line })
  return (
    <svg class={down ? 'strip down' : 'strip'} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(path)}>
      {path.hops.map((hop, i) => (
        <HopLine key={i} hop={hop} from={at(i)} down={down} weakest={hop.claim.id === path.weakestHop.claim.id} />
      ))}
      {entities.map((entity, i) => (
        <g key={i} transform={`translate(${at(i).x} ${at(i).y})`}>
          <path class="mark" d={shapeOf(entity.kind)} />
          {wrap(entity.name, down ? 34 : 26).map((words, row, all) => (
            <text key={row} x={down ? 28 : 0} y={(down ? 4 - (all.length - 1) * 8 : 36) + row * 16}>
              {words}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

/** A tie from one entity on to the next. It is drawn as a row, which a column turns by a right angle; its words stay level. */
function HopLine({ hop, from, down, weakest }: { hop: Hop; from: { x: number; y: number }; down: boolean; weakest: boolean }) {
  const look = looks[hop.standing]
  const end = (down ? fall : step) - radius
  const middle = (end + radius) / 2
  const words = wrap(tieWords(hop), down ? 34 : 28)
  const sign = down ? { x: 0, y: middle } : { x: middle, y: 0 }
  return (
    <g class={`tie line is-${look.line}${weakest ? ' weakest' : ''}`} data-claim={hop.claim.id} transform={`translate(${from.x} ${from.y})`}>
      <g transform={down ? 'rotate(90)' : undefined}>
        <path class="stroke" d={`M${radius + 2} 0H${end - 2}`} />
        <path class="arrow" d={hop.predicate.symmetric ? '' : hop.forward ? `M${end} 0l-10 -4v8z` : `M${radius} 0l10 -4v8z`} />
        <circle class="ground" cx={middle} cy={0} r={8} />
        {look.line === 'broken' && <path class="break" d={`M${middle - 10} 7l5 -14M${middle + 5} 7l5 -14`} />}
        {hop.contested && <path class="break" d={`M${middle - 10} -6v12M${middle + 10} -6v12`} />}
        {weakest && <path class="bracket" d={`M${radius + 8} 8v4H${end - 8}v-4`} />}
      </g>
      <text class="sign" x={sign.x} y={sign.y + 4}>
        {look.glyph}
      </text>
      {words.map((part, row) => (
        <text key={row} class="words" x={down ? 28 : middle} y={down ? middle + 4 + row * 16 - (words.length - 1 + Number(weakest)) * 8 : -16 - (words.length - 1 - row) * 16}>
          {part}
        </text>
      ))}
      {weakest && (
        <text class="words weak-word" x={down ? 28 : middle} y={down ? middle + 12 + (words.length - 1) * 8 : 28}>
          ▲ weakest
        </text>
      )}
    </g>
  )
}
