package web_test

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dashboard are the tests of the dashboard in one browser, on the reference case.
type dashboard struct {
	browser *browser
	api     http.Handler
}

func TestDashboardInTheBrowser(t *testing.T) {
	s := dashboard{newBrowser(t), seededAPI(t)}
	for name, step := range map[string]func(*testing.T){
		"start": s.start, "requests": s.requests, "by mouse": s.byMouse, "by keyboard": s.byKeyboard, "search": s.search, "entity": s.entity, "table": s.table, "claims": s.claims, "deniers": s.deniers, "answered everywhere": s.answeredEverywhere, "contested": s.contested,
		"document": s.document, "graph": s.graph, "graph by hand": s.byHand, "graph by finger": s.byFinger, "paths": s.paths, "map": s.mapView, "moving": s.moving, "states": s.states, "hostile": s.hostile, "every view": s.everyView, "print": s.print, "timeline": s.timeline, "compare": s.compare, "large": s.large, "exports": s.exports, "exports limits": s.exportsLimits, "dossier": s.dossier, "dossier files": s.dossierFiles, "dossier filters": s.dossierFilters, "dossier hostile": s.dossierHostile, "pages": s.pages, "panel": s.panel, "other states": s.otherStates, "by tab": s.byTab,
		"graph by keys": s.byKeys, "graph counted": s.counted, "graph hostile": s.hostileGraph, "graph legible": s.legible, "graph scattered": s.scattered,
		"graph is cheap": s.cheap, "graph in portions": s.portions, "narrow": s.narrow, "known": s.known, "days typed": s.daysTyped, "map by hand": s.mapByHand, "map by finger": s.mapByFinger, "possible": s.possible,
	} {
		t.Run(name, step)
	}
}

// site starts a site before the reference case, with a meddler between.
func (s dashboard) site(t *testing.T) (opener, *meddler) {
	t.Helper()
	m := newMeddler(s.api)
	return s.browser.at(t, m), m
}

func (s dashboard) start(t *testing.T) {
	open, m := s.site(t)
	p := open(t)
	p.open("/")
	p.awaitText("#counts", "227")
	p.awaitText("#questions", "What is alleged about Kaspersky, and who denies it?")
	assert.Len(t, p.texts(".page > .legend .standing"), 10, "every standing is in the legend")
	assert.Len(t, p.texts(".legend-table dd"), 10, "and explained")
	assert.Len(t, m.questions(), 1)
	t.Run("of what is denied some is shown, and more when asked for", func(t *testing.T) {
		m.rewrite(`"disputed":{"totalCount":2`, `"disputed":{"totalCount":40`)
		p.open("/playground/")
		p.open("/")
		p.awaitText("#disputed .more", "2 of 40 shown")
		p.clickText("#disputed button", "Show more")
		p.arrive()
		asked := m.questions()
		assert.InDelta(t, 100, asked[len(asked)-1].Variables["denied"], 0)
		m.rewrite("\x00", "")
	})
	for _, question := range []string{"alleged about", "ties to", "owns it", "Whom does", "documents"} {
		p.open("/")
		p.awaitText("#questions", question)
		p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('#questions a')].find(a => a.textContent.includes(` + quote(question) + `)).click()`))
		p.await(`document.querySelectorAll('main .standing, main .lines li').length > 2 && !document.querySelector('[role=alert]')`)
	}
	p.assertQuiet()
}

// requests counts what a reader waits for until a link to a view can be used, page, style and script included, and holds each to what
// it takes. README.md says why some take more than five. Nor does going away and coming back ask what the API refuses.
func (s dashboard) requests(t *testing.T) {
	views := shown()
	for name, most := range map[string]int{
		"home": 4, "entity": 7, "entity-unaccused": 5, "graph": 5, "graph-filtered": 5, "table": 4, "claims": 4, "documents": 4, "document": 5,
		"timeline": 6, "timeline-long": 7, "compare": 5, "compare-two": 5, "paths": 5, "paths-none": 5, "map": 7, "dossier": 9,
	} {
		t.Run(name, func(t *testing.T) {
			view, known := views[name]
			switch name {
			case "entity-unaccused":
				view.address, view.there = "/#v=1&view=entity&focus=ent_office-woburn", "revision 1"
			case "timeline-long":
				view.address, view.there = "/#v=1&view=timeline&focus="+company, "The same as a table"
			case "graph-filtered":
				view.address, view.there = "/#v=1&view=graph&predicate=HAS_UNIT&set="+company+","+unit, "tie"
			default:
				require.True(t, known)
			}
			open, m := s.site(t)
			p := open(t)
			p.open(view.address)
			p.awaitText("main", view.there)
			p.await(`!document.querySelector('[role=status].state')`)
			sent := p.sent()
			assert.LessOrEqual(t, len(sent), most, "requested: %v, of which questions: %v", sent, m.names())
			assert.Contains(t, sent, p.origin+"/graphql", "questions are counted")
			p.run(watchShifts)
			p.arrive()
			assert.Less(t, read[float64](p, `shifts.reduce((sum, [value]) => sum + value, 0)`), 0.05, "what is there moves when the rest comes: %s", read[string](p, `JSON.stringify(shifts)`))
			p.awayAndBack(view.there)
			p.assertQuiet()
		})
	}
}

// watchShifts writes down what moved by itself since the page was opened: how much of the page by how much of it, as browsers count it, and what.
const watchShifts = `globalThis.shifts = []
	new PerformanceObserver(list => shifts.push(...list.getEntries().filter(e => !e.hadRecentInput).map(e => [e.value, e.sources.map(s => s.node?.outerHTML?.slice(0, 60))])))
		.observe({ type: 'layout-shift', buffered: true })`

// awayAndBack leaves the view and returns to it, until all that is asked then was answered.
func (p *tab) awayAndBack(there string) {
	p.t.Helper()
	p.run(`{ const ask = fetch; globalThis.waiting = 0; globalThis.fetch = (...all) => (waiting++, ask(...all).finally(() => waiting--)) }`)
	p.run(`location.hash = '#v=1&view=nowhere'`)
	p.awaitText("main", "There is no view")
	p.run(`history.back()`)
	p.awaitText("main", there)
	p.arrive()
	p.await(`waiting === 0`)
	p.arrive()
}
