// What the head of an entity holds.
import type { Modality, Named, Tie, Told, Words, Work } from '../../api/types'
import type { Standing } from '../../state/standing'

type WithClaim<T> = { node: T; claim: Told & { id: string } }
type Some<T> = { totalCount: number; edges: T[] }

export type NameOf = { text: string; script: string | null; language: string | null; strength: string }
export type Conflict = { kind: 'VALUES' | 'DAYS' } | null
export type TieSet = { ties: Tie[]; conflict: Conflict }
export type OfficeTie = Pick<Tie, 'node' | 'standing' | 'contested' | 'period'> & { claim: Tie['claim'] & { modality: Modality } }

export type Figure = {
  predicate: { name: string; label: string }
  value: { text?: string }
  period: Words
  standing: Standing
  contested: boolean
  quote: string | null
  claim: { id: string; modality: Modality }
}

export type Head = Named & {
  specificity: 'NAMED' | 'UNNAMED' | 'GROUP'
  count: Words | null
  anchor: Work | null
  degree: number
  /** Allegations in which it is the other party, and those that it makes. */
  with: { totalCount: number }
  by: { totalCount: number }
  names: Some<WithClaim<NameOf>>
  identifiers: Some<WithClaim<{ scheme: string; value: string }>>
  parent?: TieSet
  headquarters?: TieSet
  incorporatedIn?: TieSet
  owners?: Some<Tie>
  members?: Some<Tie>
  units?: Some<Tie> & { statedCount: Words | null; unresolvedCount: Words | null }
  offices?: Some<OfficeTie>
  officeCountries?: { stated: Words | null; listed: number; missing: Words | null; claims: { id: string }[]; conflict: Conflict }
  figures?: { totalCount: number; nodes: Figure[] }
}
