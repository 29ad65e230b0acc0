// What of a link could not be read, is not on file, or is not shown. It stops nothing.
import { useQuery } from '../api/use'
import type { Named } from '../api/types'
import query from '../queries/Members.graphql'

/** How many problems are told in words; the others are counted. */
const told = 5

/** Problems of a link; `read` where it could be read, and what it chooses cannot be shown. */
export function Problems({ problems, read = false }: { problems: string[]; read?: boolean }) {
  if (problems.length === 0) return null
  return (
    <div class="state problems" role="status">
      <p>{read ? 'Not all that is chosen can be shown; the rest is.' : 'Not everything in this link could be read; the rest is shown.'}</p>
      <ul>
        {problems.slice(0, told).map((problem) => (
          <li key={problem}>
            <bdi>{problem}</bdi>
          </li>
        ))}
        {problems.length > told && <li>and {problems.length - told} more</li>}
      </ul>
    </div>
  )
}

/** Entities that a link selects and the view does not show, by name; `why` says what keeps them away. One that is not on file has no name. */
export function Unshown({ ids, why }: { ids: string[]; why: string }) {
  const answer = useQuery<{ nodes: (Partial<Named> | null)[] }>(query, ids.length > 0 ? { ids } : null)
  const nodes = answer.data?.nodes ?? []
  return <Problems problems={nodes.map((node, i) => (node?.name ? `${node.name} ${why}` : `${ids[i]} is not on file`))} read />
}
