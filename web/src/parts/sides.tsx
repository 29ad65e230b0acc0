// What is said for a claim, what is said against it, and what was found, side by side, each on a card of one build.
import type { ComponentChild } from 'preact'
import type { Assertion, Dispute } from '../api/types'
import { deniedOtherwise } from '../state/standing'
import { Card, EmptyCard } from './card'
import { inOtherWordsBy } from './words'

type Column = 'for' | 'against' | 'found'

/** All cards of a claim. Where it accuses and nobody denies, a card of the same build says so. */
export function Sides({ claim, found = false }: { claim: Dispute; found?: boolean }) {
  const columns = sorted(claim, found)
  const rows = Math.max(...columns.map(([, cards]) => cards.length))
  const left = missing(claim)
  return (
    <div>
      <div class={`sides of-${columns.length}`}>
        {Array.from({ length: rows }, (_, row) =>
          columns.map(([name, cards]) => (
            <div key={name + row} class={`cell ${name}`}>
              {cards[row]}
            </div>
          )),
        )}
      </div>
      {left > 0 && <p class="note">{left} more on file, not shown here.</p>}
    </div>
  )
}

/** Whether anything but agreement is on file, or should be looked for. */
function answered(claim: Dispute): boolean {
  return claim.accusatory || claim.contested || claim.comments.totalCount + denials(claim) > 0
}

/** How many denials are on file, whatever their words. */
function denials(claim: Dispute): number {
  return claim.replies.totalCount + claim.generalDenials.length + (claim.otherwise ?? []).length
}

function sorted(claim: Dispute, found: boolean): [Column, ComponentChild[]][] {
  const isFinding = (said: Assertion) => found && said.countsAs === 'AUTHORITY' && ['DETERMINES', 'DISMISSES'].includes(said.stance)
  const pro = [...claim.support.nodes, ...claim.withdrawals.nodes].filter((said) => !isFinding(said)).map((said) => <Card said={said} />)
  const contra = [
    ...claim.replies.nodes.filter((said) => !isFinding(said)).map((said) => <Card said={said} />),
    ...(claim.otherwise ?? []).map((said) => <Card said={said} heading={inOtherWordsBy} />),
    ...claim.generalDenials.map((said) => <Card said={said} heading="Denied in general words by" />),
    ...claim.comments.nodes.map((said) => <Card said={said} />),
  ]
  const findings = [...claim.support.nodes, ...claim.replies.nodes].filter(isFinding).map((said) => <Card said={said} />)
  if (denials(claim) === 0 && (answered(claim) || found)) contra.unshift(<NoDenial covered={deniedOtherwise(claim)} />)
  if (pro.length === 0) pro.push(<Unsaid findings={findings.length} />)
  if (found && findings.length === 0) findings.push(<NoFinding />)
  const columns: [Column, ComponentChild[]][] = [['for', pro]]
  if (answered(claim) || found) columns.push(['against', contra])
  if (found) columns.push(['found', findings])
  return columns
}

function NoDenial({ covered }: { covered: boolean }) {
  if (covered) return <EmptyCard heading="Denied in other words">A denial in other words was judged to mean this claim.</EmptyCard>
  return <EmptyCard heading="No denial found in the sources">This says what is on file here. It does not mean that nobody denied it.</EmptyCard>
}

function Unsaid({ findings }: { findings: number }) {
  if (findings > 0) return <EmptyCard heading="Nobody else on file says it">See what an authority found.</EmptyCard>
  return <EmptyCard heading="Nobody on file says it">It was only denied or commented on.</EmptyCard>
}

function NoFinding() {
  return <EmptyCard heading="No finding by an authority on file">Neither for it nor against it.</EmptyCard>
}

function missing(claim: Dispute): number {
  const parts = [claim.support, claim.replies, claim.comments, claim.withdrawals]
  return parts.reduce((sum, part) => sum + part.totalCount - part.nodes.length, 0)
}
