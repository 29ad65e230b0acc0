// The entity page. Which entity it shows stands in the URL's fragment, so that no server log has it; Back and Forward work.
import { allegations } from './allegations'
import { ApiError, ask, isAbort, reason } from './api'
import { claims } from './claims'
import { byId, el, replace } from './dom'
import { figures } from './figures'
import { head, names } from './head'
import { entityAddress } from './links'
import { announce } from './live'
import { measures } from './measures'
import { startSearch } from './search'
import { legend } from './standing'
import { ties } from './ties'
import type { Head } from './types'
import query from './queries/Head.graphql'

let shown = ''
let reading = new AbortController()

async function show(id: string): Promise<void> {
  reading.abort()
  reading = new AbortController()
  const { signal } = reading
  const page = byId('entity')
  if (id === '') return replace(page, el('h1', {}, 'No entity chosen'), el('p', { class: 'state' }, 'Search for one above.'))
  replace(page, el('p', { class: 'state', role: 'status' }, 'Loading…'))
  try {
    const { entity } = await ask<{ entity: Head }>(query, { id }, signal)
    document.title = `${entity.name} – Redthread`
    replace(page, head(entity), contents(id), el('div', { class: 'key' }, legend()), names(entity), ...sections(id, signal))
    announce(`${entity.name} shown`)
    jump()
  } catch (error) {
    if (!isAbort(error)) replace(page, ...problem(id, error))
  }
}

function sections(id: string, signal: AbortSignal): HTMLElement[] {
  return [...allegations(id, signal), ...measures(id, signal), ties(id, signal), figures(id, signal), claims(id, signal)]
}

function contents(id: string): HTMLElement {
  const parts = [
    ['names', 'Names'],
    ['allegations', 'Allegations'],
    ['measures', 'Measures'],
    ['ties', 'Ties'],
    ['figures', 'Figures'],
    ['claims', 'All claims'],
  ] as const
  return el('nav', { class: 'sections', 'aria-label': 'Sections' }, ...parts.map(([name, title]) => el('a', { href: entityAddress(id, name) }, title)))
}

function problem(id: string, error: unknown): HTMLElement[] {
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return [el('h1', {}, 'Not on file'), el('p', { class: 'state', role: 'alert' }, 'There is no entity with this id: ', el('code', {}, id))]
  }
  const retry = el('button', { type: 'button', click: () => void show(id) }, 'Try again')
  return [el('h1', {}, 'Not loaded'), el('p', { class: 'state failed', role: 'alert' }, `The entity could not be loaded: ${reason(error)}. `, retry)]
}

/** Goes to the section that the fragment names. */
function jump(): void {
  const title = document.getElementById(state().section + '-title')
  title?.scrollIntoView()
  title?.focus({ preventScroll: true })
}

function state(): { id: string; section: string } {
  const parameters = new URLSearchParams(location.hash.slice(1))
  return { id: parameters.get('id') ?? '', section: parameters.get('section') ?? '' }
}

function read(): void {
  const { id } = state()
  if (id !== '' && id === shown) return jump()
  shown = id
  if (id !== '') scrollTo(0, 0)
  void show(id)
}

addEventListener('hashchange', read)
startSearch()
read()
