// Every view, in the order of the tabs. A new view is a file beside this one and a line here; one that is not for the first look is
// fetched when it opens, by a line in ./more as well.
import type { ComponentType } from 'preact'
import type { Named } from '../api/types'
import type { Exploration } from '../state/fragment'
import { Claims } from './claims'
import { DocumentView } from './document'
import { Entity } from './entity'
import { GraphView } from './graph'
import { Home } from './home'
import { later } from './later'
import { TableView } from './table'

/** What a view is given: for one that shows the set its entities, of which there is at least one; for others none. */
export type ViewProps = { members: Named[] }

export type View = {
  /** How links call it. */
  name: string
  title: string
  component: ComponentType<ViewProps>
  /** Whether it shows the chosen entities, which the shell then loads, and obeys every filter. */
  set?: boolean
  /** Whether it has something to show where no entity is chosen. */
  alone?(state: Exploration): boolean
  /** The most entities of the set that it is given; 100 when left out. */
  most?: number
  /** Whether it obeys the dates. A view of the set does. */
  dates?: boolean
}

export const views: View[] = [
  { name: 'home', title: 'Home', component: Home },
  { name: 'entity', title: 'Entity', component: Entity, dates: true },
  { name: 'graph', title: 'Graph', component: GraphView, set: true, most: 500 },
  { name: 'table', title: 'Table', component: TableView, set: true, most: 500 },
  { name: 'claims', title: 'Claims', component: Claims, set: true },
  { name: 'timeline', title: 'Timeline', component: later((more) => more.TimelineView), set: true },
  { name: 'compare', title: 'Compare', component: later((more) => more.CompareView), set: true },
  { name: 'paths', title: 'Paths', component: later((more) => more.Paths), dates: true },
  { name: 'dossier', title: 'Dossier', component: later((more) => more.DossierView), set: true, alone: (state) => state.own['path'] !== undefined },
  { name: 'map', title: 'Map', component: later((more) => more.MapView), set: true },
  { name: 'document', title: 'Documents', component: DocumentView },
]
