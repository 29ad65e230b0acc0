// A dossier as data: numbered statements, each with who says it and who denies it, and numbered sources. This module is pure.
import { answers } from '../../api/denials'
import type { CitedAssertion, CitedSource, ClaimLine, Modality, Named, Rights } from '../../api/types'
import { accuses } from '../../parts/denied'
import { locate } from '../../parts/locate'
import { act, day, inOtherWordsBy } from '../../parts/words'
import { standings, type Standing } from '../../state/standing'

export type { CitedAssertion }
type Cited = { totalCount: number; nodes: CitedAssertion[] }

/** A claim with all that is said of it and where, as the API answers. */
export type CitedClaim = ClaimLine & {
  accusatory: boolean
  predicate: { name: string }
  subject: Named
  object: Named | null
  support: Cited
  replies: Cited
  comments: Cited
  withdrawals: Cited
  /** Of exactly this claim, or of another that was judged to mean it; none that was withdrawn. */
  denials: CitedAssertion[]
  generalDenials: CitedAssertion[]
}

export type Source = { n: number; title: string; by: string; published: string; url: string | null; retrieved: string; sha256: string; note: string }

/** Words of a source inside their sentence; null where the rights keep them back. */
export type Quote = { source: number; page: string; words: { before: string; quote: string; after: string } | null }

/** One speech act: who did what, when, in which words, and through whom it came here. */
export type Act = { heading: string; speaker: string; capacity: string; when: string; quotes: Quote[]; chain: { who: string; source: number | null; published: string }[] }

export type Statement = {
  n: number
  claim: string
  sentence: string
  standing: Standing
  contested: boolean
  modality: Modality
  period: string
  pro: Act[]
  contra: Act[]
  found: Act[]
  /** Whether it stands there that no denial was found; false where one is, or none is looked for. */
  noDenial: boolean
  /** How many speech acts are on file that are not given here. */
  more: number
}

export type Section = { title: string; statements: Statement[] }

export type Dossier = { title: string; scope: string[]; sections: Section[]; sources: Source[]; claims: CitedClaim[] }

const nobody = 'Somebody whom the source does not name'

/** The sections of a dossier about entities. What accuses or is denied comes first. */
export function grouped(claims: CitedClaim[]): [string, CitedClaim[]][] {
  const order = (a: CitedClaim, b: CitedClaim) => compare(a.subject.name, b.subject.name) || rankOf(a) - rankOf(b) || compare(a.sentence, b.sentence) || compare(a.id, b.id)
  const answered = claims.filter(isAnswered)
  const rest = claims.filter((claim) => !isAnswered(claim))
  const groups: [string, CitedClaim[]][] = [
    ['Alleged, denied, determined', answered],
    ['Ties', rest.filter((claim) => claim.object)],
    ['Names, identifiers and figures', rest.filter((claim) => !claim.object)],
  ]
  return groups.filter(([, list]) => list.length > 0).map(([title, list]) => [title, list.toSorted(order)])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function rankOf(claim: CitedClaim): number {
  return claim.standing ? standings.indexOf(claim.standing) : standings.length
}

/** Whether it accuses, is only alleged, or anything but agreement is on file. */
export function isAnswered(claim: CitedClaim): boolean {
  const said = claim.replies.totalCount + claim.comments.totalCount + claim.withdrawals.totalCount + claim.denials.length + claim.generalDenials.length
  return accuses(claim) || said > 0
}

function isFinding(said: CitedAssertion): boolean {
  return said.countsAs === 'AUTHORITY' && ['DETERMINES', 'DISMISSES'].includes(said.stance)
}

/** Numbers the statements of groups of claims, and their sources in the order in which they are first cited. */
export function dossierOf(title: string, scope: string[], groups: [string, CitedClaim[]][]): Dossier {
  const sources = new Map<string, Source>()
  let n = 0
  const sections = groups.map(([title, claims]) => ({ title, statements: claims.flatMap((claim) => (claim.standing ? statement(++n, claim, claim.standing, sources) : [])) }))
  return { title, scope, sections, sources: [...sources.values()], claims: groups.flatMap(([, claims]) => claims) }
}

function statement(n: number, claim: CitedClaim, standing: Standing, sources: Map<string, Source>): Statement {
  const acts = (list: CitedAssertion[], heading?: string) => list.map((said) => actOf(said, sources, heading))
  const { support, comments, generalDenials } = claim
  const { own, otherwise, withdrawals, missing } = answers(claim)
  const findings = [...support.nodes, ...own].filter(isFinding)
  const pro = acts([...support.nodes.filter((said) => !isFinding(said)), ...withdrawals])
  const contra = [...acts(own.filter((said) => !isFinding(said))), ...acts(otherwise, inOtherWordsBy), ...acts(generalDenials, 'Denied in general words by'), ...acts(comments.nodes)]
  return {
    n,
    claim: claim.id,
    sentence: claim.sentence,
    standing,
    contested: claim.contested,
    modality: claim.modality,
    period: claim.period?.text ?? '',
    pro,
    contra,
    found: acts(findings),
    noDenial: own.length + otherwise.length + generalDenials.length === 0 && isAnswered(claim),
    more: missing,
  }
}

export const noDenialFound = 'No denial found in the sources'

function actOf(said: CitedAssertion, sources: Map<string, Source>, heading = act(said)): Act {
  const { role, for: body } = said.capacity ?? { role: null, for: null }
  return {
    heading,
    speaker: said.speaker?.name ?? nobody,
    capacity: [role, body && `for ${body.name}`, said.speakerBasis === 'INFERRED' && '(a reader concluded who speaks)'].filter(Boolean).join(', '),
    when: when(said),
    quotes: said.evidence.map((found) => quoteOf(found, sources)),
    chain: said.reportedBy.map(({ who, work, published }) => ({ who: who?.name ?? 'somebody', source: work ? cite(work, sources) : null, published: published?.text ?? '' })),
  }
}

function when(said: CitedAssertion): string {
  const parts = [
    said.saidAt && 'said ' + said.saidAt.text,
    said.publishedAt && 'published ' + said.publishedAt.text,
    !said.saidAt && !said.publishedAt && 'date not known',
    said.channel,
    said.period && 'for the time: ' + said.period.text,
    said.retractedAt && 'withdrawn, recorded ' + day(said.retractedAt),
  ]
  return parts.filter(Boolean).join(' · ')
}

function quoteOf(found: CitedAssertion['evidence'][number], sources: Map<string, Source>): Quote {
  const { quote, sentence, prefix, suffix, page, document } = found
  const kept = quote === null || document.rights === 'METADATA_ONLY'
  const around = kept ? null : locate({ quote, sentence: sentence ?? '', prefix: prefix ?? '', suffix: suffix ?? '' })
  return { source: cite(document, sources), page: page ?? '', words: around && quote !== null ? { ...around, quote } : null }
}

const rightsNotes: Record<Rights, string> = {
  FULL_TEXT: 'the whole text may be shown',
  QUOTE_ONLY: 'only quotes with their sentences may be shown',
  METADATA_ONLY: 'its words may not be shown',
}

/** The number of a source, which is given when it is first cited. */
function cite(work: CitedSource, sources: Map<string, Source>): number {
  const known = sources.get(work.id)
  const rights = work.rights && work.onFile ? `rights: ${rightsNotes[work.rights]}` : ''
  const source: Source = {
    n: known?.n ?? sources.size + 1,
    title: work.title,
    by: [work.author, work.publisher?.name].filter(Boolean).join(', ') || (known?.by ?? ''),
    published: work.published?.text ?? '',
    url: work.url,
    retrieved: work.retrieved?.text ?? known?.retrieved ?? '',
    sha256: work.sha256 ?? known?.sha256 ?? '',
    note: work.onFile ? rights || (known?.note ?? '') : 'cited by others, not on file',
  }
  sources.set(work.id, source)
  return source.n
}

/** When a source was fetched; of one that is not on file nothing is said. */
export function retrieval(source: Source): string {
  if (source.retrieved !== '') return `retrieved ${source.retrieved}`
  return source.sha256 === '' ? '' : 'time of retrieval not recorded'
}

/** An address that may be a link: one of the web, written so that nothing in it can end the link. */
export function webAddress(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href.replace(/[<>"'`\\\s()[\]|]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')) : null
}
