// What is said for a claim and what is said against it, side by side, every card of one size.
import { el } from './dom'
import { card, emptyCard } from './cards'
import type { Assertion } from './types'

export type Sides = {
  support: Assertion[]
  withdrawals: Assertion[]
  denials: Assertion[]
  generalDenials: Assertion[]
  comments: Assertion[]
  /** How many statements are on file beyond those given. */
  more: number
}

/** The cards in two columns. Where nobody denies, a card of the same size says so. */
export function sides(given: Sides): HTMLElement {
  const left = [...given.support, ...given.withdrawals].map((a) => card(a))
  const right = [
    ...given.denials.map((a) => card(a)),
    ...given.generalDenials.map((a) => card(a, 'Denied in general words by')),
    ...given.comments.map((a) => card(a)),
  ]
  if (given.denials.length + given.generalDenials.length === 0) right.unshift(noDenial())
  if (left.length === 0) left.push(emptyCard('Nobody on file says it', 'It was only denied or commented on.'))
  const cards: HTMLElement[] = []
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    left[i]?.classList.add('for')
    right[i]?.classList.add('against')
    cards.push(...[left[i], right[i]].filter((c) => c !== undefined))
  }
  return el('div', {}, el('div', { class: 'cards two' }, ...cards), more(given.more))
}

/** The cards in one column, for claims that accuse nobody and that nobody denies. */
export function oneSide(given: Sides): HTMLElement {
  return el('div', {}, el('div', { class: 'cards' }, ...[...given.support, ...given.withdrawals].map((a) => card(a))), more(given.more))
}

function noDenial(): HTMLElement {
  return emptyCard('No denial found in the sources', 'This says what is on file here. It does not mean that nobody denied it.')
}

function more(n: number): HTMLElement | false {
  return n > 0 && el('p', { class: 'note' }, `${n} more on file, not shown here.`)
}
