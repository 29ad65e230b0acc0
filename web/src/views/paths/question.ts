// What a path is asked for: the settings of the view as its link holds them, the question that they make, and the answer in
// words. This module is pure.
import { aside, bound, count, plain, spaced } from '../../parts/words'
import { dates } from '../../state/filter'
import { shownStandings, workingSet, type Exploration } from '../../state/fragment'
import { endKinds, lengths, numbers, small, throughKinds } from '../settings'
import type { Found, Path, PathCount } from './types'

export type Settings = { from: string; to: string; kind: string; alleged: boolean; hops: string; most: string; coexist: boolean; through: string[] }

/** The settings of a link. Without an end the second chosen entity is it, else any intelligence service. */
export function settings(state: Exploration): Settings {
  const { own } = state
  const one = (key: string, known: string[], usual: string) => (known.includes(own[key] ?? '') ? (own[key] ?? usual) : usual)
  const chosen = workingSet(state)
  const from = own['from'] ?? chosen[0] ?? ''
  const kind = one('kind', endKinds.map(small), '')
  const to = kind === '' ? (own['to'] ?? chosen.slice(0, 2).find((id) => id !== from) ?? '') : ''
  return {
    from,
    to,
    kind: to === '' ? large(kind === '' ? 'intelligence.service' : kind) : '',
    alleged: own['alleged'] === 'yes' && state.alleged,
    hops: one('hops', lengths, '4'),
    most: one('most', numbers, '3'),
    coexist: own['days'] !== 'any',
    through: throughKinds.filter((k) => (own['through'] ?? '').split(',').includes(small(k))),
  }
}

/** Which paths are admitted, in a line of words. */
export function told({ alleged, hops, through, coexist }: Settings): string {
  return [
    `${alleged ? 'with' : 'without'} alleged ties`,
    `at most ${hops} steps`,
    ...(through.length > 0 ? [`through ${through.map(plain).join(', ')}`] : []),
    ...(coexist ? [] : ['steps of any days']),
  ].join('; ')
}

/** A kind that a link wrote. */
function large(kind: string): string {
  return kind.toUpperCase().replaceAll('.', '_')
}

/** The variables of the question; null while an end is missing. Of the chosen kinds of ties those count along which a path may pass. */
export function variables(state: Exploration, walkable: string[]): object | null {
  const { from, to, kind, alleged, hops, most, coexist, through } = settings(state)
  if (from === '' || from === to) return null
  const predicates = state.predicates.filter((name) => walkable.includes(name))
  return {
    from,
    to: to || null,
    toKinds: kind === '' ? null : [kind],
    maxHops: Number(hops),
    first: Number(most),
    said: Number(most) > 10 ? 1 : 2, // of many paths an answer holds less each
    alleged,
    predicates: predicates.length > 0 ? predicates : null,
    through: through.length > 0 ? through : null,
    coexist,
    ...dates(state),
  }
}

/** The paths whose every hop stands as the filter of standings lets through. */
export function shownPaths(state: Exploration, paths: Path[]): Path[] {
  const shown = shownStandings({ ...state, alleged: true })
  return paths.filter((path) => path.hops.every((hop) => shown.includes(hop.standing)))
}

/** A count that may itself have been cut. */
export function counted({ count: n, atLeast }: PathCount): string {
  if (n === 0) return atLeast ? 'none found so far' : 'none'
  return (atLeast ? 'at least ' : '') + n.toLocaleString('en')
}

/** How many paths are shown, and of how many where that is more. */
export function shownOf(shown: number, total: PathCount): string {
  return shown === total.count ? count(shown, 'path', 'paths') : `${shown} of ${total.atLeast ? 'at least ' : ''}${count(total.count, 'path', 'paths')}`
}

/** Where only the first paths are shown, that they are, and whether more than were counted may be on file; else "". */
export function firstOnly({ paths, total }: Pick<Found, 'paths' | 'total'>): string {
  if (total.count <= paths.length) return ''
  const first = paths.length === 1 ? 'Only the first path is' : `The first ${paths.length} paths are`
  return `${first} shown, shortest first${total.atLeast ? '; there may be more than were counted' : ''}.`
}

/** What the restrictions left out, one sentence each; of none found the first says so. */
export function leftOut({ paths, excluded: { alleged, notCoexisting } }: Found): string[] {
  const out: string[] = []
  const none = paths.length === 0
  if (alleged && (none || alleged.count > 0)) out.push(none ? `None with these filters, ${counted(alleged)} with alleged ties.` : `${upper(counted(alleged))} more with alleged ties.`)
  else if (none) out.push('None with these filters, alleged ties included.')
  if (notCoexisting && notCoexisting.count > 0) out.push(`${upper(counted(notCoexisting))} ${none ? 'whose' : 'more whose'} steps cannot all have held on one day.`)
  return out
}

function upper(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Which bound cut the search, and what that means. */
export function cutWords(cut: { reason: string; limit: number }): string {
  return `The search was cut: ${bound(cut)}. There may be paths that it did not find.`
}

/** Whether the hops can have held at once. */
export function together({ coexist, overlap }: Pick<Path, 'coexist' | 'overlap'>): string {
  if (coexist === 'NO') return 'The steps cannot all have held on one day.'
  const when = overlap ? ` (${overlap.text})` : ''
  return coexist === 'YES' ? `All steps certainly held at once${when}.` : `All steps may have held at once${when}, which is not certain.`
}

/** A path in words, for who does not see it. */
export function spoken(path: Path): string {
  return `${count(path.length, 'step', 'steps')}: ` + [path.hops[0]?.from.name, ...path.hops.map((hop) => spaced(hop.standing.toLowerCase(), 'tie', aside(hop.modality), 'to', hop.to.name))].join(', ')
}

/** The entities of a path in order, and its claims. */
export function entitiesOf(path: Path): string[] {
  return [...path.hops.slice(0, 1).map((hop) => hop.from.id), ...path.hops.map((hop) => hop.to.id)]
}

export function claimsOf(path: Path): string[] {
  return path.hops.map((hop) => hop.claim.id)
}
