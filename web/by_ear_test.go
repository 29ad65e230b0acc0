package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// otherStates runs axe on states that views pass through, each in both schemes.
func (s dashboard) otherStates(t *testing.T) {
	open, api := s.site(t)
	axe := axeSource(t)
	p := open(t)
	for _, state := range []struct {
		name, address, there, then string
		width                      int64
	}{
		{"search", "/", "Questions to begin with", `(e => { e.focus(); e.value = 'kaspersky'; e.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('#search'))`, 1280},
		{"choice", "/#v=1&view=table&focus=" + service, "ties among", `document.querySelector('.choice').open = true`, 1280},
		{"not on file", "/#v=1&view=entity&focus=ent_gone", "Not on file", "", 1280},
		{"failed", "/#v=1&view=document", "could not be loaded", "", 1280},
		{"no path", "/#v=1&view=paths", "Choose where", "", 390},
		{"claim above the graph", "/#v=1&view=graph&focus=" + service + "&claim=" + unitCooperates, "independent source", "", 390},
		{"nothing in time", "/#v=1&view=timeline&standing=admitted&focus=" + company, "Nothing passes", "", 390},
		{"words pointed out", "/#v=1&view=document&document=" + answers + "&mark=clm_pf4ea6a7xmzj52uksyzmzhoipg&claim=clm_pf4ea6a7xmzj52uksyzmzhoipg", "show in the text", "", 390},
		{"no days", "/#v=1&view=compare&focus=" + company, "Choose the day", "", 390},
	} {
		api.fail("Documents", apiError{"STORE_UNAVAILABLE", "the store did not answer"})
		p.size(state.width, 844)
		p.do(chromedp.Navigate("about:blank"))
		p.open(state.address)
		p.awaitText("body", state.there)
		if state.then != "" {
			p.run(state.then)
			p.await(`document.querySelector('#found li, .choice li')`)
		}
		for _, scheme := range []string{"light", "dark"} {
			p.scheme(scheme)
			assert.Empty(t, broken(t, p, axe), "%s, %s", state.name, scheme)
		}
	}
	p.assertQuiet()
}

// stops are the places at which Tab should stop, in the order of the page; order are those at which it did.
const stops = `globalThis.stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
	.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && (e.type !== 'radio' || e.checked))
	globalThis.order = []
	document.addEventListener('focusin', e => order.push(stops.indexOf(e.target)))`

// byTab walks through every view by Tab alone: it stops at every control, in the order of the page, and comes out at the end.
func (s dashboard) byTab(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	for view, there := range map[string]string{
		"home": "Questions to begin with", "entity": "revision 1", "graph": "Ties shown", "table": "ties among", "claims": "Denied in general words by", "timeline": "The same as a table",
		"compare": "unchanged", "paths": "with alleged ties", "dossier": "How a statement can stand", "map": "of these entities", "document": "only cited",
	} {
		own := map[string]string{"compare": "&x.a=2024-06-19&x.b=2024-10-15", "graph": "&x.node=" + service, "dossier": "&x.values=no"}[view]
		p.do(chromedp.Navigate("about:blank"))
		p.open("/#v=1&view=" + view + "&focus=" + service + own)
		p.awaitText("body", there)
		p.settle()
		p.run(stops)
		n := read[int](p, `stops.length`)
		dates := read[int](p, `stops.filter(e => e.type === 'date').length`)
		for range n + 3*dates + 8 { // a date has a stop for its day, month, year and calendar; a list that scrolls may have one of its own
			p.do(chromedp.KeyEvent(kb.Tab))
		}
		passed := read[[]int](p, `order.filter((n, i) => n >= 0 && n !== order[i - 1]).slice(0, stops.length)`)
		wanted := make([]int, n)
		for i := range wanted {
			wanted[i] = i
		}
		missed := read[[]string](p, `stops.filter((_, i) => !order.includes(i)).map(e => e.outerHTML.slice(0, 120))`)
		assert.Empty(t, missed, "%s: controls that Tab does not reach", view)
		assert.Equal(t, wanted, passed, "%s: in the order of the page", view)
	}
	p.assertQuiet()
}
