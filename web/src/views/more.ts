// The views that most readers open later or never, and what makes files. They are one file of their own, fetched when the first is needed.
// They import the page itself: what it begins with is then all shared with them, and one file; see bundle.go. Their order
// is the one that gzip makes most of.
import '../dashboard'
import './timeline/scale'
import { mapAhead } from './map'
import { timelineAhead } from './timeline'
import { compareAhead } from './compare'
export { Paths } from './paths'
import { dossierAhead } from './dossier/gather'
export { saveTies } from './files'
export { CompareView } from './compare'
export { DossierView } from './dossier'
export { MapView } from './map'
export { TimelineView } from './timeline'

/** What each of them asks for first. */
export const ahead = { map: mapAhead, timeline: timelineAhead, compare: compareAhead, dossier: dossierAhead }
