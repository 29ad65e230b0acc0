// The same entities on two days, or as they were known on two days: what was added, what went, what changed.
import type { Ahead } from '../../api/ahead'
import { useAll } from '../../api/all'
import { listAhead } from '../../api/use'
import type { Named, PageInfo } from '../../api/types'
import { DayInput } from '../../parts/day-input'
import { deniedBy } from '../../parts/denied'
import { Opened } from '../../parts/fold'
import { Foreign } from '../../parts/foreign'
import { ClaimLink } from '../../parts/links'
import { Sentence } from '../../parts/sentence'
import { StandingMark } from '../../parts/standing'
import { beforeFirst, CutOff, Empty, Failed, Loading, NothingThen } from '../../parts/states'
import { Table, type Column } from '../../parts/table'
import { count, day } from '../../parts/words'
import query from '../../queries/CompareClaims.graphql'
import { useExplorer } from '../../state/exploration'
import { shownStandings, type Exploration } from '../../state/fragment'
import { compare, kinds, passes, shareOf, upToBoth, type Change, type ComparedClaim, type Kind } from './diff'

type Data = { claims: { totalCount: number; pageInfo: PageInfo; nodes: ComparedClaim[] } }
type Side = 'a' | 'b'

/** The most claims of one side that are compared. */
const most = 500

export function TwoDays({ members }: { members: Named[] }) {
  const { state } = useExplorer()
  return (
    <>
      <form class="filters two" aria-label="The two days" onSubmit={(event) => event.preventDefault()}>
        <Day side="a" />
        <Day side="b" />
      </form>
      <Overruled />
      {chosen(state) ? <Compared members={members} /> : <Empty>Choose the day of A and the day of B: a day on which things stood so, or one by which they were on file.</Empty>}
    </>
  )
}

/** Names the days of the filters that change nothing here, since both sides have their own. */
function Overruled() {
  const { state } = useExplorer()
  const { at, knownAt, own } = state
  const unused = [at && own['a'] && own['b'] && 'On the day', knownAt && own['ka'] && own['kb'] && 'As known on'].filter(Boolean)
  return unused.length > 0 ? <p class="note">Not used here, since A and B have their own: “{unused.join('” and “')}” of the filters.</p> : null
}

/** Whether a day of either side is. */
function chosen({ own }: Exploration): boolean {
  return Boolean(own['a'] || own['b'] || own['ka'] || own['kb'])
}

function Day({ side }: { side: Side }) {
  const { state, go } = useExplorer()
  const input = (key: string, words: string) => <DayInput words={words} value={state.own[key] ?? ''} take={(day) => go({ own: { ...state.own, [key]: day } })} />
  return (
    <fieldset>
      <legend>{side.toUpperCase()}</legend>
      {input(side, 'As it stood on')}
      {input('k' + side, 'As known on')}
    </fieldset>
  )
}

const dayForm = /^\d{4}-\d\d-\d\d$/

/** What one side asks: its own days, else those of the filters above. */
function moment(state: Exploration, side: Side): { at: string | null; knownAt: string | null } {
  const own = (key: string) => (dayForm.test(state.own[key] ?? '') ? (state.own[key] as string) : '')
  const known = own('k' + side)
  return { at: own(side) || state.at || null, knownAt: known === '' ? state.knownAt || null : known + 'T23:59:59Z' }
}

function words({ at, knownAt }: { at: string | null; knownAt: string | null }): string {
  return [at ? `on ${day(at)}` : 'on any day', knownAt ? `as known on ${day(knownAt)}` : ''].filter((part) => part !== '').join(', ')
}

function variables(state: Exploration, about: string[], side: Side): object {
  return { filter: { about, ...(state.predicates.length > 0 && { predicates: state.predicates }) }, first: 100, ...moment(state, side) }
}

export function daysAhead(state: Exploration, ids: string[]): Ahead[] {
  return chosen(state) ? [listAhead(query, variables(state, ids, 'a')), listAhead(query, variables(state, ids, 'b'))] : []
}

function useSide(members: Named[], side: Side) {
  const { state } = useExplorer()
  return useAll<Data, ComparedClaim>(query, variables(state, members.map((m) => m.id), side), ({ claims }) => ({ items: claims.nodes, total: claims.totalCount, page: claims.pageInfo }), most)
}

function Compared({ members }: { members: Named[] }) {
  const { state, go } = useExplorer()
  const a = useSide(members, 'a')
  const b = useSide(members, 'b')
  const side = a.failure ? 'a' : 'b'
  const failure = a.failure ?? b.failure
  const known = state.own['k' + side]
  if (failure?.code === beforeFirst && known) return <NothingThen known={known} clear={() => go({ own: { ...state.own, ['k' + side]: '' } })} />
  if (failure) return <Failed what={`Side ${side.toUpperCase()}`} failure={failure} retry={() => (a.retry(), b.retry())} />
  if (a.loading || b.loading) return <Loading what="both sides" />
  const [before, after] = upToBoth(a.items, b.items, { a: a.cut, b: b.cut })
  const all = compare(before, after)
  const rows = all.filter((change) => passes(change, shownStandings(state)))
  const changed = rows.filter((change) => change.kinds.length > 0)
  const same = rows.filter((change) => change.kinds.length === 0)
  const hidden = all.length - rows.length
  return (
    <>
      {(a.cut || b.cut) && <CutOff>Not all is compared: the first {before.length} of {Math.max(a.total ?? 0, b.total ?? 0)} claims. Choose fewer entities or fewer kinds of ties.</CutOff>}
      <Counts changed={changed} same={same.length} hidden={hidden} />
      {all.length === 0 && <Empty>Nothing about these entities is said to hold on either side.</Empty>}
      {all.length > 0 && changed.length === 0 && <Empty>Nothing changed between A and B, as far as it is on file{hidden > 0 ? ' and passes the filters' : ''}.</Empty>}
      {changed.length > 0 && <Table label="Changes" columns={columns(state)} rows={changed} id={id} />}
      {same.length > 0 && <Unchanged rows={same} />}
    </>
  )
}

function id({ before, after }: Change): string {
  return `${before?.id} ${after?.id}`
}

function Counts({ changed, same, hidden }: { changed: Change[]; same: number; hidden: number }) {
  const { state } = useExplorer()
  return (
    <div class="tally" role="status">
      <p>
        A: {words(moment(state, 'a'))}. B: {words(moment(state, 'b'))}.
      </p>
      <ul class="facts">
        {(Object.keys(kinds) as Kind[]).map((kind) => {
          const n = changed.filter((change) => change.kinds.includes(kind)).length
          return (
            n > 0 && (
              <li key={kind} data-kind={kind} title={kinds[kind].meaning}>
                <Sign kind={kind} />: {n}
              </li>
            )
          )
        })}
        {changed.length === 0 && <li>nothing changed</li>}
        <li data-kind="same">= unchanged: {same}</li>
        {hidden > 0 && <li>{count(hidden, 'row', 'rows')} hidden by the filters</li>}
      </ul>
    </div>
  )
}

function Sign({ kind }: { kind: Kind }) {
  const { glyph, word } = kinds[kind]
  return (
    <span class="change">
      <span class="glyph" aria-hidden="true">
        {glyph}
      </span>{' '}
      {word}
    </span>
  )
}

function columns(state: Exploration): Column<Change>[] {
  return [
    { name: 'Change', cell: ({ kinds: list }) => (list.length === 0 ? '= unchanged' : list.map((kind) => <Sign key={kind} kind={kind} />)) },
    { name: 'What', cell: (change) => <What change={change} /> },
    { name: `A, ${words(moment(state, 'a'))}`, cell: ({ before }) => <Stand claim={before} /> },
    { name: `B, ${words(moment(state, 'b'))}`, cell: ({ after }) => <Stand claim={after} /> },
    { name: 'Denied by', cell: ({ before, after }) => <Denial before={before} after={after} /> },
  ]
}

/** The sentence of B, else of A; of a changed value both, since each is a claim of its own. */
function What({ change: { before, after, kinds: list } }: { change: Change }) {
  const shown = list.includes('value') ? [before, after] : [after ?? before]
  return (
    <>
      {shown.map(
        (claim) =>
          claim && (
            <p key={claim.id}>
              <ClaimLink id={claim.id}>
                <Sentence text={claim.sentence} />
              </ClaimLink>
            </p>
          ),
      )}
    </>
  )
}

function Stand({ claim }: { claim: ComparedClaim | null }) {
  if (!claim?.standing) return <span class="note">not said to hold</span>
  return (
    <>
      <StandingMark value={claim.standing} contested={claim.contested} />
      <p class="note">
        <Foreign>
          {shareOf(claim)} {claim.period?.text}
        </Foreign>
      </p>
    </>
  )
}

function Denial({ before, after }: { before: ComparedClaim | null; after: ComparedClaim | null }) {
  const [was, is] = [before && deniedBy(before), after && deniedBy(after)]
  const differ = was !== null && is !== null && was !== is
  const shown = differ ? `A: ${was || 'nobody'}; B: ${is || 'nobody'}` : (is ?? was)
  return shown ? <Foreign>{shown}</Foreign> : null
}

function Unchanged({ rows }: { rows: Change[] }) {
  const { state } = useExplorer()
  return (
    <Opened class="part" id="unchanged" summary={`${count(rows.length, 'claim is', 'claims are')} unchanged`}>
      <Table label="Unchanged" columns={columns(state)} rows={rows} id={id} />
    </Opened>
  )
}
