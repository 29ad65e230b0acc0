// The views that most readers open later or never. They are one file of their own, fetched when the first of them opens.
// They import the page itself: what it begins with is then all shared with them, and one file; see bundle.go.
import '../dashboard'
export { CompareView } from './compare'
export { DossierView } from './dossier'
export { MapView } from './map'
export { Paths } from './paths'
export { TimelineView } from './timeline'
