// An entity: what it is, what is said about it for and against, and everything on file that it has part in.
import { useEffect } from 'preact/hooks'
import { useQuery } from '../api/use'
import { DocumentLink } from '../parts/links'
import { Shown } from '../parts/foreign'
import { CutOff, Empty, Failed, Loading } from '../parts/states'
import { count, plain } from '../parts/words'
import query from '../queries/Entity.graphql'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'
import { dates } from '../state/filter'
import { unfiltered, workingSet } from '../state/fragment'
import { Accusations } from './entity/accusations'
import { Changes, Claims, Documents, Measures, Ties } from './entity/lists'
import { Names } from './entity/names'
import { Structure } from './entity/structure'
import type { Head } from './entity/types'

export function Entity() {
  const { state } = useExplorer()
  if (state.focus !== '') return <OneEntity key={state.focus} id={state.focus} />
  return (
    <>
      <h1>No entity chosen</h1>
      <Empty>Search for one above: a company, a person, an agency, a measure or a place.</Empty>
    </>
  )
}

function OneEntity({ id }: { id: string }) {
  const { state } = useExplorer()
  const answer = useQuery<{ entity: Head; predicates: { name: string; symmetric: boolean }[] }>(query, { id, ...dates(state) })
  const entity = answer.data?.entity
  useTitle(entity?.name ?? '')
  useJump(state.own['section'] ?? '', entity !== undefined)
  if (answer.failure?.code === 'NOT_FOUND') return <Unknown id={id} />
  if (answer.failure) return <Failed what="The entity" failure={answer.failure} retry={answer.retry} />
  if (!entity) return <Loading what="the entity" />
  return (
    <>
      <EntityHead entity={entity} />
      {!unfiltered(state) && <p class="note">What does not pass the filters is left out below; documents are listed whole.</p>}
      {answer.cut.length > 0 && <CutOff>Some lists below are cut at {answer.cut[0]?.limit} entries.</CutOff>}
      <Contents entity={entity} />
      <Names entity={entity} />
      <Structure entity={entity} />
      <Accusations entity={entity} oneWay={answer.data?.predicates.flatMap(({ name, symmetric }) => (symmetric ? [] : name)) ?? []} />
      <Measures id={id} />
      <Ties id={id} />
      <Claims id={id} />
      <Documents id={id} />
      <Changes id={id} />
    </>
  )
}

function Unknown({ id }: { id: string }) {
  return (
    <>
      <h1>Not on file</h1>
      <p class="state" role="alert">
        There is no entity with this id: <code>{id}</code>
      </p>
    </>
  )
}

function EntityHead({ entity }: { entity: Head }) {
  const { state, href } = useExplorer()
  const set = workingSet(state)
  const chosen = state.set.includes(entity.id)
  return (
    <header class="subject">
      <p class="note">{plain(entity.kind)}</p>
      <h1>
        <Shown text={entity.name} />
      </h1>
      <p class="facts">
        <Specificity entity={entity} />
        <span>{count(entity.degree, 'tie', 'ties')}</span>
      </p>
      <p class="actions">
        <a class="button" href={href({ view: 'table', set: [], own: {} })}>
          Its ties as a table
        </a>
        <a class="button" href={href({ view: 'paths', set: [], own: {} })}>
          Paths from it
        </a>
        <a class="button" href={href({ set: chosen ? set.filter((other) => other !== entity.id) : [...state.set, entity.id] })}>
          {chosen ? 'Leave it out of the chosen' : state.set.length === 0 ? 'Choose it' : `Add it to the ${state.set.length} chosen`}
        </a>
      </p>
    </header>
  )
}

function Specificity({ entity }: { entity: Head }) {
  if (entity.specificity === 'NAMED') return <span>known by name</span>
  return (
    <span>
      {entity.specificity === 'UNNAMED' ? 'not named' : `several at once: ${entity.count?.text ?? 'number not known'}`}
      {entity.anchor && (
        <>
          , known only by <DocumentLink work={entity.anchor} />
        </>
      )}
    </span>
  )
}

const sections: [string, string][] = [
  ['names', 'Names'],
  ['structure', 'Structure'],
  ['allegations', 'Allegations'],
  ['measures', 'Measures'],
  ['ties', 'Ties'],
  ['claims', 'All claims'],
  ['documents', 'Documents'],
  ['changes', 'Changes'],
]

function Contents({ entity }: { entity: Head }) {
  const { href } = useExplorer()
  return (
    <nav class="sections" aria-label="Sections">
      {sections.map(
        ([section, title]) =>
          (section !== 'structure' || entity.parent) && (
            <a key={section} href={href({ own: { section } })}>
              {title}
            </a>
          ),
      )}
    </nav>
  )
}

/** Goes to the section that the address names. */
function useJump(section: string, ready: boolean): void {
  useEffect(() => {
    if (!ready || section === '') return
    const title = document.getElementById(section + '-title')
    title?.scrollIntoView()
    title?.focus({ preventScroll: true })
  }, [section, ready])
}
