// The chosen entities and their ties as a picture; the table has the same content.
import { useMemo, useRef } from 'preact/hooks'
import { Fold } from '../parts/fold'
import { CutOff, Failed, Loading } from '../parts/states'
import { count } from '../parts/words'
import { Unshown } from '../shell/problems'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { Canvas } from './graph/canvas'
import { Selected } from './graph/selected'
import { nearest } from './graph/steps'
import { useDrawing } from './graph/use-drawing'
import { useLayout } from './graph/use-layout'
import { Around, NoTies } from './around'
import type { ViewProps } from './register'
import { Exports } from './exports'
import { Most } from './most'
import { useTies } from './set-ties'
import { countsAll, linksOf, notAll, notShown, type SetTies } from './ties'

export function GraphView({ members, stale, beyond = 0 }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Graph of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const answer = useTies(state, members, stale)
  const before = useRef<SetTies | null>(null) // it stays while the next one is read, and with it the focus and where things stand
  if (answer.failure) return <Failed what="The graph" failure={answer.failure} retry={answer.retry} />
  const graph = answer.data ?? before.current
  if (!graph) return <Loading what="the graph" />
  before.current = graph
  return <Drawn graph={graph} members={members.length} chosen={members.length + beyond} loading={!answer.data} />
}

function Drawn({ graph, members, chosen, loading }: { graph: SetTies; members: number; chosen: number; loading: boolean }) {
  const { state, go } = useExplorer()
  const { entities, ties } = graph
  const cut = notAll(chosen, graph)
  const links = useMemo(() => linksOf(ties), [graph])
  const layout = useLayout(entities, links)
  const hidden = useMemo(() => notShown(entities, ties), [graph])
  const left = [...hidden.values()].reduce((sum, n) => sum + n, 0)
  const exact = countsAll(state) // else a tie left out between two that are shown is counted at both ends
  const selected = state.own['node'] ?? ''
  const missing = loading || selected === '' || entities.some((e) => e.id === selected) ? [] : [selected]
  const drawing = useDrawing(ties, layout, selected)
  const waiting = drawing?.lines.filter((line) => line.at === null).length ?? 0
  const place = useRef<HTMLDivElement>(null)
  const select = (id: string) => go({ own: { ...state.own, node: id } })
  const hide = (id: string) => {
    const here = layout.spots?.filter((spot) => entities.some((e) => e.id === spot.id)) ?? []
    place.current?.querySelector<SVGElement>(`[data-node="${nearest(here, id)?.id}"] [role=button]`)?.focus() // the focus goes on to what stays
    go({ set: entities.map((e) => e.id).filter((other) => other !== id), own: { ...state.own, node: '', around: 'no' } })
  }
  return (
    <>
      <Unshown ids={missing} why="is not among the entities that are shown" />
      <div class="bar controls">
        <p role="status">
          {loading ? 'Loading the graph… ' : ''}
          {count(ties.length, 'tie', 'ties')} among {count(entities.length, 'entity', 'entities')}; {exact || left === 0 ? '' : 'up to '}
          {count(left, 'tie', 'ties')} of theirs not shown
        </p>
        <div class="tools">
          <Around members={members} />
          <Fold summary="Size, layout and files">
            <div class="tools">
              <Most />
              <p class="actions">
                <button type="button" onClick={layout.again}>
                  Lay out anew
                </button>
              </p>
              <Exports graph={graph} chosen={chosen} spots={layout.spots} />
            </div>
          </Fold>
        </div>
      </div>
      {cut && <CutOff>{cut} Choose fewer entities or fewer kinds of ties.</CutOff>}
      {ties.length === 0 && <NoTies members={members} />}
      <div class="graph" ref={place}>
        <div>
          {drawing ? <Canvas entities={entities} drawing={drawing} hidden={{ of: hidden, exact }} layout={layout} selected={selected} select={select} hide={hide} /> : <Loading what="the layout" />}
          <p class="note hint">
            {waiting > 0 && <>The words of {count(waiting, 'tie has', 'ties have')} no room; point at a line, or select its end, to read them. </>}
            <span class="fingers">One finger moves the drawing sideways, two move and scale it; one that rests on an entity takes hold of it.</span>
          </p>
        </div>
        <Selected id={selected} entities={entities} ties={ties} hide={hide} layout={layout} />
      </div>
    </>
  )
}
