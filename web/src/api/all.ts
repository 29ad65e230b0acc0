// A connection read to its end, page after page, up to a bound that whoever shows it must tell.
import { useEffect, useRef } from 'preact/hooks'
import { useList, type Batch, type List } from './use'

export type All<T> = Omit<List<T>, 'more'> & {
  /** Whether entries were left out because of the bound. */
  cut: boolean
}

/** Reads pages until there are no more, or at least `most` entries. A page that adds nothing is the last one. `large` as `useList` has it. */
export function useAll<A, T>(query: string, variables: object, pick: (answer: A) => Batch<T> | null, most: number, large = false): All<T> {
  const { more, ...list } = useList<A, T>(query, variables, pick, large)
  const asked = useRef('')
  const page = JSON.stringify([variables, list.items.length])
  const further = more !== null && list.items.length < most && asked.current !== page
  useEffect(() => {
    if (!further) return
    asked.current = page
    more()
  }, [further, page])
  return { ...list, loading: list.loading || further, cut: more !== null && !further }
}
