// What is alleged about an entity, with it, or by it, each beside what was answered.
import { Listing } from '../../parts/listing'
import type { Dispute, PageInfo } from '../../api/types'
import query from '../../queries/EntityAllegations.graphql'
import { useExplorer } from '../../state/exploration'
import { dates, filter } from '../../state/filter'
import { unfiltered } from '../../state/fragment'
import { Paired } from '../claims'
import type { Head } from './types'

type Role = 'SUBJECT' | 'OBJECT' | 'SPEAKER'
type Data = { entity: { allegations: { totalCount: number; pageInfo: PageInfo; nodes: { claim: Dispute }[] } } }

/**
 * The three sections; those that hold nothing are left out, but for the first, and are not asked for where nothing is on file. Of what goes
 * both ways either end is the one that it is about, so the second holds only the kinds that go one way.
 */
export function Accusations({ entity: { id, with: party, by }, oneWay }: { entity: Head; oneWay: string[] }) {
  const { state } = useExplorer()
  const kinds = oneWay.filter((name) => state.predicates.length === 0 || state.predicates.includes(name))
  return (
    <>
      <Role id={id} role="SUBJECT" name="allegations" title="Allegations and denials" empty="No allegation against it is on file. That is not the same as “nobody accuses it”." />
      {party.totalCount > 0 && kinds.length > 0 && <Role id={id} role="OBJECT" kinds={kinds} name="allegations-with" title="Allegations in which it is the other party" />}
      {by.totalCount > 0 && <Role id={id} role="SPEAKER" name="allegations-by" title="What it alleges" />}
    </>
  )
}

function Role({ id, role, kinds, name, title, empty }: { id: string; role: Role; kinds?: string[]; name: string; title: string; empty?: string }) {
  const { state } = useExplorer()
  return (
    <Listing<Data, Dispute>
      id={name}
      title={title}
      noun={['allegation', 'allegations']}
      empty={empty}
      filtered={!unfiltered(state)}
      query={query}
      large={role !== 'SUBJECT'}
      variables={{ id, role, filter: { ...filter(state), ...(kinds && { predicates: kinds }) }, first: 5, ...dates(state) }}
      pick={({ entity: { allegations: page } }) => ({ items: page.nodes.map(({ claim }) => claim), total: page.totalCount, page: page.pageInfo })}
    >
      {(claims) => (
        <ol class="pairs">
          {claims.map((claim) => (
            <Paired key={claim.id} claim={claim} />
          ))}
        </ol>
      )}
    </Listing>
  )
}
