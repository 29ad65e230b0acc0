// A section of a page with a list that is read page by page, with its empty, loading, failed and cut-off states.
import type { ComponentChildren } from 'preact'
import { useList, type Batch } from '../api/use'
import { Empty, Failed, Loading } from './states'
import { count } from './words'

type Props<A, T> = {
  id: string
  title: string
  /** What one entry and several are called. */
  noun: [string, string]
  /** What an empty list says; without it an empty section is left out. */
  empty?: string
  query: string
  variables: object
  pick(answer: A): Batch<T> | null
  children(items: T[]): ComponentChildren
}

export function Listing<A, T>({ id, title, noun, empty, query, variables, pick, children }: Props<A, T>) {
  const list = useList<A, T>(query, variables, pick)
  if (list.total === 0 && !empty) return null
  return (
    <Section id={id} title={title} count={list.total}>
      {list.items.length > 0 && children(list.items)}
      {list.total === 0 && <Empty>{empty}</Empty>}
      {list.loading && <Loading what={noun[1]} />}
      {list.failure && <Failed what={title} failure={list.failure} retry={list.retry} />}
      {list.more && (
        <p class="more">
          <button type="button" onClick={list.more}>
            Show more {noun[1]}
          </button>
          <span class="note">
            {list.items.length} of {count(list.total ?? 0, ...noun)} shown
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
