// What the API answers to the queries in ./queries.
import type { Standing } from './standing'

export type Page = { hasNextPage: boolean; endCursor: string | null }
export type Words = { text: string }
export type Named = { id: string; name: string }

export type Modality = 'FACT' | 'CAPABILITY' | 'INTENT' | 'PLAN' | 'RISK'
export type Stance = 'ASSERTS' | 'ALLEGES' | 'CONFIRMS' | 'DENIES' | 'DETERMINES' | 'DISMISSES' | 'QUALIFIES' | 'NO_COMMENT' | 'RETRACTS' | 'CORRECTS'

export type Work = { title: string; url: string | null }

export type Evidence = {
  quote: string | null
  sentence: string | null
  prefix: string | null
  suffix: string | null
  page: string | null
  url: string | null
  document: Work & { publisher: Named | null; published: Words | null }
}

export type Report = { who: Named | null; work: Work | null; published: Words | null }

export type Assertion = {
  id: string
  stance: Stance
  countsAs: 'REGISTER' | 'AUTHORITY' | 'PARTY' | 'PUBLISHER' | 'OTHER'
  speaker: Named | null
  capacity: { role: string | null; for: Named | null } | null
  speakerBasis: 'STATED' | 'INFERRED'
  reportedBy: Report[]
  channel: string | null
  saidAt: Words | null
  publishedAt: Words | null
  period: Words | null
  retractedAt: string | null
  evidence: Evidence[]
}

export type Assertions = { totalCount: number; nodes: Assertion[] }

export type ClaimLine = {
  id: string
  sentence: string
  standing: Standing | null
  contested: boolean
  modality: Modality
  period: Words | null
}

export type Allegation = {
  replyRecorded: boolean
  claim: ClaimLine & { support: Assertions; comments: Assertions }
  denials: Assertion[]
  generalDenials: Assertion[]
  determinations: Assertion[]
  retractions: Assertion[]
}

export type ClaimSources = {
  accusatory: boolean
  standing: Standing | null
  contested: boolean
  support: Assertions
  replies: Assertions
  comments: Assertions
  withdrawals: Assertions
  generalDenials: Assertion[]
}

export type Tie = {
  node: Named & { kind: string }
  forward: boolean
  standing: Standing
  contested: boolean
  modality: Modality
  period: Words
  shareMin: string | null
  shareMax: string | null
  predicate: { label: string; inverse: string | null }
  claim: { id: string }
}

export type Told = { standing: Standing | null; contested: boolean }

export type Head = Named & {
  kind: string
  specificity: 'NAMED' | 'UNNAMED' | 'GROUP'
  count: Words | null
  anchor: Work | null
  degree: number
  names: { totalCount: number; edges: { node: { text: string; script: string | null; language: string | null; strength: string }; claim: Told }[] }
  identifiers: { totalCount: number; edges: { node: { scheme: string; value: string }; claim: Told }[] }
}

export type Figure = {
  predicate: { label: string }
  value: { text?: string }
  period: Words
  standing: Standing
  contested: boolean
  quote: string | null
  claim: { id: string }
}

export type Measure = {
  node: Named & { measureKind: string }
  claim: { id: string }
  standing: Standing
  period: Words
  status: string | null
}

export type Hit = { matched: string; node: Named & { kind: string; degree: number; tieFacets: { standing: Standing }[] } }

export type Stats = { entities: number; claims: number; assertions: number; documents: number; recordedAt: string | null }
