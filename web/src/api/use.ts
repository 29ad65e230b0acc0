// Questions as hooks: a component says what it needs, and gets loading, an answer, or a failure. Late answers are ignored.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { taken, type Ahead } from './ahead'
import { askAlong } from './along'
import { ask, failureOf, type Cut, type Failure } from './client'
import type { Bound, PageInfo } from './types'

export type Answer<T> = { data?: T; cut: Cut[]; failure?: Failure; loading: boolean; retry: () => void }

// Answers that were seen are shown at once after Back, and asked for again meanwhile.
const seen = new Map<string, { data: unknown; cut: Cut[] }>()
const remembered = 40

type Read<T> = { items: T[]; after: string | null }

// How far lists were read, so that Back shows as many entries as were there.
const pages = new Map<string, Read<unknown>>()

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > remembered && !oldest.done) map.delete(oldest.value)
}

/** The first page of a list, or a question, as the hooks below will ask for it. */
export function listAhead(query: string, variables: object): Ahead {
  return questionAhead(query, { ...variables, after: null })
}

export function questionAhead(query: string, variables: object): Ahead {
  return [JSON.stringify([query, variables]), () => askAlong(query, variables)]
}

/** Asks a question, again when its text or variables change; null variables ask nothing. */
export function useQuery<T>(query: string, variables: object | null, by = ask): Answer<T> {
  return useAnswer<T>(variables && JSON.stringify([query, variables]), (signal) => by<T>(query, variables ?? {}, signal))
}

/** Takes an answer that may need several questions, again when the key changes, which names all that they depend on; null asks nothing. `make` is told whether none is shown meanwhile. */
export function useAnswer<T>(key: string | null, make: (signal: AbortSignal, first: boolean) => Promise<{ data: T; cut: Cut[] }>): Answer<T> {
  const [turn, setTurn] = useState(0)
  const [got, setGot] = useState<{ key: string; data?: T; cut: Cut[]; failure?: Failure } | null>(null)
  useEffect(() => {
    if (!key) return
    const control = new AbortController()
    ;(taken<T>(key) ?? make(control.signal, !seen.has(key))).then(
      (answer) => {
        if (control.signal.aborted) return
        keep(seen, key, answer)
        setGot({ key, ...answer })
      },
      (cause: unknown) => {
        if (!control.signal.aborted) setGot({ key, cut: [], failure: failureOf(cause) })
      },
    )
    return () => control.abort()
  }, [key, turn])
  const retry = useCallback(() => {
    setGot(null)
    setTurn((n) => n + 1)
  }, [])
  const known = key ? (seen.get(key) as { data: T; cut: Cut[] } | undefined) : undefined
  const current = got?.key === key ? got : (known ?? null)
  return { cut: [], ...current, loading: key !== null && current === null, retry }
}

/** A page of a list; the total is null where it is not known, and `truncated` says which bound left entries out of all pages. */
export type Batch<T> = { items: T[]; total: number | null; page: PageInfo; truncated?: Bound | null }

export type List<T> = Pick<Batch<T>, 'items' | 'total' | 'truncated'> & { more: (() => void) | null; failure?: Failure; loading: boolean; retry: () => void }

/** Reads a connection page by page; `pick` finds the page in the answer, and null means that there is no such list. It is asked along with other lists, unless it is too `large` for that. */
export function useList<A, T>(query: string, variables: object, pick: (answer: A) => Batch<T> | null, large = false): List<T> {
  const key = JSON.stringify([query, variables])
  const begun = () => ({ key, ...((pages.get(key) as Read<T>) ?? { items: [], after: null }) })
  const [earlier, setEarlier] = useState<Read<T> & { key: string }>(begun)
  const current = earlier.key === key ? earlier : begun()
  const last = useRef<{ key: string; batch: Batch<T> } | null>(null)
  const answer = useQuery<A>(query, { ...variables, after: current.after }, large ? ask : askAlong)
  const batch = answer.data ? (pick(answer.data) ?? nothing<T>()) : null
  if (batch) last.current = { key, batch }
  const items = [...current.items, ...(batch?.items ?? [])]
  const more = batch?.page.hasNextPage
    ? () => {
        const read = { items, after: batch.page.endCursor }
        keep(pages, key, read)
        setEarlier({ key, ...read })
      }
    : null
  const { total = null, truncated = null } = batch ?? (last.current?.key === key ? last.current.batch : {})
  return { items, total, truncated, more, failure: answer.failure, loading: answer.loading, retry: answer.retry }
}

function nothing<T>(): Batch<T> {
  return { items: [], total: 0, page: { hasNextPage: false, endCursor: null } }
}
