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
type About = { name?: string; title?: string; stance?: string } & Judgement & (Claim | { sentence?: undefined; claim?: Claim })
type Change = { revision: string; ordinal: number; at: string; kind: string; id: string; node: About | null }
type Data = { changes: { totalCount: number | null; pageInfo: PageInfo; nodes: Change[] } }

/** What the kinds of changes are called elsewhere on the page. */
const kinds: Record<string, string> = { ASSERTION: 'statement', LAYER: 'text' }

/** What was judged, before the claim or the two names that it is about. */
function judged({ verdict, denial, covers }: Judgement): string {
  const what = covers ? `a denial by ${denial?.speaker?.name ?? 'somebody unnamed'} covers this claim` : 'these are the same'
  const words: Record<string, string> = {
    DIFFERENT: 'these are not the same',
    UNSURE: 'it cannot be told whether ' + what,
    EXPLICIT: what + ' in other words',
    GENERAL: what + ' in general words',
  }
  return verdict ? `judged: ${words[verdict] ?? what}: ` : ''
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

/** What was said or judged of a claim, before its sentence. */
function act(node: About | null): string {
  return node?.stance ? `${plain(node.stance)}: ` : judged(node ?? {})
}

function what(change: Change): ComponentChild {
  const { node, id } = change
  const claim = claimOf(change)
  if (!claim) return <Shown text={node?.name ?? node?.title ?? (node?.entities ? judged(node) + node.entities.map(({ name }) => name).join(', ') : id)} />
  return (
    <>
      {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}{' '}
      <ClaimLink id={claim.id}>
        <Shown text={act(node) + claim.sentence} />
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
