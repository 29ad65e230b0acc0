// What is let through: alleged ties, predicates, and dates. Standings are switched in the legend.
import { useQuery } from '../api/use'
import type { Predicate } from '../api/types'
import { DayInput } from '../parts/day-input'
import { Fold, Opened } from '../parts/fold'
import { Failed, Loading } from '../parts/states'
import query from '../queries/Predicates.graphql'
import { useExplorer } from '../state/exploration'
import { everything, shownStandings } from '../state/fragment'
import { allegedOnly } from '../state/standing'
import { told } from './told'

/** The filters; `filtered` where more than the dates is obeyed. */
export function Filters({ filtered }: { filtered: boolean }) {
  const { state, go } = useExplorer()
  const include = (alleged: boolean) => go({ alleged, standings: alleged && state.standings.length > 0 ? [...state.standings, ...allegedOnly] : state.standings })
  return (
    <Fold summary={`Filters: ${told(state, filtered)}`}>
      <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        {filtered && (
          <label class="check">
            <input type="checkbox" checked={shownStandings(state).some((value) => allegedOnly.includes(value))} onChange={(event) => include(event.currentTarget.checked)} />
            Include alleged ties
          </label>
        )}
        {filtered && <Predicates />}
        <DayInput words="On the day" value={state.at} take={(at) => go({ at })} />
        <DayInput words="As known on" value={state.knownAt.slice(0, 10)} take={(day) => go({ knownAt: endOf(day) })} />
        {!everything(state) && (
          <button type="button" onClick={(event) => (focusFirst(event.currentTarget.form), go({ alleged: true, standings: [], predicates: [], at: '', knownAt: '' }))}>
            Show everything
          </button>
        )}
      </form>
    </Fold>
  )
}

/** Gives the focus to what stays when a button goes. */
function focusFirst(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('input')?.focus()
}

function endOf(day: string): string {
  return day === '' ? '' : day + 'T23:59:59Z'
}

/** The choice of kinds of ties; `walkable` offers those alone along which paths may pass. */
export function Predicates({ walkable = false }: { walkable?: boolean }) {
  const { state } = useExplorer()
  const n = state.predicates.length
  return (
    <Opened class="choice" summary={n === 0 ? 'All kinds of ties' : n === 1 ? '1 kind of tie' : `${n} kinds of ties`}>
      <PredicateList walkable={walkable} />
    </Opened>
  )
}

function PredicateList({ walkable }: { walkable: boolean }) {
  const { state, go } = useExplorer()
  const answer = useQuery<{ predicates: (Predicate & { objectKinds: string[]; walkable: boolean })[] }>(query, {})
  if (answer.failure) return <Failed what="The kinds of ties" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="the kinds of ties" />
  const toggle = (name: string, on: boolean) => go({ predicates: on ? [...state.predicates, name] : state.predicates.filter((p) => p !== name) })
  return (
    <ul>
      {answer.data.predicates
        .filter((predicate) => (walkable ? predicate.walkable : predicate.objectKinds.length > 0))
        .map(({ name, label }) => (
          <li key={name}>
            <label class="check">
              <input type="checkbox" checked={state.predicates.includes(name)} onChange={(event) => toggle(name, event.currentTarget.checked)} />
              {label}
            </label>
          </li>
        ))}
    </ul>
  )
}
