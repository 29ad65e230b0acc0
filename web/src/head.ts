// What an entity is, and how it is called.
import { el, foreign, shown } from './dom'
import { sourceLink } from './links'
import { standing } from './standing'
import { count, plain } from './words'
import type { Head, Told } from './types'

export function head(entity: Head): HTMLElement {
  return el(
    'header',
    { class: 'entity-head' },
    el('p', { class: 'label' }, plain(entity.kind)),
    el('h1', { tabindex: -1, class: 'clip' }, shown(entity.name)),
    el('p', { class: 'facts' }, specificity(entity), el('span', {}, count(entity.degree, 'tie', 'ties'))),
  )
}

function specificity(entity: Head): HTMLElement {
  if (entity.specificity === 'NAMED') return el('span', {}, 'known by name')
  const what = entity.specificity === 'GROUP' ? 'several at once' : 'not named'
  const number = entity.specificity === 'GROUP' ? foreign(entity.count ? `: ${entity.count.text}` : ', number not known') : null
  return el('span', {}, what, number, entity.anchor && ', known only by ', entity.anchor && sourceLink(entity.anchor))
}

/** The section of names and identifiers, each with how it stands. */
export function names(entity: Head): HTMLElement {
  const rows = [
    ...entity.names.edges.map(({ node, claim }) => row(shown(node.text), nameNotes(node), claim)),
    ...entity.identifiers.edges.map(({ node, claim }) => row(shown(node.value), node.scheme, claim)),
  ]
  const left = entity.names.totalCount + entity.identifiers.totalCount - rows.length
  return el(
    'section',
    { class: 'block', id: 'names', 'aria-labelledby': 'names-title' },
    el('h2', { id: 'names-title', tabindex: -1 }, 'Names and identifiers'),
    rows.length > 0 ? el('ul', { class: 'list names' }, ...rows) : el('p', { class: 'state' }, 'No source on file gives its name.'),
    left > 0 && el('p', { class: 'note' }, `${left} more on file, not shown here.`),
  )
}

function nameNotes(node: Head['names']['edges'][number]['node']): string {
  return [node.strength === 'STRONG' ? 'main name' : `${plain(node.strength)} name`, node.script, node.language].filter(Boolean).join(', ')
}

function row(text: HTMLElement, notes: string, told: Told): HTMLElement {
  return el('li', {}, el('p', { class: 'clip' }, text), el('p', { class: 'facts' }, el('span', {}, notes), told.standing && standing(told.standing, told.contested)))
}
