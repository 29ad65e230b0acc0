// The long lists of an entity: measures, ties, claims, documents and what was recorded when.
import { Listing } from '../../parts/listing'
import type { Called, ClaimLine, Denied, Modality, PageInfo, Tie, Words } from '../../api/types'
import { Against, Denial } from '../../parts/denial'
import { ClaimLink, EntityLink } from '../../parts/links'
import { Facts, Sentence, When } from '../../parts/sentence'
import { StandingMark } from '../../parts/standing'
import { Hidden } from '../../parts/states'
import { Table, type Column } from '../../parts/table'
import { hedge, plain } from '../../parts/words'
import claimsQuery from '../../queries/EntityClaims.graphql'
import documentsQuery from '../../queries/EntityDocuments.graphql'
import measuresQuery from '../../queries/EntityMeasures.graphql'
import tiesQuery from '../../queries/EntityTies.graphql'
import type { Standing } from '../../state/standing'
import { useExplorer } from '../../state/exploration'
import { dates, filter, passes } from '../../state/filter'
import { unfiltered } from '../../state/fragment'
import { DocumentList, type Listed } from '../documents'
import { useAnswers } from './answers'
import { TieTable } from './tie-table'

export { Changes } from './changes'

type Page<T> = { totalCount: number; pageInfo: PageInfo } & T
type Line = ClaimLine & Denied
type Measure = { node: Called & { measureKind: string }; claim: { id: string; sentence: string; modality: Modality; contested: boolean }; standing: Standing; period: Words; status: string | null }
type MeasureRole = keyof typeof naming

/** By which kind of tie a measure names an entity. */
const naming = { TARGET: 'TARGETS', ADDRESSEE: 'ADDRESSED_TO', AUTHORITY: 'ISSUED_BY' }

const measureColumns: Column<Measure & { against: string | undefined }>[] = [
  {
    name: 'Measure',
    cell: (measure) => (
      <>
        <EntityLink entity={measure.node} /> <span class="note">{plain(measure.node.measureKind)}</span>
      </>
    ),
  },
  { name: 'Status', cell: (measure) => (measure.status ? plain(measure.status) : <span class="note">not known</span>) },
  {
    name: 'Named by it',
    cell: (measure) => (
      <>
        <ClaimLink id={measure.claim.id} about={measure.claim.sentence}>
          {hedge({ ...measure, ...measure.claim })} <StandingMark value={measure.standing} contested={measure.claim.contested} />
        </ClaimLink>
        <Against words={measure.against} />
      </>
    ),
  },
  { name: 'When', cell: (measure) => <When text={measure.period.text} /> },
]

export function Measures({ id }: { id: string }) {
  return (
    <>
      <MeasuresOf id={id} role="TARGET" name="measures" title="Measures that name it" empty="No measure that names it is on file. Measures against its neighbours do not reach it." />
      <MeasuresOf id={id} role="ADDRESSEE" name="measures-bind" title="Measures addressed to it" />
      <MeasuresOf id={id} role="AUTHORITY" name="measures-by" title="Measures it issued" />
    </>
  )
}

function MeasuresOf({ id, role, name, title, empty }: { id: string; role: MeasureRole; name: string; title: string; empty?: string }) {
  const { state } = useExplorer()
  return (
    <Listing<{ entity: { measures: Page<{ edges: Measure[] }> } }, Measure>
      id={name}
      title={title}
      noun={['measure', 'measures']}
      empty={empty}
      query={measuresQuery}
      variables={{ id, role, first: 20, ...dates(state) }}
      pick={({ entity: { measures: page } }) => ({ items: page.edges, total: page.totalCount, page: page.pageInfo })}
    >
      {(all) => {
        const measures = all.filter(({ standing }) => passes(state, { standing, predicate: { name: naming[role] } }))
        return (
          <>
            {measures.length > 0 && <MeasureTable id={id} label={title} kind={naming[role]} measures={measures} />}
            <Hidden n={all.length - measures.length} />
          </>
        )
      }}
    </Listing>
  )
}

function MeasureTable({ id, label, kind, measures }: { id: string; label: string; kind: string; measures: Measure[] }) {
  const answers = useAnswers(id, measures.map(({ claim, standing }) => ({ ...claim, standing, kind })))
  return <Table label={label} columns={measureColumns} rows={measures.map((measure) => ({ ...measure, against: answers.get(measure.claim.id) }))} id={(measure, i) => measure.claim.id + i} />
}

export function Ties({ id }: { id: string }) {
  const { state } = useExplorer()
  return (
    <Listing<{ entity: { ties: Page<{ edges: Tie[] }> } }, Tie>
      id="ties"
      title="Ties"
      noun={['tie', 'ties']}
      empty="No tie to another entity is on file."
      filtered={!unfiltered(state)}
      query={tiesQuery}
      variables={{ id, filter: filter(state), first: 25, ...dates(state) }}
      pick={({ entity: { ties: page } }) => ({ items: page.edges, total: page.totalCount, page: page.pageInfo })}
    >
      {(ties) => <TieTable label="Ties" ties={ties} />}
    </Listing>
  )
}

export function Claims({ id }: { id: string }) {
  const { state } = useExplorer()
  return (
    <Listing<{ entity: { claims: Page<{ nodes: Line[] }> } }, Line>
      id="claims"
      title="All claims"
      noun={['claim', 'claims']}
      empty="No claim about it is on file."
      filtered={!unfiltered(state)}
      query={claimsQuery}
      variables={{ id, filter: filter(state), first: 20, ...dates(state) }}
      pick={({ entity: { claims: page } }) => ({ items: page.nodes, total: page.totalCount, page: page.pageInfo })}
    >
      {(claims) => (
        <ul class="lines">
          {claims.map((claim) => (
            <li key={claim.id}>
              <Facts claim={claim} />
              <ClaimLink id={claim.id}>
                <Sentence text={claim.sentence} />
              </ClaimLink>
              <Denial claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}

export function Documents({ id }: { id: string }) {
  const { state } = useExplorer()
  return (
    <Listing<{ entity: { documents: Page<{ nodes: Listed[] }> } }, Listed>
      id="documents"
      title="Documents"
      noun={['document', 'documents']}
      empty="No document on file holds evidence about it."
      query={documentsQuery}
      variables={{ id, first: 20, ...dates(state) }}
      pick={({ entity: { documents: page } }) => ({ items: page.nodes, total: page.totalCount, page: page.pageInfo })}
    >
      {(documents) => <DocumentList edges={documents.map((node) => ({ node, passages: [] }))} />}
    </Listing>
  )
}
