package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
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
	t.Run("Back and Forward lead to the place that was left", func(t *testing.T) {
		p.open("/#v=1&view=claims&focus=" + company)
		p.await(`document.querySelectorAll('.pair h3 a').length > 8`)
		p.run(`document.querySelectorAll('.pair h3 a')[8].click()`)
		p.awaitText(".panel h2", "")
		p.run(`scrollTo(0, 1500)`)
		p.await(`scrollY === 1500`)
		p.clickText(".tabs a", "Documents")
		p.awaitText("h1", "Documents")
		p.await(`scrollY === 0 && document.activeElement.id === 'main'`)
		p.await(`document.documentElement.scrollHeight > innerHeight + 400`)
		p.run(`scrollTo(0, 400)`)
		p.await(`scrollY === 400`)
		back()
		p.awaitText("h1", "Claims")
		p.await(`scrollY === 1500 && !!document.activeElement.closest('.panel')`)
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel')`)
		forward()
		p.arrive()
		assert.Equal(t, "main", read[string](p, "document.activeElement.id"))
	})
	t.Run("reloading, and Back from another page, lead there too, a link to its head", func(t *testing.T) {
		p.open("/playground/")
		p.open("/#v=1&view=claims&focus=" + company)
		p.await(`document.documentElement.scrollHeight > 3000`)
		p.run(`scrollTo(0, 1500)`)
		p.await(`scrollY === 1500`)
		p.do(chromedp.Reload())
		p.await(`document.querySelector('.pair') && scrollY === 1500`)
		assert.Equal(t, "BODY", read[string](p, "document.activeElement.tagName"), "a first view takes no focus")
		p.run(`scrollTo(0, 1200)`)
		p.await(`scrollY === 1200`)
		p.open("/playground/")
		back()
		p.await(`document.querySelector('.pair') && scrollY === 1200`)
		p.open("/playground/")
		p.open("/#v=1&view=claims&focus=" + company)
		p.await(`document.documentElement.scrollHeight > 3000`)
		p.arrive()
		assert.Zero(t, read[int](p, "scrollY"))
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
	t.Run("Escape gives the focus back to what opened the last claim", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=" + company)
		p.await(`document.querySelectorAll('.pair h3 a').length > 2`)
		p.arrive()
		for _, i := range []string{"0", "2"} {
			p.run(`document.querySelectorAll('.pair h3 a')[` + i + `].focus()`)
			p.press(kb.Enter)
			p.await(`document.querySelector('.panel h2')?.textContent === document.querySelectorAll('.pair h3 a')[` + i + `].textContent`)
		}
		p.press(kb.Escape)
		p.await(`!document.querySelector('.panel') && document.activeElement === document.querySelectorAll('.pair h3 a')[2]`)
	})
	t.Run("the link is copied", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`navigator.clipboard.writeText = text => (globalThis.copied = text, Promise.resolve())`))
		p.clickText("button", "Copy link")
		p.awaitText("[role=status]", "Link copied")
		assert.Equal(t, read[string](p, "location.href"), read[string](p, "copied"))
	})
	t.Run("where the browser lets nothing be copied, as without TLS, that is said", func(_ *testing.T) {
		p.run(`Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })`)
		p.clickText("button", "Copy link")
		p.awaitText("[role=status]", "Copy the address from your browser")
		p.run(`delete navigator.clipboard`)
	})
	t.Run("what of a link is not on file or not known is named, and the rest shown", func(t *testing.T) {
		p.open("/#v=9&view=table&set=" + unit + ",ent_gone&standing=proven&colour=red")
		for _, problem := range []string{"version 9", "ent_gone is not on file", "proven", "colour"} {
			p.awaitText(".problems", problem)
		}
		p.awaitText(".chips", "AO Kaspersky Lab")
		for link, problem := range map[string]string{
			"view=table&at=2024-13-45&focus=" + unit:                                        `the day "2024-13-45" is not readable`,
			"view=timeline&x.from=zzz&focus=" + unit:                                        `"zzz" is not readable as "x.from"`,
			"view=paths&x.hops=99&focus=" + unit:                                            `"99" is not readable as "x.hops"`,
			"view=graph&x.node=ent_gone&focus=" + unit:                                      "ent_gone is not on file",
			"view=graph&x.node=" + service + "&set=" + unit + "," + company:                 "Russian military and intelligence authorities is not among the entities that are shown",
			"view=graph&alleged=no&x.node=" + service + "&focus=" + unit:                    "Russian military and intelligence authorities is not among the entities that are shown",
			"view=graph&x.pin=here&focus=" + unit:                                           `"here" is not readable as "x.pin"`,
			"view=map&x.site=ent_gone&focus=" + company:                                     "ent_gone is not on file",
			"view=map&standing=refuted&x.site=ent_office-woburn&focus=" + company:           " is no place of these entities that passes the filters",
			"view=compare&x.by=entities&x.left=ent_gone&set=" + unit + "," + company:        "ent_gone is not on file",
			"view=compare&x.by=entities&x.left=" + service + "&set=" + unit + "," + company: "Russian military and intelligence authorities is not among the chosen",
			"view=document&mark=clm_gone&document=" + answers:                               "nothing in this document is about clm_gone",
			"view=dossier&x.path=clm_gone&set=" + unit:                                      "Step 1 of it is not on file",
		} {
			p.open("/#v=1&" + link)
			p.awaitText("main", problem)
			assert.Empty(t, p.texts("[role=alert]"), link)
			assert.NotRegexp(t, `ent_(ru|office)`, read[string](p, "document.body.innerText"), "what is on file goes by its name: %s", link)
		}
		p.open("/#v=1&view=spreadsheet")
		p.awaitText("main", "There is no view “spreadsheet”")
		p.open("/#v=1&view=table")
		p.awaitText("main", "No entity is chosen")
	})
	t.Run("an entity that is left out is no longer the selected one", func(t *testing.T) {
		p.openGraph("x.node=" + service + "&set=" + unit + "," + company + "," + service)
		p.awaitText(".side h2", "Russian military and intelligence authorities")
		p.run(`[...document.querySelectorAll('.chip button')].at(-1).click()`)
		p.awaitText(".side", "Select an entity")
		assert.Empty(t, p.texts(".problems"))
		assert.NotContains(t, read[string](p, "location.hash"), "x.node=")
	})
	t.Run("entities are chosen and left out", func(t *testing.T) {
		p.open("/#v=1&view=entity&focus=" + unit)
		p.clickText(".actions a", "Choose it")
		p.awaitText(".actions a", "Leave it out of the chosen")
		p.open("/#v=1&view=table&set=" + unit + "," + company)
		p.await(`document.querySelectorAll('.chip').length === 2`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.chip button').click()`))
		p.await(`document.querySelectorAll('.chip').length === 1`)
		assert.Equal(t, "Leave out Kaspersky", read[string](p, `document.activeElement.ariaLabel`), "the focus stays among the chosen")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.chip button').click()`))
		p.awaitText("main", "No entity is chosen")
		assert.Equal(t, "main", read[string](p, "document.activeElement.id"))
	})
	p.assertQuiet()
}
