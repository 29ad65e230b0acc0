// Files of our own origin that a view fetches when it opens. The browser keeps them, and asks whether they have changed.
import { useCallback, useEffect, useState } from 'preact/hooks'
import { Failure } from '../../api/client'

const fetched = new Map<string, Promise<unknown>>()

export type FileAnswer<T> = { data?: T; failure?: Failure; retry: () => void }

/** A JSON file, fetched once a page. */
export function useFile<T>(address: string): FileAnswer<T> {
  const [turn, setTurn] = useState(0)
  const [got, setGot] = useState<{ data?: T; failure?: Failure }>({})
  useEffect(() => {
    let here = true
    const file = fetched.get(address) ?? load(address)
    fetched.set(address, file)
    file.then(
      (data) => here && setGot({ data: data as T }),
      (cause: unknown) => {
        fetched.delete(address)
        if (here) setGot({ failure: new Failure(cause instanceof Error ? cause.message : String(cause), 'UNREACHABLE', true) })
      },
    )
    return () => {
      here = false
    }
  }, [address, turn])
  const retry = useCallback(() => {
    setGot({})
    setTurn((n) => n + 1)
  }, [])
  return { ...got, retry }
}

async function load(address: string): Promise<unknown> {
  const answer = await fetch(address).catch(() => null)
  if (!answer) throw new Error('the server cannot be reached')
  if (!answer.ok) throw new Error(`the server answered HTTP ${answer.status}`)
  return answer.json().catch(() => {
    throw new Error('the file is not readable')
  })
}
