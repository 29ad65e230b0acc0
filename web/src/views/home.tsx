// Where a reader begins: search, questions with answers on file, and how much there is.
import { useEffect, useRef, useState } from 'preact/hooks'
import { useQuery } from '../api/use'
import type { ClaimLine, Denied, Named } from '../api/types'
import { Denial } from '../parts/denial'
import { LegendTable } from '../parts/legend'
import { ClaimLink } from '../parts/links'
import { Facts, Sentence } from '../parts/sentence'
import { Section } from '../parts/listing'
import { Empty, Failed, Loading } from '../parts/states'
import { day } from '../parts/words'
import query from '../queries/Home.graphql'
import { Search } from '../shell/search'
import { useTitle } from '../shell/title'
import { useExplorer, type Step } from '../state/exploration'

type Data = {
  stats: { entities: number; claims: number; assertions: number; documents: number; recordedAt: string | null }
  firms: { nodes: Named[] }
  services: { nodes: Named[] }
  measures: { nodes: Named[] }
  disputed: { totalCount: number; nodes: { claim: ClaimLine & Denied }[] }
}

/** How many allegations are listed at first, and how many the API lists at once. */
const [few, most] = [3, 100]

export function Home() {
  useTitle('')
  const [denied, setDenied] = useState(few)
  const answer = useQuery<Data>(query, { denied })
  const last = useRef<Data | undefined>(undefined)
  const data = answer.data ?? last.current // it stays while more of it is read
  last.current = data
  return (
    <>
      <div class="hero">
        <h1>Who says what about whom, where exactly, and what became of it</h1>
        <p class="lead">
          Redthread is an open record of companies and their ties: each statement names its speaker, quotes its source word for word, and stands beside what was denied, found or withdrawn. Search for a name or begin with a question; whatever is underlined with dots opens its evidence.
        </p>
        <Search large />
      </div>
      {answer.loading && !data && <Loading what="what is on file" />}
      {answer.failure && <Failed what="What is on file" failure={answer.failure} retry={answer.retry} />}
      {data && <OnFile data={data} more={() => setDenied(most)} />}
      {(data || answer.failure) && (
        <Section id="standings" title="How a claim can stand">
          <LegendTable />
        </Section>
      )}
    </>
  )
}

function OnFile({ data, more }: { data: Data; more: () => void }) {
  const { href } = useExplorer()
  const asked = questions(data)
  const { nodes: denied, totalCount } = data.disputed
  // The focus goes to the first allegation that is new, for the button that had it is gone.
  useEffect(() => document.querySelectorAll<HTMLElement>('#disputed .claim-link')[few]?.focus(), [denied.length])
  if (data.stats.entities === 0) return <Empty>Nothing is on file yet. The playground has an example that records a first statement.</Empty>
  return (
    <>
      <Section id="questions" title="Questions to begin with">
        <ul class="questions">
          {asked.map(({ words, step }) => (
            <li key={words}>
              <a href={href(step)}>
                <bdi>{words}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {denied.length > 0 && (
        <Section id="disputed" title="Alleged, and denied by a party" count={totalCount}>
          <ul class="lines">
            {denied.map(({ claim }) => (
              <li key={claim.id}>
                <Facts claim={claim} />
                <ClaimLink id={claim.id}>
                  <Sentence text={claim.sentence} />
                </ClaimLink>
                <Denial claim={claim} />
              </li>
            ))}
          </ul>
          {denied.length < totalCount && (
            <p class="more">
              {denied.length <= few && (
                <button type="button" onClick={more}>
                  Show more
                </button>
              )}
              <span class="note">
                {denied.length} of {totalCount.toLocaleString('en')} shown
              </span>
            </p>
          )}
        </Section>
      )}
      <Counts stats={data.stats} />
    </>
  )
}

/** Questions about what is on file; each leads to its answer. */
function questions({ firms, services, measures }: Data): { words: string; step: Step }[] {
  const about = (entity: Named): Step => ({ focus: entity.id, set: [], claim: '', own: {} })
  return [
    ...firms.nodes.slice(0, 1).map((firm) => ({ words: `What is alleged about ${firm.name}, and who denies it?`, step: { ...about(firm), view: 'claims' } })),
    ...services.nodes.map((service) => ({ words: `Who is said to have ties to ${service.name}, in which sentence, and who denies it?`, step: { ...about(service), view: 'claims' } })),
    ...firms.nodes.map((firm) => ({ words: `Where is ${firm.name}, who owns it, and what measures name it?`, step: { ...about(firm), view: 'entity' } })),
    ...measures.nodes.map((measure) => ({ words: `Whom does “${measure.name}” name?`, step: { ...about(measure), view: 'table' } })),
    { words: 'Which documents is all of this from?', step: { view: 'document', document: '', claim: '', own: {} } },
  ]
}

function Counts({ stats }: { stats: Data['stats'] }) {
  const numbers: [string, number][] = [
    ['entities', stats.entities],
    ['claims about them', stats.claims],
    ['statements', stats.assertions],
    ['documents', stats.documents],
  ]
  return (
    <Section id="counts" title="On file">
      <dl class="counts">
        {numbers.map(([label, n]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{n.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {stats.recordedAt && <p class="note">Last recorded on {day(stats.recordedAt)} (UTC).</p>}
    </Section>
  )
}
