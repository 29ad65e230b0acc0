// What was recorded about an entity, and when this store learnt it.
import type { ComponentChild } from 'preact'
import { Listing } from '../../parts/listing'
import type { PageInfo } from '../../api/types'
import { Shown } from '../../parts/foreign'
import { ClaimLink } from '../../parts/links'
import { Table, type Column } from '../../parts/table'
import { day, plain } from '../../parts/words'
import query from '../../queries/EntityChanges.graphql'

type About = { id: string; name?: string; title?: string; sentence?: string; stance?: string; claim?: { id: string; sentence: string } }
type Change = { revision: string; ordinal: number; at: string; kind: string; id: string; node: About | null }
type Data = { changes: { totalCount: number | null; pageInfo: PageInfo; nodes: Change[] } }

/** What the kinds of changes are called elsewhere on the page. */
const kinds: Record<string, string> = { ASSERTION: 'statement', LAYER: 'text' }

const columns: Column<Change>[] = [
  { name: 'Learnt', cell: (change) => `${day(change.at)}, revision ${change.revision}` },
  { name: 'Added', cell: (change) => kinds[change.kind] ?? plain(change.kind) },
  { name: 'What', cell: (change) => what(change) },
]

function what({ node, id }: Change): ComponentChild {
  if (node?.claim) {
    return (
      <ClaimLink id={node.claim.id}>
        {plain(node.stance ?? '')}: <Shown text={node.claim.sentence} />
      </ClaimLink>
    )
  }
  if (node?.sentence) {
    return (
      <ClaimLink id={node.id}>
        <Shown text={node.sentence} />
      </ClaimLink>
    )
  }
  return <Shown text={node?.name ?? node?.title ?? id} />
}

export function Changes({ id }: { id: string }) {
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
      {(changes) => <Table label="Changes" columns={columns} rows={changes} id={(change) => `${change.revision}.${change.ordinal}`} />}
    </Listing>
  )
}
