// Who denies a claim, in words, as every view that compares or dates claims shows it. This module is pure.
import type { Named, Told } from '../api/types'
import { inOtherWords } from '../parts/words'
import { deniedOtherwise } from '../state/standing'

export type Said = { speaker: Named | null }

/** Who denies it in words of their own, marked so. */
function unlike({ speaker }: Said): string {
  return `${name({ speaker })} ${inOtherWords}`
}

function name({ speaker }: Said): string {
  return speaker?.name ?? 'somebody unnamed'
}

/** The names of who denies it, each once; where nobody is on file and it accuses, what is on file instead. */
export function deniedBy(denials: Said[], claim: Pick<Told, 'contested'> & { standing: string | null; accusatory: boolean; otherwise?: Said[] }, more = 0): string {
  const names = [...new Set([...denials.map(name), ...(claim.otherwise ?? []).map(unlike)])]
  if (names.length > 0) return names.join('; ') + (more > 0 ? `; ${more} more` : '')
  if (deniedOtherwise(claim)) return 'a party, in other words'
  return claim.accusatory ? 'no denial found' : ''
}
