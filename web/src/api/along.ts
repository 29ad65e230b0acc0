// Questions that are asked in the same turn, in one request. A question is text without comments, with one field at its root.
import { ask, type Cut } from './client'

type Answered<T> = { data: T; cut: Cut[] }
type Waiting = { query: string; variables: object; signal: AbortSignal | undefined; answer(answered: Answered<object>): void; fail(cause: unknown): void }

let waiting: Waiting[] = []

/** Asks as `ask` does, but in one request with what else is asked along in the same turn. If that fails, each is asked by itself, so that a part fails alone. */
export function askAlong<T>(query: string, variables: object, signal?: AbortSignal): Promise<Answered<T>> {
  return new Promise((answer, fail) => {
    waiting.push({ query, variables, signal, answer: answer as Waiting['answer'], fail })
    if (waiting.length === 1) queueMicrotask(() => void send(waiting.splice(0)))
  })
}

async function send(all: Waiting[]): Promise<void> {
  if (all.length > 1) {
    const { query, variables, roots } = together(all)
    try {
      const { data, cut } = await ask<Record<string, unknown>>(query, variables)
      roots.forEach((root, i) => all[i]?.answer({ data: { [root]: data['q' + i] }, cut: cut.filter(({ path }) => path[0] === 'q' + i) }))
      return
    } catch {} // each says for itself what is wrong
  }
  for (const { query, variables, signal, answer, fail } of all) ask<object>(query, variables, signal).then(answer, fail)
}

/** One question of several: roots are renamed q0, q1, …, and so are variables, but for `said`, which fragments use. */
export function together(all: { query: string; variables: object }[]): { query: string; variables: object; roots: string[] } {
  const variables: Record<string, unknown> = {}
  const fragments = new Set<string>()
  const parts = all.map(({ query, variables: own }, i) => {
    const renamed = (name: string) => (name === 'said' ? name : `q${i}_${name}`)
    const [operation = '', ...others] = query.split(/(?<=})(?=fragment )/)
    for (const text of others) fragments.add(text)
    for (const [name, value] of Object.entries(own)) variables[renamed(name)] = value
    const text = operation.replace(/\$(\w+)/g, (_, name) => '$' + renamed(name))
    return /^query (\w+)\(?(.*?)\)?{((\w+).*)}$/.exec(text) as string[] // its name, its variables, its root with all below, the name of that
  })
  const each = (n: number) => parts.map((part) => part[n] ?? '')
  const roots = each(3).map((root, i) => `q${i}:${root}`) // lists become text with commas
  return { query: `query ${each(1).join('_')}(${each(2)}){${roots}}${[...fragments].join('')}`, variables, roots: each(4) }
}
