// Two of the chosen entities: the ties to the same far ends that both have, and those that only one has.
import type { Ahead } from '../../api/ahead'
import { useAll } from '../../api/all'
import { listAhead } from '../../api/use'
import type { Named, PageInfo, Tie } from '../../api/types'
import { claimIn, deniedBy } from '../../parts/denied'
import { Foreign } from '../../parts/foreign'
import { ClaimLink, EntityLink } from '../../parts/links'
import { Section } from '../../parts/listing'
import { StandingMark } from '../../parts/standing'
import { CutOff, Empty, Failed, Loading } from '../../parts/states'
import { Table, type Column } from '../../parts/table'
import { count, plain, share, tieWords } from '../../parts/words'
import query from '../../queries/CompareTies.graphql'
import { useExplorer } from '../../state/exploration'
import { dates, filter } from '../../state/filter'
import { unfiltered, type Exploration } from '../../state/fragment'
import { Unshown } from '../../shell/problems'
import { parts, weakest, type Pair } from './shared'

type Data = { entity: { ties: { totalCount: number; pageInfo: PageInfo; edges: Tie[] } } }

/** The most ties of one entity that are compared. */
const most = 500

export function TwoEntities({ members }: { members: Named[] }) {
  const { state, go } = useExplorer()
  const [a, b] = sides(state, members)
  const missing = ['left', 'right'].map((key) => state.own[key] ?? '').filter((id) => id !== '' && !members.some((m) => m.id === id))
  if (!a || !b) return <Empty>Choose a second entity: search for it above, and it is added here.</Empty>
  const pick = (key: string, words: string, chosen: Named, other: Named) => (
    <label>
      {words}
      <select value={chosen.id} onChange={(event) => go({ own: { ...state.own, left: a.id, right: b.id, [key]: event.currentTarget.value } })}>
        {members.map((member) => (
          <option key={member.id} value={member.id} disabled={member.id === other.id}>
            {member.name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <Unshown ids={missing} why="is not among the chosen entities" />
      <form class="filters two" aria-label="The two entities" onSubmit={(event) => event.preventDefault()}>
        {pick('left', 'A', a, b)}
        {pick('right', 'B', b, a)}
      </form>
      <Compared key={`${a.id} ${b.id}`} a={a} b={b} />
    </>
  )
}

/** The two that a link names, else the first two. */
function sides<T extends { id: string }>(state: Exploration, members: T[]): [T | undefined, T | undefined] {
  const a = members.find((m) => m.id === state.own['left']) ?? members[0]
  return [a, members.find((m) => m.id === state.own['right'] && m.id !== a?.id) ?? members.find((m) => m.id !== a?.id)]
}

function variables(state: Exploration, id: string): object {
  return { id, filter: filter(state), first: 100, ...dates(state) }
}

export function entitiesAhead(state: Exploration, ids: string[]): Ahead[] {
  const [a, b] = sides(state, ids.map((id) => ({ id })))
  return a && b ? [a, b].map(({ id }) => listAhead(query, variables(state, id))) : []
}

function useTies(id: string) {
  const { state } = useExplorer()
  return useAll<Data, Tie>(query, variables(state, id), ({ entity: { ties } }) => ({ items: ties.edges, total: ties.totalCount, page: ties.pageInfo }), most)
}

function Compared({ a, b }: { a: Named; b: Named }) {
  const { state } = useExplorer()
  const left = useTies(a.id)
  const right = useTies(b.id)
  const failed = left.failure ? left : right
  if (failed.failure) return <Failed what={`The ties of ${failed === left ? a.name : b.name}`} failure={failed.failure} retry={() => (left.retry(), right.retry())} />
  if (left.loading || right.loading) return <Loading what="the ties of both" />
  const { both, onlyA, onlyB, between } = parts(left.items, right.items, { a: a.id, b: b.id })
  const none = left.items.length + right.items.length === 0
  return (
    <>
      {(left.cut || right.cut) && (
        <CutOff>
          Not all is compared: {left.items.length} of {count(left.total ?? 0, 'tie', 'ties')} of A and {right.items.length} of {(right.total ?? 0).toLocaleString('en')} of B. What is shown of one alone may be shared.
        </CutOff>
      )}
      {!none && (
        <div class="tally" role="status">
          <ul class="facts">
            <Tally part="both" words="= of both" n={both.length} />
            <Tally part="onlyA" words="A alone" n={onlyA.length} />
            <Tally part="onlyB" words="B alone" n={onlyB.length} />
            <Tally part="between" words="with each other" n={between.length} />
          </ul>
        </div>
      )}
      {none && <Empty>{unfiltered(state) ? 'Neither has a tie on file.' : 'No tie of either passes these filters.'}</Empty>}
      {!none && both.length === 0 && <Empty>No tie that both have is on file. That is not the same as having nothing to do with each other.</Empty>}
      <Part id="between" title="With each other" pairs={between} columns={ofA} />
      <Part id="both" title="Of both" pairs={both} columns={ofBoth} />
      <Part id="onlyA" title="A alone:" name={a.name} pairs={onlyA} columns={ofA} />
      <Part id="onlyB" title="B alone:" name={b.name} pairs={onlyB} columns={ofB} />
    </>
  )
}

/** How many there are of a part; of an empty one nothing is told. */
function Tally({ part, words, n }: { part: string; words: string; n: number }) {
  if (n === 0) return null
  return (
    <li data-part={part}>
      {words}: {n}
    </li>
  )
}

function Part({ id, title, name, pairs, columns }: { id: string; title: string; name?: string; pairs: Pair[]; columns: Column<Pair>[] }) {
  if (pairs.length === 0) return null
  return (
    <Section id={id} title={name ? `${title} ${name}` : title} count={pairs.length}>
      <Table label={title} columns={columns} rows={pairs} id={(pair, i) => weakest(pair).claim.id + i} />
    </Section>
  )
}

const head: Column<Pair>[] = [
  {
    name: 'Tie',
    cell: (pair) => tieWords({ ...weakest(pair), shareMin: null, shareMax: null }),
  },
  {
    name: 'Tied to',
    cell: (pair) => (
      <>
        <EntityLink entity={weakest(pair).node} /> <span class="note">{plain(weakest(pair).node.kind)}</span>
      </>
    ),
  },
]

const denied: Column<Pair> = {
  name: 'Denied by',
  cell: (pair) => {
    const denials = [...new Set([...pair.a, ...pair.b].map((tie) => deniedBy(claimIn(tie))))].filter((words) => words !== '')
    return denials.length > 0 ? <Foreign>{denials.join('; ')}</Foreign> : null
  },
}

/** How the tie stands at one of the two, each claim with its evidence one step away. */
function side(name: string, key: 'a' | 'b'): Column<Pair> {
  return {
    name,
    cell: (pair) =>
      pair[key].map((tie, i) => (
        <div key={i}>
          <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
            <StandingMark value={tie.standing} contested={tie.contested} />
          </ClaimLink>
          <p class="note">
            <Foreign>{[share(tie.shareMin, tie.shareMax), tie.period.text].filter((part) => part !== '').join(' ')}</Foreign>
          </p>
        </div>
      )),
  }
}

const ofA = [...head, side('Standing', 'a'), denied]
const ofB = [...head, side('Standing', 'b'), denied]
const ofBoth = [...head, side('A', 'a'), side('B', 'b'), denied]
