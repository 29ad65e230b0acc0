// The chosen entities and their ties as a picture; the table has the same content.
import { useMemo } from 'preact/hooks'
import { useQuery } from '../api/use'
import { CutOff, Empty, Failed, Loading } from '../parts/states'
import { count, plain } from '../parts/words'
import query from '../queries/Ties.graphql'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { allegedOnly, standings } from '../state/standing'
import { Canvas } from './graph/canvas'
import { Selected } from './graph/selected'
import { useLayout } from './graph/use-layout'
import { Around } from './around'
import type { ViewProps } from './register'
import { setTies, type SetTie, type SetTies } from './ties'

export function GraphView({ members }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Graph of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const answer = useQuery<{ subgraph: SetTies }>(query, setTies(state, members))
  if (answer.failure) return <Failed what="The graph" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="the graph" />
  return <Drawn graph={answer.data.subgraph} members={members.length} />
}

function Drawn({ graph, members }: { graph: SetTies; members: number }) {
  const { state, go } = useExplorer()
  const { entities, ties, truncated } = graph
  const links = useMemo(() => ties.map((tie) => ({ from: tie.from.id, to: tie.to.id })), [graph])
  const layout = useLayout(entities, links)
  const hidden = useMemo(() => notShown(entities, ties), [graph])
  const left = [...hidden.values()].reduce((sum, n) => sum + n, 0)
  const selected = state.own['node'] ?? ''
  const select = (id: string) => go({ own: { ...state.own, node: id } })
  const hide = (id: string) => go({ set: entities.map((e) => e.id).filter((other) => other !== id).slice(0, 100), own: { around: 'no' } })
  return (
    <>
      <div class="bar">
        <p role="status">
          {count(ties.length, 'tie', 'ties')} among {count(entities.length, 'entity', 'entities')}; {count(left, 'tie', 'ties')} of theirs not shown
        </p>
        <Around members={members} />
        <p class="actions">
          <button type="button" onClick={layout.again}>
            Lay out anew
          </button>
        </p>
      </div>
      {truncated && <CutOff>Not all is shown: {plain(truncated.reason)}, at most {truncated.limit}. Choose fewer entities or fewer kinds of ties.</CutOff>}
      {ties.length === 0 && <Empty>No tie among these entities passes. Their neighbours may lead further.</Empty>}
      <div class="graph">
        {layout.spots ? <Canvas entities={entities} ties={ties} hidden={hidden} layout={layout} spots={layout.spots} selected={selected} select={select} hide={hide} /> : <Loading what="the layout" />}
        <Selected id={selected} entities={entities} ties={ties} hide={hide} layout={layout} />
      </div>
    </>
  )
}

/** How many safe and alleged ties of each entity are not in the picture. */
function notShown(entities: SetTies['entities'], ties: SetTie[]): Map<string, number> {
  const counted = new Set([...standings.filter((s) => !['REFUTED', 'RETRACTED', 'UNASSERTED'].includes(s)), ...allegedOnly])
  const here = new Map<string, number>()
  for (const tie of ties) {
    if (!counted.has(tie.standing)) continue
    for (const id of new Set([tie.from.id, tie.to.id])) here.set(id, (here.get(id) ?? 0) + 1)
  }
  return new Map(entities.map((e) => [e.id, Math.max(0, e.degree - (here.get(e.id) ?? 0))]))
}
