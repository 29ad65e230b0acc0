// What differs between two answers about the same entities. This module is pure.
import type { Denied, Modality, Named, Told } from '../../api/types'
import { share } from '../../parts/words'
import type { Standing } from '../../state/standing'

export type ComparedClaim = Told &
  Denied & {
    sentence: string
    modality: Modality
    predicate: { name: string; label: string; functional: boolean }
    qualifiers: { name: string; value: string }[]
    subject: Named
    period: { from: string | null; to: string | null; text: string } | null
    standings: { period: { text: string }; shareMin: string | null; shareMax: string | null; recordedTo: string | null }[]
  }

/** In the order in which they are shown. */
export const kinds = {
  added: { glyph: '+', word: 'added', meaning: 'said to hold on B, not on A' },
  removed: { glyph: '−', word: 'removed', meaning: 'said to hold on A, not on B' },
  standing: { glyph: 'Δ', word: 'standing changed', meaning: 'it stands otherwise' },
  value: { glyph: 'Δ', word: 'value changed', meaning: 'another value in the place of the one before' },
  bounds: { glyph: 'Δ', word: 'share changed', meaning: 'other bounds of the share' },
  denial: { glyph: 'Δ', word: 'denial changed', meaning: 'somebody else denies it' },
} as const

export type Kind = keyof typeof kinds

/** One row of a comparison: how a claim stood on each side, and all that changed; nothing changed when `kinds` is empty. */
export type Change = { kinds: Kind[]; before: ComparedClaim | null; after: ComparedClaim | null }

/** Compares two lists of claims. A claim without a standing is one that nobody says to hold then. */
export function compare(a: ComparedClaim[], b: ComparedClaim[]): Change[] {
  const [before, after] = [held(a), held(b)]
  const gone = [...before.values()].filter((claim) => !after.has(claim.id))
  const come = [...after.values()].filter((claim) => !before.has(claim.id))
  const replaced = replacements(gone, come)
  const paired = new Set([...replaced.values()].map((claim) => claim.id))
  return [
    ...come.filter((claim) => !paired.has(claim.id)).map((claim): Change => ({ kinds: ['added'], before: null, after: claim })),
    ...gone.map((claim): Change => {
      const next = replaced.get(claim.id)
      return next ? { kinds: ['value', ...differences(claim, next)], before: claim, after: next } : { kinds: ['removed'], before: claim, after: null }
    }),
    ...[...before.values()].flatMap((claim): Change[] => {
      const next = after.get(claim.id)
      return next ? [{ kinds: differences(claim, next), before: claim, after: next }] : []
    }),
  ].sort((x, y) => rank(x) - rank(y) || nameOf(x).localeCompare(nameOf(y)))
}

function held(claims: ComparedClaim[]): Map<string, ComparedClaim> {
  return new Map(claims.filter((claim) => claim.standing !== null).map((claim) => [claim.id, claim]))
}

function rank(change: Change): number {
  const [first] = change.kinds
  return first ? Object.keys(kinds).indexOf(first) : Infinity
}

function nameOf({ before, after }: Change): string {
  return `${(after ?? before)?.predicate.name} ${(after ?? before)?.id}`
}

/** Claims that take the place of others, by the id of those: of a predicate with one value at a time, one went and one came. */
function replacements(gone: ComparedClaim[], come: ComparedClaim[]): Map<string, ComparedClaim> {
  const place = (claim: ComparedClaim) => JSON.stringify([claim.subject.id, claim.predicate.name, claim.modality, claim.qualifiers])
  const out = new Map<string, ComparedClaim>()
  for (const claim of gone.filter((c) => c.predicate.functional)) {
    const others = come.filter((c) => place(c) === place(claim))
    const rivals = gone.filter((c) => place(c) === place(claim))
    if (others.length === 1 && rivals.length === 1 && others[0]) out.set(claim.id, others[0])
  }
  return out
}

function differences(a: ComparedClaim, b: ComparedClaim): Kind[] {
  const out: Kind[] = []
  if (a.standing !== b.standing || a.contested !== b.contested) out.push('standing')
  if (shareOf(a) !== shareOf(b)) out.push('bounds')
  if (deniersOf(a) !== deniersOf(b)) out.push('denial')
  return out
}

/** Who denies it, and whether of another claim, whatever the names. */
function deniersOf({ id, denials, generalDenials }: Denied): string {
  return JSON.stringify([denials.map(({ claim, speaker }) => [claim.id === id, speaker?.id]), generalDenials.map(({ speaker }) => speaker?.id)])
}

/** The share that is held, in words, in the stretch whose standing is shown. */
export function shareOf(claim: ComparedClaim): string {
  const stretch = claim.standings.findLast(({ period, recordedTo }) => period.text === claim.period?.text && recordedTo === null)
  return stretch ? share(stretch.shareMin, stretch.shareMax) : ''
}

/** Whether every standing of a row is let through. */
export function passes({ before, after }: Change, shown: Standing[]): boolean {
  return [before, after].every((claim) => !claim?.standing || shown.includes(claim.standing))
}

/** Both lists up to where both were read, in the order of the API: by predicate, then by id. */
export function upToBoth(a: ComparedClaim[], b: ComparedClaim[], cut: { a: boolean; b: boolean }): [ComparedClaim[], ComparedClaim[]] {
  const ends = [cut.a ? a.at(-1) : undefined, cut.b ? b.at(-1) : undefined].filter((claim) => claim !== undefined)
  const within = (claim: ComparedClaim) => ends.every((end) => claim.predicate.name < end.predicate.name || (claim.predicate.name === end.predicate.name && claim.id <= end.id))
  return [a.filter(within), b.filter(within)]
}
