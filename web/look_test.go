package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

func (s pages) hostile(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
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

func (s pages) look(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
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

func (s pages) print(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
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
