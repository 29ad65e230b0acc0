// The ties of the chosen entities: what to ask for, and how they leave as files. This module is pure.
import type { Called, Directed, Modality, Named, Words } from '../api/types'
import { csv } from '../parts/csv'
import { accuses, claimIn, deniers } from '../parts/denied'
import { bound, count, share } from '../parts/words'
import { dates, filter, type Dates } from '../state/filter'
import { unfiltered, type Exploration } from '../state/fragment'
import { standings, type Standing } from '../state/standing'

type Source = { title: string; url: string | null }
type Found = { quote: string | null; document: Source & { publisher?: { name: string } | null } }
/** Publishers and `reportedBy` are read for files alone. */
type Answer = { speaker: Called | null; evidence: Found[]; reportedBy?: { work: Source | null }[] }

export type SetTie = {
  from: Named
  to: Named
  predicate: Directed
  standing: Standing
  contested: boolean
  modality: Modality
  period: { text: string; from: string | null; to: string | null }
  shareMin: string | null
  shareMax: string | null
  claim: {
    id: string
    sentence: string
    accusatory: boolean
    support: { totalCount: number; nodes: Answer[] }
    /** Of exactly this claim, or of another that was judged to mean it. */
    denials: (Answer & { claim: { id: string } })[]
    generalDenials: Answer[]
  }
}

export type SetEntity = Named & { degree: number; specificity: 'NAMED' | 'UNNAMED' | 'GROUP'; count: Words | null }
export type SetTies = { entities: SetEntity[]; ties: SetTie[]; truncated: { reason: string; limit: number } | null }

/** That not all of the chosen entities are shown; "" where they are. */
export function firstOf(chosen: number, shown: number): string {
  return chosen > shown ? `${count(chosen, 'entity is', 'entities are')} chosen; the first ${shown} are shown.` : ''
}

/** What bounds left out of a set, in words that stand beside it and in its files; "" where all is there. */
export function notAll(chosen: number, { entities, truncated }: SetTies): string {
  return [firstOf(chosen, entities.length), truncated ? `Not all is shown: ${bound(truncated)}.` : ''].filter(Boolean).join(' ')
}

export type TiesQuestion = Dates & { ids: string[]; hops: number; filter: object; limit: number }

/** How many entities are shown at once: what a reader may choose, and what holds until then. */
export const limits = [50, 100, 200, 300, 500]
const usual = 300

/** The most entities that are shown, which a link may set to one of `limits`. */
export function limitOf(state: Exploration): number {
  return limits.find((n) => String(n) === state.own['most']) ?? usual
}

/** Whether neighbours of the chosen entities are shown too; of a single one they are until a link says otherwise. */
export function isAround({ own }: Exploration, chosen: number): boolean {
  return (own['around'] ?? (chosen === 1 ? 'yes' : 'no')) === 'yes'
}

/** The settings of a view to which an entity is added: neighbours that it shows stay. */
export function stillAround(state: Exploration, chosen: number): Record<string, string> {
  return ['graph', 'table', 'dossier'].includes(state.view) && isAround(state, chosen) ? { ...state.own, around: 'yes' } : state.own
}

/** What to ask for: the ties among the chosen entities, of a single one its ties to others. */
export function setTies(state: Exploration, members: { id: string }[]): TiesQuestion {
  const limit = limitOf(state)
  return { ids: members.map((m) => m.id).slice(0, limit), hops: isAround(state, members.length) ? 1 : 0, filter: filter(state), limit, ...dates(state) }
}

export function linksOf(ties: SetTie[]): { from: string; to: string }[] {
  return ties.map((tie) => ({ from: tie.from.id, to: tie.to.id }))
}

/** How many safe and alleged ties of each entity are not among these. */
export function notShown(entities: SetEntity[], ties: SetTie[]): Map<string, number> {
  const counted = standings.filter((s) => !['REFUTED', 'RETRACTED', 'UNASSERTED'].includes(s))
  const here = new Map<string, number>()
  for (const tie of ties) {
    if (!counted.includes(tie.standing)) continue
    for (const id of new Set([tie.from.id, tie.to.id])) here.set(id, (here.get(id) ?? 0) + 1)
  }
  return new Map(entities.map((e) => [e.id, Math.max(0, e.degree - (here.get(e.id) ?? 0))]))
}

/** Whether what `notShown` gives is the number itself; where ties are filtered it is the most that it can be. */
export function countsAll(state: Exploration): boolean {
  return unfiltered(state) && state.at === ''
}

/** Whether not everybody who says a tie was read. */
export function isShort({ claim: { support } }: SetTie): boolean {
  return support.totalCount > support.nodes.length
}

/** Every denial of the claim of a tie that was read, whatever its words. */
export function denials({ claim }: SetTie): Answer[] {
  return [...claim.denials, ...claim.generalDenials]
}

/** Who denies the claim of a tie, in which words, and where that stands. */
export function denialOf(tie: SetTie): { by: string; words: string; sources: string } {
  const found = denials(tie).flatMap((said) => said.evidence)
  return {
    by: deniers(tie.claim).join('; '),
    words: unique(found.map(({ quote }) => quote ?? '')),
    sources: unique(found.map(({ document }) => cited(document))),
  }
}

/** Who denies it, or for a tie that accuses that no denial is on file; "" for one that needs none. */
export function denialWords(tie: SetTie): string {
  const { by } = denialOf(tie)
  return by !== '' || !accuses(claimIn(tie)) ? by : 'no denial found in the sources'
}

/** Who says it, and the sources in which it stands. */
export function supportOf(tie: SetTie): { by: string; quote: string; sources: string } {
  const { nodes, totalCount } = tie.claim.support
  const found = nodes.flatMap((said) => said.evidence)
  const more = totalCount - nodes.length
  return {
    by: unique([...nodes.map((said) => said.speaker?.name ?? ''), ...(more > 0 ? [`${more} more on file`] : [])]),
    quote: found[0]?.quote ?? '',
    sources: unique(found.map(({ document }) => cited(document))),
  }
}

/** A quote with where it stands; a source whose rights keep its words back is named without them. */
export function quoted({ quote, document }: Found): string {
  return quote === null ? cited(document) : `“${quote}” in ${cited(document)}`
}

function cited({ title, url }: Found['document']): string {
  return url ? `${title}, ${url}` : title
}

/** The works, with their addresses, of which what is on file only passes on what they say. */
function originals(said: Answer[]): string {
  return unique(said.flatMap(({ reportedBy = [] }) => reportedBy.map(({ work }) => (work ? cited(work) : ''))))
}

function unique(list: string[]): string {
  return [...new Set(list.filter((words) => words !== ''))].join('; ')
}

type Row = Record<string, string>

/** One row a tie: the sentence whose verb follows the standing, who says it where, and who denies it where. */
function row(tie: SetTie): Row {
  const [support, denial] = [supportOf(tie), denialOf(tie)]
  const said = tie.claim.support.nodes
  const first = said.flatMap(({ evidence }) => evidence)[0]?.document
  return {
    sentence: tie.claim.sentence,
    from: tie.from.name,
    predicate: tie.predicate.name,
    to: tie.to.name,
    standing: tie.standing.toLowerCase() + (tie.contested ? ', contested' : ''),
    modality: tie.modality.toLowerCase(),
    period: tie.period.text,
    share: share(tie.shareMin, tie.shareMax),
    saidBy: support.by,
    quote: support.quote,
    source: first?.title ?? '',
    sourceAddress: first?.url ?? '',
    publishers: unique(said.flatMap(({ evidence }) => evidence.map(({ document }) => document.publisher?.name ?? ''))),
    sources: support.sources,
    originals: originals(said),
    deniedBy: denialWords(tie),
    denial: denial.words,
    denialSources: denial.sources,
    denialOriginals: originals(denials(tie)),
    fromId: tie.from.id,
    toId: tie.to.id,
    claimId: tie.claim.id,
  }
}

/** `notShown` is what bounds left out: in each row of a table, so that every line can be read as data. */
export function tiesAsCsv(ties: SetTie[], notShown: string): string {
  const rows = ties.map((tie): Row => ({ ...row(tie), notShown }))
  const head = Object.keys(rows[0] ?? {})
  return csv(head, rows.map((r) => head.map((name) => r[name] ?? '')))
}

/** What a file of data says of itself: the revision and the day that it shows, and in words what the filters left out. */
export type About = { revision: string | null; knownAt: string | null; asOf: string | null; filters: string[] }

export function tiesAsJson(ties: SetTie[], notShown: string, about?: About): string {
  return JSON.stringify({ ...about, notShown, ties: ties.map(row) }, null, 2) + '\n'
}
