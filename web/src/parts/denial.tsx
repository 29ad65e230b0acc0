// Who denies what stands beside it, at the same size.
import type { Denied, Told } from '../api/types'
import { denial, deniedBy, claimIn } from './denied'
import { Foreign } from './foreign'
import type { Column } from './table'

/** In a list, below the claim; nothing where nobody need deny it. */
export function Denial({ claim }: { claim: Denied & Told }) {
  return <Against words={denial(claim)} />
}

/** The same in words that are known. */
export function Against({ words }: { words: string | undefined }) {
  return words ? (
    <p class="denial">
      <Foreign>{words}</Foreign>
    </p>
  ) : null
}

/** In a table of ties, or of whatever else has a claim. */
export const deniedColumn: Column<Told & { claim: Denied }> = {
  name: 'Denied by',
  cell: (row) => <Foreign>{deniedBy(claimIn(row))}</Foreign>,
  order: (a, b) => deniedBy(claimIn(a)).localeCompare(deniedBy(claimIn(b))),
}
