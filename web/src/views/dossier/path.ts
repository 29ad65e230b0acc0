// A path as a dossier tells it: its steps in order, its weakest one, and whether any source states it as a whole. This module is pure.
import { count } from '../../parts/words'
import type { Standing } from '../../state/standing'
import type { CitedClaim } from './model'

export type Walk = { from: string; to: string; ids: string[] }

/** The entities along a chain of claims, from its one end to the other; null when they are no chain. */
export function walk(claims: { subject: { id: string }; object: { id: string } | null }[]): string[] | null {
  const pairs = claims.flatMap(({ subject, object }) => (object ? [[subject.id, object.id] as const] : []))
  const [first, second] = pairs
  if (!first || pairs.length < claims.length) return null
  const starts = second && second.includes(first[0]) ? [first[1], first[0]] : [first[0], first[1]]
  for (const start of starts) {
    const ids = follow(start, pairs)
    if (ids) return ids
  }
  return null
}

function follow(start: string, pairs: (readonly [string, string])[]): string[] | null {
  const ids = [start]
  for (const [a, b] of pairs) {
    const here = ids.at(-1)
    if (here !== a && here !== b) return null
    ids.push(here === a ? b : a)
  }
  return ids
}

const weak: Standing[] = ['DISPUTED', 'ALLEGED', 'STATED', 'REPORTED']

/** The place of the step that carries least, as the path search ranks them; the first of equals. */
export function weakest(claims: CitedClaim[]): number {
  const ranks = claims.map(({ standing, contested, modality }) => {
    const own = standing && weak.includes(standing) ? weak.indexOf(standing) : weak.length
    const bounded = contested ? Math.min(own, 3) : own
    return modality === 'FACT' ? bounded : Math.min(bounded, 1)
  })
  return ranks.indexOf(Math.min(...ranks))
}

/** Whether one sentence of one source carries every step. */
export function statedAsWhole(claims: CitedClaim[]): boolean {
  const shared = claims
    .map((claim) => new Set(claim.support.nodes.filter((said) => !said.retractedAt).flatMap((said) => said.evidence.flatMap((found) => (found.sentence ? [found.layer.id + ' ' + found.sentence] : [])))))
    .reduce((all, here) => new Set([...all].filter((sentence) => here.has(sentence))))
  return shared.size > 0
}

/** What must be said of a path beside its steps. `missing` are the places, from 1, of steps that are left out, `gone` of those that are not on file. */
export function aboutPath(claims: CitedClaim[], missing: number[], gone: number[] = []): string[] {
  const lost = gone.length > 0 ? `Step ${gone.join(' and ')} of it is not on file; without it there is no path.` : ''
  const left = missing.length > 0 ? `Step ${missing.join(' and ')} of it does not pass the filters or the dates and is left out; without it there is no path.` : ''
  const whole = claims.length > 0 && missing.length + gone.length === 0 && statedAsWhole(claims)
  return [
    `This path is put together from ${count(claims.length + missing.length + gone.length, 'statement', 'statements')}, each sourced by itself. It is nobody’s statement.`,
    whole ? 'One sentence of one source carries every step of it.' : 'No source cited here states it as a whole.',
    claims.length > 1 ? `Its weakest step is statement ${weakest(claims) + 1}.` : '',
    lost,
    left,
  ].filter((line) => line !== '')
}
