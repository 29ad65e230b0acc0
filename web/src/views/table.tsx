// The ties of the chosen entities as a table, with equal rights to the graph, and as files.
import { useState } from 'preact/hooks'
import { deniedColumn } from '../parts/denial'
import { Fold } from '../parts/fold'
import { ClaimLink, EntityLink } from '../parts/links'
import { When } from '../parts/sentence'
import { StandingMark } from '../parts/standing'
import { CutOff, Failed, Loading } from '../parts/states'
import { Table, type Column, type Sorting } from '../parts/table'
import { count, plain, tieWords } from '../parts/words'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { standings } from '../state/standing'
import { Around, NoTies } from './around'
import { Exports } from './exports'
import { Most } from './most'
import { useTies } from './set-ties'
import { notAll, type SetTie } from './ties'
import type { ViewProps } from './register'

const columns: Column<SetTie>[] = [
  { name: 'From', cell: (tie) => <EntityLink entity={tie.from} />, order: (a, b) => a.from.name.localeCompare(b.from.name) },
  { name: 'Tie', cell: (tie) => <TieCell tie={tie} />, order: (a, b) => a.predicate.label.localeCompare(b.predicate.label) },
  { name: 'To', cell: (tie) => <Far tie={tie} />, order: (a, b) => a.to.name.localeCompare(b.to.name) },
  { name: 'Standing', cell: (tie) => <StandingMark value={tie.standing} contested={tie.contested} />, order: (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) },
  { name: 'When', cell: (tie) => <When text={tie.period.text} />, order: (a, b) => (a.period.from ?? '').localeCompare(b.period.from ?? '') },
  deniedColumn,
]

export function TableView({ members, beyond = 0 }: ViewProps) {
  const { state } = useExplorer()
  useTitle(`Ties of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const [sorting, sort] = useState<Sorting>({ column: 'Standing', down: false })
  const answer = useTies(state, members)
  if (answer.failure) return <Failed what="The ties" failure={answer.failure} retry={answer.retry} />
  if (!answer.data) return <Loading what="ties" />
  const { ties, entities } = answer.data
  const chosen = members.length + beyond
  const cut = notAll(chosen, answer.data)
  return (
    <>
      <div class="bar">
        <p role="status">
          {count(ties.length, 'tie', 'ties')} among {count(entities.length, 'entity', 'entities')}
        </p>
        <Around members={members.length} />
        <Fold summary="Size and files">
          <div class="tools">
            <Most />
            <Exports graph={answer.data} chosen={chosen} />
          </div>
        </Fold>
      </div>
      {cut && <CutOff>{cut} Choose fewer entities or fewer kinds of ties.</CutOff>}
      {ties.length === 0 ? <NoTies members={members.length} /> : <Table label="Ties" columns={columns} rows={ties} id={(tie, i) => tie.claim.id + i} sorting={sorting} sort={sort} />}
    </>
  )
}

function TieCell({ tie }: { tie: SetTie }) {
  return (
    <ClaimLink id={tie.claim.id} about={tie.claim.sentence}>
      {tieWords({ ...tie, forward: true })}
    </ClaimLink>
  )
}

function Far({ tie }: { tie: SetTie }) {
  return (
    <>
      <EntityLink entity={tie.to} /> <span class="note">{plain(tie.to.kind)}</span>
    </>
  )
}
