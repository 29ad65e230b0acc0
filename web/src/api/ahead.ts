// Answers that the shell asks for ahead of the view that will need them, along with its own question. They hold until the view is there.
import { useEffect } from 'preact/hooks'
import type { Cut } from './client'

type Coming<T> = Promise<{ data: T; cut: Cut[] }>

/** Under which key a hook will look for an answer, and what asks for it. */
export type Ahead = [key: string, make: () => Coming<unknown>]

const coming = new Map<string, Coming<unknown>>()

export function begin(all: Ahead[]): void {
  for (const [key, make] of all) {
    const answer = make()
    answer.catch(() => {}) // said by whoever takes it
    coming.set(key, answer)
  }
}

/** An answer that was begun, once. */
export function taken<T>(key: string): Coming<T> | undefined {
  const answer = coming.get(key)
  coming.delete(key)
  return answer as Coming<T> | undefined
}

/** Drops what nobody took once the view is there, so that no old answer is shown later. */
export function useForget(there: boolean): void {
  useEffect(() => {
    if (there) coming.clear()
  }, [there])
}
