package web_test

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func (s dashboard) search(t *testing.T) {
	open, api := s.site(t)
	box := chromedp.CSS("#search")
	t.Run("by keyboard alone", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.do(chromedp.SendKeys(box, "ao kasp"))
		p.awaitText("#found", "AO Kaspersky Lab")
		assert.Contains(t, p.texts("#search-status")[0], "hit")
		assert.Contains(t, p.texts("#found li")[0], "company30 tiesstrongest tie: ")
		assert.NotEmpty(t, read[string](p, `document.querySelector('#found li .standing').dataset.standing`))
		p.shoot("search")
		p.press(kb.ArrowDown + kb.ArrowDown + kb.ArrowUp)
		assert.Equal(t, "hit-0", read[string](p, `document.activeElement.getAttribute('aria-activedescendant')`))
		assert.Equal(t, "true", read[string](p, `document.querySelector('#hit-0').getAttribute('aria-selected')`))
		p.press(kb.Enter)
		p.awaitText("h1", "AO Kaspersky Lab")
		assert.Equal(t, "#v=1&view=entity&focus="+unit, read[string](p, "location.hash"))
		p.assertQuiet()
	})
	t.Run("Enter before the answer opens the best hit once it comes", func(t *testing.T) {
		p := open(t)
		release := api.hold("ao kaspersky lab")
		defer release()
		p.open("/")
		p.do(chromedp.SendKeys(box, "ao kaspersky lab\r"))
		release()
		p.awaitText("h1", "AO Kaspersky Lab")
		p.assertQuiet()
	})
	t.Run("the hits come in sight, above the legend, and move nothing", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.awaitText("#questions", "documents")
		const place = `document.querySelector('#questions').getBoundingClientRect().top + scrollY`
		before := read[float64](p, place)
		p.do(chromedp.SendKeys(box, "kasp"))
		p.await(`document.querySelectorAll('#found li').length > 8`)
		p.await(`document.querySelector('#found').getBoundingClientRect().bottom <= document.querySelector('.page > .legend').getBoundingClientRect().top`)
		assert.InDelta(t, before, read[float64](p, place), 0.5)
	})
	t.Run("another script", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.do(chromedp.SendKeys(box, "Касперского"))
		p.awaitText("#found", "found as Лаборатория Касперского")
	})
	t.Run("a late answer changes nothing", func(t *testing.T) {
		p := open(t)
		release := api.hold("k")
		defer release()
		p.open("/")
		p.do(chromedp.SendKeys(box, "k"))
		require.Eventually(t, func() bool { return api.searched("k") }, patience, time.Millisecond)
		p.do(chromedp.SendKeys(box, "irill"))
		p.awaitText("#found", "Kirill")
		before := p.texts("#found li")
		release()
		require.Eventually(t, func() bool { return api.answered("k") }, patience, time.Millisecond)
		p.do(chromedp.Sleep(50 * time.Millisecond)) // time for a wrong page to show it; a right one never does
		assert.Equal(t, before, p.texts("#found li"))
		p.assertQuiet()
	})
	t.Run("nothing found, escape, failure", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.do(chromedp.SendKeys(box, "zzzzqq"))
		p.awaitText("#search-status", "Nothing on file bears such a name")
		p.press(kb.Escape)
		p.await(`document.querySelector('#search-status').textContent === ''`)
		api.fail("Search", apiError{"STORE_UNAVAILABLE", "the database cannot be reached"})
		defer api.fail("Search", apiError{})
		p.press("y")
		p.awaitText("#search-status", "The search failed: the database cannot be reached (request req-7).")
		p.assertQuiet()
	})
	t.Run("in a view of the set it adds", func(t *testing.T) {
		p := open(t)
		p.open("/#v=1&view=table&focus=" + unit)
		p.awaitText(".chips", "AO Kaspersky Lab")
		p.do(chromedp.SendKeys(box, "Kaspersky"))
		p.awaitText("#found li", "corporate group")
		p.press(kb.Enter)
		p.await(`document.querySelectorAll('.chip').length === 2`)
		assert.Equal(t, "#v=1&view=table&set="+unit+","+company+"&focus="+unit+"&x.around=yes", read[string](p, "location.hash"))
		p.awaitText(".bar", "among")
		assert.Greater(t, len(p.texts("tbody tr")), 20, "the neighbours of the first stay")
		p.open("/#v=1&view=table&x.around=no&focus=" + unit)
		p.awaitText(".chips", "AO Kaspersky Lab")
		p.do(chromedp.SendKeys(box, "Kaspersky"))
		p.awaitText("#found li", "corporate group")
		p.press(kb.Enter)
		p.await(`document.querySelectorAll('.chip').length === 2 && location.hash.includes('x.around=no')`)
		p.assertQuiet()
	})
}
