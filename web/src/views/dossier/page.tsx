// A dossier as it is read, printed and saved: one component, so that the file is what was seen.
import type { ComponentChildren } from 'preact'
import { Foreign, Shown } from '../../parts/foreign'
import { LegendTable } from '../../parts/legend'
import { ClaimLink } from '../../parts/links'
import { StandingMark } from '../../parts/standing'
import { modality } from '../../parts/words'
import { linksOf, notShown } from '../ties'
import { extent } from '../graph/outline'
import { onPage } from '../graph/palette'
import { legendHeight, Still, StillLegend } from '../graph/still'
import type { Gathered } from './gather'
import { noDenialFound, retrieval, webAddress, type Act, type Dossier, type Quote, type Source, type Statement } from './model'

type Drawn = Pick<Gathered, 'graph' | 'spots' | 'lines'>
type Props = Drawn & {
  dossier: Dossier
  /** On the page claims can be opened, and its heading stands below that of the view. */
  onPage: boolean
}

export function DossierPage({ dossier, onPage: here, ...drawn }: Props) {
  const Title = here ? 'h2' : 'h1'
  return (
    <article class="dossier">
      <header>
        <Title class="title">
          <Shown text={dossier.title} />
        </Title>
        <ul class="scope">
          {dossier.scope.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </header>
      {drawn.graph.entities.length > 1 && <Figure {...drawn} />}
      {dossier.sections.map(({ title, statements }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ol class="statements">
            {statements.map((statement) => (
              <StatementPart key={statement.n} statement={statement} here={here} />
            ))}
          </ol>
        </section>
      ))}
      <Sources sources={dossier.sources} />
      <section class="meaning">
        <h2>How a statement can stand</h2>
        <LegendTable />
        <p class="note">An allegation is shown as an allegation, beside its denial. “{noDenialFound}” does not mean that nobody denied it. A quote was found in its source; that does not make it true.</p>
      </section>
    </article>
  )
}

function Figure({ graph, spots, lines }: Drawn) {
  const box = extent(spots, lines)
  const width = Math.max(352, box.right - box.left)
  const down = box.bottom - box.top
  const height = down + legendHeight(width)
  const left = [...notShown(graph.entities, graph.ties).values()].reduce((sum, n) => sum + n, 0)
  return (
    <>
      <figure>
        <div class="drawing" role="group" aria-label="The drawing" tabIndex={0}>
          <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${graph.entities.length} entities and ${linksOf(graph.ties).length} ties; the statements below say the same.`}>
            <g id="drawing">
              <g transform={`translate(${(width - (box.right + box.left)) / 2} ${-box.top})`}>
                <Still entities={graph.entities} spots={spots} lines={lines} hidden={notShown(graph.entities, graph.ties)} colours={onPage} />
              </g>
              <StillLegend x={8} y={down + 12} width={width} colours={onPage} />
            </g>
          </svg>
        </div>
        <figcaption class="note">A number on a line is that of its statement below; the statements say the same in words.{left > 0 && ' The sign +n beside an entity counts its ties that are not drawn.'}</figcaption>
      </figure>
      {width > readable && <Sheets width={width} height={height} />}
    </>
  )
}

/** The widest drawing whose letters are read on one sheet of paper, and the size of what stands on one where it is wider. */
const [readable, wide, high] = [1000, 940, 1300]

/** How much of a part the next one repeats beside and below it, so that each word is whole on one. */
const [beside, below] = [320, 64]

/** The same in parts, each on a sheet of paper. */
function Sheets({ width, height }: { width: number; height: number }) {
  const [across, down, tall] = [Math.ceil((width - beside) / (wide - beside)), Math.ceil((height - below) / (high - below)), Math.min(high, height)]
  const at = (i: number) => [((i % across) * (width - wide)) / (across - 1), (Math.floor(i / across) * (height - tall)) / Math.max(1, down - 1)]
  return (
    <div class="sheets">
      {Array.from({ length: across * down }, (_, i) => (
        <figure key={i}>
          <svg viewBox={`${at(i).join(' ')} ${wide} ${tall}`} width={776} height={(tall * 776) / wide}>
            <use href="#drawing" />
          </svg>
          <figcaption class="note">
            The drawing, part {i + 1} of {across * down}: row {Math.floor(i / across) + 1}, column {(i % across) + 1}.
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

function StatementPart({ statement, here }: { statement: Statement; here: boolean }) {
  const { n, pro, contra, found, noDenial } = statement
  const sentence = <Shown text={statement.sentence} />
  const against = [...(noDenial ? [<NoDenial key="none" />] : []), ...contra.map((act, i) => <ActCard key={i} act={act} />)]
  return (
    <li class="statement" id={`statement-${n}`} data-claim={statement.claim}>
      <header>
        <p class="facts">
          <span class="number">{n}</span>
          <StandingMark value={statement.standing} contested={statement.contested} />
          {modality(statement.modality) && <span>{modality(statement.modality)}</span>}
          {statement.period !== '' && <Foreign>{statement.period}</Foreign>}
        </p>
        <h3>{here ? <ClaimLink id={statement.claim}>{sentence}</ClaimLink> : sentence}</h3>
      </header>
      {against.length > 0 ? <Pairs left={pro.length > 0 ? pro.map((act, i) => <ActCard key={i} act={act} />) : [<Unsaid key="none" found={found.length > 0} />]} right={against} /> : <Rows acts={pro} />}
      <Rows acts={found} />
      {statement.more > 0 && <p class="note">{statement.more} more on file, not given here.</p>}
    </li>
  )
}

/** What is said for it, and beside it what is said against it, row by row at one size; on paper no row is parted. */
function Pairs({ left, right }: { left: ComponentChildren[]; right: ComponentChildren[] }) {
  return (
    <>
      {Array.from({ length: Math.max(left.length, right.length) }, (_, i) => (
        <div key={i} class="sides of-2">
          <div class="cell for">{left[i]}</div>
          <div class="cell against">{right[i]}</div>
        </div>
      ))}
    </>
  )
}

/** Cards two by two; a single one has the whole row. */
function Rows({ acts }: { acts: Act[] }) {
  return (
    <>
      {Array.from({ length: Math.ceil(acts.length / 2) }, (_, row) => (
        <div key={row} class={acts.length > 1 ? 'sides of-2' : 'sides'}>
          {acts.slice(2 * row, 2 * row + 2).map((act, i) => (
            <ActCard key={i} act={act} />
          ))}
        </div>
      ))}
    </>
  )
}

function NoDenial() {
  return (
    <article class="card none">
      <p class="speaker">{noDenialFound}</p>
      <p class="note">This says what is on file here. It does not mean that nobody denied it.</p>
    </article>
  )
}

function Unsaid({ found }: { found: boolean }) {
  return (
    <article class="card none">
      <p class="speaker">{found ? 'Nobody else on file says it' : 'Nobody on file says it'}</p>
      <p class="note">{found ? 'See what an authority found.' : 'It was only denied or commented on.'}</p>
    </article>
  )
}

function ActCard({ act }: { act: Act }) {
  return (
    <article class="card">
      <p class="act">{act.heading}</p>
      <p class="speaker">
        <Shown text={act.speaker} />
        {act.capacity !== '' && (
          <span class="note">
            , <Foreign>{act.capacity}</Foreign>
          </span>
        )}
      </p>
      <p class="note">
        <Foreign>{act.when}</Foreign>
      </p>
      {act.quotes.map((quote, i) => (
        <QuotePart key={i} quote={quote} />
      ))}
      {act.quotes.length === 0 && <p class="note">No quote is on file.</p>}
      {act.chain.length > 0 && (
        <p class="note">
          Reported by{' '}
          {act.chain.map(({ who, source, published }, i) => (
            <span key={i}>
              {i > 0 && ' → '}
              <Foreign>{who}</Foreign>
              {source !== null && (
                <>
                  {' '}
                  in <Reference n={source} />
                </>
              )}
              {published !== '' && <Foreign>, {published}</Foreign>}
            </span>
          ))}
        </p>
      )}
    </article>
  )
}

function QuotePart({ quote: { words, source, page } }: { quote: Quote }) {
  return (
    <div class="evidence">
      {words ? (
        <blockquote class="quote" dir="auto">
          {words.before}
          <mark>{words.quote}</mark>
          {words.after}
        </blockquote>
      ) : (
        <p class="note">The rights of the source do not allow its words to be shown.</p>
      )}
      <p class="note">
        Source <Reference n={source} />
        {page !== '' && <Foreign>, page {page}</Foreign>}
      </p>
    </div>
  )
}

/** Leads to a numbered source. On the page the address holds the exploration, so the step is made without it. */
function Reference({ n }: { n: number }) {
  const show = (event: MouseEvent) => {
    event.preventDefault()
    const source = document.getElementById(`source-${n}`)
    source?.scrollIntoView({ block: 'center' })
    source?.focus({ preventScroll: true })
  }
  return (
    <a href={`#source-${n}`} onClick={show} class="reference">
      [{n}]
    </a>
  )
}

function Sources({ sources }: { sources: Source[] }) {
  return (
    <section class="sources">
      <h2>Sources</h2>
      <ol>
        {sources.map((source) => (
          <SourceLine key={source.n} source={source} />
        ))}
      </ol>
    </section>
  )
}

function SourceLine({ source }: { source: Source }) {
  const address = webAddress(source.url)
  return (
    <li id={`source-${source.n}`} tabIndex={-1}>
      <span class="number">[{source.n}]</span>
      <div>
        <p>
          <Shown text={source.title} />
        </p>
        <p class="note">
          <Foreign>{[source.by || 'publisher not known', source.published ? `published ${source.published}` : 'date not known'].join(', ')}</Foreign>
        </p>
        {source.url && (
          <p class="note">
            {address ? (
              <a href={address} rel="noreferrer noopener" target="_blank">
                <Foreign>{source.url}</Foreign>
              </a>
            ) : (
              <Foreign>{source.url}</Foreign>
            )}
          </p>
        )}
        <p class="note">{[retrieval(source), source.note].filter(Boolean).join('; ')}</p>
        {source.sha256 !== '' && (
          <p class="note">
            SHA-256 <code>{source.sha256}</code>
          </p>
        )}
      </div>
    </li>
  )
}
