package web_test

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func (s pages) search(t *testing.T) {
	t.Parallel()
	open, api := s.site(t)
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
		assert.Equal(t, p.origin+"/entity#id=ent_kaspersky", read[string](p, "location.href"))
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
