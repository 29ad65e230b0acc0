// The views that most readers open later or never. They are one file of their own, fetched when the first of them opens.
export { CompareView } from './compare'
export { DossierView } from './dossier'
export { MapView } from './map'
export { Paths } from './paths'
export { TimelineView } from './timeline'
