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

type Covered = Told & { id: string; sentence: string; predicate: { name: string } }
type Claim = Denied & Covered
type Judgement = { verdict?: string; entities?: { name: string }[]; denial?: { speaker: { name: string } | null } | null; covers?: Covered | null }
type About = { name?: string; title?: string } & Judgement & (Claim | { sentence?: undefined; stance?: string; claim?: Claim })
type Change = { revision: string; ordinal: number; at: string; kind: string; id: string; node: About | null }
type Data = { changes: { totalCount: number | null; pageInfo: PageInfo; nodes: Change[] } }

/** What the kinds of changes are called elsewhere on the page. */
const kinds: Record<string, string> = { ASSERTION: 'statement', LAYER: 'text' }

/** What was judged, before the claim or the two names that it is about. */
function judged({ verdict, denial, covers }: Judgement): string {
  const by = `a denial by ${denial?.speaker?.name ?? 'somebody unnamed'}`
  const words: Record<string, string> = {
    SAME: 'these are the same',
    DIFFERENT: 'these are not the same',
    UNSURE: `it cannot be told whether ${covers ? `${by} covers this claim` : 'these are the same'}`,
    EXPLICIT: `${by} means this claim in other words`,
    GENERAL: `${by} covers this claim in general words`,
  }
  return verdict ? `judged: ${words[verdict]}: ` : ''
}

const columns: Column<Change>[] = [
  { name: 'Learnt', cell: (change) => `${day(change.at)}, revision ${change.revision}` },
  { name: 'Added', cell: (change) => kinds[change.kind] ?? plain(change.kind) },
  { name: 'What', cell: (change) => what(change) },
]

/** The claim that was added, or of which something was said or judged. */
function claimOf({ node }: Change): Covered | undefined {
  return node?.sentence === undefined ? (node?.claim ?? node?.covers ?? undefined) : node
}

function before(node: About | null): string {
  if (!node || node.sentence !== undefined) return ''
  return node.stance ? `${plain(node.stance)}: ` : judged(node)
}

function what(change: Change): ComponentChild {
  const { node, id } = change
  const claim = claimOf(change)
  if (!claim) return <Shown text={node?.entities ? judged(node) + node.entities.map(({ name }) => name).join(', ') : (node?.name ?? node?.title ?? id)} />
  return (
    <>
      {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}{' '}
      <ClaimLink id={claim.id}>
        <Shown text={before(node) + claim.sentence} />
      </ClaimLink>
      {'denials' in claim && <Denial claim={claim as Claim} />}
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
