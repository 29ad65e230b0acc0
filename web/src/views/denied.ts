// Who denies a claim, in words, as every view that compares or dates claims shows it. This module is pure.
import type { Named, Told } from '../api/types'
import { deniedOtherwise } from '../state/standing'

type Said = { speaker: Named | null }

/** The names of who denies it, each once; where nobody is on file and it accuses, what is on file instead. */
export function deniedBy(denials: Said[], claim: Pick<Told, 'contested'> & { standing: string | null; accusatory: boolean }, more = 0): string {
  const names = [...new Set(denials.map(({ speaker }) => speaker?.name ?? 'somebody unnamed'))]
  if (names.length > 0) return names.join('; ') + (more > 0 ? `; ${more} more` : '')
  if (deniedOtherwise(claim)) return 'a party, in other words'
  return claim.accusatory ? 'no denial found' : ''
}
