// What is alleged about the chosen entities, what is denied, and what was determined, paired claim by claim.
import { listAhead } from '../api/use'
import { Listing } from '../parts/listing'
import type { Ahead } from '../api/ahead'
import type { Dispute, PageInfo } from '../api/types'
import { ClaimLink } from '../parts/links'
import { Facts, Sentence } from '../parts/sentence'
import { Sides } from '../parts/sides'
import query from '../queries/Allegations.graphql'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { dates, filter } from '../state/filter'
import { shownStandings, type Exploration } from '../state/fragment'
import { allegedOnly } from '../state/standing'
import type { ViewProps } from './register'

type Data = { allegations: { totalCount: number; pageInfo: PageInfo; nodes: { claim: Dispute }[] } }

function variables(state: Exploration, about: string[]): object {
  return { filter: { about, ...filter(state) }, first: 10, ...dates(state) }
}

export function claimsAhead(state: Exploration, ids: string[]): Ahead[] {
  return [listAhead(query, variables(state, ids))]
}

export function Claims({ members }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Claims about ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  return (
    <Listing<Data, Dispute>
      id="allegations"
      title={shownStandings(state).some((value) => allegedOnly.includes(value)) ? 'Alleged, denied, determined' : 'Accusations that are not merely alleged'}
      noun={['allegation', 'allegations']}
      empty="No allegation about these entities passes the filters. That is not the same as “nobody accuses them”."
      query={query}
      variables={variables(state, members.map((m) => m.id))}
      pick={({ allegations: page }) => ({ items: page.nodes.map(({ claim }) => claim), total: page.totalCount, page: page.pageInfo })}
    >
      {(claims) => (
        <>
          <p class="sides of-3 heads" aria-hidden="true">
            <span class="for">Alleged or said</span>
            <span class="against">Denied or commented</span>
            <span class="found">Determined</span>
          </p>
          <ol class="pairs">
            {claims.map((claim) => (
              <Paired key={claim.id} claim={claim} found />
            ))}
          </ol>
        </>
      )}
    </Listing>
  )
}

/** A claim with all that is said about it. */
export function Paired({ claim, found = false }: { claim: Dispute; found?: boolean }) {
  return (
    <li class="pair" data-claim={claim.id}>
      <header>
        <Facts claim={claim} />
        <h3>
          <ClaimLink id={claim.id}>
            <Sentence text={claim.sentence} />
          </ClaimLink>
        </h3>
      </header>
      <Sides claim={claim} found={found} />
    </li>
  )
}
