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
