// The drawing: the world's coast, and on it the places as dots. No border is drawn.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useWidth } from '../../parts/use-width'
import { useExplorer } from '../../state/exploration'
import { looks, standings } from '../../state/standing'
import { pause, useGesture } from '../graph/use-gesture'
import { textWidth } from '../graph/use-layout'
import { dots, fit, kept, labels, nearer, readCamera, scaleOf, standingsOf, written, type Camera, type Dot, type Label } from './dots'
import type { Row } from './places'
import { grain, landPath, worldPath, type Coast } from './projection'
import { spoken } from './words'

type Props = { rows: Row[]; coast: Coast | undefined; selected: string; select(dot: Dot): void }
type Size = { width: number; height: number }

export function Chart({ rows, coast, selected, select }: Props) {
  const [frame, wide] = useWidth<HTMLDivElement>()
  const width = Math.max(240, wide)
  const size = { width, height: Math.round(Math.max(280, width * 0.52)) }
  const { camera, look, zoom, hand } = useLook(rows, size)
  const gesture = useGesture(hand)
  const land = useMemo(() => (coast ? landPath(coast) : ''), [coast])
  const world = useMemo(worldPath, [])
  const all = dots(rows, camera, size)
  const names = labels(all, textWidth, size)
  const scale = scaleOf(camera, size.width) / grain
  const key = (event: KeyboardEvent) => {
    const way = { ArrowRight: [-0.15, 0], ArrowLeft: [0.15, 0], ArrowDown: [0, -0.15], ArrowUp: [0, 0.15] }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (way) hand.pan((way[0] ?? 0) * size.width, (way[1] ?? 0) * size.height)
    else if (event.key === '+' || event.key === '=') zoom(1.5)
    else if (event.key === '-') zoom(1 / 1.5)
    else if (event.key === '0') look(null)
    else return
    hand.rest(pause)
    event.preventDefault()
  }
  const press = (step: () => void) => () => (step(), hand.rest())
  const center = `translate(${size.width / 2 - camera.x * scale * grain} ${size.height / 2 - camera.y * scale * grain}) scale(${scale})`
  return (
    <div class="chart" ref={frame}>
      <p class="actions zoom">
        <button type="button" onClick={press(() => zoom(1.5))}>
          Larger
        </button>
        <button type="button" onClick={press(() => zoom(1 / 1.5))}>
          Smaller
        </button>
        <button type="button" onClick={press(() => look(null))}>
          All places
        </button>
        <button type="button" onClick={press(() => look({ x: 0, y: 0, k: 1 }))}>
          World
        </button>
      </p>
      <svg {...gesture} ref={hand.frame} viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height} role="group" tabIndex={0} aria-label="Map. Arrow keys move it, plus and minus scale it, 0 shows all places; Tab goes from dot to dot. The tables hold the same places." onKeyDown={key}>
        <g transform={center} aria-hidden="true">
          <path class="sea" d={world} />
          <path class="land" d={land} />
        </g>
        {all.map((dot, i) => (
          <DotMark key={dot.rows[0]?.key} dot={dot} label={names[i] ?? null} chosen={dot.rows.some((row) => row.site.id === selected)} select={select} />
        ))}
      </svg>
    </div>
  )
}

type DotProps = { dot: Dot; label: Label | null; chosen: boolean; select(dot: Dot): void }

/** A dot: a circle where a source gives coordinates, a diamond where its city stands for it; a line around it for each standing. */
function DotMark({ dot, label, chosen, select }: DotProps) {
  const [first] = dot.rows
  const kinds = standingsOf(dot.rows)
  const exact = dot.rows.every((row) => row.spot.by === 'own')
  const glyph = dot.rows.length > 1 ? String(dot.rows.length) : first?.standing ? looks[first.standing].glyph : ''
  const act = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    select(dot)
  }
  const words = spoken(dot)
  return (
    <g class={chosen ? 'dot chosen' : 'dot'} data-site={first?.site.id} data-places={dot.rows.length} transform={`translate(${dot.x.toFixed(1)} ${dot.y.toFixed(1)})`} onClick={act}>
      <title>{words}</title>
      {label?.lead && <line class="lead-line" y2={label.lead} />}
      <g role="button" tabindex={0} aria-pressed={chosen} aria-label={words} onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && act(event)}>
        <path class="ground" d={ring(exact, kinds.length - 1)} />
        {(kinds.length > 0 ? kinds : standings.slice(-1)).map((standing, i) => (
          <g key={standing} class={`line is-${looks[standing].line}`}>
            <path class="stroke" d={ring(exact, i)} />
          </g>
        ))}
        {dot.rows.some((row) => row.contested) && <path class="bars" d="M-3 -16v6M3 -16v6" />}
        <text class={`inside is-${looks[first?.standing ?? 'UNASSERTED'].line}`} y={4}>
          {glyph}
        </text>
      </g>
      {label && (
        <text class="name" text-anchor={label.anchor} x={label.x} y={label.y} aria-hidden="true">
          {dot.name}
        </text>
      )}
    </g>
  )
}

function ring(exact: boolean, i: number): string {
  const r = 9 + 4 * Math.max(0, i)
  return exact ? `M0 ${-r}A${r} ${r} 0 1 1 -0.01 ${-r}Z` : `M0 ${-r - 2}L${r + 2} 0L0 ${r + 2}L${-r - 2} 0Z`
}

/**
 * Where the map looks: as the link says, else so that all places are seen. What moves it is held here while it goes on, and written to the
 * link when it rests. Null looks at all again.
 */
function useLook(rows: Row[], size: Size) {
  const explorer = useExplorer()
  const frame = useRef<SVGSVGElement>(null)
  const [held, hold] = useState<Camera | null>()
  const camera = (held === undefined ? readCamera(explorer.state.own['look'] ?? '') : held) ?? fit(rows, size)
  const now = Object.assign(useRef({ timer: 0 }).current, { explorer, camera, held })
  const look = (to: Camera | null) => {
    now.held = to && kept(to)
    now.camera = now.held ?? fit(rows, size)
    hold(now.held)
  }
  const write = () => {
    const { held, explorer } = now
    if (held === undefined) return
    hold(undefined)
    explorer.go({ own: { ...explorer.state.own, look: held ? written(held) : '' } }, true)
  }
  useEffect(() => () => clearTimeout(now.timer), [])
  const scale = () => scaleOf(now.camera, size.width)
  const hand = {
    frame,
    scale,
    pan: (dx: number, dy: number) => look({ ...now.camera, x: now.camera.x - dx / scale(), y: now.camera.y - dy / scale() }),
    zoomAt: (by: number, x: number, y: number) => {
      const { left = 0, top = 0 } = frame.current?.getBoundingClientRect() ?? {}
      look(nearer(now.camera, by, x - left - size.width / 2, y - top - size.height / 2, size.width))
    },
    rest: (soon = 0) => {
      clearTimeout(now.timer)
      now.timer = setTimeout(write, soon)
    },
  }
  return { camera, look, zoom: (by: number) => look({ ...now.camera, k: now.camera.k * by }), hand }
}
