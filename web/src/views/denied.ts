// Who denies a claim, in words, as every table and file shows it. This module is pure.
import type { Called } from '../api/types'
import { inOtherWords } from '../parts/words'

type Said = { speaker: Called | null }

/** What tells who denies a claim. */
export type Denied = {
  id: string
  accusatory: boolean
  /** Of exactly this claim, or of another that was judged to mean it. */
  denials: (Said & { claim: { id: string } })[]
  generalDenials: Said[]
}

/** The names of who denies it, each once, with whether in words of their own or in general; none when nobody on file does. */
export function deniers({ id, denials, generalDenials }: Denied): string[] {
  const own = denials.filter(({ claim }) => claim.id === id)
  const others = denials.filter(({ claim }) => claim.id !== id)
  return [...new Set([...own.map(name), ...others.map((said) => `${name(said)} ${inOtherWords}`), ...generalDenials.map((said) => `${name(said)} (in general words)`)])]
}

function name({ speaker }: Said): string {
  return speaker?.name ?? 'somebody unnamed'
}

/** The same as one line; where nobody on file denies what accuses, that. */
export function deniedBy(claim: Denied): string {
  return deniers(claim).join('; ') || (claim.accusatory ? 'no denial found' : '')
}
