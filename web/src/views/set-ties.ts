// The question for the ties of a set, asked in as many steps as the API's bounds need, so that a set may be larger than one answer.
import type { Ahead } from '../api/ahead'
import { askAlong } from '../api/along'
import { ask, type Cut } from '../api/client'
import { useAnswer, type Answer } from '../api/use'
import type { Named } from '../api/types'
import aroundQuery from '../queries/Around.graphql'
import tiesQuery from '../queries/Ties.graphql'
import type { Exploration } from '../state/fragment'
import { isShort, setTies, type SetTies, type TiesQuestion } from './ties'

/** How many ids the API takes in one question, and for how many entities it gives all ties in one answer. */
const idsAtOnce = 100
const limitAtOnce = 300

/** The ties of the chosen entities; while those are read nothing is asked. */
export function useTies(state: Exploration, members: Named[], stale = false): Answer<SetTies> {
  const question = setTies(state, members)
  return useAnswer(stale ? null : JSON.stringify(question), (signal) => askTies(question, signal))
}

/** The same ahead, for entities with these ids. */
export function tiesAhead(state: Exploration, ids: string[]): Ahead[] {
  const question = setTies(state, ids.map((id) => ({ id })))
  return [[JSON.stringify(question), () => askTies(question, undefined, askAlong)]]
}

/** How many speech acts for a tie a file holds at most, and how many are read of a tie that has no more. */
const inFile = 100
const usual = 2

/** The same ties with everybody who says each, and where that stands, as files hold them. */
export async function wholeTies(graph: SetTies, question: Pick<TiesQuestion, 'filter' | 'at' | 'knownAt'>): Promise<SetTies> {
  const whole = new Map<string, SetTies['ties'][number]['claim']>()
  const read = async (ties: SetTies['ties'], atOnce: number, said: number) => {
    for (const page of inPages(ties, atOnce)) {
      const ids = [...new Set(page.flatMap((tie) => [tie.from.id, tie.to.id]))]
      const { data } = await ask<{ subgraph: SetTies }>(tiesQuery, { ...question, ids, hops: 0, limit: ids.length, said, whole: true })
      for (const { claim } of data.subgraph.ties) whole.set(claim.id, claim)
    }
  }
  await read(graph.ties.filter((tie) => !isShort(tie)), 50, usual)
  await read(graph.ties.filter(isShort), 8, inFile) // last, so that what is whole replaces what is not
  return { ...graph, ties: graph.ties.map((tie) => ({ ...tie, claim: { ...tie.claim, ...whole.get(tie.claim.id) } })) }
}

/** The entities and all ties among them. A set that is too large for one question is read in pages, each page against each other. */
export async function askTies(question: TiesQuestion, signal?: AbortSignal, by = ask): Promise<{ data: SetTies; cut: Cut[] }> {
  const one = async (part: Partial<TiesQuestion>) => (await by<{ subgraph: SetTies }>(tiesQuery, { ...question, ...part }, signal)).data.subgraph
  if (question.ids.length <= idsAtOnce && question.limit <= limitAtOnce) return { data: await one({}), cut: [] }
  by = ask // several are too large for one request
  const { ids, truncated } = await found(question, signal)
  const pages = inPages(ids, idsAtOnce)
  const parts = await Promise.all(
    pages.flatMap((page, i) => [
      one({ ids: page, hops: 0, limit: idsAtOnce }),
      ...pages.slice(i + 1).map((other) => one({ ids: page, hops: 1, limit: 2 * idsAtOnce, filter: { ...question.filter, with: other } })),
    ]),
  )
  return { data: { ...joined(ids, parts), truncated: truncated ?? parts.find((part) => part.truncated)?.truncated ?? null }, cut: [] }
}

/** Which entities are shown: those asked for, then those around them, as far as the limit goes. */
async function found(question: TiesQuestion, signal?: AbortSignal): Promise<{ ids: string[]; truncated: SetTies['truncated'] }> {
  if (question.hops === 0) return { ids: question.ids, truncated: null }
  type Data = { subgraph: { entities: { id: string }[]; truncated: SetTies['truncated'] } }
  const parts = await Promise.all(inPages(question.ids, idsAtOnce).map(async (ids) => (await ask<Data>(aroundQuery, { ...question, ids }, signal)).data.subgraph))
  const ids = [...new Set([...question.ids, ...parts.flatMap((part) => part.entities.map((e) => e.id))])]
  const cut = parts.find((part) => part.truncated)?.truncated ?? (ids.length > question.limit ? { reason: 'LIMIT', limit: question.limit } : null)
  return { ids: ids.slice(0, question.limit), truncated: cut }
}

/** A list in parts of at most so many. */
export function inPages<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

/** Answers put together, each entity and tie once, in the order in which one answer would have given them. */
export function joined(ids: string[], parts: SetTies[]): Pick<SetTies, 'entities' | 'ties'> {
  const rows = new Map(parts.flatMap((part) => part.entities).map((e) => [e.id, e]))
  const ties = new Map(parts.flatMap((part) => part.ties).map((tie) => [orderOf(tie), tie]))
  return {
    entities: ids.flatMap((id) => rows.get(id) ?? []),
    ties: [...ties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie),
  }
}

function orderOf({ predicate, from, to, claim, period }: SetTies['ties'][number]): string {
  return [predicate.name, from.id, to.id, claim.id, period.from ?? ''].join('\u0000')
}
