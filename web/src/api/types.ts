// What the API answers to the queries in ../queries.
import type { Standing } from '../state/standing'

export type PageInfo = { hasNextPage: boolean; endCursor: string | null }
/** Which bound of the API cut an answer. */
export type Bound = { reason: string; limit: number }
export type Words = { text: string }
export type Called = { id: string; name: string }
export type Named = Called & { kind: string }

export type Modality = 'FACT' | 'CAPABILITY' | 'INTENT' | 'PLAN' | 'RISK'
export type Stance = 'ASSERTS' | 'ALLEGES' | 'CONFIRMS' | 'DENIES' | 'DETERMINES' | 'DISMISSES' | 'QUALIFIES' | 'NO_COMMENT' | 'RETRACTS' | 'CORRECTS'
export type Rights = 'FULL_TEXT' | 'QUOTE_ONLY' | 'METADATA_ONLY'

export type Work = { id: string; title: string; url: string | null }

/** How a claim stands, as every line about it shows it. */
export type Told = { standing: Standing | null; contested: boolean }

/** The id is read for comparisons alone. */
type Speaker = { speaker: { id?: string; name: string } | null }

/** What tells who denies a claim. */
export type Denied = {
  id: string
  accusatory: boolean
  /** Of exactly this claim, or of another that was judged to mean it; none that was withdrawn. */
  denials: (Speaker & { claim: { id: string } })[]
  generalDenials: Speaker[]
}

export type ClaimLine = Told & { id: string; sentence: string; modality: Modality; period: Words | null }

type Publisher = Pick<Called, 'name'>

export type Evidence = {
  quote: string | null
  sentence: string | null
  prefix: string | null
  suffix: string | null
  page: string | null
  url: string | null
  document: Work & { publisher: Publisher | null; published: Words | null }
}

export type Report = { who: Called | null; work: Omit<Work, 'url'> | null; published: Words | null }

export type Assertion = {
  id: string
  claim: { id: string }
  stance: Stance
  countsAs: 'REGISTER' | 'AUTHORITY' | 'PARTY' | 'PUBLISHER' | 'OTHER'
  speaker: Called | null
  capacity: { role: string | null; for: Called | null } | null
  speakerBasis: 'STATED' | 'INFERRED'
  reportedBy: Report[]
  channel: string | null
  saidAt: Words | null
  publishedAt: Words | null
  period: Words | null
  retractedAt: string | null
  evidence: Evidence[]
}

type CitedDocument = Evidence['document'] & { onFile: boolean; author: string | null; rights: Rights; sha256: string | null; retrieved: Words | null }
export type CitedSource = Work & { onFile: boolean } & Partial<CitedDocument> & { publisher: Publisher | null; published: Words | null }
/** A speech act with all that a list of sources tells of where it stands. */
export type CitedAssertion = Omit<Assertion, 'evidence' | 'reportedBy'> & {
  evidence: (Omit<Evidence, 'document'> & { layer: { id: string }; document: CitedDocument })[]
  reportedBy: { who: Called | null; work: (Work & { onFile: boolean; publisher: Publisher | null; published: Words | null }) | null; published: Words | null }[]
}

export type Assertions = { totalCount: number; nodes: Assertion[] }

/** What is said for a claim, against it, and about it. */
export type Dispute = ClaimLine & {
  accusatory: boolean
  support: Assertions
  replies: Assertions
  comments: Assertions
  withdrawals: Assertions
  /** Of exactly this claim, or of another that was judged to mean it; none that was withdrawn. */
  denials: Assertion[]
  generalDenials: Assertion[]
}

export type Predicate = { name: string; label: string; inverse: string | null }
/** With whether its two ends may be exchanged, so that a line for it points to neither. */
export type Directed = Predicate & { symmetric: boolean }

export type Tie = Told & {
  standing: Standing
  node: Named
  forward: boolean
  modality: Modality
  period: Words
  shareMin: string | null
  shareMax: string | null
  predicate: Predicate
  claim: Denied & { sentence: string }
}

export type TieFacet = { direction: 'IN' | 'OUT'; predicate: Predicate; standing: Standing; count: number }

export type Rows<T> = { totalCount: number; pageInfo: PageInfo } & T
