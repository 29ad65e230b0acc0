// The chosen entities as chips, and the view of them. Ids that are not on file are named and left out.
import { useRef } from 'preact/hooks'
import { begin, useForget } from '../api/ahead'
import { askAlong } from '../api/along'
import { useAnswer } from '../api/use'
import type { Named } from '../api/types'
import { Opened } from '../parts/fold'
import { EntityLink } from '../parts/links'
import { Empty, Failed, Loading } from '../parts/states'
import { count } from '../parts/words'
import query from '../queries/Members.graphql'
import { useExplorer } from '../state/exploration'
import { shownStandings, workingSet, type Exploration } from '../state/fragment'
import type { View } from '../views/register'
import { inPages } from '../views/set-ties'
import { Problems } from './problems'

/** How many entities the API takes at once, and how many are named above a view before the rest is folded away. */
const atOnce = 100
const unfolded = 24

const nothing = 'No entity is chosen. Search for one above; each that you choose is added here.'

type Nodes = (Partial<Named> | null)[]

/** Entities by their ids, in as many questions as are needed, along with what the view will ask for. */
async function named(ids: string[], ahead: View['ahead'] | false, state: Exploration, signal: AbortSignal): Promise<{ data: Nodes; cut: [] }> {
  if (ahead) begin(await ahead(state, ids))
  const parts = await Promise.all(inPages(ids, atOnce).map((page) => askAlong<{ nodes: Nodes }>(query, { ids: page }, signal)))
  return { data: parts.flatMap((part) => part.data.nodes), cut: [] }
}

export function Members({ view }: { view: View }) {
  const { state, go } = useExplorer()
  const ids = workingSet(state)
  const most = view.most ?? atOnce
  const asked = ids.slice(0, most)
  const beyond = ids.length - asked.length
  const known = useRef(new Map<string, Named>()).current
  const shown = useRef<Named[]>([])
  const passing = shownStandings(state).length > 0
  const ready = asked.every((id) => known.has(id))
  const answer = useAnswer<Nodes>(ready ? null : 'members ' + asked.join(), (signal, first) => named(asked, first && passing && view.ahead, state, signal))
  useForget(ready || answer.data !== undefined)
  if (ids.length === 0)
    return (
      <>
        <h1>{view.title}</h1>
        <Empty>{nothing}</Empty>
      </>
    )
  if (answer.failure) return <Failed what="The chosen entities" failure={answer.failure} retry={answer.retry} />
  const read = ready || answer.data !== undefined
  if (!read && !(view.keeps && shown.current.length > 0)) return <Loading what="the chosen entities" />
  for (const node of answer.data ?? []) if (node?.id && node.name) known.set(node.id, node as Named)
  if (read) shown.current = asked.flatMap((id) => known.get(id) ?? [])
  const members = shown.current
  const problems = asked.filter((id) => read && !known.has(id)).map((id) => `${id} is not on file`)
  if (beyond > 0) problems.push(`only the first ${most} of ${ids.length} entities are shown`)
  const drop = (id: string) => {
    const own = Object.fromEntries(Object.entries(state.own).filter(([, value]) => value !== id)) // no view has it selected any more
    go({ set: ids.filter((other) => other !== id), focus: state.focus === id ? '' : state.focus, own })
  }
  return (
    <>
      <Problems problems={problems} read />
      <section class="set" aria-label="Chosen entities">
        <h1>
          {view.title} <span class="note">of {count(members.length, 'entity', 'entities')}</span>
        </h1>
        <Chips members={members.slice(0, unfolded)} drop={drop} />
        {members.length > unfolded && (
          <Opened summary={<span class="note">{count(members.length - unfolded, 'more entity', 'more entities')}</span>}>
            <Chips members={members.slice(unfolded)} drop={drop} />
          </Opened>
        )}
      </section>
      {members.length === 0 ? (
        <Empty>{nothing}</Empty>
      ) : !passing ? (
        <Empty>These filters let nothing through: alleged ties are off, and only they are chosen.</Empty>
      ) : (
        <view.component members={members} stale={!read} beyond={beyond} />
      )}
    </>
  )
}

function Chips({ members, drop }: { members: Named[]; drop: (id: string) => void }) {
  return (
    <ul class="chips">
      {members.map((member) => (
        <li key={member.id} class="chip">
          <EntityLink entity={member} />
          <button type="button" class="plain" aria-label={`Leave out ${member.name}`} onClick={(event) => (focusNext(event.currentTarget), drop(member.id))}>
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Gives the focus to the next chip's button, for the one that has it goes. */
function focusNext(button: HTMLElement): void {
  const chip = button.closest('li')
  const next = (chip?.nextElementSibling ?? chip?.previousElementSibling)?.querySelector<HTMLElement>('button')
  ;(next ?? document.getElementById('main'))?.focus({ preventScroll: true })
}
