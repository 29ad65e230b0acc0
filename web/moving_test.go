package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

func (s dashboard) moving(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	back := func() { p.do(chromedp.Evaluate[chromedp.Void]("history.back()")) }
	forward := func() { p.do(chromedp.Evaluate[chromedp.Void]("history.forward()")) }
	t.Run("Back undoes, Forward redoes", func(_ *testing.T) {
		p.open("/#v=1&view=table&set=" + unit + "," + service)
		p.awaitText(".bar", "1 tie")
		p.clickText(".filters label", "Include alleged")
		p.awaitText("main", "No tie passes these filters")
		p.clickText(".tabs a", "Claims")
		p.awaitText("h1", "Claims")
		back()
		p.awaitText("main", "No tie passes these filters")
		back()
		p.awaitText(".bar", "1 tie")
		forward()
		p.awaitText("main", "No tie passes these filters")
		forward()
		p.awaitText("h1", "Claims")
	})
	t.Run("a link restores the same in a fresh profile", func(t *testing.T) {
		p.open("/#v=1&view=table&focus=" + unit)
		p.clickText("td a.claim-link", "allegedly cooperates with")
		p.awaitText(".panel h2", "allege that AO Kaspersky Lab cooperates")
		address, rows := read[string](p, "location.hash"), p.texts("tbody tr")
		other := open(t)
		other.open("/" + address)
		other.awaitText(".panel h2", "allege that AO Kaspersky Lab cooperates")
		other.await(`document.querySelectorAll('tbody tr').length > 0`)
		assert.Equal(t, rows, other.texts("tbody tr"))
		other.assertQuiet()
	})
	t.Run("a step moves the focus to the view", func(t *testing.T) {
		p.open("/#v=1&view=table&focus=" + unit)
		p.clickText("td a", "Kaspersky Labs GmbH")
		p.awaitText("h1", "Kaspersky Labs GmbH")
		assert.Equal(t, "main", read[string](p, "document.activeElement.id"))
	})
	t.Run("the link is copied", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`navigator.clipboard.writeText = text => (globalThis.copied = text, Promise.resolve())`))
		p.clickText("button", "Copy link")
		p.awaitText("[role=status]", "Link copied")
		assert.Equal(t, read[string](p, "location.href"), read[string](p, "copied"))
	})
	t.Run("what of a link is not on file or not known is named, and the rest shown", func(_ *testing.T) {
		p.open("/#v=9&view=table&set=" + unit + ",ent_gone&standing=proven&colour=red")
		for _, problem := range []string{"version 9", "ent_gone is not on file", "proven", "colour"} {
			p.awaitText(".problems", problem)
		}
		p.awaitText(".chips", "AO Kaspersky Lab")
		p.open("/#v=1&view=spreadsheet")
		p.awaitText("main", "There is no view “spreadsheet”")
		p.open("/#v=1&view=table")
		p.awaitText("main", "No entity is chosen")
	})
	t.Run("entities are chosen and left out", func(_ *testing.T) {
		p.open("/#v=1&view=entity&focus=" + unit)
		p.clickText(".actions a", "Choose it")
		p.awaitText(".actions a", "Leave it out of the chosen")
		p.open("/#v=1&view=table&set=" + unit + "," + company)
		p.await(`document.querySelectorAll('.chip').length === 2`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.chip button').click()`))
		p.await(`document.querySelectorAll('.chip').length === 1`)
	})
	p.assertQuiet()
}
