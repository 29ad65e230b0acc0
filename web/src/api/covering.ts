// Denials of one claim that were judged to mean another. The API gives them with allegations, and so they are asked for beside the
// claims that a view shows.
import query from '../queries/Denials.graphql'
import type { Dates } from '../state/filter'
import { ask } from './client'
import type { CitedAssertion, PageInfo } from './types'
import { useAnswer, type Answer } from './use'

/** A claim of which it is asked; `end` is one of the entities that it is about. */
export type MaybeDenied = { id: string; end: string; standing: string | null; contested: boolean; accusatory: boolean }

/** The denials in other words of each claim that has some, by the id of the claim. */
export type Covering = Map<string, CitedAssertion[]>

/** How many ids the API takes at once, and how many allegations are asked for at once. */
const idsAtOnce = 100
const first = 100

/** Whether a denial of a claim would be told: it accuses, is contested, or is or was alleged. */
function isAsked({ standing, contested, accusatory }: MaybeDenied): boolean {
  return accusatory || contested || ['ALLEGED', 'DISPUTED', 'REFUTED', 'RETRACTED'].includes(standing ?? '')
}

/** Asks for the denials in other words of some claims, and asks nothing where none could be. */
export async function askCovering(claims: MaybeDenied[], { at, knownAt }: Dates, signal?: AbortSignal): Promise<Covering> {
  const asked = claims.filter(isAsked)
  const ends = [...new Set(asked.map(({ end }) => end))].sort()
  const ids = new Set(asked.map(({ id }) => id))
  const found: Given[] = []
  for (let i = 0; i < ends.length; i += idsAtOnce) found.push(...(await given(ends.slice(i, i + idsAtOnce), { at, knownAt }, signal)))
  return new Map(found.filter(({ claim }) => ids.has(claim.id)).flatMap((one) => (otherwise(one).length > 0 ? [[one.claim.id, otherwise(one)] as const] : [])))
}

type Given = { claim: { id: string }; denials: CitedAssertion[] }

/** Of the denials of a claim those that were made of another. */
export function otherwise<T extends { claim: { id: string } }>({ claim, denials }: { claim: { id: string }; denials: T[] }): T[] {
  return denials.filter((said) => said.claim.id !== claim.id)
}

async function given(about: string[], dates: Dates, signal?: AbortSignal): Promise<Given[]> {
  type Data = { allegations: { pageInfo: PageInfo; nodes: Given[] } }
  const all: Given[] = []
  let page: PageInfo | null = null
  do {
    const variables: object = { about, first, after: page?.endCursor ?? null, ...dates }
    const { allegations } = (await ask<Data>(query, variables, signal)).data
    all.push(...allegations.nodes)
    page = allegations.pageInfo
  } while (page.hasNextPage)
  return all
}

/** The same for a component; while there are no claims yet it waits. */
export function useCovering(claims: MaybeDenied[] | null, { at, knownAt }: Dates): Answer<Covering> {
  const asked = claims?.filter(isAsked) ?? []
  const key = asked.length > 0 ? JSON.stringify(['denials in other words', asked.map(({ id, end }) => [id, end]), at, knownAt]) : null
  const answer = useAnswer<Covering>(key, async (signal) => ({ data: await askCovering(asked, { at, knownAt }, signal), cut: [] }))
  return key === null && claims ? { ...answer, data: new Map() } : answer
}
