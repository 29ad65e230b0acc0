// The drawing: entities as marks with names, ties as lines drawn by their standing. Arrow keys move between entities.
import { useMemo, useRef } from 'preact/hooks'
import { count, plain } from '../../parts/words'
import { useExplorer } from '../../state/exploration'
import { looks } from '../../state/standing'
import type { SetTie, SetTies } from '../ties'
import { around, boxOf, wrap } from './boxes'
import type { DrawnTie } from './drawn'
import type { Spot } from './layout'
import { shapeOf } from './shapes'
import { useCamera, type Camera } from './use-camera'
import type { Layout } from './use-layout'

type Entity = SetTies['entities'][number]
type Props = { entities: Entity[]; ties: SetTie[]; lines: DrawnTie[]; hidden: Map<string, number>; layout: Layout; spots: Spot[]; selected: string; select(id: string): void; hide(id: string): void }

export function Canvas({ entities, ties, lines, hidden, layout, spots, selected, select, hide }: Props) {
  const box = useMemo(() => around(spots.map((s) => boxOf(s)), 48), [layout.made])
  const size = { width: box.right - box.left, height: box.bottom - box.top }
  const byId = useMemo(() => new Map(entities.map((e) => [e.id, e])), [entities])
  const camera = useCamera(size, layout.made)
  const gesture = useGesture(camera, layout, spots)
  const key = (event: KeyboardEvent, id: string) => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    if (way) focusNext(camera, spots, ties, id, way[0] ?? 0, way[1] ?? 0)
    else if (event.key === 'Enter' || event.key === ' ') select(id)
    else if (event.key === 'p') layout.pin(id)
    else if (event.key === 'Delete') hide(id)
    else return
    event.preventDefault()
  }
  const near = (event: FocusEvent) => pointOut(camera.drawing.current, event.type === 'focusin' ? event.target : null)
  const first = spots.some((s) => s.id === selected) ? selected : (spots[0]?.id ?? '')
  return (
    <div class="canvas" ref={camera.frame} onPointerDown={gesture.down} onPointerMove={gesture.move} onPointerUp={gesture.up} onPointerCancel={gesture.up} onFocusIn={near} onFocusOut={near}>
      <svg
        ref={camera.drawing}
        width={size.width}
        height={size.height}
        viewBox={`${box.left} ${box.top} ${size.width} ${size.height}`}
        role="group"
        aria-label={`${count(entities.length, 'entity', 'entities')} and ${count(ties.length, 'tie', 'ties')}. Arrow keys move, Enter selects, p pins, Delete hides. The table view has the same content.`}
      >
        <TieLines lines={lines} />
        {spots.map((spot) => {
          const entity = byId.get(spot.id)
          return entity && <Node key={spot.id} entity={entity} spot={spot} hidden={hidden.get(spot.id) ?? 0} chosen={spot.id === selected} first={spot.id === first} select={select} onKey={key} />
        })}
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

type NodeProps = { entity: Entity; spot: Spot; hidden: number; chosen: boolean; first: boolean; select(id: string): void; onKey(event: KeyboardEvent, id: string): void }

function Node({ entity, spot, hidden, chosen, first, select, onKey }: NodeProps) {
  const group = entity.specificity === 'GROUP' ? `, several at once: ${entity.count?.text ?? 'number not known'}` : ''
  const more = hidden > 0 ? `, ${count(hidden, 'tie', 'ties')} not shown` : ''
  const label = `${entity.name}, ${plain(entity.kind)}${group}${more}`
  return (
    <g
      class={`node${chosen ? ' chosen' : ''}${spot.fixed ? ' pinned' : ''}`}
      data-node={entity.id}
      transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}
      onClick={() => select(entity.id)}
    >
      <title>{label}</title>
      <g role="button" tabindex={first ? 0 : -1} aria-pressed={chosen} aria-label={label} onKeyDown={(event) => onKey(event, entity.id)}>
        <path class="mark" d={shapeOf(entity.kind)} />
      </g>
      {wrap(entity.name).map((line, i) => (
        <text key={i} y={34 + i * 16} aria-hidden="true">
          {line}
        </text>
      ))}
      {hidden > 0 && (
        <text class="more" x={16} y={-6} aria-hidden="true">
          +{hidden}
        </text>
      )}
      {group !== '' && entity.count && (
        <text class="inside" y={4} aria-hidden="true">
          {entity.count.text}
        </text>
      )}
    </g>
  )
}

/** Marks the lines of the entity that has the focus, so that those of their words that have no room are shown; a gesture of the drawing alone. */
function pointOut(drawing: SVGSVGElement | null, target: EventTarget | null): void {
  const id = target instanceof Element ? target.closest('[data-node]')?.getAttribute('data-node') : null
  for (const line of drawing?.querySelectorAll('.tie:has(.waiting)') ?? []) line.toggleAttribute('data-near', id != null && line.matches(`[data-ends~="${CSS.escape(id)}"]`))
}

/** The lines; words that have no room are shown while the pointer is on their line, or the focus on one of its ends. */
function TieLines({ lines }: { lines: DrawnTie[] }) {
  const { state, go } = useExplorer()
  return (
    <>
      {lines.map(({ tie, line, sign, words, at }) => {
        const look = looks[tie.standing]
        return (
          <g key={`${tie.claim.id} ${tie.period.text}`} onClick={() => go({ claim: tie.claim.id })} aria-hidden="true" class={`tie line is-${look.line}${state.claim === tie.claim.id ? ' open' : ''}`} data-claim={tie.claim.id} data-ends={`${tie.from.id} ${tie.to.id}`}>
            <title>{tie.claim.sentence}</title>
            <path class="touch" d={line.path} />
            <path class="stroke" d={line.path} />
            <path class="arrow" d={line.arrow} />
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
      })}
    </>
  )
}

/** Moves the focus to the nearest entity in a direction, to one that is tied to this one if there is any. */
function focusNext(camera: Camera, spots: Spot[], ties: SetTie[], id: string, x: number, y: number): void {
  const here = spots.find((s) => s.id === id)
  if (!here) return
  const tied = new Set(ties.flatMap((tie) => (tie.from.id === id ? [tie.to.id] : tie.to.id === id ? [tie.from.id] : [])))
  const ahead = spots
    .map((s) => ({ s, along: (s.x - here.x) * x + (s.y - here.y) * y, far: Math.hypot(s.x - here.x, s.y - here.y) }))
    .filter(({ s, along, far }) => s.id !== id && along > far / 2)
  const near = ahead.filter(({ s }) => tied.has(s.id))
  const [next] = (near.length > 0 ? near : ahead).sort((a, b) => a.far * 2 - a.along - (b.far * 2 - b.along))
  if (next) camera.drawing.current?.querySelector<SVGElement>(`[data-node="${next.s.id}"] [role=button]`)?.focus()
}

/** Drags the picture, or an entity, which is then pinned. */
function useGesture(camera: Camera, layout: Layout, spots: Spot[]) {
  const held = useRef<{ id: string; x: number; y: number; moved: boolean } | null>(null)
  return {
    down: (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return
      held.current = { id: event.target.closest('[data-node]')?.getAttribute('data-node') ?? '', x: event.clientX, y: event.clientY, moved: false }
    },
    move: (event: PointerEvent) => {
      const drag = held.current
      if (!drag) return
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y]
      if (!drag.moved && Math.hypot(dx, dy) < 4) return
      held.current = { ...drag, x: event.clientX, y: event.clientY, moved: true }
      const spot = spots.find((s) => s.id === drag.id)
      if (spot) layout.move(spot.id, spot.x + dx / camera.scale(), spot.y + dy / camera.scale())
      else camera.pan(dx, dy)
    },
    up: () => {
      held.current = null
      camera.rest()
    },
  }
}
