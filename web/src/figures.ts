// Numbers that sources give of an entity.
import { ask } from './api'
import { el, foreign } from './dom'
import { listing, tableFrame } from './listing'
import { sourcedRow } from './rows'
import { standing } from './standing'
import type { Figure, Page } from './types'
import query from './queries/Figures.graphql'

type Figures = { totalCount: number; pageInfo: Page; nodes: Figure[] }
type Answer = { entity: { figures?: Figures } }

const columns = ['Figure', 'Words of the source', 'Standing', 'When', 'Sources']

/** The section; only groups and companies have figures. */
export function figures(id: string, signal: AbortSignal): HTMLElement {
  return listing<Figure>({
    id: 'figures',
    title: 'Figures',
    noun: ['figure', 'figures'],
    frame: () => tableFrame('Figures', columns),
    entry: (figure) => row(figure, signal),
    async load(after) {
      const { figures: page } = (await ask<Answer>(query, { id, first: 20, after }, signal)).entity
      if (!page) return { items: [], total: 0, page: { hasNextPage: false, endCursor: null } }
      return { items: page.nodes, total: page.totalCount, page: page.pageInfo }
    },
  })
}

function row(figure: Figure, signal: AbortSignal): HTMLElement {
  const words = figure.quote === null ? el('span', { class: 'note' }, 'not to be shown') : el('q', { class: 'clip', dir: 'auto' }, figure.quote)
  const cells = [
    [figure.predicate.label + ' ', foreign(figure.value.text ?? '')],
    [words],
    [standing(figure.standing, figure.contested)],
    [figure.period.text],
  ]
  return sourcedRow(columns, cells, figure.claim.id, figure.predicate.label, signal)
}
