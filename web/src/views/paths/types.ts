// What the API answers to ../../queries/Paths.graphql.
import type { Assertion, Directed, Modality, Named, Words } from '../../api/types'
import type { Standing } from '../../state/standing'

export type Brief = Omit<Assertion, 'reportedBy'>

export type Hop = {
  from: Named
  to: Named
  predicate: Directed
  forward: boolean
  standing: Standing
  contested: boolean
  modality: Modality
  parallel: number
  period: Words
  claim: {
    id: string
    sentence: string
    accusatory: boolean
    support: { totalCount: number; nodes: Brief[] }
    replies: { totalCount: number }
    comments: { totalCount: number }
    withdrawals: { totalCount: number }
    /** Of exactly this claim, or of another that was judged to mean it; none that was withdrawn. */
    denials: Brief[]
    generalDenials: Brief[]
  }
}

export type Path = {
  standing: Standing
  length: number
  coexist: 'YES' | 'UNDETERMINED' | 'NO'
  statedAsWhole: boolean
  overlap: Words | null
  weakestHop: { claim: { id: string } }
  hops: Hop[]
}

export type PathCount = { count: number; atLeast: boolean }

export type Found = {
  paths: Path[]
  excluded: { alleged: PathCount | null; notCoexisting: PathCount | null }
  excludedHubs: { entity: Named; degree: number }[]
  truncated: { reason: string; limit: number } | null
  /** How many paths there are under these settings, of which `paths` are the first. */
  total: PathCount
  searched: { edgesRead: number; partialPaths: number }
}
