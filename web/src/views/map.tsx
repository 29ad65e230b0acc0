// Where the chosen entities and their units have offices: dots on a coast without borders, and beside it the same as a table.
import { useMemo } from 'preact/hooks'
import type { Ahead } from '../api/ahead'
import { questionAhead, useQuery } from '../api/use'
import { accuses, claimIn } from '../parts/denied'
import { Foreign } from '../parts/foreign'
import { ClaimLink, EntityLink } from '../parts/links'
import { Section } from '../parts/listing'
import { When } from '../parts/sentence'
import { StandingMark } from '../parts/standing'
import { CutOff, Empty, Failed, Loading } from '../parts/states'
import { Table, type Column } from '../parts/table'
import { bound, count } from '../parts/words'
import query from '../queries/Sites.graphql'
import { Unshown } from '../shell/problems'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { dates, filter } from '../state/filter'
import { shownStandings, unfiltered, type Exploration } from '../state/fragment'
import { Chart } from './map/chart'
import type { Dot, Placed } from './map/dots'
import { useFile } from './map/file'
import type { Gazetteer } from './map/gazetteer'
import { Atlas, placing, type Row, type Sites, type SiteTie } from './map/places'
import type { Coast } from './map/projection'
import { basis, degrees, denied, whose } from './map/words'
import type { ViewProps } from './register'

/** How many entities one question may bring, by the API's bound on what an answer holds; a unit's office's city is three ties away. */
const reach = { limit: 250, hops: 3 }

/** For how many entities one question can tell who denies what is said of them. */
const limitAtOnce = 100

function variables(state: Exploration, ids: string[]): object {
  const { standings } = filter(state)
  return { ids, ...reach, filter: { ...(standings && { standings }), predicates: placing, direction: 'OUT' }, ...dates(state) }
}

export function mapAhead(state: Exploration, ids: string[]): Ahead[] {
  return [questionAhead(query, variables(state, ids))]
}

export function MapView({ members }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Map of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const answer = useQuery<{ subgraph: Sites }>(query, variables(state, members.map((m) => m.id)))
  const coast = useFile<Coast>('/data/coast.json')
  const gazetteer = useFile<Gazetteer>('/data/cities.json')
  const doubtful = answer.data?.subgraph.ties.filter((tie) => accuses(claimIn(tie))).flatMap(({ from, to }) => [from.id, to.id]) ?? []
  const ids = [...new Set(doubtful)].slice(0, limitAtOnce)
  const denials = useQuery<{ subgraph: Sites }>(query, ids.length > 0 ? { ...variables(state, ids), hops: 0, limit: limitAtOnce, denied: true } : null)
  const sites = useMemo(() => answer.data && withDenials(answer.data.subgraph, denials.data?.subgraph.ties ?? []), [answer.data, denials.data])
  if (denials.failure) return <Failed what="Who denies the places" failure={denials.failure} retry={denials.retry} />
  if (answer.failure) return <Failed what="The places" failure={answer.failure} retry={answer.retry} />
  if (!sites || denials.loading || (!gazetteer.data && !gazetteer.failure)) return <Loading what="places" />
  return (
    <>
      {coast.failure && <Failed what="The coastline" failure={coast.failure} retry={coast.retry} />}
      {gazetteer.failure && <Failed what="The list of cities" failure={gazetteer.failure} retry={gazetteer.retry} />}
      <Drawn sites={sites} members={members.map((m) => m.id)} coast={coast.data} gazetteer={gazetteer.data ?? null} />
    </>
  )
}

/** The same sites, with who denies the ties of which that was read. */
function withDenials(sites: Sites, read: SiteTie[]): Sites {
  const claims = new Map(read.map(({ claim }) => [claim.id, claim]))
  return { ...sites, ties: sites.ties.map((tie) => ({ ...tie, claim: claims.get(tie.claim.id) ?? tie.claim })) }
}

type Props = { sites: Sites; members: string[]; coast: Coast | undefined; gazetteer: Gazetteer | null }

function Drawn({ sites, members, coast, gazetteer }: Props) {
  const { state, go } = useExplorer()
  const shown = shownStandings(state)
  const rows = useMemo(() => new Atlas(sites, gazetteer, shown).rows(members, state.predicates), [sites, gazetteer, shown.join(), members.join(), state.predicates.join()])
  const [placed, unknown] = [rows.filter((row): row is Placed => row.spot !== null), rows.filter((row) => row.spot === null)]
  const selected = state.own['site'] ?? ''
  const missing = selected === '' || rows.some((row) => row.site.id === selected) ? [] : [selected]
  const select = ({ rows: at }: Dot) => go({ own: { ...state.own, site: at[0]?.site.id ?? '' }, claim: at.length === 1 ? (at[0]?.tie?.claim.id ?? '') : '' })
  return (
    <>
      <Unshown ids={missing} why="is no place of these entities that passes the filters" />
      <div class="bar">
        <p role="status">
          {count(rows.length, 'place or unit', 'places and units')} of these entities: {placed.length} on the map, {unknown.length} not
        </p>
      </div>
      {sites.truncated && <CutOff>Not all is shown: {bound(sites.truncated)}. Choose fewer entities.</CutOff>}
      {rows.length === 0 && <Nothing filtered={!unfiltered(state)} />}
      <div class="map">
        <div>
          <Chart rows={placed} coast={coast} selected={selected} select={select} />
          <Sources gazetteer={gazetteer} />
        </div>
        <div class="places">
          {placed.length > 0 && (
            <Section id="placed" title="On the map" count={placed.length}>
              <Table label="Places on the map" columns={placedColumns(selected, (id) => go({ own: { ...state.own, site: id } }))} rows={placed} id={(row) => row.key} />
            </Section>
          )}
          {unknown.length > 0 && (
            <Section id="unknown" title="Not on the map" count={unknown.length}>
              <Table label="Places that are not on the map" columns={unknownColumns} rows={unknown} id={(row) => row.key} />
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

const whoseColumn: Column<Row> = {
  name: 'Whose',
  cell: (row) => (
    <>
      <EntityLink entity={row.who} />{' '}
      {row.tie ? (
        <ClaimLink id={row.tie.claim.id} about={row.tie.claim.sentence}>
          {whose(row)}
        </ClaimLink>
      ) : (
        <span class="note">{whose(row)}</span>
      )}
    </>
  ),
}

const standingColumns: Column<Row>[] = [
  { name: 'Standing', cell: (row) => row.standing && <StandingMark value={row.standing} contested={row.contested} /> },
  { name: 'When', cell: (row) => row.tie && <When text={row.tie.period.text} /> },
  { name: 'Denied by', cell: (row) => <Foreign>{denied(row)}</Foreign> },
]

function placedColumns(selected: string, mark: (id: string) => void): Column<Placed>[] {
  return [
    {
      name: 'Place',
      cell: (row) => (
        <>
          <EntityLink entity={row.site} />{' '}
          <button type="button" class="plain find" aria-pressed={row.site.id === selected} data-site={row.site.id} onClick={() => mark(row.site.id === selected ? '' : row.site.id)}>
            {row.site.id === selected ? 'marked on the map' : 'mark on the map'}
            <span class="visually-hidden">: {row.site.name}</span>
          </button>
        </>
      ),
    },
    whoseColumn,
    ...standingColumns,
    {
      name: 'Drawn',
      cell: (row) => (
        <span class={`basis by-${row.spot.by}`}>
          <span aria-hidden="true">{row.spot.by === 'own' ? '○' : '◇'} </span>
          <Foreign>{basis(row)}</Foreign>: {degrees(row.spot)}
        </span>
      ),
    },
  ]
}

const unknownColumns: Column<Row>[] = [
  { name: 'Place', cell: (row) => (row.site.id === row.who.id ? <span class="note">none named</span> : <EntityLink entity={row.site} />) },
  whoseColumn,
  ...standingColumns,
  { name: 'Why not', cell: (row) => <Foreign>{row.why}</Foreign> },
]

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <Empty>No place passes these filters.</Empty>
  return <Empty>No place of these entities is on file. That does not mean that they have none.</Empty>
}

/** What the shapes mean, and whose work the map rests on. */
function Sources({ gazetteer }: { gazetteer: Gazetteer | null }) {
  return (
    <p class="note map-sources">
      ○ coordinates from a source. ◇ at its city: the sources name a city, and a list of cities says where it lies, to about a kilometre. The line around a dot is the standing, the weaker of whose place it is and where that lies; a number counts places that stand
      together. A coast is drawn, and no border. Coast: Natural Earth, public domain. Cities{gazetteer ? ` of ${gazetteer.least.toLocaleString('en')} people or more, and capitals` : ''}:{' '}
      <a href="https://www.geonames.org" rel="noreferrer noopener" target="_blank">
        GeoNames
      </a>
      , <a href="/data/geonames.LICENSE.txt">CC BY 4.0</a>, shortened and rounded.
    </p>
  )
}
