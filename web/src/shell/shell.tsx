// The frame of every view: search, tabs, filters, the view itself, the open claim beside it, and the legend.
import { useCallback, useEffect, useRef } from 'preact/hooks'
import { useQuery } from '../api/use'
import { ClaimPanel } from '../parts/claim-panel'
import { Opened, useChoices } from '../parts/fold'
import { Legend, LegendTable } from '../parts/legend'
import { Empty, Loading } from '../parts/states'
import predicatesQuery from '../queries/Predicates.graphql'
import { ExplorerProvider, useAddress, type Explorer } from '../state/exploration'
import { everything, unknownKinds, workingSet, type Exploration } from '../state/fragment'
import { views, type View } from '../views/register'
import { checked } from '../views/settings'
import { useArrival } from './arrival'
import { Filters } from './filters'
import { Header } from './header'
import { Members } from './members'
import { Problems } from './problems'
import { Tabs } from './tabs'

export function Shell() {
  const address = useAddress()
  const view = views.find((v) => v.name === address.state.view)
  const { own, problems } = checked(address.state.own, view?.own)
  const explorer = problems.length === 0 ? address : { ...address, state: { ...address.state, own }, problems: [...address.problems, ...problems] }
  return (
    <ExplorerProvider value={explorer}>
      <Known explorer={explorer} view={view} />
    </ExplorerProvider>
  )
}

/** The page with the kinds of ties that are on file; those that a link names beside them are told as problems. */
function Known({ explorer, view }: { explorer: Explorer; view: View | undefined }) {
  const { state, problems } = explorer
  const answer = useQuery<{ predicates: { name: string }[] }>(predicatesQuery, state.predicates.length > 0 ? {} : null)
  if (answer.loading) return <Loading what="the kinds of ties" />
  const unknown = unknownKinds(state.predicates, answer.data?.predicates)
  if (unknown.length === 0) return <Page explorer={explorer} view={view} />
  const known = {
    ...explorer,
    state: { ...state, predicates: state.predicates.filter((name) => !unknown.includes(name)) },
    problems: [...problems, ...unknown.map((name) => `the kind of ties "${name.slice(0, 60)}" is not known`)],
  }
  return (
    <ExplorerProvider value={known}>
      <Page explorer={known} view={view} />
    </ExplorerProvider>
  )
}

function Page({ explorer, view }: { explorer: Explorer; view: View | undefined }) {
  const { state, problems } = explorer
  const main = useRef<HTMLElement>(null)
  const filtered = view?.set === true || view?.obeys === 'filters'
  const follow = useSteps(explorer)
  const close = usePanelFocus(explorer, main)
  useChoices()
  useArrival(`${state.view} ${state.focus} ${state.document}`, main)
  return (
    <div class="page" onClick={follow}>
      <a class="skip" href="#main" data-skip onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the content
      </a>
      <Header view={view} />
      <Tabs current={state.view} />
      {view && (view.set || view.obeys) && <Filters filtered={filtered} />}
      <div class={state.claim ? 'stage open' : 'stage'}>
        <main class="view" id="main" tabIndex={-1} ref={main}>
          <Problems problems={problems} />
          {view && !view.set && !view.obeys && !everything(state) && <p class="note">The filters and dates that are chosen hide nothing here; this view shows all that is on file.</p>}
          {!view && <Empty>There is no view “{state.view}”. Choose one above.</Empty>}
          {view && (needsSet(view, state) ? <Members view={view} /> : <view.component members={[]} />)}
        </main>
        {state.claim && <ClaimPanel id={state.claim} close={close} />}
      </div>
      <Legend switches={filtered} />
      <Foot />
    </div>
  )
}

/** What holds on every page, and the signs of the legend in full, which a finger cannot point at. */
function Foot() {
  return (
    <footer>
      <p>An allegation is shown as an allegation, beside its denial. “No denial found” does not mean that nobody denied it.</p>
      <Opened summary="What these signs mean">
        <LegendTable />
      </Opened>
    </footer>
  )
}

/** Whether a view shows chosen entities, and nothing where there are none. */
function needsSet(view: View, state: Exploration): boolean {
  return view.set === true && (workingSet(state).length > 0 || view.alone?.(state) !== true)
}

/** Makes a click on a link of ours a step of the exploration. */
function useSteps(explorer: Explorer): (event: MouseEvent) => void {
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    const hash = link?.getAttribute('href')
    if (event.defaultPrevented || !plain || !hash?.startsWith('#')) return
    event.preventDefault()
    explorer.goTo(hash)
  }
}

/** Closes the open claim and gives the focus back to what opened it. */
function usePanelFocus(explorer: Explorer, main: { current: HTMLElement | null }): () => void {
  const { claim } = explorer.state
  const opener = useRef<Element | null>(null)
  const shown = useRef('')
  if (claim !== '' && claim !== shown.current && !document.activeElement?.closest('.panel')) opener.current = document.activeElement
  useEffect(() => {
    const closed = shown.current !== '' && claim === ''
    shown.current = claim
    if (!closed) return
    if (document.activeElement !== document.body) return // the step that closed it has put the focus elsewhere
    const back = opener.current
    if ((back instanceof HTMLElement || back instanceof SVGElement) && back.isConnected && back !== document.body) back.focus()
    else main.current?.focus({ preventScroll: true })
  }, [claim])
  return useCallback(() => explorer.go({ claim: '' }), [explorer])
}
