// The ties of an entity to others, in words that fit their standing.
import { ask } from './api'
import { el } from './dom'
import { entityLink } from './links'
import { listing, tableFrame } from './listing'
import { sourcedRow } from './rows'
import { standing } from './standing'
import { hedge, modality, plain } from './words'
import type { Page, Tie } from './types'
import query from './queries/Ties.graphql'

type Answer = { entity: { ties: { totalCount: number; pageInfo: Page; edges: Tie[] } } }

const columns = ['Tie', 'With', 'Standing', 'When', 'Sources']

export function ties(id: string, signal: AbortSignal): HTMLElement {
  return listing<Tie>({
    id: 'ties',
    title: 'Ties',
    noun: ['tie', 'ties'],
    empty: 'No tie to another entity is on file.',
    frame: () => tableFrame('Ties', columns),
    entry: (tie) => row(tie, signal),
    async load(after) {
      const { ties: page } = (await ask<Answer>(query, { id, first: 50, after }, signal)).entity
      return { items: page.edges, total: page.totalCount, page: page.pageInfo }
    },
  })
}

function row(tie: Tie, signal: AbortSignal): HTMLElement {
  const words = [hedge(tie.standing), predicate(tie), share(tie)].filter((word) => word !== '').join(' ')
  const kind = modality(tie.modality)
  const cells = [
    [words, kind && el('span', { class: 'note' }, ` (${kind})`)],
    [entityLink(tie.node), el('span', { class: 'note' }, plain(tie.node.kind))],
    [standing(tie.standing, tie.contested)],
    [tie.period.text],
  ]
  return sourcedRow(columns, cells.map((cell) => cell.map((part) => part || null)), tie.claim.id, `${words} ${tie.node.name}`, signal)
}

/** The predicate from this entity to the other one. */
function predicate(tie: Tie): string {
  return tie.forward ? tie.predicate.label : (tie.predicate.inverse ?? `is what the other one ${tie.predicate.label}`)
}

function share(tie: Tie): string {
  if (tie.shareMin === null && tie.shareMax === null) return ''
  if (tie.shareMin === tie.shareMax) return `(${tie.shareMin} %)`
  return `(${tie.shareMin ?? 0} to ${tie.shareMax ?? 100} %)`
}
