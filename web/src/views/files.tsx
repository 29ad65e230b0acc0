// The current set as files: tables for other programs, and the drawing. No file has an accusation without what is said against it.
import { picture, save } from '../parts/save'
import { count } from '../parts/words'
import type { Exploration } from '../state/fragment'
import type { Spot } from './graph/layout'
import { sheet } from './graph/sheet'
import { inTime } from './graph/slices'
import { settled } from './graph/use-layout'
import { written, type Written } from './graph/written'
import { scope, stampOf } from './stamp'
import { countsAll, linksOf, notAll, tiesAsCsv, tiesAsJson, type About, type SetTies } from './ties'

export type Kind = 'CSV' | 'JSON' | 'SVG' | 'PNG'

/** What is shown; without spots the drawing is laid out for the file. `chosen` are more entities than the graph has where bounds cut it. */
export type Shown = { graph: SetTies; chosen: number; spots: Spot[] | null }

/** Saves a file of what is shown; `whole` are its ties with everybody who says each. */
export async function saveTies(kind: Kind, whole: SetTies, shown: Shown, state: Exploration): Promise<void> {
  const cut = notAll(shown.chosen, shown.graph)
  const name = cut ? 'ties-cut' : 'ties' // a table without rows has no other place to say so
  if (kind === 'CSV') return save(name + '.csv', 'text/csv;charset=utf-8', tiesAsCsv(whole.ties, cut))
  if (kind === 'JSON') return save(name + '.json', 'application/json', tiesAsJson(whole.ties, cut, await aboutData(state)))
  const drawing = await draw(whole, shown, cut, state)
  if (kind === 'SVG') return save(name + '.svg', 'image/svg+xml', drawing.whole)
  save(name + '.png', 'image/png', await picture(drawing))
}

async function draw(whole: SetTies, { graph, spots }: Shown, cut: string, state: Exploration): Promise<Written> {
  const about = await aboutGraph(state, graph, cut)
  const places = spots ?? (await settled(graph.entities, linksOf(graph.ties)))
  return inTime(written(await inTime(sheet(whole, places, countsAll(state), about))))
}

async function aboutData(state: Exploration): Promise<About> {
  const stamp = await stampOf(state)
  return { revision: stamp?.revision ?? null, knownAt: stamp?.at ?? null, asOf: state.at || null, filters: scope(state, stamp).slice(2) }
}

async function aboutGraph(state: Exploration, { entities, ties }: SetTies, cut: string): Promise<string[]> {
  const names = entities.slice(0, 3).map((e) => e.name).join(', ') + (entities.length > 3 ? ' and others' : '')
  return [
    `${count(ties.length, 'tie', 'ties')} among ${count(entities.length, 'entity', 'entities')}: ${names}`,
    ...scope(state, await stampOf(state)),
    cut,
    `The sign ${countsAll(state) ? '+n' : '≤ n'} beside an entity ${countsAll(state) ? 'counts' : 'is the most that there can be of'} its ties that are not shown. A number on a line leads to its note below. No denial found does not mean that nobody denied it.`,
  ].filter((line) => line !== '')
}
