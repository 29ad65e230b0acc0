package web_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// opener opens a tab that belongs to a test.
type opener func(*testing.T) *tab

func TestPagesInTheBrowser(t *testing.T) {
	t.Parallel()
	browser := newBrowser(t)
	api := newFakeAPI(t)
	origin := serve(t, api)
	open := func(t *testing.T) *tab { return openTab(t, browser, origin) }
	t.Run("start", func(t *testing.T) { testStart(t, open) })
	t.Run("server down", func(t *testing.T) { testServerDown(t, browser) })
	t.Run("search", func(t *testing.T) { testSearch(t, open, api) })
	t.Run("entity", func(t *testing.T) { testEntity(t, open, api) })
	t.Run("hostile", func(t *testing.T) { testHostile(t, open) })
	t.Run("look", func(t *testing.T) { testLook(t, open) })
	t.Run("print", func(t *testing.T) { testPrint(t, open) })
}

func testStart(t *testing.T, open opener) {
	t.Run("says what is on file and what may be asked", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.awaitText(".counts", "5,678")
		p.awaitText(".questions", "How much is on file?")
		assert.Equal(t, "/playground/#example=01-alleged", read[string](p, `document.querySelector('.questions .main a').getAttribute('href')`))
		assert.Len(t, p.texts("#legend li"), len(standings()), "every standing is explained")
		p.shoot("start")
		p.size(390, 844)
		p.shoot("start")
		p.assertQuiet()
	})
	t.Run("a question opens the playground with it", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.awaitText(".questions", "How much is on file?")
		p.do(chromedp.Click(chromedp.CSS(".questions .other a")))
		p.await(`location.pathname === '/playground/'`)
		p.awaitText(activeTab, "How much is on file?")
	})
	t.Run("an address that does not exist", func(t *testing.T) {
		p := open(t)
		p.open("/nothing")
		p.awaitText("h1", "There is nothing at this address")
		p.shoot("notfound")
	})
}

// testServerDown looks at an API that hangs up, and at one behind a proxy that answers in HTML.
func testServerDown(t *testing.T, browser context.Context) {
	for says, api := range map[string]http.HandlerFunc{
		"the server cannot be reached":                       func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"the server answered HTTP 502 without readable JSON": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
	} {
		p := openTab(t, browser, serve(t, api))
		p.open("/")
		p.awaitText("#counts [role=alert]", "The counts could not be loaded: "+says+".")
		p.awaitText("#questions", "How much is on file?")
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("[role=alert]", "The entity could not be loaded: "+says+". Try again")
	}
}

func testSearch(t *testing.T, open opener, api *fakeAPI) {
	box := chromedp.CSS("#search")
	t.Run("by keyboard alone", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.do(chromedp.SendKeys(box, "kas"))
		p.awaitText("#found", "AO Kaspersky Lab")
		assert.Equal(t, "2 hits", p.texts("#search-status")[0])
		assert.Contains(t, p.texts("#found li")[0], "corporate group63 tiesstrongest: ")
		assert.Equal(t, "RECORDED", read[string](p, `document.querySelector('#found li .standing').dataset.standing`))
		assert.Contains(t, p.texts("#found li")[1], "found as АО «Лаборатория Касперского»")
		p.shoot("search")
		p.press(kb.ArrowDown + kb.ArrowDown)
		assert.Equal(t, "hit-1", read[string](p, `document.activeElement.getAttribute('aria-activedescendant')`))
		assert.Equal(t, "true", read[string](p, `document.querySelector('#hit-1').getAttribute('aria-selected')`))
		p.press(kb.ArrowDown + kb.Enter)
		p.awaitText("h1", "Kaspersky")
		assert.Equal(t, origin(p)+"/entity#id=ent_kaspersky", read[string](p, "location.href"))
		p.assertQuiet()
	})
	t.Run("a late answer changes nothing", func(t *testing.T) {
		p := open(t)
		release := api.hold("h")
		defer release()
		p.open("/")
		p.do(chromedp.SendKeys(box, "h"))
		require.Eventually(t, func() bool { return api.searched("h") }, patience, time.Millisecond)
		p.do(chromedp.SendKeys(box, "os"))
		p.awaitText("#found", "script")
		release()
		require.Eventually(t, func() bool { return api.answered("h") }, patience, time.Millisecond)
		p.do(chromedp.Sleep(50 * time.Millisecond)) // time for a wrong page to show it; a right one never does
		assert.Len(t, p.texts("#found li"), 1)
		assert.Equal(t, "1 hit", p.texts("#search-status")[0])
		p.assertQuiet()
	})
	t.Run("nothing found, escape, failure", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.do(chromedp.SendKeys(box, "zzz"))
		p.awaitText("#search-status", "Nothing on file bears such a name")
		p.press(kb.Escape)
		assert.Empty(t, p.texts("#search-status")[0])
		api.fail("Search", "the database cannot be reached")
		defer api.fail("Search", "")
		p.press("y")
		p.awaitText("#search-status", "The search failed: the database cannot be reached (request req-7).")
		p.assertQuiet()
	})
}

func origin(p *tab) string { return p.origin }

func testEntity(t *testing.T, open opener, api *fakeAPI) {
	p := open(t)
	p.open("/entity#id=ent_kaspersky")
	p.awaitText("#allegations", "We deny it")
	t.Run("shows what is said, by whom and where", func(t *testing.T) {
		p.awaitText("#ties", "Partner 9")
		p.awaitText("#claims", "headquartered in Moscow")
		p.awaitText("#figures", "over 400 million users")
		p.awaitText("#measures", "Final Determination")
		assert.Equal(t, "Kaspersky – Redthread", read[string](p, "document.title"))
		first := p.texts("#allegations .card")[0]
		for _, part := range []string{
			"Alleged by", "Gina Raimondo", "as Secretary of Commerce, for US Commerce Department", "said 20 June 2024",
			allegedWhole, "Reported by Reuters", "US Blocks Leading Cybersecurity Firm",
		} {
			assert.Contains(t, first, part)
		}
		p.await(`document.querySelector('#allegations-with').hidden`) // an empty section that says nothing is left out
	})
	t.Run("marks exactly the quote", func(t *testing.T) {
		assert.Equal(t, []string{allegedQuote, denialQuote}, p.texts(`[data-claim="clm_1"] mark`)[:2])
		assert.Equal(t, []string{allegedWhole, denialWhole}, p.texts(`[data-claim="clm_1"] blockquote`)[:2])
	})
	t.Run("says where no denial was found", func(t *testing.T) {
		without := p.texts(`[data-claim="clm_3"]`)[0]
		assert.Contains(t, without, "No denial found in the sources")
		assert.Contains(t, without, "It does not mean that nobody denied it.")
		assert.NotContains(t, p.texts(`[data-claim="clm_2"]`)[0], "No denial found")
		assert.Contains(t, p.texts(`[data-claim="clm_1"]`)[0], "Denied in general words by")
	})
	t.Run("a denial has the size of its allegation", func(t *testing.T) {
		for _, width := range []int64{1280, 390} {
			p.size(width, 800)
			assert.Equal(t, []bool{true, true, true}, read[[]bool](p, sameSize), "at %d pixels", width)
		}
	})
	p.assertQuiet()
	t.Run("each standing has line, glyph and word, and ties come page by page", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Show more ties")
		looks := read[[]string](p, `[...document.querySelectorAll('#ties tbody .standing')].slice(0, 10).map(s => s.className + s.textContent + s.querySelectorAll('path').length)`)
		seen := map[string]bool{}
		for _, look := range looks {
			assert.False(t, seen[look], "%s stands twice", look)
			seen[look] = true
		}
		assert.Contains(t, looks[0], "■determined, contested2")
		assert.Contains(t, p.texts("#ties tbody tr")[5], "allegedly cooperates with")
		p.do(chromedp.Click(chromedp.CSS("#ties .more")))
		p.awaitText("#ties", "Office in city 49")
		assert.Len(t, p.texts("#ties tbody tr"), 60)
		assert.Contains(t, p.texts("#live")[0], "60 of 60 ties shown")
		p.assertQuiet()
	})
	t.Run("sources open in place, and a finding without power reads as an allegation", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Partner 0")
		p.do(chromedp.Click(chromedp.CSS("#ties tbody button")))
		p.awaitText("#ties .sources", "No denial found in the sources")
		assert.Equal(t, "Alleged by", p.texts("#ties .sources .act")[0])
		p.do(chromedp.Click(chromedp.CSS("#claims button")))
		p.awaitText("#claims .sources", allegedQuote)
		assert.NotContains(t, p.texts("#claims .sources")[0], "No denial", "what accuses nobody needs no denial")
		p.do(chromedp.Click(chromedp.CSS("#figures button")))
		p.awaitText("#figures .sources", "no longer on file")
		p.assertQuiet()
	})
	t.Run("Back, Forward and sections", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Partner 0")
		p.do(chromedp.Click(chromedp.CSS(`.sections a[href$="section=ties"]`)))
		p.await(`document.activeElement.id === 'ties-title'`)
		p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_bare'`))
		p.awaitText("h1", "two Russian units")
		p.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		p.awaitText("h1", "Kaspersky")
		p.do(chromedp.Evaluate[chromedp.Void]("history.forward()"))
		p.awaitText("h1", "two Russian units")
		p.assertQuiet()
	})
	t.Run("empty, unknown and failing", func(t *testing.T) {
		p := open(t)
		p.open("/entity#id=ent_bare")
		p.awaitText(".entity-head", "several at once: 2, known only by Commerce Department Prohibits")
		p.awaitText("#allegations", "No allegation against it is on file")
		p.awaitText("#ties", "No tie to another entity is on file")
		p.awaitText("#names", "No source on file gives its name")
		p.shoot("entity-bare")

		p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_gone'`))
		p.awaitText("[role=alert]", "There is no entity with this id: ent_gone")
		p.do(chromedp.Evaluate[chromedp.Void](`location.hash = ''`))
		p.awaitText("h1", "No entity chosen")

		api.fail("EntityTies", "the store did not answer")
		p.do(chromedp.Evaluate[chromedp.Void](`location.hash = '#id=ent_kaspersky'`))
		p.awaitText("#ties [role=alert]", "Ties could not be loaded: the store did not answer (request req-7).")
		p.shoot("entity-failing")
		api.fail("EntityTies", "")
		p.do(chromedp.Click(chromedp.CSS("#ties [role=alert] button")))
		p.awaitText("#ties", "Partner 0")
		p.assertQuiet()
	})
}

// sameSize tells for each allegation on the page whether all its cards have one size.
const sameSize = `[...document.querySelectorAll('#allegations .pair')].map(pair => {
	const sizes = [...pair.querySelectorAll('.card')].map(c => c.getBoundingClientRect())
	return sizes.length >= 2 && sizes.every(s => Math.abs(s.width - sizes[0].width) < 0.5 && Math.abs(s.height - sizes[0].height) < 0.5)
})`

func testHostile(t *testing.T, open opener) {
	p := open(t)
	p.open("/entity#id=ent_hostile")
	p.awaitText("#allegations", "spy?")
	p.awaitText("#ties", "allegedly")
	assert.Equal(t, hostileName+" (contains direction marks)", p.texts("h1")[0])
	assert.Equal(t, hostileName+" – Redthread", read[string](p, "document.title"), "no script ran")
	assert.Equal(t, hostileQuote, p.texts("#allegations mark")[0])
	assert.Equal(t, "first "+hostileQuote+" then ", read[string](p, `document.querySelector('#allegations mark').previousSibling.data`), "the second of two equal quotes is meant")
	assert.Equal(t, 1, read[int](p, "document.scripts.length"))
	assert.Equal(t, 1, read[int](p, "document.images.length"))
	assert.Equal(t, 0, read[int](p, `document.querySelectorAll('a[href^="javascript:"]').length`))
	assert.True(t, read[bool](p, sameSize+".every(Boolean)"), "10 kB of quote leave both cards alike")
	assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the page")
	p.shoot("hostile")
	p.size(390, 844)
	assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off a narrow page")
	p.shoot("hostile")
	p.do(chromedp.SendKeys(chromedp.CSS("#search"), "hos"))
	p.awaitText("#found", "endless")
	p.shoot("search-hostile")
	p.assertQuiet()
}

func testLook(t *testing.T, open opener) {
	for _, scheme := range []string{"light", "dark"} {
		p := open(t)
		p.scheme(scheme)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Partner 9")
		p.awaitText("#claims", "Moscow")
		assert.Empty(t, read[[]string](p, faint), "text that is too faint in %s", scheme)
		sizes := read[[]string](p, `[...new Set([...document.querySelectorAll('body *')].map(e => getComputedStyle(e).fontSize))]`)
		assert.LessOrEqual(t, len(sizes), 5, "one scale of type: %v", sizes)
	}
	p := open(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("#ties", "Partner 9")
		p.awaitText("#claims", "Moscow")
		p.shoot("entity")
		assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off at %d pixels", width)
	}
	p.assertQuiet()
}

func testPrint(t *testing.T, open opener) {
	p := open(t)
	p.open("/entity#id=ent_hostile")
	p.awaitText("#allegations", "spy?")
	p.print()
	assert.Equal(t, 0, read[int](p, `[...document.querySelectorAll('button, .top, .sections')].filter(e => e.offsetHeight > 0).length`))
	cut := read[[]string](p, `[...document.querySelectorAll('.long')].filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.tagName)`)
	assert.Empty(t, cut, "paper does not scroll")
	assert.Equal(t, "rgb(255, 255, 255)", read[string](p, `getComputedStyle(document.body).backgroundColor`))
	p.assertQuiet()
}

// faint lists the texts whose contrast with their background is below 4.5 (WCAG 2.2, 1.4.3).
const faint = `(() => {
	const parse = c => c.match(/[\d.]+/g).map(Number)
	const light = ([r, g, b]) => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b) }
	const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c } return [255, 255, 255] }
	const out = []
	for (const e of document.querySelectorAll('body *')) {
		if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('[hidden], script, noscript, .visually-hidden')) continue
		const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x)
		if ((a + 0.05) / (b + 0.05) < 4.5) out.push(e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
	}
	return out
})()`
