// What is on file about the chosen entities, or along a path, as a page to print and as files that stand alone.
import { useAnswer } from '../api/use'
import { save } from '../parts/save'
import { Empty, Failed, Loading } from '../parts/states'
import { count } from '../parts/words'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { Around } from './around'
import { htmlFile } from './dossier/file'
import { gather, pathOf, type Gathered } from './dossier/gather'
import { markdown } from './dossier/markdown'
import { DossierPage } from './dossier/page'
import type { ViewProps } from './register'

export function DossierView({ members, beyond = 0 }: ViewProps) {
  const { state } = useExplorer()
  const isPath = pathOf(state).length > 0
  useTitle(isPath ? 'Dossier of a path' : `Dossier of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const key = JSON.stringify(['dossier', members.map((m) => m.id), { ...state, view: '', focus: '', claim: '', document: '', mark: '' }])
  const answer = useAnswer<Gathered>(key, async (signal) => ({ data: await gather(state, members, beyond, signal), cut: [] }))
  return (
    <>
      {members.length === 0 && <h1>Dossier</h1>}
      {isPath && <WayBack />}
      {answer.failure && <Failed what="The dossier" failure={answer.failure} retry={answer.retry} />}
      {answer.loading && <Loading what="the dossier; each statement is read with its sources" />}
      {answer.data && <Preview gathered={answer.data} members={isPath ? 0 : members.length} />}
    </>
  )
}

/** From a path to all that is on file about its entities. */
function WayBack() {
  const { state, href } = useExplorer()
  const { path: _, ...own } = state.own
  return (
    <p class="note actions">
      This dossier follows a path. <a href={href({ own })}>Make one of all that is on file about the chosen entities</a>
    </p>
  )
}

function Preview({ gathered, members }: { gathered: Gathered; members: number }) {
  const { dossier, revision } = gathered
  const statements = dossier.sections.reduce((sum, section) => sum + section.statements.length, 0)
  const name = `dossier-revision-${revision}`
  const html = () => htmlFile(<DossierPage {...gathered} onPage={false} />, dossier.title)
  return (
    <>
      <div class="bar">
        <p role="status">
          {count(statements, 'statement', 'statements')} from {count(dossier.sources.length, 'source', 'sources')}
        </p>
        {members > 0 && <Around members={members} />}
        {members > 0 && <Values />}
        <p class="actions">
          <button type="button" onClick={() => print()}>
            Print
          </button>
          <button type="button" onClick={() => save(name + '.html', 'text/html;charset=utf-8', html())}>
            Save as HTML
          </button>
          <button type="button" onClick={() => save(name + '.md', 'text/markdown;charset=utf-8', markdown(dossier))}>
            Save as Markdown
          </button>
        </p>
      </div>
      {statements === 0 && <Empty>{members === 0 ? 'No step of this path can be given.' : 'No statement passes the filters. That is not the same as “nothing was said”.'}</Empty>}
      <DossierPage {...gathered} onPage />
    </>
  )
}

/** Whether names, identifiers and figures are given too. */
function Values() {
  const { state, go } = useExplorer()
  return (
    <label class="check">
      <input type="checkbox" checked={state.own['values'] !== 'no'} onChange={(event) => go({ own: { ...state.own, values: event.currentTarget.checked ? '' : 'no' } })} />
      With names and figures
    </label>
  )
}
