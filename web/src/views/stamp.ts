// Which state of the store something shows, and under which filters, in words that leave with it.
import { askAlong } from '../api/along'
import { day, instant, plain } from '../parts/words'
import stampQuery from '../queries/Stamp.graphql'
import stampAtQuery from '../queries/StampAt.graphql'
import { shownStandings, type Exploration } from '../state/fragment'
import { looks, standings } from '../state/standing'

/** A revision, and an instant at which it was the newest. */
export type Stamp = { revision: string; at: string }

/** The revision that is looked at: the newest at the instant chosen, else the newest there is; null of an empty store. */
export async function stampOf(state: Exploration, signal?: AbortSignal): Promise<Stamp | null> {
  if (state.knownAt !== '') {
    const { data } = await askAlong<{ revisionAt: string }>(stampAtQuery, { time: state.knownAt }, signal)
    return { revision: data.revisionAt, at: state.knownAt }
  }
  const { stats } = (await askAlong<{ stats: { revision: string; recordedAt: string | null } }>(stampQuery, {}, signal)).data
  return stats.recordedAt === null ? null : { revision: stats.revision, at: stats.recordedAt }
}

/** The revision and the filters as sentences. What the filters leave out is named. */
export function scope(state: Exploration, stamp: Stamp | null): string[] {
  const left = standings.filter((s) => !shownStandings(state).includes(s))
  return [
    stamp ? `Revision ${stamp.revision} of the record, as known on ${instant(stamp.at)}.` : 'Nothing is on file.',
    state.at === '' ? 'On any day: each statement says for which days it stands.' : `As it stood on ${day(state.at)}.`,
    left.length > 0 ? `Left out by the filters: what stands ${left.map((value) => looks[value].word).join(', ')}.` : '',
    state.predicates.length > 0 ? `Only these kinds of ties: ${state.predicates.map(plain).join(', ')}.` : '',
  ].filter((line) => line !== '')
}
