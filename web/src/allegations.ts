// What is alleged about an entity, with it, or by it, each beside what was answered.
import { ask } from './api'
import { el, foreign, shown } from './dom'
import { listFrame, listing } from './listing'
import { sides } from './pair'
import { long } from './quote'
import { standing } from './standing'
import { modality } from './words'
import type { Allegation, ClaimLine, Page } from './types'
import query from './queries/Allegations.graphql'

type Role = 'SUBJECT' | 'OBJECT' | 'SPEAKER'
type Answer = { entity: { allegations: { totalCount: number; pageInfo: Page; nodes: Allegation[] } } }

const pageSize = 10

/** The three sections; those that only repeat or hold nothing are left out. */
export function allegations(id: string, signal: AbortSignal): HTMLElement[] {
  return [
    section('allegations', 'Allegations and denials', 'SUBJECT', 'No allegation against it is on file. That is not the same as "nobody accuses it".'),
    section('allegations-with', 'Allegations in which it is the other party', 'OBJECT'),
    section('allegations-by', 'What it alleges', 'SPEAKER'),
  ]

  function section(name: string, title: string, role: Role, empty?: string): HTMLElement {
    return listing<Allegation>({
      id: name,
      title,
      noun: ['allegation', 'allegations'],
      ...(empty && { empty }),
      frame: () => listFrame('pairs'),
      entry: pair,
      async load(after) {
        const { allegations: page } = (await ask<Answer>(query, { id, role, first: pageSize, after }, signal)).entity
        return { items: page.nodes, total: page.totalCount, page: page.pageInfo }
      },
    })
  }
}

function pair(allegation: Allegation): HTMLElement {
  const { claim } = allegation
  const dismissals = allegation.determinations.filter((a) => a.stance === 'DISMISSES')
  const known = new Set(allegation.denials.map((a) => a.id))
  const cards = sides({
    support: claim.support.nodes,
    withdrawals: allegation.retractions,
    denials: [...allegation.denials, ...dismissals.filter((a) => !known.has(a.id))],
    generalDenials: allegation.generalDenials,
    comments: claim.comments.nodes,
    more: claim.support.totalCount - claim.support.nodes.length + claim.comments.totalCount - claim.comments.nodes.length,
  })
  return el('li', { class: 'pair', 'data-claim': claim.id }, el('header', {}, claimFacts(claim), sentence(claim.sentence)), cards)
}

function sentence(text: string): HTMLElement {
  return el('h3', text.length > long ? { class: 'long', tabindex: 0 } : {}, shown(text))
}

/** How a claim stands, what kind of proposition it is and when it holds. */
export function claimFacts(claim: Pick<ClaimLine, 'standing' | 'contested' | 'modality' | 'period'>): HTMLElement {
  return el(
    'p',
    { class: 'facts' },
    claim.standing && standing(claim.standing, claim.contested),
    modality(claim.modality) && el('span', {}, modality(claim.modality)),
    claim.period && el('span', {}, foreign(claim.period.text)),
  )
}
