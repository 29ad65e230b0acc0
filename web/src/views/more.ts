// The views that most readers open later or never, and what makes files. They are one file of their own, fetched when the first is needed.
// They import the page itself: what it begins with is then all shared with them, and one file; see bundle.go. Their order
// is the one that gzip makes most of.
import '../dashboard'
export { saveTies } from './files'
export { MapView } from './map'
export { TimelineView } from './timeline'
export { CompareView } from './compare'
export { Paths } from './paths'
export { DossierView } from './dossier'
