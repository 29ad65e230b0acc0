// What a group or company belongs to, owns and has: parent, seat, owners, members, units, offices and figures.
import type { ComponentChildren } from 'preact'
import type { Tie, Words } from '../../api/types'
import { Against, Denial } from '../../parts/denial'
import { claimIn } from '../../parts/denied'
import { Foreign } from '../../parts/foreign'
import { ClaimLink, EntityLink } from '../../parts/links'
import { Section } from '../../parts/listing'
import { When } from '../../parts/sentence'
import { StandingMark } from '../../parts/standing'
import { CutOff, Empty, Hidden } from '../../parts/states'
import { Table, type Column } from '../../parts/table'
import { aside, before, hedge, spaced } from '../../parts/words'
import { useExplorer } from '../../state/exploration'
import { passes } from '../../state/filter'
import { useAnswers } from './answers'
import { OfficeTable, TieTable } from './tie-table'
import type { Conflict, Figure, Head, TieSet } from './types'

/** The section; only groups and companies have it. */
export function Structure({ entity }: { entity: Head }) {
  if (!entity.parent) return null
  return (
    <Section id="structure" title="Structure">
      <dl class="pairs">
        <Answers name="Parent" set={entity.parent} />
        <Answers name="Headquarters" set={entity.headquarters} />
        <Answers name="Incorporated in" set={entity.incorporatedIn} />
      </dl>
      <Part title="Owners" list={entity.owners} empty="No owner is on file." />
      <Part title="Members" list={entity.members} />
      <Units entity={entity} />
      <Offices entity={entity} />
      <Figures id={entity.id} figures={entity.figures} />
    </Section>
  )
}

/** All answers to a question that expects one; it never picks one silently. */
function Answers({ name, set }: { name: string; set: TieSet | undefined }) {
  const { state } = useExplorer()
  if (!set) return null
  const shown = set.ties.filter((tie) => passes(state, tie))
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {set.ties.length === 0 && <span class="note">not on file</span>}
        {shown.map((tie, i) => (
          <div key={i} class="answer">
            <EntityLink entity={tie.node} />{' '}
            <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
              <StandingMark value={tie.standing} contested={tie.contested} />
            </ClaimLink>{' '}
            <span class="note">
              {aside(tie.modality)} <Foreign>{tie.period.text}</Foreign>
            </span>
            <Denial claim={claimIn(tie)} />
          </div>
        ))}
        <Hidden n={set.ties.length - shown.length} />
        <Disagreement conflict={set.conflict} />
      </dd>
    </>
  )
}

/** That the sources contradict each other. */
function Disagreement({ conflict }: { conflict: Conflict }) {
  return conflict && <p class="note">The sources disagree: {conflict.kind === 'VALUES' ? 'not all of these can hold' : 'the days cannot all hold'}.</p>
}

/** A number that the sources state, which opens its claim. */
function Stated({ number, claim }: { number: Words; claim: string | undefined }) {
  return claim ? <ClaimLink id={claim}>{number.text}</ClaimLink> : <>{number.text}</>
}

type PartProps = { title: string; list: { totalCount: number; edges: Tie[] } | undefined; empty?: string; children?: ComponentChildren }

function Part({ title, list, empty, children }: PartProps) {
  const { state } = useExplorer()
  if (!list || (list.totalCount === 0 && !empty && !children)) return null
  const shown = list.edges.filter((tie) => passes(state, tie))
  return (
    <div class="part">
      <h3>
        {title} <span class="note">{list.totalCount}</span>
      </h3>
      {children}
      {list.totalCount === 0 && empty && <Empty>{empty}</Empty>}
      {shown.length > 0 && <TieTable label={title} ties={shown} />}
      <Hidden n={list.edges.length - shown.length} />
      {list.edges.length < list.totalCount && <CutOff>{list.totalCount - list.edges.length} more on file; they stand under Ties.</CutOff>}
    </div>
  )
}

function Units({ entity: { units, figures } }: { entity: Head }) {
  if (!units) return null
  const counted = figures?.nodes.find((figure) => figure.predicate.name === 'UNIT_COUNT' && figure.value.text === units.statedCount?.text)
  return (
    <Part title="Units" list={units}>
      {units.statedCount && (
        <p class="note">
          The sources speak of <Stated number={units.statedCount} claim={counted?.claim.id} />
          {units.unresolvedCount && <>; not known by name: {units.unresolvedCount.text}</>}.
        </p>
      )}
    </Part>
  )
}

function Offices({ entity: { offices, officeCountries } }: { entity: Head }) {
  const { state } = useExplorer()
  if (!offices || (offices.totalCount === 0 && !officeCountries?.stated)) return null
  const shown = offices.edges.filter((tie) => passes(state, { ...tie, predicate: { name: 'HAS_OFFICE' } }))
  return (
    <div class="part">
      <h3>
        Offices <span class="note">{offices.totalCount}</span>
      </h3>
      {officeCountries?.stated && (
        <p class="note">
          Stated: <Stated number={officeCountries.stated} claim={officeCountries.claims[0]?.id} />. Listed one by one: {officeCountries.listed}
          {officeCountries.missing && <>; missing: {officeCountries.missing.text}</>}.
        </p>
      )}
      {officeCountries && <Disagreement conflict={officeCountries.conflict} />}
      {shown.length > 0 && <OfficeTable ties={shown} />}
      <Hidden n={offices.edges.length - shown.length} />
      {offices.edges.length < offices.totalCount && <CutOff>{offices.totalCount - offices.edges.length} more on file; they stand under Ties.</CutOff>}
    </div>
  )
}

const figureColumns: Column<Figure & { against: string | undefined }>[] = [
  {
    name: 'Figure',
    cell: ({ claim, standing, predicate, against, value: { text = '' } }) => (
      <>
        <ClaimLink id={claim.id}>
          {spaced(hedge({ ...claim, standing }), before(predicate.label, text))} <Foreign>{text}</Foreign>
        </ClaimLink>
        <Against words={against} />
      </>
    ),
  },
  { name: 'Words of the source', cell: ({ quote }) => (quote === null ? <span class="note">not to be shown</span> : <q dir="auto">{quote}</q>) },
  { name: 'Standing', cell: (figure) => <StandingMark value={figure.standing} contested={figure.contested} /> },
  { name: 'When', cell: (figure) => <When text={figure.period.text} /> },
]

function Figures({ id, figures }: { id: string; figures: Head['figures'] }) {
  const { state } = useExplorer()
  const shown = (figures?.nodes ?? []).filter((figure) => passes(state, figure))
  const answers = useAnswers(id, shown.map((figure) => ({ ...figure, id: figure.claim.id, kind: figure.predicate.name })))
  if (!figures || figures.totalCount === 0) return null
  return (
    <div class="part">
      <h3>
        Figures <span class="note">{figures.totalCount}</span>
      </h3>
      {shown.length > 0 && <Table label="Figures" columns={figureColumns} rows={shown.map((figure) => ({ ...figure, against: answers.get(figure.claim.id) }))} id={(figure, i) => figure.claim.id + i} />}
      <Hidden n={figures.nodes.length - shown.length} />
      {figures.nodes.length < figures.totalCount && <CutOff>{figures.totalCount - figures.nodes.length} more on file; they stand under All claims.</CutOff>}
    </div>
  )
}
