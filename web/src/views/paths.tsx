// Paths from one entity to another, or to any of a kind: each hop with its standing and its quote, the weakest one marked.
import { begin, useForget } from '../api/ahead'
import { askAlong } from '../api/along'
import { useAnswer, useQuery } from '../api/use'
import type { Named, Predicate } from '../api/types'
import { Fold } from '../parts/fold'
import { EntityLink } from '../parts/links'
import { CutOff, Empty, Failed, Loading } from '../parts/states'
import { count, plain } from '../parts/words'
import membersQuery from '../queries/Members.graphql'
import query from '../queries/Paths.graphql'
import totalQuery from '../queries/PathTotal.graphql'
import predicatesQuery from '../queries/Predicates.graphql'
import { Problems } from '../shell/problems'
import { useTitle } from '../shell/title'
import { told as filters } from '../shell/told'
import { useExplorer } from '../state/exploration'
import { Form } from './paths/form'
import { OnePath } from './paths/one'
import { cutWords, firstOnly, leftOut, settings, shownOf, shownPaths, told, variables, type Settings } from './paths/question'
import type { Found, PathCount } from './paths/types'

type Nodes = { nodes: (Partial<Named> | null)[] }

export function Paths() {
  const { state } = useExplorer()
  const now = settings(state)
  const ids = [now.from, now.to].filter((id) => id !== '')
  const question = state.predicates.length === 0 ? variables(state, []) : null
  const ends = useAnswer<Nodes>(ids.length > 0 ? `ends ${ids.join()}` : null, (signal, first) => {
    if (first && question) begin([[keyOf(question), () => askPaths(question, Number(now.most))]])
    return askAlong(membersQuery, { ids }, signal)
  })
  useForget(ends.data !== undefined)
  const named = (ends.data?.nodes ?? []).filter((node): node is Named => typeof node?.name === 'string')
  const [from, to] = [now.from, now.to].map((id) => named.find((node) => node.id === id))
  useTitle(from ? `Paths from ${from.name}` : 'Paths')
  const unknown = ends.data ? ids.filter((id) => !named.some((node) => node.id === id)) : []
  const filtered = filters({ ...state, alleged: true, at: '', knownAt: '' }, true) // the dates are told above
  return (
    <>
      <h1>Paths</h1>
      <Problems problems={unknown.map((id) => `${id} is not on file`)} />
      <Fold summary={`Ends and settings: ${told(now)}${filtered === 'none' ? '' : '; ' + filtered}`} begun={now.from === ''}>
        <Form from={from} to={to} />
      </Fold>
      {now.from === '' && <Empty>Choose where the paths begin. Nothing is chosen yet.</Empty>}
      {now.from !== '' && now.from === now.to && <Empty>A path ends at another entity than the one from which it begins. Choose another end.</Empty>}
      {ends.loading && <Loading what="the ends of the paths" />}
      {ends.failure && <Failed what="The ends of the paths" failure={ends.failure} retry={ends.retry} />}
      {ends.data && from && unknown.length === 0 && from !== to && <Search from={from} to={to} now={now} />}
    </>
  )
}

/** How many paths are counted at most. */
const counted = 100

/** How many paths there are, not only the first. */
async function countPaths(question: object, signal?: AbortSignal): Promise<PathCount> {
  type Data = { paths: { paths: object[]; truncated: object | null } }
  const { paths, truncated } = (await askAlong<Data>(totalQuery, { ...question, first: counted }, signal)).data.paths
  return { count: paths.length, atLeast: truncated !== null || paths.length === counted }
}

/** The paths, and along with them how many there are, which is known without asking where fewer are found than were asked for. */
async function askPaths(question: object, asked: number, signal?: AbortSignal): Promise<{ data: { paths: Found }; cut: [] }> {
  const [{ data }, all] = await Promise.all([askAlong<{ paths: Omit<Found, 'total'> }>(query, question, signal), countPaths(question, signal)])
  const { paths: found } = data
  const total = found.paths.length < asked ? { count: found.paths.length, atLeast: found.truncated !== null } : all
  return { data: { paths: { ...found, total } }, cut: [] }
}

function keyOf(question: object): string {
  return JSON.stringify(['paths', question])
}

/** Asks for the paths; when kinds of ties are chosen, it asks first along which of them a path may pass. */
function Search({ from, to, now }: { from: Named; to: Named | undefined; now: Settings }) {
  const { state } = useExplorer()
  const rows = useQuery<{ predicates: (Predicate & { walkable: boolean })[] }>(predicatesQuery, state.predicates.length > 0 ? {} : null)
  const walkable = rows.data?.predicates.filter((row) => row.walkable).map((row) => row.name)
  const along = state.predicates.filter((name) => walkable?.includes(name) !== false)
  const ready = state.predicates.length === 0 || (walkable && along.length > 0)
  const question = ready ? variables(state, walkable ?? []) : null
  const answer = useAnswer(question && keyOf(question), (signal) => askPaths(question ?? {}, Number(now.most), signal))
  if (rows.failure) return <Failed what="The kinds of ties" failure={rows.failure} retry={rows.retry} />
  if (walkable && along.length === 0) return <Empty>No path may pass along the chosen kinds of ties. Choose others, or all.</Empty>
  if (answer.failure) return <Failed what="The paths" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="paths" />
  return <Result found={answer.data.paths} ends={`from ${from.name} to ${to ? to.name : `any ${plain(now.kind)}`}`} idle={state.predicates.length - along.length} />
}

function Result({ found, ends, idle }: { found: Found; ends: string; idle: number }) {
  const { state, go } = useExplorer()
  const shown = shownPaths(state, found.paths)
  const hidden = found.paths.length - shown.length
  const { alleged } = found.excluded
  return (
    <>
      <div class="paths-found">
        <p role="status">
          <bdi>
            {shownOf(shown.length, found.total)} {ends}.
          </bdi>{' '}
          {leftOut(found).join(' ')}
        </p>
        {alleged && alleged.count > 0 && (
          <button type="button" onClick={() => (focusNext(), go({ own: { ...state.own, alleged: 'yes' }, alleged: true }))}>
            Include alleged ties
          </button>
        )}
      </div>
      {found.paths.length === 0 && <p class="note">That no path is found says what is on file here. It does not mean that there is no connection.</p>}
      {hidden > 0 && <CutOff>{count(hidden, 'path is', 'paths are')} hidden by the filter of standings.</CutOff>}
      {idle > 0 && <CutOff>{count(idle, 'chosen kind of ties is', 'chosen kinds of ties are')} left out, since no path may pass along them.</CutOff>}
      {firstOnly(found) !== '' && <p class="note">{firstOnly(found)}</p>}
      {found.truncated && <CutOff>{cutWords(found.truncated)}</CutOff>}
      {found.excludedHubs.length > 0 && <Hubs hubs={found.excludedHubs} />}
      <ol class="paths">
        {shown.map((path, i) => (
          <OnePath key={i} path={path} n={i + 1} />
        ))}
      </ol>
    </>
  )
}

/** Gives the focus to the same setting, or where that is folded away to the view. */
function focusNext(): void {
  const same = document.querySelector<HTMLElement>('.ends [name=alleged]')
  ;(same?.checkVisibility() ? same : document.getElementById('main'))?.focus({ preventScroll: true })
}

function Hubs({ hubs }: { hubs: Found['excludedHubs'] }) {
  return (
    <CutOff>
      Not passed through, since so much is tied to them:{' '}
      {hubs.map(({ entity, degree }, i) => (
        <span key={entity.id}>
          {i > 0 && ', '}
          <EntityLink entity={entity} /> ({count(degree, 'tie', 'ties')})
        </span>
      ))}
      .
    </CutOff>
  )
}
