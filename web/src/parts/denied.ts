// Who denies a claim, in words, as every table, list, tooltip and file shows it, and when it must be said that nobody does. This module is pure.
import type { Denied, Told } from '../api/types'
import { allegedOnly } from '../state/standing'
import { inOtherWords } from './words'

/** Whether a claim accuses or is only alleged, so that it never stands without what is said against it. */
export function accuses({ accusatory, contested, standing }: Told & Pick<Denied, 'accusatory'>): boolean {
  return accusatory || contested || (standing !== null && allegedOnly.includes(standing))
}

/** The claim of a tie, as it stands in that tie. */
export function claimIn<C>({ claim, standing, contested }: Told & { claim: C }): C & Told {
  return { ...claim, standing, contested }
}

/** The names of who denies it, each once, with whether in words of their own or in general; none when nobody on file does. */
export function deniers({ id, denials, generalDenials }: Denied): string[] {
  const own = denials.filter(({ claim }) => claim.id === id)
  const others = denials.filter(({ claim }) => claim.id !== id)
  return [...new Set([...own.map(name), ...others.map((said) => `${name(said)} ${inOtherWords}`), ...generalDenials.map((said) => `${name(said)} (in general words)`)])]
}

function name({ speaker }: Denied['generalDenials'][number]): string {
  return speaker?.name ?? 'somebody unnamed'
}

/** How many deniers the page names beside a claim that is not open. */
const beside = 3

/** The same as one line; where nobody on file denies what accuses, that. */
export function deniedBy(claim: Denied & Told): string {
  const names = deniers(claim)
  const more = names.length > beside ? `; ${names.length - beside} more on file` : ''
  return names.slice(0, beside).join('; ') + more || (accuses(claim) ? 'no denial found' : '')
}

/** The same as a sentence that stands by itself. */
export function denial(claim: Denied & Told): string {
  const by = deniedBy(claim)
  return deniers(claim).length > 0 ? `Denied by: ${by}` : by && 'No denial found in the sources'
}

/** What a tooltip says of a claim: its sentence, and who denies it. */
export function tooltip(claim: Denied & Told & { sentence: string }): string {
  return [claim.sentence, denial(claim)].filter(Boolean).join('\n')
}
