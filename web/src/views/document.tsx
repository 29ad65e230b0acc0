// A document with every quote in it pointed out, or when none is chosen all documents.
import type { ComponentChild } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { useList, useQuery } from '../api/use'
import type { Assertion, ClaimLine, Denied, Evidence, Named, PageInfo, Rights, Words } from '../api/types'
import { Denial } from '../parts/denial'
import { deniers, tooltip } from '../parts/denied'
import { Foreign, Shown } from '../parts/foreign'
import { ClaimLink, EntityLink, OriginalLink } from '../parts/links'
import { Section } from '../parts/listing'
import { Quoted } from '../parts/quote'
import { Facts, Sentence } from '../parts/sentence'
import { Empty, Failed, Loading } from '../parts/states'
import { act, day } from '../parts/words'
import factsQuery from '../queries/Facts.graphql'
import headQuery from '../queries/Document.graphql'
import { Problems } from '../shell/problems'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { Documents } from './documents'
import { segments } from './segments'

type Layer = { id: string; extractor: string; text: string | null; length: number }
type Head = {
  id: string
  title: string
  publisher: Named | null
  author: string | null
  language: string | null
  url: string | null
  published: Words | null
  retrieved: Words | null
  recordedAt: string
  mediaType: string | null
  sha256: string | null
  onFile: boolean
  rights: Rights
  layers: Layer[]
}
type Place = Pick<Evidence, 'quote' | 'sentence' | 'prefix' | 'suffix' | 'page'> & { layer: { id: string }; utf16Start: number; utf16End: number }
type Fact = { claim: ClaimLine & Denied; assertion: Pick<Assertion, 'id' | 'stance' | 'countsAs' | 'speaker'>; evidence: Place }
type FactPage = { node: { facts?: { totalCount: number; pageInfo: PageInfo; nodes: Fact[] } } | null }

export function DocumentView() {
  const { state } = useExplorer()
  return state.document === '' ? <Documents /> : <OneDocument key={state.document} id={state.document} />
}

function OneDocument({ id }: { id: string }) {
  const head = useQuery<{ node: Partial<Head> | null }>(headQuery, { id })
  const document = head.data?.node?.title === undefined ? null : (head.data.node as Head)
  useTitle(document?.title ?? '')
  if (head.failure) return <Failed what="The document" failure={head.failure} retry={head.retry} />
  if (head.loading) return <Loading what="the document" />
  if (!document) return <Unknown id={id} />
  return <Read document={document} />
}

function Unknown({ id }: { id: string }) {
  const { href } = useExplorer()
  return (
    <>
      <h1>Not on file</h1>
      <Empty>
        There is no document with this id: <code>{id}</code>. <a href={href({ document: '' })}>See all documents</a>.
      </Empty>
    </>
  )
}

function Read({ document }: { document: Head }) {
  const list = useList<FactPage, Fact>(factsQuery, { id: document.id }, (answer) => {
    const page = answer.node?.facts
    return page ? { items: page.nodes, total: page.totalCount, page: page.pageInfo } : null
  })
  const { state } = useExplorer()
  const facts = list.items
  useEffect(() => list.more?.(), [list.more === null, facts.length]) // the text shows every fact, so all pages are read
  const layer = document.layers.at(-1)
  const isWhole = layer?.text != null
  const missing = state.mark !== '' && list.total !== null && !list.loading && !list.more && !facts.some((fact) => fact.claim.id === state.mark)
  return (
    <>
      <DocumentHead document={document} />
      <Problems problems={missing ? [`nothing in this document is about ${state.mark}`] : []} read />
      {list.failure && <Failed what="What was recorded from it" failure={list.failure} retry={list.retry} />}
      <div class={isWhole ? 'reading' : ''}>
        {isWhole && <TextWithQuotes layer={layer} facts={facts} />}
        <Section id="facts" title="Recorded from it" count={list.total}>
          {list.loading && <Loading what="what was recorded from it" />}
          {list.total === 0 && <Empty>{document.onFile ? 'Nothing was recorded from it.' : 'It is only cited; a work that is not on file holds no evidence.'}</Empty>}
          <ol class="lines">
            {facts.map((fact, i) => (
              <FactLine key={i} fact={fact} inText={isWhole && fact.evidence.layer.id === layer.id} />
            ))}
          </ol>
        </Section>
      </div>
    </>
  )
}

function DocumentHead({ document }: { document: Head }) {
  const { href } = useExplorer()
  const rights = { FULL_TEXT: 'the whole text may be shown', QUOTE_ONLY: 'quotes with their sentences may be shown', METADATA_ONLY: 'only these details may be shown' }
  return (
    <header class="subject">
      <p class="note">
        <a href={href({ document: '', mark: '', claim: '' })}>All documents</a>
      </p>
      <h1>
        <Shown text={document.title} />
      </h1>
      <dl class="pairs">
        {document.publisher && <Pair name="Publisher" value={<EntityLink entity={document.publisher} />} />}
        {document.author && <Pair name="Author" value={<Foreign>{document.author}</Foreign>} />}
        {document.published && <Pair name="Published" value={document.published.text} />}
        {document.onFile && <Pair name="Retrieved" value={document.retrieved?.text ?? 'not recorded'} />}
        <Pair name="Recorded" value={`${day(document.recordedAt)} (UTC)`} />
        {document.url && <Pair name="Address" value={<Address url={document.url} />} />}
        <Pair name="Rights" value={rights[document.rights]} />
        {document.sha256 && <Pair name="SHA-256" value={<code>{document.sha256}</code>} />}
      </dl>
    </header>
  )
}

function Pair({ name, value }: { name: string; value: ComponentChild }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Address({ url }: { url: string }) {
  return (
    <>
      <Foreign>{url}</Foreign> <OriginalLink address={url} />
    </>
  )
}

/** The text; each quote in it is a link that opens its claim. */
function TextWithQuotes({ layer, facts }: { layer: Layer; facts: Fact[] }) {
  const { state, href } = useExplorer()
  const text = layer.text ?? ''
  const here = useMemo(() => facts.filter((fact) => fact.evidence.layer.id === layer.id), [facts.length, layer.id])
  const runs = useMemo(() => segments(text, here.map((f) => ({ start: f.evidence.utf16Start, end: f.evidence.utf16End }))), [text, here])
  useEffect(() => pointOut(state.mark), [state.mark, here.length])
  return (
    <div class="text" dir="auto">
      {runs.map((run) => {
        const covering = run.places.map((i) => here[i]).filter((fact) => fact !== undefined)
        const first = covering.find((fact) => fact.claim.id === state.mark) ?? covering[0]
        if (!first) return run.text
        const strong = covering.some((fact) => fact.claim.id === state.mark)
        return (
          <mark key={run.start} class={strong ? 'strong' : undefined} data-claims={covering.map((fact) => fact.claim.id).join(' ')}>
            <a href={href({ claim: first.claim.id, mark: first.claim.id })} title={covering.length > 1 ? `${covering.length} facts stand on these words` : tooltip(first.claim)}>
              {run.text}
            </a>
          </mark>
        )
      })}
    </div>
  )
}

/** Brings the first words of a claim into sight, and the focus to them. */
function pointOut(claim: string): void {
  const words = claim === '' ? null : document.querySelector<HTMLElement>(`.text mark[data-claims~="${claim}"] a`)
  words?.scrollIntoView({ block: 'center' })
  words?.focus({ preventScroll: true })
}

function FactLine({ fact, inText }: { fact: Fact; inText: boolean }) {
  const { state, href } = useExplorer()
  const { claim, assertion, evidence } = fact
  const itself = assertion.stance === 'DENIES' && deniers(claim).join() === assertion.speaker?.name // it is the one denial
  return (
    <li class={state.mark === claim.id ? 'marked' : undefined}>
      <Facts claim={claim} />
      <ClaimLink id={claim.id}>
        <Sentence text={claim.sentence} />
      </ClaimLink>
      {!itself && <Denial claim={claim} />}
      <p class="note">
        {act(assertion)} {assertion.speaker ? <EntityLink entity={assertion.speaker} /> : 'somebody unnamed'}
        {inText && (
          <>
            {' · '}
            <a href={href({ mark: claim.id, claim: '' })} onClick={() => pointOut(claim.id)}>
              show in the text
            </a>
          </>
        )}
      </p>
      {!inText && evidence.quote !== null && (
        <Quoted anchor={{ quote: evidence.quote, sentence: evidence.sentence ?? '', prefix: evidence.prefix ?? '', suffix: evidence.suffix ?? '' }} />
      )}
    </li>
  )
}
