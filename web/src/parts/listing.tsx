// A section of a page with a list that is read page by page, with its empty, loading, failed and cut-off states.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useList, type Batch } from '../api/use'
import { CutOff, Empty, Failed, Loading } from './states'
import { bound, count } from './words'

type Props<A, T> = {
  id: string
  title: string
  /** What one entry and several are called. */
  noun: [string, string]
  /** What an empty list says; without it an empty section is left out. */
  empty?: string
  /** Whether filters may have left entries out. */
  filtered?: boolean
  query: string
  /** Whether its question can be asked only by itself, by the API's bounds on one. */
  large?: boolean
  variables: object
  pick(answer: A): Batch<T> | null
  children(items: T[]): ComponentChildren
}

export function Listing<A, T>({ id, title, noun, empty, filtered = false, query, large, variables, pick, children }: Props<A, T>) {
  const list = useList<A, T>(query, variables, pick, large)
  const from = useRef(-1)
  const rows = () => document.querySelectorAll(`#${id} tbody > tr, #${id} > :is(ol, ul) > li`)
  const waits = list.loading && from.current >= 0
  // The focus goes to the first entry that is new and shown; where there is none it stays on the button, or goes to the heading with that gone.
  useEffect(() => {
    if (from.current < 0 || list.loading) return
    rows()[from.current]?.querySelector<HTMLElement>('a')?.focus()
    if (document.activeElement === document.body) document.getElementById(id + '-title')?.focus()
    from.current = -1
  }, [list.loading, list.items.length])
  const none = list.total === 0 || (list.items.length === 0 && !list.loading && !list.failure) // a total need not be known
  if (none && !empty) return null
  return (
    <Section id={id} title={title} count={list.total}>
      {list.items.length > 0 && children(list.items)}
      {none && <Empty>{filtered ? `No ${noun[0]} passes the filters.` : empty}</Empty>}
      {list.loading && <Loading what={noun[1]} />}
      {list.truncated && <CutOff>Not all is listed: {bound(list.truncated)}.</CutOff>}
      {list.failure && <Failed what={title} failure={list.failure} retry={list.retry} />}
      {(list.more || waits) && (
        <p class="more">
          <button type="button" aria-busy={waits} onClick={() => list.more && ((from.current = rows().length), list.more())}>
            Show more {noun[1]}
          </button>
          <span class="note">
            {list.items.length.toLocaleString('en')} {list.total === null ? 'shown; there are more' : `of ${count(list.total, ...noun)} shown`}
          </span>
        </p>
      )}
    </Section>
  )
}

/** A section with a heading that can be gone to. */
export function Section({ id, title, count: n, children }: { id: string; title: string; count?: number | null; children: ComponentChildren }) {
  return (
    <section class="block" id={id} aria-labelledby={id + '-title'}>
      <h2 id={id + '-title'} tabIndex={-1}>
        {title} {n != null && <span class="note">{n.toLocaleString('en')}</span>}
      </h2>
      {children}
    </section>
  )
}
