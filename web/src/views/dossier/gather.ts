// Everything that a dossier holds, asked of one revision, so that it says one thing however long it takes to read.
import { taken, type Ahead } from '../../api/ahead'
import { askAlong } from '../../api/along'
import { ask } from '../../api/client'
import type { Named, PageInfo } from '../../api/types'
import { bound, count } from '../../parts/words'
import claimsQuery from '../../queries/Dossier.graphql'
import countQuery from '../../queries/ClaimCount.graphql'
import pathQuery from '../../queries/PathClaims.graphql'
import { dates, filter } from '../../state/filter'
import { unfiltered, type Exploration } from '../../state/fragment'
import { drawing, type DrawnTie } from '../graph/drawn'
import type { Spot } from '../graph/layout'
import { inTime } from '../graph/slices'
import { settled, textWidth } from '../graph/use-layout'
import { askTies } from '../set-ties'
import { scope, stampOf, type Stamp } from '../stamp'
import { firstOf, linksOf, setTies, type SetTies } from '../ties'
import { dossierOf, grouped, type CitedClaim, type Dossier } from './model'
import { aboutPath, walk } from './path'

/** The dossier, and its drawing: the number on a line is that of its statement. */
export type Gathered = Placed & { lines: DrawnTie[]; revision: string }
type Placed = { dossier: Dossier; graph: SetTies; spots: Spot[] }

/** How many statements a dossier holds at most, and how many are asked for at once. */
const most = 300
const page = 15

/** The claims of a path that a link names. */
export function pathOf(state: Exploration): string[] {
  return (state.own['path'] ?? '').split(',').filter((id) => /^clm_[\w.-]+$/.test(id)).slice(0, 6)
}

/** Of which revision it will be. */
export function dossierAhead(state: Exploration): Ahead[] {
  return [['stamp' + state.knownAt, async () => ({ data: await stampOf(state), cut: [] })]]
}

export async function gather(state: Exploration, members: Named[], beyond: number, signal: AbortSignal): Promise<Gathered> {
  const stamp = (await taken<Stamp | null>('stamp' + state.knownAt))?.data ?? (await stampOf(state, signal))
  const pinned = { ...state, knownAt: stamp?.at ?? '' }
  const about = scope(state, stamp)
  const gathered = pathOf(state).length > 0 ? await ofPath(pinned, about, signal) : await ofSet(pinned, members, [...about, firstOf(members.length + beyond, members.length)], signal)
  const numbers = new Map(gathered.dossier.sections.flatMap((s) => s.statements).map((s) => [s.claim, String(s.n)]))
  const lines = await inTime(drawing(gathered.graph.ties, gathered.spots, '', textWidth, numbers))
  return { ...gathered, lines, revision: stamp?.revision ?? '0' }
}

/** Every claim about the chosen entities, and the ties among them. */
async function ofSet(state: Exploration, members: Named[], about: string[], signal: AbortSignal): Promise<Placed> {
  const ids = members.map((m) => m.id)
  const question = setTies(state, members)
  const [found, graph, all] = await Promise.all([
    claims(state, { about: ids }, signal),
    askTies(question, signal).then(({ data }) => data),
    unfiltered(state) && state.at === '' ? null : askAlong<{ claims: { totalCount: number } }>(countQuery, { filter: { about: ids }, knownAt: dates(state).knownAt }, signal),
  ])
  const within = question.hops > 0 ? found.claims : found.claims.filter(({ subject, object }) => !object || (ids.includes(subject.id) && ids.includes(object.id)))
  const given = state.own['values'] === 'no' ? within.filter((claim) => claim.object || claim.accusatory) : within
  const hidden = all ? all.data.claims.totalCount - found.total : 0
  const outside = found.claims.length - within.length
  const values = within.length - given.length
  const left = [
    hidden > 0 ? `${count(hidden, 'statement', 'statements')} about them not given: left out by the filters and the day.` : '',
    outside > 0 ? `${count(outside, 'statement ties', 'statements tie')} them to entities that are not chosen; not given.` : '',
    values > 0 ? `${count(values, 'statement that gives a name, an identifier or a figure is', 'statements that give names, identifiers or figures are')} left out.` : '',
    found.total > found.read ? `Only the first ${found.read} of ${count(found.total, 'statement', 'statements')} were read. Choose fewer entities.` : '',
    graph.truncated ? `Not all is drawn: ${bound(graph.truncated)}.` : '',
  ]
  const title = 'Dossier: ' + members.slice(0, 4).map((m) => m.name).join(', ') + (members.length > 4 ? ` and ${members.length - 4} more` : '')
  const dossier = dossierOf(title, [...about, ...left].filter((line) => line !== ''), grouped(given))
  const drawn = stated(graph, ids, new Set(dossier.claims.map((claim) => claim.id)))
  return { dossier, graph: drawn, spots: await settled(drawn.entities, linksOf(drawn.ties)) }
}

/** What of a graph the statements tell: a tie that has no statement, and so no denial beside it, is not drawn. */
function stated(graph: SetTies, chosen: string[], claims: Set<string>): SetTies {
  const ties = graph.ties.filter((tie) => claims.has(tie.claim.id))
  const tied = new Set([...chosen, ...ties.flatMap((tie) => [tie.from.id, tie.to.id])])
  return { ...graph, ties, entities: graph.entities.filter((e) => tied.has(e.id)) }
}

/** The claims of a path in its order, and its drawing from left to right. */
async function ofPath(state: Exploration, about: string[], signal: AbortSignal): Promise<Placed> {
  const ids = pathOf(state)
  type Node = { id: string; subject?: { id: string }; object?: { id: string } | null } | null
  const { nodes } = (await ask<{ nodes: Node[] }>(pathQuery, { ids }, signal)).data
  const ends = nodes.flatMap((node) => (node?.subject ? [{ subject: node.subject, object: node.object ?? null }] : []))
  const objects = ends.flatMap(({ object }) => object?.id ?? [])
  const found = objects.length > 0 ? (await claims(state, { subject: ends.map((e) => e.subject.id), object: objects }, signal)).claims : []
  const steps = ids.flatMap((id) => found.find((claim) => claim.id === id) ?? [])
  const absent = ids.flatMap((id, i) => (steps.some((claim) => claim.id === id) ? [] : [i + 1]))
  const gone = absent.filter((n) => !nodes[n - 1]?.subject)
  const missing = absent.filter((n) => !gone.includes(n))
  const along = (absent.length === 0 && walk(steps)) || [...new Set(steps.flatMap((claim) => [claim.subject.id, ...(claim.object ? [claim.object.id] : [])]))]
  const drawn = along.length > 0 ? (await askTies({ ...setTies(state, []), ids: along, hops: 0 }, signal)).data : { entities: [], ties: [], truncated: null }
  const graph = { ...drawn, entities: along.flatMap((id) => drawn.entities.find((e) => e.id === id) ?? []), ties: ids.flatMap((id) => drawn.ties.findLast((tie) => tie.claim.id === id) ?? []) }
  const [from, to] = [graph.entities[0], graph.entities.at(-1)]
  const title = from && to && absent.length === 0 ? `Dossier: a path from ${from.name} to ${to.name}` : 'Dossier: a path'
  const dossier = dossierOf(title, [...about, ...aboutPath(steps, missing, gone)], steps.length > 0 ? [['The steps', steps]] : [])
  return { dossier, graph, spots: (await settled(graph.entities, [])).map((spot, i) => ({ ...spot, x: i * 220, y: (i % 2) * 96 })) }
}

type Page = { claims: { totalCount: number; pageInfo: PageInfo; nodes: CitedClaim[] } }

/** Claims that pass the filters and stand somehow, page after page. */
async function claims(state: Exploration, which: object, signal: AbortSignal): Promise<{ claims: CitedClaim[]; total: number; read: number }> {
  const all: CitedClaim[] = []
  let read: Page['claims'] | null = null
  do {
    const variables: object = { filter: { ...which, ...filter(state) }, first: page, after: read?.pageInfo.endCursor ?? null, ...dates(state) }
    read = (await askAlong<Page>(claimsQuery, variables, signal)).data.claims
    all.push(...read.nodes)
  } while (read.pageInfo.hasNextPage && all.length < most)
  const stand = all.filter((claim) => claim.standing !== null)
  return { claims: stand, total: read.totalCount - (all.length - stand.length), read: stand.length }
}
