// "Sources" opens everything said for and against one claim, right where the claim stands.
import { ask, isAbort, reason } from './api'
import { el, replace } from './dom'
import { announce } from './live'
import { oneSide, sides, type Sides } from './pair'
import type { ClaimSources } from './types'
import query from './queries/ClaimSources.graphql'

/** A button and the place that it fills; `place` puts that element where it belongs, such as into a row of its own. */
export function sourcesButton(claim: string, about: string, signal: AbortSignal, place: (box: HTMLElement) => void): HTMLElement {
  const box = el('div', { class: 'sources', hidden: true })
  const button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-label': `Sources: ${about}`, click: () => void toggle() }, 'Sources')

  async function toggle(): Promise<void> {
    const open = box.hidden
    place(box)
    box.hidden = !open
    button.setAttribute('aria-expanded', String(open))
    if (!open || box.childElementCount > 0) return
    replace(box, el('p', { class: 'state' }, 'Loading…'))
    try {
      const answer = await ask<{ node: ClaimSources | null }>(query, { id: claim }, signal)
      replace(box, answer.node ? cards(answer.node) : el('p', { class: 'state' }, 'This claim is no longer on file.'))
      announce('Sources shown')
    } catch (error) {
      box.replaceChildren()
      if (!isAbort(error)) box.append(el('p', { class: 'state failed', role: 'alert' }, `The sources could not be loaded: ${reason(error)}.`))
    }
  }
  return button
}

function cards(claim: ClaimSources): HTMLElement {
  const given = sidesOf(claim)
  const answered = given.denials.length + given.generalDenials.length + given.comments.length > 0
  if (!claim.accusatory && !answered && !claim.contested) return oneSide(given)
  const covered = claim.standing === 'DISPUTED' && given.denials.length === 0
  return el('div', {}, sides(given), covered && el('p', { class: 'note' }, 'A denial in other words was judged to mean this claim; it stands under Allegations.'))
}

function sidesOf(claim: ClaimSources): Sides {
  const parts = [claim.support, claim.replies, claim.comments, claim.withdrawals]
  return {
    support: claim.support.nodes,
    withdrawals: claim.withdrawals.nodes,
    denials: claim.replies.nodes,
    generalDenials: claim.generalDenials,
    comments: claim.comments.nodes,
    more: parts.reduce((sum, part) => sum + part.totalCount - part.nodes.length, 0),
  }
}
