// Ties of one entity as rows: in words that fit their standing, each with its evidence one step away.
import type { Tie } from '../../api/types'
import { deniedColumn } from '../../parts/denial'
import { ClaimLink, EntityLink } from '../../parts/links'
import { When } from '../../parts/sentence'
import { StandingMark } from '../../parts/standing'
import { Table, type Column } from '../../parts/table'
import { hedge, plain, spaced, tieWords } from '../../parts/words'
import type { OfficeTie } from './types'

const columns: Column<Tie>[] = [
  {
    name: 'Tie',
    cell: (tie) => (
      <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
        {tieWords(tie)}
      </ClaimLink>
    ),
  },
  {
    name: 'With',
    cell: (tie) => (
      <>
        <EntityLink entity={tie.node} /> <span class="note">{plain(tie.node.kind)}</span>
      </>
    ),
  },
  { name: 'Standing', cell: (tie) => <StandingMark value={tie.standing} contested={tie.contested} /> },
  { name: 'When', cell: (tie) => <When text={tie.period.text} /> },
  deniedColumn,
]

export function TieTable({ label, ties }: { label: string; ties: Tie[] }) {
  return <Table label={label} columns={columns} rows={ties} id={(tie, i) => tie.claim.id + i} />
}

const officeColumns: Column<OfficeTie>[] = [
  { name: 'Office', cell: (tie) => <EntityLink entity={tie.node} /> },
  { name: 'Standing', cell: (tie) => <StandingMark value={tie.standing} contested={tie.contested} /> },
  { name: 'When', cell: (tie) => <When text={tie.period.text} /> },
  {
    name: 'Evidence',
    cell: (tie) => (
      <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
        {spaced(hedge({ ...tie, ...tie.claim }), 'who says so')}
      </ClaimLink>
    ),
  },
  deniedColumn,
]

export function OfficeTable({ ties }: { ties: OfficeTie[] }) {
  return <Table label="Offices" columns={officeColumns} rows={ties} id={(tie, i) => tie.claim.id + i} />
}
