package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shown are the views in a state worth looking at, each with a text by which it is known to be there.
func shown() map[string]struct{ address, there string } {
	return map[string]struct{ address, there string }{
		"home":        {"/", "Questions to begin with"},
		"entity":      {"/#v=1&view=entity&focus=" + company, "revision 1"},
		"graph":       {"/#v=1&view=graph&focus=" + unit + "&x.node=" + unit, "Ties shown"},
		"table":       {"/#v=1&view=table&focus=" + unit, "ties among"},
		"table-claim": {"/#v=1&view=table&focus=" + unit + "&claim=clm_mpwade2jsnntqxdsxxo73sh7ht", "independent source"},
		"dossier":     {"/#v=1&view=dossier&x.values=no&set=" + unit + "," + service, "How a statement can stand"},
		"timeline":    {"/#v=1&view=timeline&focus=" + unit, "The same as a table"},
		"compare":     {"/#v=1&view=compare&focus=" + company + "&x.a=2024-06-19&x.b=2024-10-15", "unchanged"},
		"compare-two": {"/#v=1&view=compare&set=ent_eugene-kaspersky,ent_natalya-kaspersky&x.by=entities", "A alone:"},
		"claims":      {"/#v=1&view=claims&focus=" + unit, "Denied in general words by"},
		"paths":       {toService + "&x.alleged=yes&x.most=1", "Weakest step"},
		"paths-none":  {toService, "25 with alleged ties"},
		"map":         {"/#v=1&view=map&focus=" + company + "&x.site=ent_office-woburn", "at its city"},
		"documents":   {"/#v=1&view=document", "only cited"},
		"document":    {"/#v=1&view=document&document=" + answers, "show in the text"},
		"problems":    {"/#v=1&view=table&set=ent_gone&colour=red", "ent_gone is not on file"},
	}
}

// narrow are the controls, but for links in running text, that are lower or narrower than 24 pixels, and belong to no label.
const narrow = `[...document.querySelectorAll('button, a, select, input, summary')]
	.filter(e => !e.closest('label, .hits') && getComputedStyle(e).display !== 'inline')
	.filter(e => { const { width, height } = e.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24) })
	.map(e => e.outerHTML.slice(0, 80))`

// cutOff are the controls that reach beyond the page, and stand in nothing that is scrolled or moved.
const cutOff = `[...document.querySelectorAll('button, select, input, summary')]
	.filter(e => e.checkVisibility() && !e.closest('.tabs, .drawing, .canvas, .visually-hidden') && e.getBoundingClientRect().right > innerWidth)
	.map(e => e.outerHTML.slice(0, 80))`

// covered are the lines, glyphs and words of the legend that are not in sight, or run into another, and the last line of an open claim if
// it cannot be brought there.
const covered = `(() => {
	const legend = document.querySelector('.page > .legend')
	const parts = [...legend.querySelectorAll('.standing')].flatMap(e => ['.line', '.glyph', '.word'].map(part => e.querySelector(part)))
	const boxes = parts.map(e => e.getBoundingClientRect())
	const near = (a, b) => a !== b && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top) && Math.max(a.left, b.left) - Math.min(a.right, b.right) < 4
	const away = parts.filter((e, i) => {
		const b = boxes[i]
		return b.width === 0 || !legend.contains(document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)) || boxes.some(other => near(b, other))
			|| getComputedStyle(e).color !== getComputedStyle(e.closest('.standing')).color
	})
	if (legend.offsetHeight > 65) away.push(legend)
	const panel = document.querySelector('.panel')
	panel?.scrollTo(0, panel.scrollHeight)
	const last = [...(panel?.querySelectorAll('dd') ?? [])].at(-1)
	if (last && last.getBoundingClientRect().bottom > legend.getBoundingClientRect().top) away.push(last)
	panel?.scrollTo(0, 0)
	return away.map(e => e.outerHTML.slice(0, 80))
})()`

// everyView runs axe on every view at both widths in both schemes, and holds that nothing runs off the page at either.
func (s dashboard) everyView(t *testing.T) {
	open, _ := s.site(t)
	axe := axeSource(t)
	for name, view := range shown() {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			p.open(view.address)
			p.awaitText("body", view.there)
			p.arrive()
			axeIn := func(width int64) {
				for _, scheme := range []string{"light", "dark"} {
					p.scheme(scheme)
					assert.Empty(t, broken(t, p, axe), "axe, %s, %d pixels wide", scheme, width)
				}
			}
			for _, width := range []int64{1280, 390} {
				p.size(width, 844)
				if width == 390 { // what is folded is so from the beginning
					p.do(chromedp.Navigate("about:blank"))
					p.open(view.address)
					p.awaitText("body", view.there)
				}
				p.arrive() // a page that is still short has its legend elsewhere
				axeIn(width)
				assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "runs off at %d pixels", width)
				sizes := read[[]string](p, `[...new Set([...document.querySelectorAll('body *')].map(e => getComputedStyle(e).fontSize))]`)
				assert.LessOrEqual(t, len(sizes), 5, "one scale of type: %v", sizes)
				assert.Empty(t, read[[]string](p, covered), "all of the legend is in sight and low, and the end of an open claim above it, at %d pixels", width)
				p.shoot(name)
			}
			assert.Empty(t, read[[]string](p, narrow), "controls that a finger misses")
			p.size(320, 844)
			p.arrive()
			assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "runs off at 320 pixels")
			assert.Empty(t, read[[]string](p, cutOff), "controls that a page of 320 pixels cuts")
			p.assertQuiet()
		})
	}
}

func (s dashboard) print(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=table&focus=" + unit + "&claim=clm_mpwade2jsnntqxdsxxo73sh7ht")
	p.awaitText(".panel", "independent source")
	p.arrive()
	p.print()
	assert.Equal(t, 0, read[int](p, `[...document.querySelectorAll('button:not(.legend *), select, input, .top, .tabs, .filters')].filter(e => e.offsetHeight > 0).length`))
	assert.Equal(t, 10, read[int](p, `[...document.querySelectorAll('.legend .word')].filter(e => e.offsetHeight > 0).length`), "the legend, switches and all, is on the paper")
	assert.Equal(t, "rgb(255, 255, 255)", read[string](p, `getComputedStyle(document.body).backgroundColor`))
	cut := read[[]string](p, `[...document.querySelectorAll('.panel, .long')].filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.className)`)
	assert.Empty(t, cut, "paper does not scroll")
	for view, there := range map[string]string{"map": ".dot", "timeline": ".sign"} {
		drawings := `[...document.querySelectorAll('main svg:has(` + there + `)')]`
		p.open("/#v=1&view=" + view + "&focus=" + company)
		p.await(drawings + `[0]?.viewBox.baseVal.width > 640`)
		p.run(`dispatchEvent(new Event('beforeprint'))`)
		p.await(drawings + `.every(svg => svg.viewBox.baseVal.width <= 640)`)
		assert.Empty(t, read[[]string](p, drawings+`.flatMap(svg => [...svg.querySelectorAll('text')].filter(e => e.getBBox().x + e.getBBox().width + (e.getCTM().e - svg.getCTM().e) / svg.getCTM().a > 641).map(e => e.textContent))`), "words that paper cuts")
		p.run(`dispatchEvent(new Event('afterprint'))`)
		p.await(drawings + `[0].viewBox.baseVal.width > 640`)
	}
	p.assertQuiet()
	t.Run("what is filtered, and along what paths were sought, is said on the paper", func(t *testing.T) {
		p := open(t)
		p.print()
		said := `[...document.querySelectorAll('.fold > summary')].filter(e => e.checkVisibility()).map(e => e.textContent)`
		for address, want := range map[string][]string{
			"/#v=1&view=table&alleged=no&predicate=EMPLOYS,TARGETS&at=2018-01-01&focus=" + unit: {"Filters: only “employs”, “targets”; without alleged, disputed; on 1 January 2018"},
			toService + "&predicate=HAS_UNIT&standing=recorded&known=2026-12-01T23:59:59Z":      {"Filters: as known on 1 December 2026", "Ends and settings: without alleged ties; at most 4 steps; only “has unit”; only recorded"},
			"/#v=1&view=dossier&x.values=no&alleged=no&set=" + unit + "," + service:             {}, // it says so itself
		} {
			p.do(chromedp.Navigate("about:blank"))
			p.open(address)
			p.await(`document.querySelector('main h1, main h2')`)
			p.arrive()
			assert.Equal(t, want, read[[]string](p, said))
		}
	})
	t.Run("what has not come yet is no blank on the paper", func(t *testing.T) {
		answered := make(chan struct{})
		defer close(answered)
		p := s.browser.at(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-answered }))(t)
		p.open("/#v=1&view=graph&focus=" + company)
		p.awaitText("main .state", "Loading the chosen entities…")
		after := `getComputedStyle(document.querySelector('main .state'), '::after').content`
		assert.Equal(t, "none", read[string](p, after))
		p.print()
		assert.Contains(t, read[string](p, after), "not there yet when this was printed")
	})
}

// axeSource is axe-core, which is not part of the program.
func axeSource(t *testing.T) string {
	t.Helper()
	var row struct{ File, SHA256, Licence string }
	about, err := os.ReadFile("testdata/axe/manifest.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(about, &row))
	body, err := os.ReadFile("testdata/axe/" + row.File)
	require.NoError(t, err)
	sum := sha256.Sum256(body)
	require.Equal(t, row.SHA256, hex.EncodeToString(sum[:]))
	return string(body)
}

// broken are the rules of axe that the page breaks, with where.
func broken(t *testing.T, p *tab, axe string) []string {
	t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](axe + `; globalThis.found = null;
		axe.run(document).then(r => { globalThis.found = r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary.slice(0, 300))) })`))
	p.await("found !== null")
	return read[[]string](p, "found")
}
