// The drawing: one band a track, in it one lane a standing, all on one axis. Arrow keys move between marks.
import type { JSX } from 'preact'
import { count, day as inWords } from '../../parts/words'
import { StandingMark } from '../../parts/standing'
import { useExplorer } from '../../state/exploration'
import { looks, standings, type Standing } from '../../state/standing'
import { textWidth } from '../graph/use-layout'
import { dayNumber, dayOf } from './days'
import { drawn, fade, isShown, rows, stacks, type Drawn } from './lanes'
import { families, tracks, type Mark, type Track } from './marks'
import { place, ticks, within, type Scale } from './scale'
import { useWidth } from '../../parts/use-width'

/** The height of a mark, and of one line of words that stand above one. */
const rowHeight = 20
const wordsHeight = 16
/** What the words of the axis take at most. */
const labelWidth = 64

export function Picture({ marks, days }: { marks: Mark[]; days: { from: number; to: number } }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const scale = { ...days, width: Math.max(width, 200) }
  return (
    <div class="timeline" onKeyDown={moveFocus}>
      <div class="lane axis">
        <p class="note">Go closer to</p>
        <div ref={ref}>
          <Axis scale={scale} />
        </div>
      </div>
      {(Object.keys(tracks) as Track[]).map((track) => (
        <Band key={track} track={track} marks={marks.filter((mark) => mark.track === track)} scale={scale} />
      ))}
    </div>
  )
}

function Axis({ scale }: { scale: Scale }) {
  const { state, href } = useExplorer()
  return (
    <svg viewBox={`0 0 ${scale.width} 24`} role="group" aria-label={`From ${inWords(dayOf(scale.from))} to ${inWords(dayOf(scale.to))}`}>
      {ticks(scale).filter(({ first }) => place(scale, first) < scale.width - labelWidth).map(({ first, last, label }) => (
        <a key={first} class="tick" href={href({ own: { ...state.own, from: dayOf(first), to: dayOf(last) } })} aria-label={`${label}: closer, ${inWords(dayOf(first))} to ${inWords(dayOf(last))}`}>
          <path d={`M${place(scale, first).toFixed(1)} 18V24`} />
          <text x={place(scale, first)} y={14}>
            {label}
          </text>
        </a>
      ))}
    </svg>
  )
}

function Band({ track, marks, scale }: { track: Track; marks: Mark[]; scale: Scale }) {
  const { title, family, note } = tracks[track]
  const { glyph, word } = families[family]
  const here = standings.filter((value) => marks.some((mark) => mark.standing === value && isShown(scale, mark)))
  const [before, later] = [marks.filter((mark) => mark.last < scale.from).length, marks.filter((mark) => mark.first > scale.to).length]
  const outside = [before > 0 && `${before} earlier`, later > 0 && `${later} later`].filter(Boolean).join(', ')
  return (
    <section class={`band of-${family}`} data-track={track} aria-labelledby={`track-${track}`}>
      <header>
        <h2 id={`track-${track}`}>
          <span class="glyph" aria-hidden="true">
            {glyph}
          </span>{' '}
          {title}
        </h2>
        <p class="note">
          {word}: {note}
          {outside !== '' && `; not in these days: ${outside}`}
        </p>
      </header>
      {here.length === 0 && <p class="note none">{marks.length === 0 ? 'Nothing of this kind has a day on file.' : 'Nothing in these days.'}</p>}
      {here.map((value) => (
        <Lane key={value} track={track} standing={value} marks={marks.filter((mark) => mark.standing === value && isShown(scale, mark))} scale={scale} />
      ))}
    </section>
  )
}

function Lane({ track, standing, marks, scale }: { track: Track; standing: Standing; marks: Mark[]; scale: Scale }) {
  const { state } = useExplorer()
  const inOrder = marks.toSorted((a, b) => a.first - b.first || a.last - b.last || a.key.localeCompare(b.key))
  const places = inOrder.map((mark) => drawn(scale, mark, mark.words, textWidth))
  const row = rows(places)
  const above = (n: number) => (stacks(scale) ? (places[n]?.label?.lines.length ?? 0) * wordsHeight : 0)
  const tall = Array.from({ length: Math.max(...row) + 1 }, (_, n) => rowHeight + Math.max(...row.map((r, i) => (r === n ? above(i) : 0))))
  const bottom = (n: number) => tall.slice(0, n + 1).reduce((sum, h) => sum + h, 2)
  const height = bottom(tall.length) + 2
  const day = dayNumber(state.at)
  return (
    <div class="lane" data-lane={standing}>
      <p class="lane-name">
        <StandingMark value={standing} /> <span class="note">{marks.length}</span>
      </p>
      <svg viewBox={`0 0 ${scale.width} ${height}`} role="group" aria-label={`${tracks[track].title}, ${looks[standing].word}: ${count(marks.length, 'mark', 'marks')}; arrow keys move`}>
        {ticks(scale).map(({ first }) => (
          <path key={first} class="grid" d={`M${place(scale, first).toFixed(1)} 0V${height}`} />
        ))}
        {day !== null && day >= scale.from && day <= scale.to && <path class="day" d={`M${within(scale, day).toFixed(1)} 0V${height}`} />}
        {inOrder.map((mark, i) => {
          const at = places[i]
          return at && <Sign key={mark.key} mark={mark} at={at} y={bottom(row[i] ?? 0) - rowHeight / 2} above={above(i)} scale={scale} first={i === 0} />
        })}
      </svg>
    </div>
  )
}

/** The name of a mark for ears: the sentence, its date, and how it stands. */
export function nameOf(mark: Mark): string {
  const stand = mark.claim === '' ? looks[mark.standing].word : `${looks[mark.standing].word}${mark.contested ? ', contested' : ''}`
  return [mark.sentence.replace(/\.$/, ''), `${tracks[mark.track].title}: ${mark.when}`, stand, mark.denied === '' ? '' : `Denied by: ${mark.denied}`].filter((part) => part !== '').join('. ')
}

type SignProps = { mark: Mark; at: Drawn; y: number; above: number; scale: Scale; first: boolean }

function Sign({ mark, at, y, above, scale, first }: SignProps) {
  const { state, href } = useExplorer()
  const { line, glyph } = looks[mark.standing]
  const step = mark.claim === '' ? { own: { ...state.own, learnt: mark.instant } } : { claim: mark.claim }
  const open = mark.claim !== '' && mark.claim === state.claim
  const { x0, x1 } = at
  return (
    <g class={`line is-${line}${open ? ' open' : ''}`}>
      <a class="sign" href={href(step)} tabindex={first ? 0 : -1} aria-label={nameOf(mark)} aria-current={open ? 'true' : undefined} data-claim={mark.claim} data-track={mark.track}>
        <title>{nameOf(mark)}</title>
        <rect class="touch" x={at.left} y={y - 10 - above} width={Math.max(0, at.right - at.left)} height={rowHeight + above} rx="4" />
        {mark.track === 'learnt' ? <path class="flag" d={`M${at.glyph - 8} ${y + 8}V${y - 8}H${at.glyph + 8}V${y + 8}`} /> : <Lines mark={mark} x0={x0} x1={x1} y={y} scale={scale} />}
        {mark.contested && <path class="twice" d={`M${at.glyph - 9} ${y - 6}v12M${at.glyph + 9} ${y - 6}v12`} />}
        <circle class="ground" cx={at.glyph} cy={y} r={7} />
      </a>
      <g class="letters" aria-hidden="true">
        <text class="sign-glyph" x={at.glyph} y={y + 4}>
          {glyph}
        </text>
        {at.label && at.label.ground > 0 && <rect class="ground" x={at.label.x - 4} y={y - 8} width={at.label.ground + 8} height={16} />}
        {at.label && (
          <text class="words" text-anchor={at.label.anchor}>
            {at.label.lines.map((line, i) => [
              i > 0 && ' ',
              <tspan x={at.label?.x} y={y + 4 - (above > 0 ? above + 2 - i * wordsHeight : 0)}>{line}</tspan>,
            ])}
          </text>
        )}
      </g>
    </g>
  )
}

/** The line of a mark, and on it the days on which it certainly held. */
function Lines({ mark, x0, x1, y, scale }: { mark: Mark; x0: number; x1: number; y: number; scale: Scale }) {
  const runs = mark.runs.filter((run) => isShown(scale, { ...mark, ...run }))
  return (
    <>
      <Line span={mark} x0={x0} x1={x1} y={y} scale={scale} />
      {runs.map((run, i) => (
        <path key={i} class="run" d={`M${within(scale, run.first).toFixed(1)} ${y}H${within(scale, run.last + 1).toFixed(1)}`} />
      ))}
    </>
  )
}

/** The line of a mark with its ends: a stroke where a day is given, fading where it is not, an arrow at the edge where it is open. */
function Line({ span, x0, x1, y, scale }: { span: Mark; x0: number; x1: number; y: number; scale: Scale }) {
  const startsHere = span.first >= scale.from
  const endsHere = span.last <= scale.to
  const inner = Math.min(fade, (x1 - x0) / 3)
  const from = span.start === 'about' && startsHere ? x0 + inner : x0
  const to = span.end === 'about' && endsHere ? x1 - inner : x1
  return (
    <>
      <path class="stroke" d={`M${from.toFixed(1)} ${y}H${to.toFixed(1)}`} />
      {startsHere && span.start === 'sharp' && <path class="cap" d={`M${x0.toFixed(1)} ${y - 5}v10`} />}
      {endsHere && span.end === 'sharp' && <path class="cap" d={`M${x1.toFixed(1)} ${y - 5}v10`} />}
      {startsHere && span.start === 'about' && <Fading from={from} to={x0} y={y} />}
      {endsHere && span.end === 'about' && <Fading from={to} to={x1} y={y} />}
      {startsHere && span.start === 'unknown' && <Fading from={x0} to={Math.max(0, x0 - fade)} y={y} />}
      {endsHere && span.end === 'unknown' && <Fading from={x1} to={Math.min(scale.width, x1 + fade)} y={y} />}
      {span.start === 'open' && <path class="arrow" d={`M0 ${y}l9 -5v10z`} />}
      {span.end === 'open' && <path class="arrow" d={`M${scale.width} ${y}l-9 -5v10z`} />}
    </>
  )
}

function Fading({ from, to, y }: { from: number; to: number; y: number }) {
  const quarter = (to - from) / 4
  return (
    <>
      {[0, 1, 2, 3].map((i) => (
        <path key={i} class={`fade of-${i}`} d={`M${(from + i * quarter).toFixed(1)} ${y}h${(quarter * 0.7).toFixed(1)}`} />
      ))}
    </>
  )
}

/** Left and right go to the mark before and after, up and down to the nearest one of the next lane. */
function moveFocus(event: KeyboardEvent): void {
  const here = event.target instanceof Element ? event.target.closest<SVGAElement>('a.sign') : null
  const lane = here?.closest('svg')
  if (!here || !lane || event.ctrlKey || event.metaKey || event.altKey) return
  const signs = [...lane.querySelectorAll<SVGAElement>('a.sign')]
  const lanes = [...(event.currentTarget as Element).querySelectorAll('[data-lane] > svg')]
  const next = {
    ArrowRight: () => signs[signs.indexOf(here) + 1],
    ArrowLeft: () => signs[signs.indexOf(here) - 1],
    ArrowDown: () => nearest(lanes[lanes.indexOf(lane) + 1], here),
    ArrowUp: () => nearest(lanes[lanes.indexOf(lane) - 1], here),
    Home: () => signs[0],
    End: () => signs.at(-1),
  }[event.key]
  if (!next) return
  event.preventDefault()
  next()?.focus()
}

function nearest(lane: Element | undefined, here: Element): SVGAElement | undefined {
  const middle = (sign: Element) => {
    const box = sign.querySelector('circle')?.getBoundingClientRect()
    return box ? box.left : 0
  }
  const signs = [...(lane?.querySelectorAll<SVGAElement>('a.sign') ?? [])]
  return signs.sort((a, b) => Math.abs(middle(a) - middle(here)) - Math.abs(middle(b) - middle(here)))[0]
}

const samples: { words: string; draw: JSX.Element }[] = [
  { words: 'on these days, or some time within them', draw: <path class="stroke" d="M4 8H44M4 3v10M44 3v10" /> },
  { words: 'certainly held', draw: <path class="run" d="M4 8H44" /> },
  { words: 'about, or not known how far', draw: <Fading from={4} to={44} y={8} /> },
  { words: 'open: the source says it goes on', draw: <path class="stroke" d="M4 8H36M36 3l8 5l-8 5" /> },
]

/** What the clocks and the ends of lines mean. */
export function Signs() {
  return (
    <ul class="signs" aria-label="Signs of the timeline">
      {Object.values(families).map(({ glyph, word, meaning }) => (
        <li key={word}>
          <span class="glyph" aria-hidden="true">
            {glyph}
          </span>
          <span>
            <strong>{word}</strong>: {meaning}
          </span>
        </li>
      ))}
      {samples.map(({ words, draw }) => (
        <li key={words}>
          <svg class="line" viewBox="0 0 48 16" width="48" height="16" aria-hidden="true">
            {draw}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
