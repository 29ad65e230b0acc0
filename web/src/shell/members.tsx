// The chosen entities as chips, and the view of them. Ids that are not on file are named and left out.
import { useQuery } from '../api/use'
import type { Named } from '../api/types'
import { EntityLink } from '../parts/links'
import { Empty, Failed, Loading } from '../parts/states'
import { count } from '../parts/words'
import query from '../queries/Members.graphql'
import { useExplorer } from '../state/exploration'
import { shownStandings, workingSet } from '../state/fragment'
import type { View } from '../views/register'
import { Problems } from './problems'

/** How many entities the API takes at once. */
const most = 100

export function Members({ view }: { view: View }) {
  const { state, go } = useExplorer()
  const ids = workingSet(state)
  const asked = ids.slice(0, most)
  const answer = useQuery<{ nodes: (Partial<Named> | null)[] }>(query, ids.length > 0 ? { ids: asked } : null)
  if (ids.length === 0) return <NothingChosen title={view.title} />
  if (answer.failure) return <Failed what="The chosen entities" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="the chosen entities" />
  const members = answer.data.nodes.filter((node): node is Named => typeof node?.name === 'string')
  const unknown = asked.filter((id) => !members.some((member) => member.id === id))
  const problems = unknown.map((id) => `${id} is not on file`)
  if (ids.length > most) problems.push(`only the first ${most} of ${ids.length} entities are shown`)
  const drop = (id: string) => go({ set: ids.filter((other) => other !== id), focus: state.focus === id ? '' : state.focus })
  return (
    <>
      <Problems problems={problems} />
      <section class="set" aria-label="Chosen entities">
        <h1>
          {view.title} <span class="note">of {count(members.length, 'entity', 'entities')}</span>
        </h1>
        <ul class="chips">
          {members.map((member) => (
            <li key={member.id} class="chip">
              <EntityLink entity={member} />
              <button type="button" class="plain" aria-label={`Leave out ${member.name}`} onClick={() => drop(member.id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      </section>
      {members.length === 0 && <NothingChosen title={view.title} />}
      {members.length > 0 && shownStandings(state).length === 0 && <Empty>These filters let nothing through: alleged ties are off, and only they are chosen.</Empty>}
      {members.length > 0 && shownStandings(state).length > 0 && <view.component members={members} />}
    </>
  )
}

function NothingChosen({ title }: { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <Empty>No entity is chosen. Search for one above; each that you choose is added here.</Empty>
    </>
  )
}
