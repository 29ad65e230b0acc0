package web_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

// toService is the address of the paths from the company to any intelligence service.
const toService = "/#v=1&view=paths&focus=" + company

func (s dashboard) paths(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	t.Run("none unless alleged ties are admitted", func(t *testing.T) {
		p.open(toService)
		p.awaitText("[role=status]", "0 paths from Kaspersky to any intelligence service. None with these filters, 25 with alleged ties.")
		p.awaitText("main", "It does not mean that there is no connection.")
		assert.Empty(t, p.texts(".path"))
		p.clickText(".paths-found button", "Include alleged ties")
		p.awaitText("[role=status]", "3 of 25 paths from Kaspersky to any intelligence service.")
		p.awaitText("main", "The first 3 paths are shown, shortest first.")
		assert.NotContains(t, read[string](p, "document.querySelector('main').textContent"), "there may be more")
		assert.Contains(t, read[string](p, "location.hash"), "x.alleged=yes")
	})
	t.Run("the weakest hop is named in words, glyph and line, and no source states the whole", func(t *testing.T) {
		assert.Equal(t, 3, read[int](p, `document.querySelectorAll('.hop.weakest').length`), "one a path")
		weakest := `document.querySelector('.hop.weakest')`
		assert.Contains(t, read[string](p, weakest+`.textContent`), "Weakest step: the path is worth no more than this.")
		assert.Contains(t, read[string](p, weakest+`.querySelector('h3').textContent`), "allege that AO Kaspersky Lab cooperates with Russian military and intelligence authorities")
		assert.Equal(t, "dashed", read[string](p, `getComputedStyle(`+weakest+`).borderLeftStyle`))
		line := `document.querySelector('.strip .tie.weakest')`
		assert.NotEqual(t, "none", read[string](p, `getComputedStyle(`+line+`.querySelector('.stroke')).strokeDasharray`))
		assert.Equal(t, "?", read[string](p, line+`.querySelector('.sign').textContent`))
		assert.Contains(t, read[string](p, line+`.textContent`), "▲ weakest")
		assert.Contains(t, read[string](p, line+`.textContent`), "allegedly cooperates")
		assert.Empty(t, read[string](p, line+`.querySelector('.arrow').getAttribute('d')`), "it holds both ways")
		assert.Contains(t, p.texts(".whole")[0], "No source states this path as a whole")
	})
	t.Run("every hop has its verb, its standing, a quote with its source, and the denial at the same size", func(t *testing.T) {
		hops := read[int](p, `document.querySelectorAll('.hop').length`)
		assert.Equal(t, 6, hops)
		assert.Equal(t, hops, read[int](p, `[...document.querySelectorAll('.hop')].filter(h => h.querySelector('.facts .standing') && h.querySelector('.card mark') && h.querySelector('.card .source a')).length`))
		assert.Equal(t, []string{"?"}, read[[]string](p, `[...new Set([...document.querySelectorAll('.hop.weakest .facts .glyph')].map(g => g.textContent))]`))
		cards := read[[]float64](p, `['for', 'against'].map(c => document.querySelector('.hop.weakest .' + c + ' .card').getBoundingClientRect().width)`)
		assert.InDelta(t, cards[0], cards[1], 1)
		assert.Contains(t, read[string](p, `document.querySelector('.hop.weakest .against').textContent`), "Denied in general words by")
	})
	t.Run("a link restores the settings in a fresh profile", func(t *testing.T) {
		other := open(t)
		other.open("/#v=1&view=paths&set=" + unit + "&x.to=" + service + "&x.alleged=yes&x.hops=2&x.most=1&x.days=any&x.through=agency")
		other.awaitText("[role=status]", "paths from AO Kaspersky Lab to Russian military and intelligence authorities.")
		assert.Equal(t, []string{"2", "1"}, read[[]string](other, `[...document.querySelectorAll('.ends .filters select')].map(s => s.value)`))
		assert.Regexp(t, `1 of \d+ paths`, strings.Join(other.texts("[role=status]"), " "))
		other.awaitText(".choice summary", "Through agency")
		assert.Equal(t, []bool{true, false}, read[[]bool](other, `[...document.querySelectorAll('.ends .filters > .check input')].map(c => c.checked)`))
		other.assertQuiet()
	})
	t.Run("settings are asked of the API", func(t *testing.T) {
		p.open("/#v=1&view=paths&set=" + unit + "&at=2017-01-01&predicate=COOPERATES_WITH,HAS_OFFICE&x.kind=agency&x.hops=5&x.most=10&x.days=any&x.through=government")
		p.awaitText("main", "1 chosen kind of ties is left out")
		asked := api.last("Paths")
		want := map[string]any{
			"from": unit, "to": nil, "toKinds": []any{"AGENCY"}, "maxHops": 5.0, "first": 10.0, "said": 2.0, "alleged": false, "predicates": []any{"COOPERATES_WITH"},
			"through": []any{"GOVERNMENT"}, "coexist": false, "at": "2017-01-01", "knownAt": nil,
		}
		assert.Equal(t, want, asked)
	})
	t.Run("ends are chosen by keyboard, and the path is put in the working set", func(_ *testing.T) {
		p.open("/#v=1&view=paths")
		p.awaitText("main", "Choose where the paths begin.")
		p.do(chromedp.SendKeys(chromedp.CSS("#path-from"), "ao kasp"))
		p.awaitText("#path-from-found", "AO Kaspersky Lab")
		p.press(kb.ArrowDown + kb.Enter)
		p.awaitText(".end", "AO Kaspersky Lab")
		p.do(chromedp.SendKeys(chromedp.CSS("#path-to"), "Russian military and intelligence auth"))
		p.awaitText("#path-to-found", "Russian military and intelligence authorities")
		p.press(kb.ArrowDown + kb.Enter)
		p.awaitText("[role=status]", "0 paths from AO Kaspersky Lab to Russian military and intelligence authorities")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.ends .filters input').focus()`))
		p.press(" ")
		p.awaitText(".path h2", "Path 1 1 step")
		p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.path button')][0].focus()`))
		p.press(kb.Enter)
		p.await(`location.hash.includes('set=` + unit + `,` + service + `')`)
		p.awaitText(".path .actions", "Its entities are among those chosen.")
		p.awaitText("[role=status]", "paths from AO Kaspersky Lab to Russian military")
		p.clickText(".path .actions a", "Show it as a graph")
		p.await(`document.querySelectorAll('[data-node]').length === 2`)
	})
	t.Run("a hop opens its claim, Escape closes it and the focus returns", func(_ *testing.T) {
		p.open(toService + "&x.alleged=yes")
		p.awaitText(".hop h3", "cooperates")
		p.await(`document.activeElement.id === 'main'`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.hop.weakest h3 a').focus()`))
		sentence := read[string](p, `document.activeElement.textContent`)
		p.press(kb.Enter)
		p.awaitText(".panel h2", sentence)
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel') && document.activeElement.textContent === ` + quote(sentence))
	})
	t.Run("a path is handed to the dossier", func(_ *testing.T) {
		p.clickText(".path .actions a", "Dossier of this path")
		p.await(`location.hash.includes('view=dossier') && location.hash.includes('x.path=clm_')`)
		p.awaitText("main", "allege that AO Kaspersky Lab cooperates with Russian military and intelligence authorities")
	})
	t.Run("filters of other views hold, and can be dropped", func(_ *testing.T) {
		p.open(toService + "&x.alleged=yes&standing=recorded")
		p.awaitText("main", "3 paths are hidden by the filter of standings.")
		p.open(toService + "&x.alleged=yes&alleged=no")
		p.awaitText("[role=status]", "None with these filters")
		p.clickText(".ends button", "Drop the filters of other views")
		p.awaitText("[role=status]", "3 of 25 paths from Kaspersky")
		p.open(toService + "&x.alleged=yes&x.most=25")
		p.awaitText("[role=status]", "25 paths from Kaspersky")
		assert.NotContains(t, read[string](p, "document.querySelector('main').textContent"), "there may be more")
		p.open(toService + "&predicate=HAS_OFFICE")
		p.awaitText("main", "No path may pass along the chosen kinds of ties.")
	})
	t.Run("a narrow page folds ends and settings, so that the answer is in sight", func(t *testing.T) {
		p := open(t)
		p.size(390, 844)
		p.open(toService)
		p.awaitText(".paths-found", "25 with alleged ties.")
		assert.Equal(t, []string{"Ends and settings: without alleged ties; at most 4 steps"}, p.texts("main .fold > summary"))
		inSight := `document.querySelector('.paths-found').getBoundingClientRect().bottom < document.querySelector('.page > .legend').getBoundingClientRect().top`
		assert.True(t, read[bool](p, inSight))
		p.clickText(".paths-found button", "Include alleged ties")
		p.awaitText(".paths-found", "3 of 25 paths")
		assert.True(t, read[bool](p, inSight))
		assert.Equal(t, "main", read[string](p, "document.activeElement.id"), "the focus goes on from a button that goes")
		p.do(chromedp.Navigate("about:blank"))
		p.open("/#v=1&view=paths")
		p.awaitText("main", "Choose where the paths begin")
		assert.True(t, read[bool](p, `document.querySelector('#path-from').checkVisibility()`), "what must be chosen first is open")
		p.assertQuiet()
	})
	t.Run("what cannot be asked is said", func(_ *testing.T) {
		p.open("/#v=1&view=paths&x.from=" + unit + "&x.to=ent_gone")
		p.awaitText(".problems", "ent_gone is not on file")
		p.open("/#v=1&view=paths&x.from=" + unit + "&x.to=" + unit)
		p.awaitText("main", "A path ends at another entity than the one from which it begins.")
	})
	t.Run("what was cut, and what was not passed through, is said", func(_ *testing.T) {
		api.rewrite(`"excludedHubs":[],"truncated":null`,
			`"excludedHubs":[{"entity":{"id":"ent_russia","name":"Russia","kind":"COUNTRY"},"degree":1234}],"truncated":{"reason":"EDGE_BUDGET","limit":200000}`)
		p.open("/playground/")
		p.open(toService)
		p.awaitText(".cut", "The search was cut: 200,000 ties were read, the most that may be. There may be paths that it did not find.")
		p.awaitText(".cut", "Not passed through, since so much is tied to them: Russia (1,234 ties).")
	})
	p.assertQuiet()
	t.Run("hostile", func(t *testing.T) { s.pathsHostile(t) })
}

// pathsHostile shows a path whose every name and quote tries to break out.
func (s dashboard) pathsHostile(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := record(t, api)
	p := s.browser.at(t, api)(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		p.open("/#v=1&view=paths&x.alleged=yes&x.from=" + id + "&x.to=%3Cscript%3E&x.kind=javascript:alert(1)")
		p.awaitText(".problems", "<script> is not on file")
		p.open("/#v=1&view=paths&x.alleged=yes&x.kind=company&x.from=" + id) // the service is the subject
		p.awaitText(".hop mark", hostileQuote)
		assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off at %d pixels", width)
		p.shoot("hostile-paths")
	}
	assert.Contains(t, read[string](p, `document.querySelector('.strip').textContent`), "<script>")
	p.awaitText(".hop .card.none", "No denial found in the sources")
	assert.Equal(t, 1, read[int](p, "document.scripts.length"), "no script but ours")
	assert.Equal(t, 0, read[int](p, "document.images.length"))
	p.assertQuiet()
}

// last are the variables of the latest question of an operation.
func (m *meddler) last(operation string) map[string]any {
	for _, s := range slices.Backward(m.questions()) {
		if s.OperationName == operation {
			return s.Variables
		}
	}
	return nil
}

// rewrite gives something else in the place of what stands in answers.
func (m *meddler) rewrite(written, read string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.written, m.read = written, read
}
