package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// narrow holds that a narrow page folds the filters, says which are set, and opens them by key; a wide one shows them.
func (s dashboard) narrow(t *testing.T) {
	open, _ := s.site(t)
	axe := axeSource(t)
	p := open(t)
	form, summary := `document.querySelector('form.filters').checkVisibility()`, `document.querySelector('.page > .fold > summary')`
	fresh := func(width int64, rest string) {
		p.size(width, 844)
		p.do(chromedp.Navigate("about:blank"))
		p.open("/#v=1&set=" + unit + "," + service + "," + company + rest)
		p.await(summary)
	}
	for rest, words := range map[string]string{
		"&view=table": "Filters: none",
		"&view=graph&alleged=no&predicate=HAS_UNIT&at=2024-07-20": "Filters: only “has unit”; without alleged, disputed; on 20 July 2024",
		"&view=claims&standing=disputed":                          "Filters: only disputed",
		"&view=paths&alleged=no&known=2026-01-02T23:59:59Z":       "Filters: as known on 2 January 2026",
	} {
		fresh(390, rest)
		assert.Equal(t, words, read[string](p, summary+".textContent"))
		assert.True(t, read[bool](p, summary+".checkVisibility()"))
		assert.False(t, read[bool](p, form), "folded: %s", rest)
	}
	t.Run("they open by key, and stay open", func(t *testing.T) {
		fresh(390, "&view=table&alleged=no")
		p.awaitText(".page > .fold > summary", "without alleged")
		p.run(summary + ".focus()")
		p.press(kb.Enter)
		p.await(form)
		p.clickText(".filters button", "Show everything")
		p.awaitText(".page > .fold > summary", "Filters: none")
		assert.True(t, read[bool](p, form))
		p.clickText(".tabs a", "Claims")
		p.awaitText("main", "Alleged, denied, determined")
		p.arrive()
		assert.True(t, read[bool](p, form), "in the next view too")
		for _, scheme := range []string{"light", "dark"} {
			p.scheme(scheme)
			assert.Empty(t, broken(t, p, axe), scheme)
		}
	})
	t.Run("a wide page shows them without a summary", func(t *testing.T) {
		fresh(1280, "&view=table&alleged=no")
		assert.True(t, read[bool](p, form))
		assert.False(t, read[bool](p, summary+".checkVisibility()"))
	})
	t.Run("one that became wide shows what is folded", func(t *testing.T) {
		fresh(390, "&view=table")
		p.size(1280, 844)
		assert.True(t, read[bool](p, summary+".checkVisibility()"))
	})
	t.Run("a claim that a link opens moves nothing of a wide page, and ends above the legend", func(t *testing.T) {
		for _, rest := range []string{"&view=table", "&view=entity&focus=" + unit} {
			fresh(1280, rest+"&claim=clm_mpwade2jsnntqxdsxxo73sh7ht")
			p.awaitText(".panel", "independent source")
			p.arrive()
			assert.Equal(t, 0, read[int](p, "scrollY"), rest)
			assert.True(t, read[bool](p, "document.activeElement.matches('.panel')"))
			assert.Empty(t, read[[]string](p, covered), rest)
			p.run(`scrollTo({ top: 300, behavior: 'instant' })`)
			p.await(`Math.abs(document.querySelector('.panel').getBoundingClientRect().bottom - (innerHeight - 96)) < 1`)
			assert.Empty(t, read[[]string](p, covered), "it grows to what the head leaves: %s", rest)
		}
	})
	t.Run("a claim ends above the legend, on a short page and at the end of a long one", func(t *testing.T) {
		for _, rest := range []string{"&set=ent_gone", "&set=" + unit} {
			fresh(390, "&view=table&claim=clm_mpwade2jsnntqxdsxxo73sh7ht"+rest)
			p.awaitText(".panel", "independent source")
			p.arrive()
			p.run(`scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })`)
			assert.Empty(t, read[[]string](p, covered), rest)
		}
	})
	t.Run("what lies under an open claim cannot be gone to, until the claim is closed or the page wide", func(t *testing.T) {
		fresh(390, "&view=table")
		p.awaitText("td a.claim-link", "allegedly cooperates with")
		p.run(`document.querySelector('td a.claim-link').focus()`)
		p.press(kb.Enter)
		p.awaitText(".panel", "independent source")
		p.run(`globalThis.under = []; document.addEventListener('focusin', e => e.target.closest('.panel, .page > .legend') || under.push(e.target.outerHTML.slice(0, 80)))`)
		p.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
		for range 40 {
			p.press(kb.Tab)
		}
		assert.Empty(t, read[[]string](p, "under"))
		p.size(1280, 844)
		p.await(`!document.querySelector('[inert]')`)
		p.size(390, 844)
		p.await(`document.querySelector('#main[inert]')`)
		p.run(`document.querySelector('.panel').focus()`)
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel, [inert]') && document.activeElement.matches('td a.claim-link')`)
	})
	p.assertQuiet()
}
