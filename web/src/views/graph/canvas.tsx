// The drawing: entities as marks with names, ties as lines drawn by their standing. Keys move between entities.
import { useMemo } from 'preact/hooks'
import { count, plain } from '../../parts/words'
import { useExplorer } from '../../state/exploration'
import { looks } from '../../state/standing'
import type { SetTies } from '../ties'
import { boxOf, wrap } from './boxes'
import type { DrawnTie } from './drawn'
import type { Spot } from './layout'
import { badge, insideOf, shapeOf } from './shapes'
import { beside, inOrder } from './steps'
import { extent } from './still'
import type { Drawing } from './use-drawing'
import { useCamera } from './use-camera'
import { useGesture } from './use-gesture'
import { nameLines, nameWidth, type Layout } from './use-layout'

type Entity = SetTies['entities'][number]
type Props = { entities: Entity[]; drawing: Drawing; hidden: Hidden; layout: Layout; selected: string; select(id: string): void; hide(id: string): void }

/** How many ties of an entity are not shown, and whether that is the number or the most that it can be. */
export type Hidden = { of: Map<string, number>; exact: boolean }

export function Canvas({ entities, drawing, hidden, layout, selected, select, hide }: Props) {
  const { spots, lines, made } = drawing
  const box = useMemo(() => extent(spots, lines), [lines])
  const size = { width: box.right - box.left, height: box.bottom - box.top }
  const byId = useMemo(() => new Map(entities.map((e) => [e.id, e])), [entities])
  const camera = useCamera(box, spots.find((s) => s.id === selected) ?? mostTied(drawing), made)
  const gesture = useGesture(camera, layout)
  const focus = (spot: Spot | undefined) => spot && camera.drawing.current?.querySelector<SVGElement>(`[data-node="${spot.id}"] [role=button]`)?.focus({ preventScroll: true })
  const key = (event: KeyboardEvent, spot: Spot) => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    if (way) focus(beside(spots, spot, way[0] ?? 0, way[1] ?? 0))
    else if (event.key === 'PageDown' || event.key === 'PageUp') focus(inOrder(spots, spot, event.key === 'PageDown' ? 1 : -1))
    else if (event.key === 'Enter' || event.key === ' ') select(spot.id)
    else if (event.key === 'p') layout.pin(spot.id)
    else if (event.key === 'Delete') hide(spot.id)
    else return
    event.preventDefault()
  }
  const near = (event: Event) => {
    if ('buttons' in event && event.buttons) return // whoever drags points at nothing
    const at = event.target instanceof Element && /in|over/.test(event.type) ? event.target : null
    const spot = at?.matches(':focus-visible') && spots.find((s) => s.id === at.closest('[data-node]')?.getAttribute('data-node'))
    if (spot && event.type === 'focusin') camera.reveal(boxOf(spot))
    pointOut(camera.drawing.current, at)
  }
  const first = spots.some((s) => s.id === selected) ? selected : (spots[0]?.id ?? '')
  return (
    <div class="canvas" ref={camera.frame} {...gesture} onFocusIn={near} onFocusOut={near} onPointerOver={near} onPointerOut={near}>
      <svg
        ref={camera.drawing}
        width={size.width}
        height={size.height}
        viewBox={`${box.left} ${box.top} ${size.width} ${size.height}`}
        role="group"
        aria-label={`${count(entities.length, 'entity', 'entities')} and ${count(lines.length, 'tie', 'ties')}. Arrow keys move to the next in a direction, Page Up and Page Down through all, Enter selects, p pins, Delete hides. The table view has the same content.`}
      >
        {lines.map((drawn) => (
          <TieLine key={keyOf(drawn)} drawn={drawn} />
        ))}
        {spots.map((spot) => {
          const entity = byId.get(spot.id)
          return entity && <Node key={spot.id} entity={entity} spot={spot} hidden={hidden.of.get(spot.id) ?? 0} exact={hidden.exact} chosen={spot.id === selected} first={spot.id === first} select={select} onKey={key} />
        })}
        {lines.map((drawn) => (
          <TieLabel key={'label ' + keyOf(drawn)} drawn={drawn} />
        ))}
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

function mostTied({ spots, lines }: Drawing): Spot | { x: number; y: number } {
  const ties = (spot: Spot) => lines.filter(({ tie }) => tie.from.id === spot.id || tie.to.id === spot.id).length
  return spots.reduce<{ spot?: Spot; n: number }>((best, spot) => (ties(spot) > best.n ? { spot, n: ties(spot) } : best), { n: 0 }).spot ?? { x: 0, y: 0 }
}

function keyOf({ tie }: DrawnTie): string {
  return `${tie.claim.id} ${tie.period.text}`
}

type NodeProps = { entity: Entity; spot: Spot; hidden: number; exact: boolean; chosen: boolean; first: boolean; select(id: string): void; onKey(event: KeyboardEvent, spot: Spot): void }

function Node({ entity, spot, hidden, exact, chosen, first, select, onKey }: NodeProps) {
  const group = entity.specificity === 'GROUP' ? `, several at once: ${entity.count?.text ?? 'number not known'}` : ''
  const more = hidden > 0 ? `, ${exact ? '' : 'up to '}${count(hidden, 'tie', 'ties')} not shown` : ''
  const label = `${entity.name}, ${plain(entity.kind)}${group}${more}`
  return (
    <g
      class={`node${chosen ? ' chosen' : ''}${spot.fixed ? ' pinned' : ''}`}
      data-node={entity.id}
      transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}
      onClick={() => select(entity.id)}
    >
      <title>{label}</title>
      <g role="button" tabindex={first ? 0 : -1} aria-pressed={chosen} aria-label={label} onKeyDown={(event) => onKey(event, spot)}>
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

/** Marks what the pointer or the focus is on: a line with its words, or the lines of an entity, whose words then are shown though they have no room; a gesture of the drawing alone. */
function pointOut(drawing: SVGSVGElement | null, target: Element | null): void {
  const claim = target?.closest('[data-claim]')?.getAttribute('data-claim')
  const id = target?.matches(':focus') && target.closest('[data-node]')?.getAttribute('data-node')
  const wanted = claim ? `[data-claim="${CSS.escape(claim)}"]` : id ? `[data-ends~="${CSS.escape(id)}"]` : null
  for (const old of drawing?.querySelectorAll('[data-near]') ?? []) if (!wanted || !old.matches(wanted)) old.removeAttribute('data-near')
  if (wanted) for (const now of drawing?.querySelectorAll(wanted) ?? []) now.setAttribute('data-near', '')
}

/** What line and label have in common: each opens the claim. */
function useTie({ tie }: DrawnTie, kind: string) {
  const { state, go } = useExplorer()
  const open = state.claim === tie.claim.id ? ' open' : ''
  return { class: `${kind} line is-${looks[tie.standing].line}${open}`, 'data-claim': tie.claim.id, 'data-ends': `${tie.from.id} ${tie.to.id}`, 'aria-hidden': true, onClick: () => go({ claim: tie.claim.id }) } as const
}

/** A line; all lines lie below all names and words. */
function TieLine({ drawn }: { drawn: DrawnTie }) {
  const { tie, line } = drawn
  return (
    <g {...useTie(drawn, 'tie')}>
      <title>{tie.claim.sentence}</title>
      <path class="touch" d={line.path} />
      <path class="stroke" d={line.path} />
      <path class="arrow" d={line.arrow} />
    </g>
  )
}

/** The sign and the words of a line; words that have no room are shown while the pointer is on their line, or the focus on one of its ends. */
function TieLabel({ drawn }: { drawn: DrawnTie }) {
  const { tie, sign, words, at } = drawn
  const look = looks[tie.standing]
  return (
    <g {...useTie(drawn, 'label')}>
      <title>{tie.claim.sentence}</title>
      {sign.foot && <path class="leader" d={`M${sign.foot.x} ${sign.foot.y}L${sign.x} ${sign.y}`} />}
      <circle class="ground" cx={sign.x} cy={sign.y} r={8} />
      {look.line === 'broken' && <path class="break" d={`M${sign.x - 10} ${sign.y + 7}l5 -14M${sign.x + 5} ${sign.y + 7}l5 -14`} />}
      {tie.contested && <path class="break" d={`M${sign.x - 10} ${sign.y - 6}v12M${sign.x + 10} ${sign.y - 6}v12`} />}
      <text class="sign" x={sign.x} y={sign.y + 4}>
        {look.glyph}
      </text>
      <text class={at ? 'words' : 'words waiting'} x={(at ?? sign).x} y={(at?.y ?? sign.y - 16) + 4}>
        {words}
      </text>
    </g>
  )
}
