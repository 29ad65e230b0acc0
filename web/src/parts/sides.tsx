// What is said for a claim, what is said against it, and what was found, side by side, each on a card of one build.
import type { ComponentChild } from 'preact'
import { answers, type Answers } from '../api/denials'
import type { Assertion, Dispute } from '../api/types'
import { Card, EmptyCard } from './card'
import { accuses } from './denied'
import { inOtherWordsBy } from './words'

type Column = 'for' | 'against' | 'found'

/** All cards of a claim. Where it accuses and nobody denies, a card of the same build says so. `more` shows the rest, where that can be. */
export function Sides({ claim, found = false, more }: { claim: Dispute; found?: boolean; more?: () => void }) {
  const given = answers(claim)
  const columns = sorted(claim, given, found)
  const pro = claim.support.totalCount - claim.support.nodes.length
  const left = [pro > 0 && `${pro} more on file for it`, given.missing > pro && `${given.missing - pro} more on file in answer to it`].filter(Boolean)
  const rows = Math.max(...columns.map(([, cards]) => cards.length))
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
      {given.missing > 0 && (
        <p class="more note">
          {more && (
            <button type="button" onClick={more}>
              Show more
            </button>
          )}
          {left.join(', ')}
          {more ? '' : '; open the claim to see more'}.
        </p>
      )}
    </div>
  )
}

function sorted(claim: Dispute, given: Answers<Assertion>, found: boolean): [Column, ComponentChild[]][] {
  const isFinding = (said: Assertion) => found && said.countsAs === 'AUTHORITY' && ['DETERMINES', 'DISMISSES'].includes(said.stance)
  const pro = [...claim.support.nodes, ...given.withdrawals].filter((said) => !isFinding(said)).map((said) => <Card said={said} />)
  const contra = [
    ...given.own.filter((said) => !isFinding(said)).map((said) => <Card said={said} />),
    ...given.otherwise.map((said) => <Card said={said} heading={inOtherWordsBy} />),
    ...claim.generalDenials.map((said) => <Card said={said} heading="Denied in general words by" />),
    ...claim.comments.nodes.map((said) => <Card said={said} />),
  ]
  const findings = [...claim.support.nodes, ...given.own].filter(isFinding).map((said) => <Card said={said} />)
  const denials = given.own.length + given.otherwise.length + claim.generalDenials.length
  const answered = accuses(claim) || found || claim.comments.totalCount + claim.replies.totalCount + denials > 0
  if (denials === 0) contra.unshift(<NoDenial withdrawn={claim.replies.totalCount > 0} />)
  if (pro.length === 0) pro.push(<Unsaid findings={findings.length} />)
  if (found && findings.length === 0) findings.push(<NoFinding />)
  const columns: [Column, ComponentChild[]][] = [['for', pro]]
  if (answered) columns.push(['against', contra])
  if (found) columns.push(['found', findings])
  return columns
}

function NoDenial({ withdrawn }: { withdrawn: boolean }) {
  if (withdrawn) return <EmptyCard heading="Denied, and no denial stands">It was withdrawn or set aside; the claim shows it.</EmptyCard>
  return <EmptyCard heading="No denial found in the sources">This says what is on file here. It does not mean that nobody denied it.</EmptyCard>
}

function Unsaid({ findings }: { findings: number }) {
  if (findings > 0) return <EmptyCard heading="Nobody else on file says it">See what an authority found.</EmptyCard>
  return <EmptyCard heading="Nobody on file says it">It was only denied or commented on.</EmptyCard>
}

function NoFinding() {
  return <EmptyCard heading="No finding by an authority on file">Neither for it nor against it.</EmptyCard>
}
