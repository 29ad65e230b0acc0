// Addresses: of entities here, and of sources elsewhere.
import { el, foreign, shown } from './dom'
import type { Named, Work } from './types'

/** The address of an entity's page. Its id stands in the fragment, which browsers keep to themselves. */
export function entityAddress(id: string, section = ''): string {
  const state = new URLSearchParams({ id })
  if (section) state.set('section', section)
  return '/entity#' + state
}

export function entityLink(entity: Named): HTMLElement {
  return el('a', { href: entityAddress(entity.id), class: 'clip' }, shown(entity.name))
}

/** A source by its title, linked when it has an address on the web; any other kind of address is shown as no link. */
export function sourceLink(work: Work, address: string | null = work.url): HTMLElement {
  const title = foreign(work.title)
  if (!address || !/^https?:\/\//i.test(address)) return title
  return el('a', { href: address, rel: 'noreferrer noopener', target: '_blank' }, title)
}
