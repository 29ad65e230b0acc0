// Every claim in which an entity is subject or object, in every standing.
import { claimFacts } from './allegations'
import { ask } from './api'
import { el, shown } from './dom'
import { listFrame, listing } from './listing'
import { sourcesButton } from './sources'
import type { ClaimLine, Page } from './types'
import query from './queries/Claims.graphql'

type Answer = { entity: { claims: { totalCount: number; pageInfo: Page; nodes: ClaimLine[] } } }

export function claims(id: string, signal: AbortSignal): HTMLElement {
  return listing<ClaimLine>({
    id: 'claims',
    title: 'All claims',
    noun: ['claim', 'claims'],
    empty: 'No claim about it is on file.',
    frame: () => listFrame('list'),
    entry: (claim) => {
      const item = el('li', {}, claimFacts(claim), el('p', {}, shown(claim.sentence)))
      item.append(el('p', {}, sourcesButton(claim.id, claim.sentence, signal, (box) => item.append(box))))
      return item
    },
    async load(after) {
      const { claims: page } = (await ask<Answer>(query, { id, first: 20, after }, signal)).entity
      return { items: page.nodes, total: page.totalCount, page: page.pageInfo }
    },
  })
}
