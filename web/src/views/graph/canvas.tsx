// The drawing: entities as marks with names, ties as lines drawn by their standing. Keys move between entities.
import { useMemo } from 'preact/hooks'
import { claimIn, tooltip } from '../../parts/denied'
import { count, plain } from '../../parts/words'
import { useExplorer } from '../../state/exploration'
import { looks } from '../../state/standing'
import type { SetTies } from '../ties'
import { boxOf, wrap } from './boxes'
import type { DrawnTie } from './drawn'
import type { Spot } from './layout'
import { extent, leader, marksOf } from './outline'
import type { Place } from './pins'
import { badge, insideOf, shapeOf } from './shapes'
import { beside, inOrder } from './steps'
import type { Drawing } from './use-drawing'
import { useCamera } from './use-camera'
import { useGesture } from './use-gesture'
import { usePortions } from './use-portions'
import { nameLines, nameWidth, type Layout } from './use-layout'

type Entity = SetTies['entities'][number]
type Props = { entities: Entity[]; drawing: Drawing; hidden: Hidden; layout: Layout; selected: string; select(id: string): void; hide(id: string): void }

/** How many ties of an entity are not shown, and whether that is the number or the most that it can be. */
export type Hidden = { of: Map<string, number>; exact: boolean }

export function Canvas({ entities, drawing, hidden, layout, selected, select, hide }: Props) {
  const { state, go } = useExplorer()
  const { spots, made } = drawing
  const box = useMemo(() => extent(spots, drawing.lines), [drawing.lines])
  const size = { width: box.right - box.left, height: box.bottom - box.top }
  const byId = useMemo(() => new Map(entities.map((e) => [e.id, e])), [entities])
  const lines = drawing.lines.filter(({ from, to }) => byId.has(from.id) && byId.has(to.id)) // who is hidden takes the lines along, before all is drawn anew
  const camera = useCamera(box, spots.find((s) => s.id === selected) ?? mostTied(spots), made)
  const gesture = useGesture(camera, layout)
  const first = spots.some((s) => s.id === selected) ? selected : (spots[0]?.id ?? '')
  const { pieces, whole } = usePortions([
    ...spots.flatMap((spot) => {
      const entity = byId.get(spot.id)
      return entity ? <Node key={spot.id} entity={entity} spot={spot} hidden={hidden.of.get(spot.id) ?? 0} exact={hidden.exact} chosen={spot.id === selected} first={spot.id === first} /> : []
    }),
    ...lines.map((drawn) => <TieLine key={'line ' + keyOf(drawn)} drawn={drawn} open={drawn.tie.claim.id === state.claim} />),
    ...lines.map((drawn) => <TieLabel key={'label ' + keyOf(drawn)} drawn={drawn} open={drawn.tie.claim.id === state.claim} />),
  ])
  const all = (kind: unknown) => pieces.filter((piece) => piece.type === kind)
  const focus = (spot: Spot | undefined) => spot && camera.drawing.current?.querySelector<SVGElement>(`[data-node="${spot.id}"] [role=button]`)?.focus({ preventScroll: true })
  const spotOf = (event: Event) => spots.find((s) => s.id === idAt(event, 'node'))
  const key = (event: KeyboardEvent) => {
    const spot = spotOf(event)
    if (!spot) return
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    if (way) focus(beside(spots, spot, way[0] ?? 0, way[1] ?? 0))
    else if (event.key === 'PageDown' || event.key === 'PageUp') focus(inOrder(spots, spot, event.key === 'PageDown' ? 1 : -1))
    else if (event.key === 'Enter' || event.key === ' ') select(spot.id)
    else if (event.key === 'p') layout.pin(spot.id)
    else if (event.key === 'Delete') hide(spot.id)
    else return
    event.preventDefault()
  }
  const click = (event: Event) => {
    const [id, claim] = [idAt(event, 'node'), idAt(event, 'claim')]
    if (id) select(id)
    else if (claim) go({ claim })
  }
  const near = (event: Event) => {
    if ('buttons' in event && event.buttons) return // whoever drags points at nothing
    const at = event.target instanceof Element && /(in|over)$/.test(event.type) ? event.target : null
    const spot = at?.matches(':focus-visible') && spotOf(event)
    if (spot && event.type === 'focusin') camera.reveal(boxOf(spot))
    pointOut(camera.drawing.current, at)
  }
  return (
    <div class="canvas" aria-busy={!whole || drawing.selected !== selected} ref={camera.frame} {...gesture} onClick={click} onKeyDown={key} onFocusIn={near} onFocusOut={near} onPointerOver={near} onPointerOut={near}>
      <svg
        ref={camera.drawing}
        width={size.width}
        height={size.height}
        viewBox={`${box.left} ${box.top} ${size.width} ${size.height}`}
        role="group"
        aria-label={`${count(entities.length, 'entity', 'entities')} and ${count(lines.length, 'tie', 'ties')}. Arrow keys move to the next in a direction, Page Up and Page Down through all, Enter selects, p pins, Delete hides. The table view has the same content.`}
      >
        {all(TieLine)}
        {all(Node)}
        {all(TieLabel)}
      </svg>
      <p class="actions zoom">
        <button type="button" onClick={() => camera.zoom(1.25)}>
          Larger
        </button>
        <button type="button" onClick={() => camera.zoom(0.8)}>
          Smaller
        </button>
        <button type="button" onClick={camera.fit}>
          Fit
        </button>
      </p>
    </div>
  )
}

function mostTied(spots: Spot[]): Place {
  return spots.reduce((best, spot) => ((spot.ties ?? 0) > (best.ties ?? 0) ? spot : best), spots[0] ?? { x: 0, y: 0, ties: 0 })
}

function keyOf({ tie }: DrawnTie): string {
  return `${tie.claim.id} ${tie.period.text}`
}

/** The entity or the claim that an event is about. */
function idAt({ target }: Event, kind: 'node' | 'claim'): string {
  return (target instanceof Element && target.closest<SVGElement>(`[data-${kind}]`)?.dataset[kind]) || ''
}

type NodeProps = { entity: Entity; spot: Spot; hidden: number; exact: boolean; chosen: boolean; first: boolean }

function Node({ entity, spot, hidden, exact, chosen, first }: NodeProps) {
  const group = entity.specificity === 'GROUP' ? `, several at once: ${entity.count?.text ?? 'number not known'}` : ''
  const more = hidden > 0 ? `, ${exact ? '' : 'up to '}${count(hidden, 'tie', 'ties')} not shown` : ''
  const label = `${entity.name}, ${plain(entity.kind)}${group}${more}`
  return (
    <g class={`node${chosen ? ' chosen' : ''}${spot.fixed ? ' pinned' : ''}`} data-node={entity.id} transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}>
      <title>{label}</title>
      <g role="button" tabindex={first ? 0 : -1} aria-pressed={chosen} aria-label={label}>
        <path class="mark" d={shapeOf(entity.kind)} />
      </g>
      {wrap(entity.name, nameWidth, nameLines).map((line, i) => (
        <text key={i} y={34 + i * 16} aria-hidden="true">
          {line}
        </text>
      ))}
      {hidden > 0 && (
        <text class={spot.side === -1 ? 'more left' : 'more'} x={16 * (spot.side ?? 1)} y={-6} aria-hidden="true">
          {badge(hidden, exact)}
        </text>
      )}
      <text class="inside" y={4} aria-hidden="true">
        {insideOf(entity)}
      </text>
    </g>
  )
}

/** Marks what the pointer or the focus is on: a line, whose words then are shown though they have no room, or the lines of an entity, whose words would lie on each other; a gesture of the drawing alone. */
function pointOut(drawing: SVGSVGElement | null, target: Element | null): void {
  const claim = target?.closest('[data-claim]')?.getAttribute('data-claim')
  const id = target?.matches(':focus') && target.closest('[data-node]')?.getAttribute('data-node')
  const wanted = claim ? `[data-claim="${CSS.escape(claim)}"]` : id ? `[data-ends~="${CSS.escape(id)}"]` : null
  for (const old of drawing?.querySelectorAll('[data-near]') ?? []) if (!wanted || !old.matches(wanted)) old.removeAttribute('data-near')
  if (wanted) for (const now of drawing?.querySelectorAll(wanted) ?? []) now.setAttribute('data-near', claim ? 'words' : '')
}

type TieProps = { drawn: DrawnTie; open: boolean }

/** What line and label have in common. */
function ofTie(kind: string, { drawn: { tie }, open }: TieProps) {
  return { class: `${kind} line is-${looks[tie.standing].line}${open ? ' open' : ''}`, 'data-claim': tie.claim.id, 'data-ends': `${tie.from.id} ${tie.to.id}`, 'aria-hidden': true } as const
}

/** A line; all lines lie below all names and words. */
function TieLine(props: TieProps) {
  const { tie, line, sign } = props.drawn
  return (
    <g {...ofTie('tie', props)}>
      <title>{tooltip(claimIn(tie))}</title>
      <path class="touch" d={line.path} />
      <path class="stroke" d={line.path} />
      <path class="arrow" d={line.arrow} />
      {sign.foot && <path class="leader" d={leader(sign)} />}
    </g>
  )
}

/** The sign and the words of a line; words that have no room are shown while the pointer is on their line, or its claim is open. */
function TieLabel(props: TieProps) {
  const { tie, sign, words, at } = props.drawn
  const look = looks[tie.standing]
  return (
    <g {...ofTie('label', props)}>
      <title>{tooltip(claimIn(tie))}</title>
      <circle class="ground" cx={sign.x} cy={sign.y} r={8} />
      <path class="break" d={marksOf(tie, sign)} />
      <text class="sign" x={sign.x} y={sign.y + 4}>
        {look.glyph}
      </text>
      <text class={at ? 'words' : 'words waiting'} x={(at ?? sign).x} y={(at?.y ?? sign.y - 16) + 4}>
        {words}
      </text>
    </g>
  )
}
