// What is filtered, in a line of words. This module is pure.
import { day, plain } from '../parts/words'
import { shownStandings, type Exploration } from '../state/fragment'
import { looks, standings } from '../state/standing'

/** How many kinds of ties are named. */
const named = 3

/** The filters that are obeyed, all or the dates alone; "none" where none is set. */
export function told(state: Exploration, all: boolean): string {
  const set = [
    ...(all ? [kinds(state.predicates), standing(state)] : []),
    state.at && `on ${day(state.at)}`,
    state.knownAt && `as known on ${day(state.knownAt)}`,
  ].filter((words) => words !== '')
  return set.join('; ') || 'none'
}

function kinds(of: string[]): string {
  const more = of.length > named ? ` and ${of.length - named} more` : ''
  return of.length > 0 ? `only “${of.slice(0, named).map(plain).join('”, “')}”${more}` : ''
}

/** The standings that are shown, or those left out, whichever are fewer. */
function standing(state: Exploration): string {
  const shown = shownStandings(state)
  const left = standings.filter((value) => !shown.includes(value))
  if (left.length === 0) return ''
  if (shown.length === 0) return 'nothing passes'
  const [first, list] = shown.length < left.length ? ['only', shown] : ['without', left]
  return `${first} ${list.map((value) => looks[value].word).join(', ')}`
}
