// The filters as arguments of the API. This module is pure.
import { shownStandings, type Exploration } from './fragment'
import { standings, type Standing } from './standing'

export type Dates = { at: string | null; knownAt: string | null }

export function dates(state: Exploration): Dates {
  return { at: state.at || null, knownAt: state.knownAt || null }
}

/** Standings and predicates as a filter of ties, claims or allegations; what lets everything through is left out. */
export function filter(state: Exploration): { standings?: Standing[]; predicates?: string[] } {
  const shown = shownStandings(state)
  return {
    ...(shown.length < standings.length && { standings: shown }),
    ...(state.predicates.length > 0 && { predicates: state.predicates }),
  }
}

/** Whether the filters let a claim or tie through; what has no standing, or names no predicate, is not held back for it. */
export function passes(state: Exploration, { standing, predicate }: { standing: Standing | null; predicate?: { name: string } }): boolean {
  const kind = state.predicates.length === 0 || !predicate || state.predicates.includes(predicate.name)
  return kind && (standing === null || shownStandings(state).includes(standing))
}
