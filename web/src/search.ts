// Search as you type: a combobox whose list is driven by the keyboard or the pointer. Late answers are ignored.
import { ask, isAbort, reason } from './api'
import { byId, el, foreign, shown, replace } from './dom'
import { entityAddress } from './links'
import { standing, strongest } from './standing'
import { count, plain } from './words'
import type { Hit } from './types'
import query from './queries/Search.graphql'

type Answer = { search: { totalCount: number | null; truncated: { limit: number } | null; edges: Hit[] } }

const pause = 120
const most = 12
const longest = 200

/** Brings the page's search box to life. */
export function startSearch(): void {
  const input = byId('search') as HTMLInputElement
  const list = byId('found')
  const status = byId('search-status')
  let hits: Hit[] = []
  let active = -1
  let pending = new AbortController()
  let timer = 0

  async function look(words: string): Promise<void> {
    const mine = pending
    try {
      const { search } = await ask<Answer>(query, { query: words, first: most }, mine.signal)
      if (mine.signal.aborted) return
      show(search.edges)
      status.textContent = summary(search)
    } catch (error) {
      if (mine.signal.aborted || isAbort(error)) return
      show([])
      status.textContent = `The search failed: ${reason(error)}.`
    }
  }

  function show(found: Hit[]): void {
    hits = found
    active = -1
    replace(list, ...found.map(option))
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    input.removeAttribute('aria-activedescendant')
  }

  function option(hit: Hit, i: number): HTMLElement {
    const best = strongest(hit.node.tieFacets.map((facet) => facet.standing))
    const other = hit.matched !== hit.node.name && el('span', {}, 'found as ', foreign(hit.matched))
    return el(
      'li',
      { id: `hit-${i}`, role: 'option', 'aria-selected': 'false', click: () => go(i), mousedown: (event) => event.preventDefault() },
      el('div', { class: 'clip' }, shown(hit.node.name)),
      el('div', { class: 'facts' }, plain(hit.node.kind), el('span', {}, count(hit.node.degree, 'tie', 'ties')), best && el('span', {}, 'strongest: ', standing(best)), other),
    )
  }

  function mark(next: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = (next + hits.length) % hits.length
    const chosen = list.children[active]!
    chosen.setAttribute('aria-selected', 'true')
    chosen.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', chosen.id)
  }

  function go(i: number): void {
    const hit = hits[i]
    if (!hit) return
    clear()
    input.value = ''
    location.href = entityAddress(hit.node.id)
  }

  function clear(): void {
    clearTimeout(timer)
    pending.abort()
    pending = new AbortController()
    show([])
    status.textContent = ''
  }

  input.addEventListener('input', () => {
    clear()
    const words = [...input.value.trim()].slice(0, longest).join('')
    if (words !== '') timer = setTimeout(() => void look(words), pause)
  })
  input.addEventListener('blur', () => (list.hidden = true))
  input.addEventListener('focus', () => (list.hidden = hits.length === 0))
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' && hits.length > 0) mark(active + 1)
    else if (event.key === 'ArrowUp' && hits.length > 0) mark(active < 0 ? -1 : active - 1)
    else if (event.key === 'Enter' && hits.length > 0) go(Math.max(active, 0))
    else if (event.key === 'Escape') clear()
    else return
    event.preventDefault()
  })
}

function summary(search: Answer['search']): string {
  if (search.edges.length === 0) return 'Nothing on file bears such a name or identifier.'
  if (search.totalCount === null) return `More than ${search.truncated?.limit ?? search.edges.length} hits; type more to narrow them.`
  const shown = search.edges.length < search.totalCount ? `, the best ${search.edges.length} shown` : ''
  return count(search.totalCount, 'hit', 'hits') + shown
}
