package web_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

const (
	focused = `(document.activeElement.closest('[data-node]')?.dataset.node ?? '')`
	// hiddenHeads are the ties whose head of the arrow lies for a third or more under a name, a counter, a sign or words.
	hiddenHeads = `(() => {
		const over = [...document.querySelectorAll('.node text:not(.inside), .label .sign, .label .words:not(.waiting)')].map(e => e.getBoundingClientRect())
		const share = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / (a.width * a.height)
		return [...document.querySelectorAll('.tie .arrow')].filter(h => over.some(b => share(h.getBoundingClientRect(), b) > 1 / 3)).map(h => h.closest('.tie').textContent)
	})()`
	// crossed are the words of ties that a line of another tie runs through, and not only along their edge.
	crossed = `(() => {
		const lines = [...document.querySelectorAll('.tie .stroke')].map(s => [s.closest('.tie').dataset.claim, Array.from({ length: Math.ceil(s.getTotalLength() / 3) }, (_, i) => s.getPointAtLength(i * 3).matrixTransform(s.getScreenCTM()))])
		return [...document.querySelectorAll('.label .words:not(.waiting)')].map(e => [e, e.getBoundingClientRect()]).filter(([e, b]) => lines.some(([claim, points]) => claim !== e.closest('.label').dataset.claim
			&& points.some(q => q.x > b.left + 2 && q.x < b.right - 2 && q.y > b.top + 3 && q.y < b.bottom - 3))).map(([e]) => e.textContent)
	})()`
	// bare is what of names and words a line could strike out: all lines lie below them, and they have a border of the ground's colour.
	bare = `[...document.querySelectorAll('.node text:not(.inside), .label .words')].filter(e => { const s = getComputedStyle(e); return !s.paintOrder.startsWith('stroke') || parseFloat(s.strokeWidth) < 5 || s.stroke !== getComputedStyle(document.querySelector('.mark')).fill
		|| [...document.querySelectorAll('.canvas .stroke, .canvas .leader')].some(line => e.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING) }).map(e => e.textContent)`
	// runningOn are the words of ties that stand so near to a name or to other words, in their row or above or below, that they read as one sentence.
	runningOn = `(() => {
		const boxes = selector => [...document.querySelectorAll(selector)].filter(e => e.textContent !== '').map(e => [e.textContent, e.getBoundingClientRect()])
		const [words, names] = [boxes('.label .words:not(.waiting)'), boxes('.node text:not(.inside)')]
		const on = (a, b) => {
			const [across, down] = [Math.max(a.left, b.left) - Math.min(a.right, b.right), Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)]
			return (down < -4 && across < 8) || (across < 0 && down < 4)
		}
		return words.flatMap(([a, box], i) => [...names, ...words.slice(i + 1)].filter(([, other]) => on(box, other)).map(([b]) => a + ' beside ' + b))
	})()`
	// outside are the names, counters, words and marks that are not in sight: within the drawing's frame, below its bar, and above the legend.
	outside = `((f, bar, legend) => [...document.querySelectorAll('.node .mark, .node text:not(.inside), .label .sign, .label .words:not(.waiting)')].map(e => [e, e.getBoundingClientRect()])
		.filter(([, b]) => b.left < f.left || b.right > f.right || b.top < bar.bottom || b.bottom > Math.min(f.bottom, legend.top)).map(([e]) => e.parentElement.textContent))(document.querySelector('.canvas').getBoundingClientRect(),
		document.querySelector('.zoom').getBoundingClientRect(), document.querySelector('.page > .legend').getBoundingClientRect())`
	// onScreen is how high the letters of names are on the screen, in pixels.
	onScreen = `parseFloat(getComputedStyle(document.querySelector('.node text')).fontSize) * new DOMMatrix(` + transform + `).a`
	// focusInSight tells whether the entity that has the focus is within the drawing's frame, and below its bar.
	focusInSight = `((f, bar, parts) => parts.every(b => b.left >= f.left && b.right <= f.right && b.top >= bar.bottom && b.bottom <= f.bottom))(document.querySelector('.canvas').getBoundingClientRect(),
		document.querySelector('.zoom').getBoundingClientRect(), [...document.activeElement.closest('[data-node]').querySelectorAll('.mark, text')].filter(e => e.textContent !== '' || e.matches('.mark')).map(e => e.getBoundingClientRect()))`
)

// legible holds what a reader of the drawing can see before touching it.
func (s dashboard) legible(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		for name, set := range map[string]string{"AO Kaspersky Lab": "focus=" + unit, "Kaspersky": "focus=" + company, "three": "set=" + company + "," + unit + "," + service} {
			t.Run(name, func(t *testing.T) {
				p.openGraph(set)
				assert.GreaterOrEqual(t, read[float64](p, onScreen), 11.0, "letters at %d pixels", width)
				assert.Empty(t, read[[]string](p, hiddenHeads), "hidden heads of arrows at %d pixels", width)
				assert.Empty(t, read[[]string](p, overlapping), "labels on each other at %d pixels", width)
				assert.Empty(t, read[[]string](p, runningOn), "labels that read as one at %d pixels", width)
			})
		}
	}
	t.Run("around an entity with many neighbours most words have room, and few of them lie on lines", func(t *testing.T) {
		for width, height := range map[int64]int64{1280: 800, 390: 844} {
			p.size(width, height)
			p.openGraph("focus=" + company)
			require.Len(t, p.texts(".tie"), 80)
			assert.LessOrEqual(t, len(p.texts(".label .waiting")), 20, "without room at %d pixels", width)
			assert.LessOrEqual(t, len(read[[]string](p, crossed)), 40, "on lines at %d pixels", width)
			assert.Empty(t, read[[]string](p, bare))
			require.NotEmpty(t, read[[]string](p, outside), "at a scale at which it can be read not all is in sight")
			p.clickText(".zoom button", "Fit")
			p.await(outside + `.length === 0`)
			p.size(width-24, height)
			p.await(outside + `.length === 0`) // it follows its frame
		}
	})
	t.Run("no label lies on another when an entity is selected and has the focus; the list beside tells its ties", func(t *testing.T) {
		p.size(1280, 800)
		p.openGraph("focus=" + company)
		require.NotEmpty(t, p.texts(".label .waiting"))
		for _, id := range []string{company, unit} {
			p.run(`document.querySelector('[data-node="` + id + `"] [role=button]').focus()`)
			p.run(`globalThis.held = []; globalThis.timer = setTimeout; globalThis.setTimeout = work => held.push(work)`)
			p.press(kb.Enter)
			p.await(`document.querySelector('.canvas[aria-busy=true] .chosen')`) // what is drawn is still for another
			p.run(`globalThis.setTimeout = timer; for (const work of held) work()`)
			p.await(`document.querySelector('[data-node="` + id + `"].chosen') && document.querySelector('.canvas[aria-busy=false] .tie[data-near]')`)
			assert.Equal(t, id, read[string](p, focused))
			assert.Empty(t, read[[]string](p, overlapping), "with %s selected", id)
			assert.Len(t, p.texts(".side .lines li"), len(p.texts(".tie[data-ends~='"+id+"']")))
		}
	})
	p.size(390, 844)
	p.openGraph("focus=" + unit)
	top := read[float64](p, `document.querySelector('.canvas').getBoundingClientRect().top + scrollY`)
	assert.Less(t, top, 844*0.5, "the drawing begins in sight")
	assert.True(t, read[bool](p, `[...document.querySelectorAll('.zoom button')].every(b => b.checkVisibility())`))
	t.Run("several at once show how many they are", func(t *testing.T) {
		inside := func(id string) string {
			return read[string](p, `document.querySelector('[data-node="`+id+`"] .inside').textContent`)
		}
		assert.Equal(t, "n?", inside(service))
		assert.Subset(t, p.texts(".inside"), []string{"12", "2"})
		assert.Empty(t, inside(unit))
		assert.Contains(t, read[string](p, `document.querySelector('[data-node="`+service+`"] [role=button]').getAttribute('aria-label')`), "several at once: number not known")
		assert.Contains(t, read[string](p, `[...document.querySelectorAll('[data-node="`+service+`"] text')].map(t => t.textContent).join(' ')`), "intelligence authorities", "the name is whole")
	})
	t.Run("on paper all of it is within the page, and no list of what more could be shown", func(t *testing.T) {
		p.size(794, 1123)
		p.openGraph("focus=" + unit + "&x.node=" + unit)
		p.awaitText(".growth", "employs")
		p.print()
		assert.Empty(t, read[[]string](p, `((f, page) => [...document.querySelectorAll('.canvas svg text')].filter(e => !e.matches('.waiting') && e.textContent !== '').filter(e => { const b = e.getBoundingClientRect();
			return b.left < Math.max(0, f.left) || b.right > Math.min(f.right, page) || b.top < f.top || b.bottom > f.bottom }).map(e => e.textContent))(document.querySelector('.canvas').getBoundingClientRect(), innerWidth)`))
		assert.Equal(t, 0, read[int](p, `document.querySelector('.growth').offsetHeight`))
	})
	p.assertQuiet()
}

// byKeys holds that all of the drawing can be reached by keys, and that the focus is never lost.
func (s dashboard) byKeys(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	t.Run("each entity is reached, and comes into sight however large the picture is", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		for range 6 {
			p.clickText(".zoom button", "Larger")
		}
		p.run(`document.querySelector('[data-node] [tabindex="0"]').focus()`)
		seen := map[string]bool{}
		for range len(p.texts("[data-node]")) {
			p.press(kb.PageDown)
			at := read[string](p, focused)
			require.NotEmpty(t, at)
			seen[at] = true
			assert.True(t, read[bool](p, focusInSight), "%s is out of sight", at)
		}
		assert.Len(t, seen, len(p.texts("[data-node]")))
		for _, key := range []string{kb.ArrowUp, kb.ArrowLeft, kb.ArrowDown, kb.ArrowRight} {
			before := read[string](p, focused)
			p.press(key)
			assert.True(t, read[bool](p, focusInSight), "from %s by %q", before, key)
		}
	})
	t.Run("the focus goes on where what has it goes", func(t *testing.T) {
		p.openGraph("focus=" + unit)
		n := len(p.texts("[data-node]"))
		p.run(`document.querySelectorAll('[data-node] [role=button]')[3].focus()`)
		gone := read[string](p, focused)
		p.press(kb.Delete)
		p.await(`document.querySelectorAll('[data-node]').length === ` + quoteInt(n-1))
		assert.NotEmpty(t, read[string](p, focused))
		assert.NotEqual(t, gone, read[string](p, focused))
		p.press(kb.Enter)
		p.awaitText(".side button", "Hide")
		p.run(`[...document.querySelectorAll('.side button')].find(b => b.textContent === 'Hide').focus()`)
		p.press(kb.Enter)
		p.await(`document.querySelectorAll('[data-node]').length === ` + quoteInt(n-2))
		assert.NotEmpty(t, read[string](p, focused))
	})
	t.Run("it stays in the row of a kind that is then shown, and where entities stood they stand", func(t *testing.T) {
		p.openGraph("set=" + unit + "," + service + "&x.node=" + unit)
		p.awaitText(".kinds", "employs")
		p.run(`[...document.querySelectorAll('.kinds button')].find(b => b.textContent.includes('employs')).focus()`)
		p.press(kb.Enter)
		p.await(`document.querySelectorAll('[data-node]').length > 10`)
		assert.Contains(t, read[string](p, `document.activeElement.textContent`), "employsall")
	})
	t.Run("from one chip to the next", func(t *testing.T) {
		p.openGraph("set=" + unit + "," + service + "," + company)
		p.run(`document.querySelector('.chip button').focus()`)
		p.press(kb.Enter)
		p.await(`document.querySelectorAll('[data-node]').length === 2`)
		assert.Equal(t, "BUTTON", read[string](p, `document.activeElement.tagName`))
	})
	t.Run("what is only alleged is counted apart, in its own tone", func(t *testing.T) {
		p.openGraph("set=" + unit + "," + service + "&x.node=" + unit)
		p.awaitText(".kinds li", "allegedly cooperates with")
		assert.NotContains(t, p.texts(".kinds li > span:first-child"), "cooperates with")
	})
	t.Run("what holds both ways points to neither end", func(t *testing.T) {
		assert.Equal(t, []string{""}, read[[]string](p, `[...document.querySelectorAll('.tie .arrow')].map(e => e.getAttribute('d'))`))
	})
	p.assertQuiet()
}

// counted holds that the counters beside entities are what the API counts, and what they cannot be sure of they do not say.
func (s dashboard) counted(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.openGraph("set=" + unit + "," + service)
	p.run(`fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ a: entity(id: "` + unit + `") { tieFacets { standing count } } b: entity(id: "` + service + `") { tieFacets { standing count } } }' }) })
		.then(a => a.json()).then(a => globalThis.facets = a.data)`)
	p.await("globalThis.facets")
	for id, part := range map[string]string{unit: "a", service: "b"} {
		all := read[int](p, `facets.`+part+`.tieFacets.filter(f => !['REFUTED', 'RETRACTED', 'UNASSERTED'].includes(f.standing)).reduce((sum, f) => sum + f.count, 0)`)
		assert.Equal(t, "+"+quoteInt(all-1), read[string](p, `document.querySelector('[data-node="`+id+`"] .more').textContent`), "one of them is here")
	}
	p.open("/#v=1&view=graph&alleged=no&set=" + unit + "," + service + ",ent_kaspersky")
	p.await(`document.querySelector('.tie') && !document.querySelector('.is-dashed.tie')`)
	assert.Regexp(t, `^≤ \d+$`, read[string](p, `document.querySelector('[data-node="`+unit+`"] .more').textContent`))
	assert.Contains(t, read[string](p, `document.querySelector('[data-node="`+unit+`"] title').textContent`), ", up to ")
	p.assertQuiet()
}

// hostileGraph holds that names in the drawing are text, whatever they try.
func (s dashboard) hostileGraph(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := record(t, api)
	m := newMeddler(api)
	m.written, m.read = "gpj.exe", "\u202egpj.exe\u202c"
	p := s.browser.at(t, m)(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		p.openGraph("focus=" + id + "&x.node=" + id + "&x.pin=<b>:1:1," + id + ":0:0")
		p.awaitText(".node title", "<script>document.title='owned'</script>")
		assert.LessOrEqual(t, read[int](p, `Math.max(...[...document.querySelectorAll('.node')].map(n => n.querySelectorAll('text:not(.inside, .more)').length))`), 3, "an endless name is cut")
		assert.Equal(t, []string{"isolate"}, read[[]string](p, `[...new Set([...document.querySelectorAll('.canvas text')].map(t => getComputedStyle(t).unicodeBidi))]`), "what turns the direction ends with its text")
		assert.Empty(t, read[[]string](p, overlapping))
		assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"))
		assert.Equal(t, 1, read[int](p, "document.scripts.length"))
		assert.NotEqual(t, "owned", read[string](p, "document.title"))
	}
	p.assertQuiet()
}
