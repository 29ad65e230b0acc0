// Cards: one speech act each, all of one build, so that a denial is shown as an allegation is.
import type { ComponentChildren } from 'preact'
import type { Assertion, Evidence, Report } from '../api/types'
import { Foreign } from './foreign'
import { DocumentLink, EntityLink, OriginalLink } from './links'
import { Quoted } from './quote'
import { act, day } from './words'

/** The card of one speech act; its heading says what the speaker did. */
export function Card({ said, heading = act(said) }: { said: Assertion; heading?: string }) {
  return (
    <article class="card" data-stance={said.stance}>
      <p class="act">{heading}</p>
      <p class="speaker">
        {said.speaker ? <EntityLink entity={said.speaker} /> : 'Somebody whom the source does not name'}
        <Capacity said={said} />
      </p>
      <p class="note">
        <Foreign>{when(said)}</Foreign>
      </p>
      {said.evidence.map((found, i) => (
        <Anchored key={i} found={found} claim={said.claim.id} />
      ))}
      {said.evidence.length === 0 && <p class="note">No quote is on file.</p>}
      {said.reportedBy.length > 0 && <Chain reports={said.reportedBy} />}
    </article>
  )
}

/** The card that says that there is none. */
export function EmptyCard({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <article class="card none">
      <p class="speaker">{heading}</p>
      <p class="note">{children}</p>
    </article>
  )
}

function Capacity({ said }: { said: Assertion }) {
  const { role, for: body } = said.capacity ?? { role: null, for: null }
  return (
    <span class="note">
      {role && (
        <>
          , <Foreign>{role}</Foreign>
        </>
      )}
      {body && (
        <>
          , for <EntityLink entity={body} />
        </>
      )}
      {said.speakerBasis === 'INFERRED' && ' (a reader concluded who speaks)'}
    </span>
  )
}

function when(said: Assertion): string {
  const parts: string[] = []
  if (said.saidAt) parts.push('said ' + said.saidAt.text)
  if (said.publishedAt) parts.push('published ' + said.publishedAt.text)
  if (parts.length === 0) parts.push('date not known')
  if (said.channel) parts.push(said.channel)
  if (said.period) parts.push('for the time: ' + said.period.text)
  if (said.retractedAt) parts.push('withdrawn, recorded ' + day(said.retractedAt))
  return parts.join(' · ')
}

function Anchored({ found, claim }: { found: Evidence; claim: string }) {
  const { publisher, published } = found.document
  return (
    <div class="evidence">
      {found.quote === null ? (
        <p class="note">The rights of the source do not allow its words to be shown.</p>
      ) : (
        <Quoted anchor={{ quote: found.quote, sentence: found.sentence ?? '', prefix: found.prefix ?? '', suffix: found.suffix ?? '' }} />
      )}
      <p class="note source">
        <DocumentLink work={found.document} mark={claim} />
        <Foreign>{[publisher?.name, published?.text, found.page && `page ${found.page}`].filter(Boolean).map((part) => ', ' + part).join('')}</Foreign>
        <OriginalLink address={found.url ?? found.document.url} />
      </p>
    </div>
  )
}

function Chain({ reports }: { reports: Report[] }) {
  return (
    <p class="note">
      Reported by{' '}
      {reports.map((report, i) => (
        <span key={i}>
          {i > 0 && ' → '}
          {report.who ? <EntityLink entity={report.who} /> : 'somebody'}
          {report.work && (
            <>
              {' '}
              in <DocumentLink work={report.work} />
            </>
          )}
          {report.published && <Foreign>, {report.published.text}</Foreign>}
        </span>
      ))}
    </p>
  )
}
