// The API's enumerations, numbers and instants in words. Nothing here knows of elements.
import type { Assertion, Modality, Tie } from '../api/types'
import type { Standing } from '../state/standing'

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
export function act(assertion: Pick<Assertion, 'stance' | 'countsAs'>): string {
  if (assertion.countsAs !== 'AUTHORITY' && assertion.stance === 'DETERMINES') return acts.ALLEGES
  if (assertion.countsAs !== 'AUTHORITY' && assertion.stance === 'DISMISSES') return acts.DENIES
  return acts[assertion.stance]
}

/** Which bound of the API cut an answer. */
export function bound({ reason, limit }: { reason: string; limit: number }): string {
  const n = limit.toLocaleString('en')
  const bounds: Record<string, string> = {
    LIMIT: `at most ${n} at once`,
    HUB_CAP: `entities with more than ${n} ties were not passed through`,
    EDGE_BUDGET: `${n} ties were read, the most that may be`,
    PARTIAL_PATH_BUDGET: `${n} beginnings of paths were followed, the most that may be`,
  }
  return bounds[reason] ?? `${plain(reason)}, at most ${n}`
}

/** What stands before who denied another claim whose denial was judged to mean this one. */
export const inOtherWordsBy = 'Denied in other words, judged to mean this claim, by'

/** The same behind a name. */
export const inOtherWords = '(in other words, judged to mean this claim)'

const modalities: Record<Modality, string> = {
  FACT: '',
  CAPABILITY: 'could be so',
  INTENT: 'is meant to be so',
  PLAN: 'only announced',
  RISK: 'may come to pass',
}

/** What kind of proposition a claim is, "" for a plain fact. */
export function modality(value: Modality): string {
  return modalities[value]
}

/** The same beside other words: "(could be so)". */
export function aside(value: Modality): string {
  return modalities[value] && `(${modalities[value]})`
}

/** Words in a row, those left out that are empty. */
export function spaced(...words: string[]): string {
  return words.filter((word) => word !== '').join(' ')
}

const hedges: Partial<Record<Standing, string>> = {
  ALLEGED: 'allegedly',
  DISPUTED: 'allegedly, and a party denies it:',
  REFUTED: 'found not to be so:',
  RETRACTED: 'said and withdrawn:',
  UNASSERTED: 'denied or commented on, never said:',
}

/** What must stand before a claim's own words: "allegedly (could be so)"; "" for a plain fact that may be said plainly. */
export function hedge({ standing, modality: of }: Pick<Tie, 'standing' | 'modality'>): string {
  return spaced(hedges[standing] ?? '', aside(of))
}

/** A tie in words, from one end to the other: hedge, predicate and share. No tie is put in words otherwise. */
export function tieWords(tie: Pick<Tie, 'standing' | 'modality' | 'predicate' | 'forward'> & Partial<Pick<Tie, 'shareMin' | 'shareMax'>>): string {
  const { label, inverse } = tie.predicate
  return spaced(hedge(tie), tie.forward ? label : (inverse ?? `is what the other one ${label}`), share(tie.shareMin ?? null, tie.shareMax ?? null))
}

/** What is said of a far end, then its name; a name that begins or ends with the last word of what is said does not repeat it. */
export function before(label: string, far: string): string {
  const last = label.slice(label.lastIndexOf(' ')).toLowerCase()
  const name = ` ${far.toLowerCase()} `
  return last[0] === ' ' && far.includes(' ') && (name.startsWith(last + ' ') || name.endsWith(last + ' ')) ? label.slice(0, -last.length) : label
}

export function share(min: string | null, max: string | null): string {
  if (min === null && max === null) return ''
  if (min === max) return `(${min} %)`
  return `(${min ?? 0} to ${max ?? 100} %)`
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A day of the API, or the day of an instant in UTC, as the API words days. */
export function day(value: string): string {
  return inWords.format(new Date(value))
}

/** An instant of the API to the minute, in UTC. */
export function instant(value: string): string {
  return `${day(value)}, ${value.slice(11, 16)} UTC`
}
