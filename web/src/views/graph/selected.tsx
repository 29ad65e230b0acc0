// The selected entity: what it is tied to here, in words, and what more of it can be shown.
import { useState } from 'preact/hooks'
import { ask, failureOf, type Failure } from '../../api/client'
import { useQuery } from '../../api/use'
import type { Modality, Tie, TieFacet } from '../../api/types'
import { Denial } from '../../parts/denial'
import { claimIn } from '../../parts/denied'
import { ClaimLink, EntityLink } from '../../parts/links'
import { StandingMark } from '../../parts/standing'
import { Failed, Loading } from '../../parts/states'
import { count, hedge, plain, tieWords } from '../../parts/words'
import facetsQuery from '../../queries/Facets.graphql'
import tiesQuery from '../../queries/EntityTies.graphql'
import { useExplorer } from '../../state/exploration'
import { dates, filter } from '../../state/filter'
import type { Standing } from '../../state/standing'
import { limitOf, type SetTie, type SetTies } from '../ties'
import type { Layout } from './use-layout'

/** How many entities one step adds, and how many ties of a kind are read for it. */
const step = 20
const page = 100

type Props = { id: string; entities: SetTies['entities']; ties: SetTie[]; hide(id: string): void; layout: Layout }

export function Selected({ id, entities, ties, hide, layout }: Props) {
  const entity = entities.find((e) => e.id === id)
  if (!entity) return <p class="note side">Select an entity to read its ties here and to show more of them. A line opens its claim.</p>
  const own = ties.filter((tie) => tie.from.id === id || tie.to.id === id)
  return (
    <section class="side" aria-label="Selected entity">
      <p class="note">{plain(entity.kind)}</p>
      <h2>
        <EntityLink entity={entity} />
      </h2>
      <p class="actions">
        <button type="button" aria-pressed={layout.pinned(id)} onClick={() => layout.pin(id)}>
          {layout.pinned(id) ? 'Unpin' : 'Pin'}
        </button>
        <button type="button" onClick={() => hide(id)}>
          Hide
        </button>
      </p>
      <Expand key={id} id={id} entities={entities} ties={own} />
      <h3>Ties shown</h3>
      <ul class="lines">
        {own.map((tie, i) => (
          <li key={i}>
            <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
              {tieWords({ ...tie, forward: tie.from.id === id })}
            </ClaimLink>
            <EntityLink entity={tie.from.id === id ? tie.to : tie.from} />
            <StandingMark value={tie.standing} contested={tie.contested} />
            <Denial claim={claimIn(tie)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type Kind = { name: string; hedge: string; label: string; direction: 'IN' | 'OUT'; standings: Standing[]; modality: Modality; count: number }

/** The kinds of ties of the entity with their counts; each can be shown. */
function Expand({ id, entities, ties }: { id: string; entities: SetTies['entities']; ties: SetTie[] }) {
  const { state, go } = useExplorer()
  const most = limitOf(state)
  const [failed, setFailed] = useState<{ kind: Kind; failure: Failure } | null>(null)
  const answer = useQuery<{ entity: Record<Modality, TieFacet[]> }>(facetsQuery, { id, ...filter(state), ...dates(state) })
  if (answer.failure) return <Failed what="The kinds of its ties" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="the kinds of its ties" />
  const show = async (kind: Kind) => {
    setFailed(null)
    try {
      const wanted = { predicates: [kind.name], standings: kind.standings, modalities: [kind.modality], direction: kind.direction }
      const { data } = await ask<{ entity: { ties: { edges: Tie[] } } }>(tiesQuery, { id, filter: wanted, first: page, ...dates(state) })
      const here = entities.map((e) => e.id)
      const more = [...new Set(data.entity.ties.edges.map((tie) => tie.node.id))].filter((other) => !here.includes(other)).slice(0, step)
      go({ set: [...here, ...more].slice(0, most), own: { ...state.own, node: id, around: 'no' } })
    } catch (cause) {
      setFailed({ kind, failure: failureOf(cause) })
    }
  }
  return (
    <div class="growth">
      <h3>Show more</h3>
      <ul class="kinds">
        {kinds(answer.data.entity).map((kind) => {
          const left = kind.count - shownOf(kind, id, ties)
          const press = (event: Event) => {
            if (left <= step) (event.currentTarget as Element).closest('li')?.focus() // the button goes, its row stays
            void show(kind)
          }
          return (
            <li key={kind.name + kind.direction + kind.hedge} tabIndex={-1}>
              <span>{kind.label}</span>
              {left > 0 ? (
                <button type="button" onClick={press}>
                  {left > step ? `${step} of ${left}` : `+${left}`}
                  <span class="visually-hidden"> more that it {kind.label}</span>
                </button>
              ) : (
                <span class="note">all {kind.count} shown</span>
              )}
            </li>
          )
        })}
      </ul>
      {entities.length >= most && <p class="note">{count(most, 'entity is', 'entities are')} the most that can be chosen; hide some to show others.</p>}
      {failed && <Failed what="More ties" failure={failed.failure} retry={() => void show(failed.kind)} />}
    </div>
  )
}

/** What is tied in the same way, and may be said in the same tone: what is only alleged, or only possible, is counted apart. */
function kinds(facets: Record<Modality, TieFacet[]>): Kind[] {
  const byKey = new Map<string, Kind>()
  for (const [modality, some] of Object.entries(facets) as [Modality, TieFacet[]][]) {
    for (const { predicate, direction, standing, count: n } of some) {
      const tone = hedge({ standing, modality })
      const key = predicate.name + direction + tone
      const label = tieWords({ standing, modality, predicate, forward: direction === 'OUT' })
      const kind = byKey.get(key) ?? { name: predicate.name, hedge: tone, label, direction, standings: [], modality, count: 0 }
      byKey.set(key, { ...kind, standings: [...kind.standings, standing], count: kind.count + n })
    }
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

function shownOf(kind: Kind, id: string, ties: SetTie[]): number {
  return ties.filter((tie) => tie.predicate.name === kind.name && hedge(tie) === kind.hedge && (kind.direction === 'OUT' ? tie.from.id : tie.to.id) === id).length
}
