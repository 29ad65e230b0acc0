// Official acts that name an entity, bind it, or were issued by it.
import { ask } from './api'
import { el } from './dom'
import { entityLink } from './links'
import { listing, tableFrame } from './listing'
import { sourcedRow } from './rows'
import { standing } from './standing'
import { hedge, plain } from './words'
import type { Measure, Page } from './types'
import query from './queries/Measures.graphql'

type Role = 'TARGET' | 'ADDRESSEE' | 'AUTHORITY'
type Answer = { entity: { measures: { totalCount: number; pageInfo: Page; edges: Measure[] } } }

const columns = ['Measure', 'Status', 'Standing', 'When', 'Sources']

export function measures(id: string, signal: AbortSignal): HTMLElement[] {
  return [
    section('measures', 'Measures that name it', 'TARGET', 'No measure that names it is on file. Measures against its neighbours do not reach it here.'),
    section('measures-bind', 'Measures addressed to it', 'ADDRESSEE'),
    section('measures-by', 'Measures it issued', 'AUTHORITY'),
  ]

  function section(name: string, title: string, role: Role, empty?: string): HTMLElement {
    return listing<Measure>({
      id: name,
      title,
      noun: ['measure', 'measures'],
      ...(empty && { empty }),
      frame: () => tableFrame(title, columns),
      entry: (measure) => row(measure, signal),
      async load(after) {
        const { measures: page } = (await ask<Answer>(query, { id, role, first: 20, after }, signal)).entity
        return { items: page.edges, total: page.totalCount, page: page.pageInfo }
      },
    })
  }
}

function row(measure: Measure, signal: AbortSignal): HTMLElement {
  const cells = [
    [entityLink(measure.node), el('span', { class: 'note' }, plain(measure.node.measureKind))],
    [measure.status ? plain(measure.status) : 'not known'],
    [standing(measure.standing), hedge(measure.standing) ? el('span', { class: 'note' }, ' that it is named') : null],
    [measure.period.text],
  ]
  return sourcedRow(columns, cells, measure.claim.id, measure.node.name, signal)
}
