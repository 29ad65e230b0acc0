// When it happened, how long it held, when it was said, published and learnt: the chosen entities on one axis of time, and as rows.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Ahead } from '../api/ahead'
import { useAll } from '../api/all'
import { listAhead } from '../api/use'
import type { PageInfo } from '../api/types'
import { DayInput } from '../parts/day-input'
import { Denial } from '../parts/denial'
import { Foreign } from '../parts/foreign'
import { ClaimLink } from '../parts/links'
import { Section } from '../parts/listing'
import { Sentence } from '../parts/sentence'
import { StandingMark } from '../parts/standing'
import { CutOff, Empty, Failed, Loading } from '../parts/states'
import { Table, type Column, type Sorting } from '../parts/table'
import { count, day, instant as toMinute } from '../parts/words'
import query from '../queries/Timeline.graphql'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { dates } from '../state/filter'
import { shownStandings, unfiltered, type Exploration } from '../state/fragment'
import { standings } from '../state/standing'
import { dayOf, hull } from './timeline/days'
import { isShown } from './timeline/lanes'
import { families, learntAt, marksOf, tracks, type Mark, type TimedClaim, type Undated } from './timeline/marks'
import { Picture, Signs } from './timeline/picture'
import { moved, shownDays, type Move } from './timeline/scale'
import type { ViewProps } from './register'

type Data = { claims: { totalCount: number; pageInfo: PageInfo; nodes: TimedClaim[] } }

/** The most claims that are drawn, of the entities and of the measures that name them. */
const most = 300
/** How many ids the API takes at once. */
const ids = 100
/** How many claims are asked for at once, with all that is said of them. */
const page = 75
/** What of a measure tells its days. */
const ofMeasures = ['AMENDS', 'ANNULS', 'DATED', 'PROVISION', 'REPLACES', 'STAYS', 'UPHOLDS']

function variables(state: Exploration, about: string[], predicates: string[]): object {
  return { filter: { about: about.slice(0, ids), ...(predicates.length > 0 && { predicates }) }, first: page, ...dates(state) }
}

export function timelineAhead(state: Exploration, about: string[]): Ahead[] {
  return [listAhead(query, variables(state, about, state.predicates))]
}

function useClaims(about: string[], predicates: string[], large = false) {
  const { state } = useExplorer()
  return useAll<Data, TimedClaim>(query, variables(state, about, predicates), ({ claims }) => ({ items: claims.nodes, total: claims.totalCount, page: claims.pageInfo }), most, large)
}

export function TimelineView({ members }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Timeline of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const answer = useClaims(members.map((m) => m.id), state.predicates)
  if (answer.failure) return <Failed what="The timeline" failure={answer.failure} retry={answer.retry} />
  if (answer.loading) return <Loading what="the timeline" />
  const claims = answer.items
  const measures = [...members, ...claims.flatMap((claim) => (claim.object ? [claim.subject, claim.object] : [claim.subject]))].filter((one) => one.kind === 'MEASURE')
  const about = [...new Set(measures.map((one) => one.id))]
  const predicates = ofMeasures.filter((name) => state.predicates.length === 0 || state.predicates.includes(name))
  const left = answer.cut ? [`${claims.length} of ${answer.total} claims about the chosen entities are drawn`] : []
  const single = members.length === 1 ? (members[0]?.id ?? '') : ''
  if (about.length === 0 || predicates.length === 0) return <Drawn claims={claims} single={single} left={left} />
  if (about.length > ids) left.push(`of ${about.length} measures the days of ${ids} are`)
  return <WithMeasures claims={claims} about={about} predicates={predicates} single={single} left={left} />
}

type Props = { claims: TimedClaim[]; single: string; left: string[] }

/** The same with what tells the days of the measures among them. */
function WithMeasures({ claims, about, predicates, single, left }: Props & { about: string[]; predicates: string[] }) {
  const answer = useClaims(about, predicates, true) // together with the first question, which is asked anew after Back, it is more than the API answers at once
  if (answer.failure) return <Failed what="The days of the measures" failure={answer.failure} retry={answer.retry} />
  if (answer.loading) return <Loading what="the days of the measures" />
  const known = new Set(claims.map((claim) => claim.id))
  const all = [...claims, ...answer.items.filter((claim) => !known.has(claim.id))]
  return <Drawn claims={all} single={single} left={answer.cut ? [...left, `${answer.items.length} of ${answer.total} claims about measures are drawn`] : left} />
}

function Drawn({ claims, single, left }: Props) {
  const { state } = useExplorer()
  const everything = state.own['said'] === 'all'
  const { marks, undated, absent } = useMemo(
    () => marksOf(claims, { single, at: state.at, standings: shownStandings(state), everything }),
    [claims.length, single, everything, JSON.stringify([state.at, state.knownAt, state.standings, state.alleged, state.predicates, state.set])],
  )
  const unread = claims.reduce((sum, claim) => sum + claim.assertions.totalCount - claim.assertions.nodes.length, 0)
  const cut = unread > 0 ? [...left, `${count(unread, 'statement is', 'statements are')} on file beyond the first ten of a claim`] : left
  const whole = hull(marks)
  return (
    <>
      {cut.length > 0 && <CutOff>Not all is shown: {cut.join('; ')}. Choose fewer entities or fewer kinds of ties.</CutOff>}
      {!whole && undated.length === 0 && <Nothing filtered={!unfiltered(state) || state.at !== ''} />}
      {whole && (
        <OnAnAxis marks={marks} whole={whole} absent={absent}>
          {state.own['learnt'] && <LearntThen claims={claims} instant={state.own['learnt']} />}
          {undated.length > 0 && <WithoutADay undated={undated} />}
        </OnAnAxis>
      )}
      {!whole && undated.length > 0 && <WithoutADay undated={undated} />}
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <Empty>Nothing passes these filters, or holds on the day asked about.</Empty>
  return <Empty>No claim about these entities is on file.</Empty>
}

function OnAnAxis({ marks, whole, absent, children }: { marks: Mark[]; whole: { first: number; last: number }; absent: number; children: ComponentChildren }) {
  const { state } = useExplorer()
  const days = shownDays({ from: state.own['from'] ?? '', to: state.own['to'] ?? '' }, whole)
  const here = marks.filter((mark) => isShown(days, mark))
  const outside = marks.length - here.length
  return (
    <>
      <div class="bar">
        <p role="status">
          {count(here.length, 'mark', 'marks')}; days shown: {day(dayOf(days.from))} to {day(dayOf(days.to))}
          {outside > 0 && `; ${outside} outside these days`}
          {absent > 0 && `; ${count(absent, 'claim is', 'claims are')} not said to hold on ${day(state.at)}`}
        </p>
        <Everything />
      </div>
      <Range days={days} />
      <Signs />
      <Picture marks={marks} days={days} />
      {children}
      <Rows marks={here} outside={outside} />
    </>
  )
}

function Everything() {
  const { state, go } = useExplorer()
  return (
    <label class="check">
      <input type="checkbox" checked={state.own['said'] === 'all'} onChange={(event) => go({ own: { ...state.own, said: event.currentTarget.checked ? 'all' : '' } })} />
      Also who said and published what nobody disputes
    </label>
  )
}

const moves: [Move, string][] = [
  ['earlier', 'Earlier'],
  ['later', 'Later'],
  ['closer', 'Closer'],
  ['wider', 'Wider'],
]

function Range({ days }: { days: { from: number; to: number } }) {
  const { state, go } = useExplorer()
  const set = (range: { from?: string; to?: string }) => go({ own: { ...state.own, ...range } })
  const chosen = Boolean(state.own['from'] || state.own['to'])
  return (
    <form class="filters" aria-label="Days shown" onSubmit={(event) => event.preventDefault()}>
      <DayInput words="From" value={dayOf(days.from)} take={(from) => set({ from })} />
      <DayInput words="to" value={dayOf(days.to)} take={(to) => set({ to })} />
      {moves.map(([move, words]) => (
        <button key={move} type="button" onClick={() => set(moved(days, move))}>
          {words}
        </button>
      ))}
      {chosen && (
        <button type="button" onClick={() => set({ from: '', to: '' })}>
          All days
        </button>
      )}
    </form>
  )
}

const columns: Column<Mark>[] = [
  { name: 'When', cell: (mark) => <Foreign>{mark.when}</Foreign>, order: (a, b) => a.first - b.first || a.last - b.last },
  { name: 'Track', cell: (mark) => <TrackCell mark={mark} />, order: (a, b) => order(a) - order(b) },
  { name: 'What', cell: (mark) => <What mark={mark} /> },
  { name: 'Standing', cell: (mark) => <StandingMark value={mark.standing} contested={mark.contested} />, order: (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) },
  { name: 'Denied by', cell: (mark) => (mark.denied === '' ? null : <Foreign>{mark.denied}</Foreign>) },
]

function order(mark: Mark): number {
  return Object.keys(tracks).indexOf(mark.track)
}

function TrackCell({ mark }: { mark: Mark }) {
  const { title, family } = tracks[mark.track]
  return (
    <span class="track">
      <span aria-hidden="true">{families[family].glyph}</span> {title}
    </span>
  )
}

function What({ mark }: { mark: Mark }) {
  const { state, href } = useExplorer()
  if (mark.claim === '') return <a href={href({ own: { ...state.own, learnt: mark.instant } })}>{mark.words}</a>
  return (
    <ClaimLink id={mark.claim}>
      <Sentence text={mark.sentence} />
    </ClaimLink>
  )
}

function Rows({ marks, outside }: { marks: Mark[]; outside: number }) {
  const [sorting, sort] = useState<Sorting>({ column: 'When', down: false })
  return (
    <Section id="rows" title="The same as a table" count={marks.length}>
      {marks.length === 0 && <Empty>Nothing lies in these days.</Empty>}
      {marks.length > 0 && <Table label="Marks of the timeline" columns={columns} rows={marks} id={(mark) => mark.key} sorting={sorting} sort={sort} />}
      {outside > 0 && <p class="note">{count(outside, 'more lies', 'more lie')} outside the days shown.</p>}
    </Section>
  )
}

function WithoutADay({ undated }: { undated: Undated[] }) {
  return (
    <Section id="undated" title="A day is not known" count={undated.length}>
      <ul class="lines columns">
        {undated.map(({ claim, missing }) => (
          <ClaimRow key={claim.id} claim={claim}>
            not known: {missing.join('; ')}
          </ClaimRow>
        ))}
      </ul>
    </Section>
  )
}

function ClaimRow({ claim, children }: { claim: TimedClaim; children: ComponentChildren }) {
  return (
    <li>
      <p class="facts">
        {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}
        <Foreign>{children}</Foreign>
      </p>
      <ClaimLink id={claim.id}>
        <Sentence text={claim.sentence} />
      </ClaimLink>
      <Denial claim={claim} />
    </li>
  )
}

/** What this store learnt at one instant, claim by claim. */
function LearntThen({ claims, instant }: { claims: TimedClaim[]; instant: string }) {
  const { state } = useExplorer()
  const list = learntAt(claims, instant).filter((claim) => claim.standing && shownStandings(state).includes(claim.standing))
  useEffect(() => {
    const head = document.getElementById('learnt-title')
    head?.scrollIntoView()
    head?.focus({ preventScroll: true })
  }, [instant])
  return (
    <Section id="learnt" title={`Learnt on ${day(instant)}`} count={list.length}>
      {list.length === 0 && <Empty>Nothing about these entities was recorded then.</Empty>}
      <ul class="lines columns">
        {list.map((claim) => (
          <ClaimRow key={claim.id} claim={claim}>
            recorded {toMinute(instant)}
          </ClaimRow>
        ))}
      </ul>
    </Section>
  )
}
