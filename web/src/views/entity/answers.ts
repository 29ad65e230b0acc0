// Who denies what stands in lists of an entity that read no denials: asked only where one of their claims needs an answer.
import type { Denied, Told } from '../../api/types'
import { useQuery } from '../../api/use'
import { accuses, denial } from '../../parts/denied'
import query from '../../queries/CompareClaims.graphql'
import { useExplorer } from '../../state/exploration'
import { dates } from '../../state/filter'

/** A claim of the entity, and its kind. */
type Listed = Told & { id: string; kind: string }

/** What was said against each claim, or that nobody on file denies it; nothing where nobody need deny it. */
export function useAnswers(entity: string, claims: Listed[]): Map<string, string> {
  const { state } = useExplorer()
  const open = claims.filter((claim) => accuses({ ...claim, accusatory: false }))
  const predicates = [...new Set(open.map((claim) => claim.kind))].sort()
  const answer = useQuery<{ claims: { nodes: Denied[] } }>(query, open.length > 0 ? { filter: { about: [entity], predicates }, first: 100, ...dates(state) } : null)
  const read = new Map(answer.data?.claims.nodes.map((claim) => [claim.id, claim]))
  return new Map(
    open.map((claim) => {
      const denied = read.get(claim.id)
      return [claim.id, denied ? denial({ ...denied, ...claim }) : answer.loading ? 'Loading who denies it…' : 'Whether anybody denies it is not read here.']
    }),
  )
}
