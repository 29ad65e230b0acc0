// What was recorded about an entity, and when this store learnt it.
import type { ComponentChild } from 'preact'
import { Listing } from '../../parts/listing'
import type { Denied, PageInfo, Told } from '../../api/types'
import { Denial } from '../../parts/denial'
import { Shown } from '../../parts/foreign'
import { ClaimLink } from '../../parts/links'
import { StandingMark } from '../../parts/standing'
import { Hidden } from '../../parts/states'
import { Table, type Column } from '../../parts/table'
import { day, plain } from '../../parts/words'
import query from '../../queries/EntityChanges.graphql'
import { useExplorer } from '../../state/exploration'
import { passes } from '../../state/filter'

type Claim = Denied & Told & { sentence: string; predicate: { name: string } }
type About = { name?: string; title?: string } & (Claim | { sentence?: undefined; stance?: string; claim?: Claim })
type Change = { revision: string; ordinal: number; at: string; kind: string; id: string; node: About | null }
type Data = { changes: { totalCount: number | null; pageInfo: PageInfo; nodes: Change[] } }

/** What the kinds of changes are called elsewhere on the page. */
const kinds: Record<string, string> = { ASSERTION: 'statement', LAYER: 'text' }

const columns: Column<Change>[] = [
  { name: 'Learnt', cell: (change) => `${day(change.at)}, revision ${change.revision}` },
  { name: 'Added', cell: (change) => kinds[change.kind] ?? plain(change.kind) },
  { name: 'What', cell: (change) => what(change) },
]

/** The claim that was added, or of which something was said. */
function claimOf({ node }: Change): Claim | undefined {
  return node?.sentence === undefined ? node?.claim : node
}

function what(change: Change): ComponentChild {
  const { node, id } = change
  const claim = claimOf(change)
  if (!claim) return <Shown text={node?.name ?? node?.title ?? id} />
  return (
    <>
      {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}{' '}
      <ClaimLink id={claim.id}>
        {node?.sentence === undefined && `${plain(node?.stance ?? '')}: `}
        <Shown text={claim.sentence} />
      </ClaimLink>
      <Denial claim={claim} />
    </>
  )
}

export function Changes({ id }: { id: string }) {
  const { state } = useExplorer()
  return (
    <Listing<Data, Change>
      id="changes"
      title="Changes to this record"
      noun={['change', 'changes']}
      empty="Nothing was recorded about it."
      query={query}
      variables={{ of: [id], first: 20 }}
      pick={({ changes: page }) => ({ items: page.nodes, total: page.totalCount, page: page.pageInfo })}
    >
      {(all) => {
        const changes = all.filter((change) => passes(state, claimOf(change) ?? { standing: null }))
        return (
          <>
            {changes.length > 0 && <Table label="Changes" columns={columns} rows={changes} id={(change) => `${change.revision}.${change.ordinal}`} />}
            <Hidden n={all.length - changes.length} />
          </>
        )
      }}
    </Listing>
  )
}
