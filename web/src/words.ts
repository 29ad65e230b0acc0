// The API's enumerations in words.
import type { Modality, Assertion } from './types'
import type { Standing } from './standing'

/** An enumeration's value in words: CORPORATE_GROUP is "corporate group". */
export function plain(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ')
}

export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

const acts: Record<Assertion['stance'], string> = {
  ASSERTS: 'Said by',
  ALLEGES: 'Alleged by',
  CONFIRMS: 'Confirmed by',
  DENIES: 'Denied by',
  DETERMINES: 'Found by',
  DISMISSES: 'Dismissed by',
  QUALIFIES: 'Qualified by',
  NO_COMMENT: 'No comment from',
  RETRACTS: 'Withdrawn by',
  CORRECTS: 'Corrected by',
}

/** What a speaker did, as it counts: only a competent authority finds or dismisses. */
export function act(assertion: Assertion): string {
  if (assertion.countsAs !== 'AUTHORITY' && assertion.stance === 'DETERMINES') return acts.ALLEGES
  if (assertion.countsAs !== 'AUTHORITY' && assertion.stance === 'DISMISSES') return acts.DENIES
  return acts[assertion.stance]
}

const modalities: Record<Modality, string> = {
  FACT: '',
  CAPABILITY: 'could be so',
  INTENT: 'is meant to be so',
  PLAN: 'is announced',
  RISK: 'may come to pass',
}

/** What kind of proposition a claim is, "" for a plain fact. */
export function modality(value: Modality): string {
  return modalities[value]
}

const hedges: Partial<Record<Standing, string>> = {
  ALLEGED: 'allegedly',
  DISPUTED: 'allegedly, and a party denies it:',
  REFUTED: 'found not to be so:',
  RETRACTED: 'said and withdrawn:',
  UNASSERTED: 'denied or commented on, never said:',
}

/** The word that keeps a tie in the tone of its standing, "" for what may be said plainly. */
export function hedge(value: Standing): string {
  return hedges[value] ?? ''
}

/** An instant of the API as a day, in UTC. */
export function day(instant: string): string {
  return instant.slice(0, 10)
}
