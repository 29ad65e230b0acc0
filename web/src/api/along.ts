// Questions that are asked in the same turn, in one request. A question is text without comments, with one field at its root.
import { ask, Failure, type Cut } from './client'

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
    } catch (cause) {
      if (cause instanceof Failure && cause.code === 'UNREACHABLE') return all.forEach(({ fail }) => fail(cause))
    }
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
    const [, name = '', declared = '', body = ''] = /^query (\w+)(?:\((.*?)\))?{(.*)}$/.exec(operation.replace(/\$(\w+)/g, (_, name) => '$' + renamed(name))) ?? []
    for (const text of others) fragments.add(text)
    for (const [name, value] of Object.entries(own)) variables[renamed(name)] = value
    return { name, declared, field: `q${i}:${body}`, root: body.replace(/\W.*/, '') }
  })
  const each = (key: 'name' | 'declared' | 'field', mark = ' ') => parts.map((part) => part[key]).join(mark)
  return { query: `query ${each('name', '_')}(${each('declared')}){${each('field')}}${[...fragments].join('')}`, variables, roots: parts.map(({ root }) => root) }
}
