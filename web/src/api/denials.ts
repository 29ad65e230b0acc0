// The denials that answer a claim: of exactly this one, and of others that were judged to mean it. This module is pure.
import type { Stance } from './types'

type Of = { claim: { id: string } }

/** Of the denials of a claim those that were made of another. */
export function otherwise<T extends Of>({ id, denials }: { id: string; denials: T[] }): T[] {
  return denials.filter((said) => said.claim.id !== id)
}

type Speech = Of & { id: string; stance: Stance }
type Page<T> = { totalCount: number; nodes: T[] }
type Answered<T> = { id: string; support: Page<T>; replies: Page<T>; comments: Page<T>; withdrawals: Page<T>; denials: T[] }

/** What answers a claim. */
export type Answers<T> = {
  /** Denials of exactly this claim, those that were withdrawn too. */
  own: T[]
  /** Denials of other claims that were judged to mean it. */
  otherwise: T[]
  /** What withdraws or corrects, but for what denies it anew. */
  withdrawals: T[]
  /** How many speech acts are on file that were not read. */
  missing: number
}

/** What answers a claim, each speech act once: a denial that corrects an earlier one stands with the denials. */
export function answers<T extends Speech>(claim: Answered<T>): Answers<T> {
  const anew = claim.denials.filter((said) => said.claim.id === claim.id && said.stance === 'CORRECTS')
  const withdrawals = claim.withdrawals.nodes.filter((said) => !anew.some(({ id }) => id === said.id))
  const unread = [claim.support, claim.replies, claim.comments].reduce((sum, part) => sum + part.totalCount - part.nodes.length, 0)
  return {
    own: [...claim.replies.nodes, ...anew],
    otherwise: otherwise(claim),
    withdrawals,
    missing: unread + claim.withdrawals.totalCount - withdrawals.length - anew.length,
  }
}
