// Every view, in the order of the tabs. A new view is a file beside this one and a line here; one that is not for the first look is
// fetched when it opens, by a line in ./more as well.
import type { ComponentType } from 'preact'
import type { Ahead } from '../api/ahead'
import type { Named } from '../api/types'
import type { Exploration } from '../state/fragment'
import { Claims, claimsAhead } from './claims'
import { DocumentView } from './document'
import { Entity } from './entity'
import { GraphView } from './graph'
import { Home } from './home'
import { later, more } from './later'
import * as settings from './settings'
import { tiesAhead } from './set-ties'
import { TableView } from './table'

/** What a view is given: for one that shows the set its entities, of which there is at least one; for others none. They are `stale` while those chosen since are read; `beyond` are how many more are chosen than it is given. */
export type ViewProps = { members: Named[]; stale?: boolean; beyond?: number }

export type View = {
  /** How links call it. */
  name: string
  title: string
  component: ComponentType<ViewProps>
  /** Whether it shows the chosen entities, which the shell then loads, and obeys every filter. */
  set?: boolean
  /** What it will ask for to show entities with these ids, so that it is asked along with who they are. */
  ahead?(state: Exploration, ids: string[]): Ahead[] | Promise<Ahead[]>
  /** Whether it has something to show where no entity is chosen. */
  alone?(state: Exploration): boolean
  /** Whether it stays on the page while more entities are read, so that focus and places are kept. */
  keeps?: boolean
  /** The most entities of the set that it is given; 100 when left out. */
  most?: number
  /** What of a link belongs to it alone. */
  own?: settings.Settings
  /** Whether it obeys the dates, or with them every other filter. A view of the set obeys all. */
  obeys?: 'dates' | 'filters'
}

/** What a view of ./more will ask for, which is known once that is there; that it did not come the view itself says. */
const ahead = (view: keyof Awaited<ReturnType<typeof more>>['ahead']): View['ahead'] => async (state, ids) => (await more().catch(() => null))?.ahead[view](state, ids) ?? []

export const views: View[] = [
  { name: 'home', title: 'Home', component: Home },
  { name: 'entity', title: 'Entity', component: Entity, obeys: 'filters', own: settings.entity },
  { name: 'graph', title: 'Graph', component: GraphView, set: true, keeps: true, most: 500, ahead: tiesAhead, own: settings.graph },
  { name: 'table', title: 'Table', component: TableView, set: true, most: 500, ahead: tiesAhead, own: settings.most },
  { name: 'claims', title: 'Claims', component: Claims, set: true, ahead: claimsAhead, own: settings.around },
  { name: 'timeline', title: 'Timeline', component: later((more) => more.TimelineView), set: true, ahead: ahead('timeline'), own: settings.timeline },
  { name: 'compare', title: 'Compare', component: later((more) => more.CompareView), set: true, ahead: ahead('compare'), own: settings.compare },
  { name: 'paths', title: 'Paths', component: later((more) => more.Paths), obeys: 'dates', own: settings.paths },
  { name: 'dossier', title: 'Dossier', component: later((more) => more.DossierView), set: true, ahead: ahead('dossier'), alone: (state) => state.own['path'] !== undefined, own: settings.dossier },
  { name: 'map', title: 'Map', component: later((more) => more.MapView), set: true, ahead: ahead('map'), own: settings.map },
  { name: 'document', title: 'Documents', component: DocumentView, own: settings.documents },
]
