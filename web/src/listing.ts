// A section of a page that loads a list page by page, with its empty, loading and error states.
import { isAbort, reason } from './api'
import { el, replace } from './dom'
import { announce } from './live'
import { count } from './words'
import type { Page } from './types'

export type Batch<T> = { items: T[]; total: number; page: Page }

export type Listing<T> = {
  id: string
  title: string
  /** What one entry and several are called. */
  noun: [string, string]
  /** What an empty list says; without it an empty section is left out. */
  empty?: string
  /** The element that holds the list, and the one in it that takes the entries. */
  frame(): { root: HTMLElement; body: HTMLElement }
  entry(item: T): HTMLElement
  load(after: string | null): Promise<Batch<T>>
}

/** Makes the section and begins to load it. */
export function listing<T>(spec: Listing<T>): HTMLElement {
  const note = el('span', { class: 'note' })
  const body = el('div')
  const heading = el('h2', { id: spec.id + '-title', tabindex: -1 }, spec.title, ' ', note)
  const section = el('section', { class: 'block', id: spec.id, 'aria-labelledby': spec.id + '-title' }, heading, body)
  const { root, body: entries } = spec.frame()
  let shown = 0

  async function load(after: string | null): Promise<void> {
    section.setAttribute('aria-busy', 'true')
    const status = el('p', { class: 'state' }, 'Loading…')
    section.append(status)
    try {
      show(await spec.load(after))
      status.remove()
    } catch (error) {
      status.remove()
      if (!isAbort(error)) fail(error, after)
    } finally {
      section.removeAttribute('aria-busy')
    }
  }

  function show(batch: Batch<T>): void {
    shown += batch.items.length
    note.textContent = String(batch.total)
    if (batch.total === 0) return showEmpty()
    entries.append(...batch.items.map(spec.entry))
    if (!root.parentElement) replace(body, root)
    announce(`${spec.title}: ${shown} of ${count(batch.total, ...spec.noun)} shown`)
    if (batch.page.hasNextPage) section.append(moreButton(batch.page.endCursor))
  }

  function showEmpty(): void {
    if (spec.empty) replace(body, el('p', { class: 'state' }, spec.empty))
    else section.hidden = true
  }

  function moreButton(after: string | null): HTMLElement {
    const button = el('button', { class: 'more', type: 'button', click: () => (button.remove(), void load(after)) }, `Show more ${spec.noun[1]}`)
    return button
  }

  function fail(error: unknown, after: string | null): void {
    const retry = el('button', { type: 'button', click: () => (message.remove(), void load(after)) }, 'Try again')
    const message = el('p', { class: 'state failed', role: 'alert' }, `${spec.title} could not be loaded: ${reason(error)}. `, retry)
    section.append(message)
  }

  void load(null)
  return section
}

/** The frame of a plain list. */
export function listFrame(className: string): { root: HTMLElement; body: HTMLElement } {
  const root = el('ul', { class: className })
  return { root, body: root }
}

/** The frame of a table with these column headings; on a narrow screen it reads as cards. */
export function tableFrame(label: string, columns: string[]): { root: HTMLElement; body: HTMLElement } {
  const body = el('tbody')
  const head = el('thead', {}, el('tr', {}, ...columns.map((title) => el('th', { scope: 'col' }, title))))
  const table = el('table', { class: 'stack', 'aria-label': label }, head, body)
  return { root: el('div', { class: 'scroll' }, table), body }
}
