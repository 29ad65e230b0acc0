package web_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

const (
	groupIncludesUnit = "clm_dky7oluzgkg25dpv7a6axri4yy"
	unitCooperates    = "clm_mpwade2jsnntqxdsxxo73sh7ht"
)

// unevenPairs names the rows whose cards differ in height of place, in width, or in the size of what is quoted and noted.
const unevenPairs = `(() => {
	const look = card => [card.getBoundingClientRect().top, card.getBoundingClientRect().width, ...['.act, .speaker', '.note'].map(s => getComputedStyle(card.querySelector(s)).fontSize)].join()
	const rows = [...document.querySelectorAll('.statement .sides')].map(row => [...row.querySelectorAll('.cell .card:not(.none)')]).filter(cards => cards.length === 2)
	return rows.filter(([a, b]) => look(a) !== look(b)).map(([a]) => a.textContent)
})()`

func (s dashboard) dossier(t *testing.T) {
	open, m := s.site(t)
	p := open(t)
	p.open("/#v=1&view=dossier&focus=" + unit)
	p.awaitText(".dossier .sources", "SHA-256")
	t.Run("each statement has its number, its standing and its sources, and opens its claim", func(t *testing.T) {
		bare := read[[]string](p, `[...document.querySelectorAll('.statement')].filter(s => !s.querySelector('.number') || !s.querySelector('.standing') || !s.querySelector('.reference')).map(s => s.textContent)`)
		assert.Empty(t, bare)
		p.awaitText(".scope", "Revision 1 of the record, as known on ")
		p.awaitText(".bar", quoteInt(len(p.texts(".statement")))+" statements from "+quoteInt(len(p.texts(".sources li")))+" sources")
		before := read[string](p, "location.href")
		p.do(chromedp.Click(chromedp.CSS(".statement .reference")))
		p.await(`document.activeElement.id === 'source-1'`)
		assert.Equal(t, before, read[string](p, "location.href"), "a source is no step of the exploration")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.statement .claim-link').click()`))
		p.awaitText(".panel", "independent source")
		p.clickText(".panel button", "Close")
	})
	t.Run("a denial stands beside the allegation at the same size", func(t *testing.T) {
		lone := read[[]string](p, `[...document.querySelectorAll('.statement:has(.is-dashed, .is-broken)')].filter(s => !s.querySelector('.against .card')).map(s => s.textContent)`)
		assert.Empty(t, lone)
		assert.Greater(t, len(p.texts(".statement .against .card")), 2)
		assert.Empty(t, read[[]string](p, unevenPairs))
	})
	t.Run("it is drawn with line, glyph and number, and nothing that has no statement", func(t *testing.T) {
		p.await(`document.querySelector('figure [data-legend]')`)
		drawn := read[[]string](p, `[...new Set([...document.querySelectorAll('figure [data-tie]')].map(t => t.dataset.tie))].sort()`)
		told := read[[]string](p, `[...document.querySelectorAll('.statement')].map(s => s.dataset.claim)`)
		assert.Subset(t, told, drawn)
		assert.Equal(t, "? 1", read[string](p, `document.querySelector('figure [data-label="`+unitCooperates+`"] text').textContent`))
	})
	t.Run("it is drawn as the page draws, on its own ground", func(t *testing.T) {
		const drawn = `(all => all.map((e, i) => {
			const word = e.querySelector('tspan') ?? e, strokes = []
			for (let line = e.previousElementSibling; line?.matches('path'); line = line.previousElementSibling) strokes.unshift(line)
			const looks = strokes.map(line => getComputedStyle(line)).map(s => [s.stroke, s.strokeDasharray, s.strokeWidth].join())
			return [e.textContent, getComputedStyle(word).textDecorationLine, ...looks].join('; ')
		}))([...document.querySelectorAll('figure [data-legend] text')])`
		const page = `[...document.querySelectorAll('.page > .legend .standing')].map(e => {
			const looks = [...e.querySelectorAll('path')].map(line => getComputedStyle(line)).map(s => [s.stroke, s.strokeDasharray, s.strokeWidth].join())
			return [e.querySelector('.glyph').textContent + ' ' + e.querySelector('.word').textContent, getComputedStyle(e.querySelector('.word')).textDecorationLine, ...looks].join('; ')
		})`
		for _, scheme := range []string{"light", "dark"} {
			p.scheme(scheme)
			assert.Equal(t, read[[]string](p, page), read[[]string](p, drawn), scheme)
			assert.Equal(t, read[string](p, `getComputedStyle(document.body).backgroundColor`), read[string](p, `getComputedStyle(document.querySelector('figure [data-label] rect')).fill`), scheme)
		}
		p.scheme("light")
	})
	t.Run("its letters are read on a narrow page", func(t *testing.T) {
		p.size(390, 844)
		assert.GreaterOrEqual(t, read[float64](p, `Math.min(...[...document.querySelectorAll('figure text')].map(e => e.getScreenCTM().a * parseFloat(getComputedStyle(e).fontSize)))`), 11.0)
		assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "the drawing is moved, and not the page")
		p.run(`document.querySelector('.drawing').focus()`)
		p.press(kb.ArrowRight)
		p.await(`document.activeElement.scrollLeft > 0`)
		p.size(1280, 800)
	})
	t.Run("a part that fails says so, and tries again", func(_ *testing.T) {
		m.fail("Dossier", apiError{"STORE_UNAVAILABLE", "the database cannot be reached"})
		p.open("/#v=1&view=dossier&focus=" + service)
		p.awaitText("[role=alert]", "The dossier could not be loaded: the database cannot be reached")
		m.fail("Dossier", apiError{})
		p.clickText("button", "Try again")
		p.awaitText(".dossier .title", "Russian military and intelligence authorities")
	})
	p.assertQuiet()
}

func (s dashboard) dossierFiles(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=dossier&focus=" + unit)
	p.awaitText(".dossier .sources", "SHA-256")
	_, html := p.saved("Save as HTML")
	_, markdown := p.saved("Save as Markdown")
	t.Run("the file stands alone and says the same", func(t *testing.T) {
		other := open(t)
		_, err := chromedp.Call(other.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
			MatchedNetworkConditions: []*network.Conditions{{DownloadThroughput: -1, UploadThroughput: -1, Offline: true}},
		})
		require.NoError(t, err)
		other.openFile("dossier.html", html)
		const words = `document.querySelector('.dossier').textContent`
		assert.Equal(t, read[string](p, words), read[string](other, words))
		assert.Equal(t, 0, read[int](other, `document.querySelectorAll('script, link, img, iframe, [style], [onclick]').length`))
		assert.Equal(t, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'", read[string](other, `document.querySelector('meta[http-equiv]').content`))
		assert.Equal(t, []string{"html"}, regexp.MustCompile(`(?i)<!doctype (\w+)>`).FindStringSubmatch(string(html))[1:])
		assert.Less(t, read[int](other, `document.querySelector('style').textContent.length`), 16_000, "its own small style")
		assert.Equal(t, "4px solid", read[string](other, `(s => s.borderTopLeftRadius + ' ' + s.borderTopStyle)(getComputedStyle(document.querySelector('.card:not(.none)')))`), "the style is there")
		assert.NotEqual(t, "none", read[string](other, `document.querySelector('figure svg [stroke-dasharray]').getAttribute('stroke-dasharray') ?? 'none'`))
		assert.Empty(t, read[[]string](other, `[...document.querySelectorAll('a[href^="#"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))`), "each number leads to its source")
		other.shoot("dossier-file")
		other.assertAlone()
	})
	t.Run("both files hold each denial", func(t *testing.T) {
		plain := unescaped(string(markdown))
		denials := read[[]string](p, `[...document.querySelectorAll('.against .quote')].map(q => q.textContent.replace(/\s+/g, ' ').trim())`)
		require.NotEmpty(t, denials)
		other := open(t)
		other.openFile("dossier.html", html)
		assert.Equal(t, denials, read[[]string](other, `[...document.querySelectorAll('.against .quote')].map(q => q.textContent.replace(/\s+/g, ' ').trim())`))
		for _, denial := range denials {
			assert.Contains(t, plain, denial)
		}
		for _, heading := range p.texts(".statement h3") {
			assert.Contains(t, plain, heading)
		}
		assert.Equal(t, len(p.texts(".against .act")), strings.Count(plain, "**Denied")+strings.Count(plain, "**No comment")+strings.Count(plain, "**Qualified"))
		for _, part := range []string{"SHA-256 ", "## Sources", "Revision 1 of the record"} {
			assert.Contains(t, plain, part)
		}
	})
	t.Run("on paper no card is cut, and the sources begin a page", func(t *testing.T) {
		p.print()
		assert.Equal(t, "avoid", read[string](p, `getComputedStyle(document.querySelector('.dossier .card')).breakInside`))
		assert.Equal(t, "page", read[string](p, `getComputedStyle(document.querySelector('.dossier .sources')).breakBefore`))
		assert.Equal(t, 0, read[int](p, `[...document.querySelectorAll('.bar, .set, .page > .legend, .page > footer')].filter(e => e.offsetHeight > 0).length`))
		got, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), PrintBackground: new(true)})
		require.NoError(t, err)
		assert.Regexp(t, `MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]`, string(got.Data), "A4")
		if folder := os.Getenv("WEB_SCREENSHOTS"); folder != "" {
			require.NoError(t, os.WriteFile(filepath.Join(folder, "dossier.pdf"), got.Data, 0o600))
		}
	})
	t.Run("on paper a large drawing stands again in parts that are read, each of its words whole on one", func(t *testing.T) {
		assert.Empty(t, p.texts(".sheets"), "a small one is read as it is")
		p.open("/#v=1&view=dossier&x.values=no&focus=" + company)
		p.awaitText(".dossier .title", "Dossier: Kaspersky")
		p.awaitText(".dossier .sheets", "The drawing, part 2 of ")
		assert.Empty(t, read[[]string](p, partedWords))
		assert.Greater(t, read[float64](p, `document.querySelector('.sheets svg').getScreenCTM().a * 13`), 9.0, "letters, in pixels of paper")
		assert.Equal(t, []string{"avoid"}, read[[]string](p, `[...new Set([...document.querySelectorAll('.sheets figure')].map(e => getComputedStyle(e).breakInside))]`))
	})
	p.assertQuiet()
}

// partedWords are the words of a drawing that are whole on none of its sheets.
const partedWords = `(() => {
	const whole = document.querySelector('.drawing svg'), sheets = [...document.querySelectorAll('.sheets svg')].map(e => e.viewBox.baseVal)
	return [...whole.querySelectorAll('text')].filter(e => {
		const box = e.getBBox(), { e: x, f: y } = whole.getScreenCTM().inverse().multiply(e.getScreenCTM())
		const [left, top] = [box.x + x, box.y + y]
		return !sheets.some(s => s.x <= left && s.y <= top && left + box.width <= s.x + s.width && top + box.height <= s.y + s.height)
	}).map(e => e.textContent)
})()`

func (s dashboard) dossierFilters(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	t.Run("what the filters hide is left out of every form, counted, and said", func(t *testing.T) {
		p.open("/#v=1&view=dossier&alleged=no&x.values=no&x.around=no&set=" + unit + "," + service)
		p.awaitText(".scope", "Left out by the filters: what stands alleged, disputed.")
		p.awaitText(".scope", "about them not given: left out by the filters and the day.")
		p.awaitText(".scope", "them to entities that are not chosen; not given.")
		assert.Empty(t, p.texts(".statement .is-dashed, .statement .is-broken, figure [data-tie] [stroke-dasharray]"))
		_, html := p.saved("Save as HTML")
		_, markdown := p.saved("Save as Markdown")
		for _, file := range []string{string(html), unescaped(string(markdown))} {
			assert.Contains(t, file, "Left out by the filters: what stands alleged, disputed.")
			assert.NotContains(t, file, "allege that AO Kaspersky Lab cooperates")
		}
	})
	t.Run("how many of those chosen it is about is said in every form", func(t *testing.T) {
		var set strings.Builder
		found := askAPI[map[string]struct{ Nodes []struct{ ID string } }](t, s.api, `{ a: entities(orderBy: NAME, first: 100) { nodes { id } } b: entities(orderBy: DEGREE, first: 100) { nodes { id } } }`, nil)
		for _, one := range append(found["a"].Nodes, found["b"].Nodes...) {
			set.WriteString("," + one.ID)
		}
		p.open("/#v=1&view=dossier&x.values=no&standing=disputed&set=" + set.String())
		p.await(`document.querySelector('.scope')`)
		words := read[string](p, `[...document.querySelectorAll('.scope li')].map(e => e.textContent).find(text => text.includes(' are chosen'))`)
		assert.Regexp(t, `^1\d\d entities are chosen; the first 100 are shown\.$`, words)
		_, html := p.saved("Save as HTML")
		_, markdown := p.saved("Save as Markdown")
		for _, file := range []string{string(html), unescaped(string(markdown))} {
			assert.Contains(t, file, words)
		}
	})
	t.Run("it obeys the day, and says what does not stand on it", func(_ *testing.T) {
		p.open("/#v=1&view=dossier&at=2015-01-01&focus=" + unit)
		p.awaitText(".scope", "As it stood on 1 January 2015.")
		p.awaitText(".scope", "left out by the filters and the day.")
		p.open("/#v=1&view=dossier&standing=retracted&focus=" + unit)
		p.awaitText("main", "No statement passes the filters. That is not the same as “nothing was said”.")
	})
	t.Run("a path is told step by step, and as nobody's statement", func(t *testing.T) {
		path := "&x.path=" + groupIncludesUnit + "," + unitCooperates
		p.open("/#v=1&view=dossier&set=" + company + "," + unit + "," + service + path)
		p.awaitText(".dossier .title", "a path from Kaspersky to Russian military and intelligence authorities")
		for _, part := range []string{"put together from 2 statements, each sourced by itself", "No source cited here states it as a whole.", "Its weakest step is statement 2."} {
			p.awaitText(".scope", part)
		}
		assert.Equal(t, []string{groupIncludesUnit, unitCooperates}, read[[]string](p, `[...document.querySelectorAll('.statement')].map(s => s.dataset.claim)`))
		assert.Len(t, p.texts("figure [data-tie]"), 2)
		p.awaitText(".statement .against .act", "Denied in general words by")
		p.shoot("dossier-path")
		_, html := p.saved("Save as HTML")
		assert.Contains(t, string(html), "No source cited here states it as a whole.")
		p.open("/#v=1&view=dossier" + path)
		p.awaitText(".dossier .title", "a path from Kaspersky to") // without a chosen set too
		p.open("/#v=1&view=dossier&alleged=no&set=" + service + path)
		p.awaitText(".scope", "Step 2 of it does not pass the filters or the dates and is left out")
		p.clickText("main a", "Make one of all that is on file")
		p.awaitText(".dossier .title", "Dossier: Russian military and intelligence authorities")
	})
	p.assertQuiet()
}

func (s dashboard) dossierHostile(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := record(t, api)
	secret := "Words that their owner keeps back"
	write(t, api, `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { revision } }`, map[string]any{
		"operationId": "kept-1", "by": "a reader", "predicate": "OWNS", "stance": "ASSERTS", "voice": "OTHER", "quote": secret,
		"document": map[string]any{"new": map[string]any{"title": "# [Kept](javascript:alert(1)) back", "language": "en", "url": "javascript:alert(1)", "rights": "METADATA_ONLY", "text": secret + " about it."}},
		"subject":  map[string]any{"id": id}, "object": map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": "www.evil.example | <b>x</b>"}},
		"speaker": map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "1. [x](https://evil.example)"}},
	})
	m := newMeddler(api)
	m.written, m.read = "gpj.exe", "\u202egpj.exe\u202c"
	open := s.browser.at(t, m)
	p := open(t)
	p.open("/#v=1&view=dossier&focus=" + id)
	p.awaitText(".dossier .statement", "cooperates")
	p.awaitText(".dossier", "The rights of the source do not allow its words to be shown.")
	_, html := p.saved("Save as HTML")
	_, markdown := p.saved("Save as Markdown")
	other := open(t)
	other.openFile("dossier.html", html)
	assert.Equal(t, 0, read[int](other, `document.querySelectorAll('script, img, b, a[href^="javascript:"]').length`))
	assert.True(t, read[bool](other, `document.title.startsWith('Dossier: ')`))
	assert.Contains(t, read[string](other, `document.querySelector('.dossier').textContent`), hostileQuote)
	other.assertAlone()
	for _, file := range []string{string(html), string(markdown)} {
		assert.NotContains(t, file, secret)
		assert.NotContains(t, file, "<script")
		assert.NotContains(t, file, "<img")
	}
	text := string(markdown)
	assert.NotRegexp(t, `(^|[^\\])\]\(`, text, "no link but ours")
	assert.NotRegexp(t, `(?m)^#+ *\[`, text)
	assert.NotContains(t, text, "\u202e")
	for _, link := range regexp.MustCompile(`<([^>]*)>`).FindAllStringSubmatch(text, -1) {
		assert.Regexp(t, `^https?://`, link[1])
	}
	assert.Contains(t, unescaped(text), strings.Join(strings.Fields(hostileQuote), " "))
	p.assertQuiet()
}

// unescaped is Markdown as it reads: without the marks that keep the words of sources text.
func unescaped(markdown string) string {
	plain := regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllString(markdown, "$1")
	return strings.NewReplacer("\u2060", "", "&lt;", "<", "&amp;", "&").Replace(plain)
}
