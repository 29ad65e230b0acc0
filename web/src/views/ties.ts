// The ties of the chosen entities: what to ask for, and how they leave as files. This module is pure.
import type { Modality, Named, Words } from '../api/types'
import { csv } from '../parts/csv'
import { share } from '../parts/words'
import { dates, filter } from '../state/filter'
import type { Exploration } from '../state/fragment'
import type { Standing } from '../state/standing'

type Answer = { speaker: Named | null; evidence: { quote: string | null }[] }

export type SetTie = {
  from: Named
  to: Named
  predicate: { name: string; label: string; inverse: string | null }
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
    support: { nodes: { speaker: Named | null; evidence: { quote: string | null; document: { title: string; url: string | null } }[] }[] }
    replies: { totalCount: number; nodes: Answer[] }
    generalDenials: Answer[]
  }
}

export type SetTies = { entities: (Named & { degree: number; specificity: 'NAMED' | 'UNNAMED' | 'GROUP'; count: Words | null })[]; ties: SetTie[]; truncated: { reason: string; limit: number } | null }

/** The most entities that are shown at once. */
export const limit = 150

/** What to ask for: the ties among the chosen entities, of a single one its ties to others. */
export function setTies(state: Exploration, members: Named[]): object {
  const around = (state.own['around'] ?? (members.length === 1 ? 'yes' : 'no')) === 'yes'
  return { ids: members.map((m) => m.id), hops: around ? 1 : 0, filter: filter(state), limit: Math.max(limit, members.length), ...dates(state) }
}

/** Who denies the claim of a tie, and in which words. */
export function denialOf(tie: SetTie): { by: string; words: string } {
  const all = [...tie.claim.replies.nodes, ...tie.claim.generalDenials]
  const unique = (list: string[]) => [...new Set(list)].join('; ')
  return {
    by: unique(all.map((said) => said.speaker?.name ?? 'somebody unnamed')),
    words: unique(all.flatMap((said) => said.evidence.map((found) => found.quote ?? '')).filter((words) => words !== '')),
  }
}

type Row = Record<string, string>

/** One row a tie: the sentence whose verb follows the standing, who says it where, and who denies it. */
function row(tie: SetTie): Row {
  const denial = denialOf(tie)
  const evidence = tie.claim.support.nodes.flatMap((said) => said.evidence.map((found) => ({ by: said.speaker?.name ?? '', ...found })))
  return {
    sentence: tie.claim.sentence,
    from: tie.from.name,
    predicate: tie.predicate.name,
    to: tie.to.name,
    standing: tie.standing.toLowerCase() + (tie.contested ? ', contested' : ''),
    modality: tie.modality.toLowerCase(),
    period: tie.period.text,
    share: share(tie.shareMin, tie.shareMax),
    saidBy: [...new Set(evidence.map((found) => found.by).filter((by) => by !== ''))].join('; '),
    quote: evidence[0]?.quote ?? '',
    source: evidence[0]?.document.title ?? '',
    sourceAddress: evidence[0]?.document.url ?? '',
    deniedBy: denial.by === '' && tie.claim.accusatory ? 'no denial found in the sources' : denial.by,
    denial: denial.words,
    fromId: tie.from.id,
    toId: tie.to.id,
    claimId: tie.claim.id,
  }
}

export function tiesAsCsv(ties: SetTie[]): string {
  const rows = ties.map(row)
  const head = Object.keys(rows[0] ?? {})
  return csv(head, rows.map((r) => head.map((name) => r[name] ?? '')))
}

export function tiesAsJson(ties: SetTie[]): string {
  return JSON.stringify(ties.map(row), null, 2) + '\n'
}
