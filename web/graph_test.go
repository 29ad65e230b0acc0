package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

func (s dashboard) graph(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	p.open("/#v=1&view=graph&focus=" + company)
	p.await(drawn)
	assert.Greater(t, len(p.texts("[data-node]")), 40)
	t.Run("it holds what the table holds", func(t *testing.T) {
		nodes, lines := len(p.texts("[data-node]")), read[[]string](p, `[...document.querySelectorAll('.tie')].map(t => t.dataset.claim).sort()`)
		p.clickText(".tabs a", "Table")
		p.await(`document.querySelector('tbody tr')`)
		assert.Equal(t, lines, read[[]string](p, `[...document.querySelectorAll('tbody .claim-link')].map(a => new URLSearchParams(a.hash.slice(1)).get('claim')).sort()`))
		p.awaitText(".bar", quoteInt(nodes)+" entities")
		p.clickText(".tabs a", "Graph")
		p.await(drawn + ` && document.querySelectorAll('[data-node]').length === ` + quoteInt(nodes))
	})
	t.Run("no names overlap, and alleged ties have dash, glyph and word", func(t *testing.T) {
		assert.Empty(t, read[[]string](p, overlapping))
		assert.NotEqual(t, "none", read[string](p, `getComputedStyle(document.querySelector('.tie.is-dashed .stroke')).strokeDasharray`))
		assert.Equal(t, "?", read[string](p, `document.querySelector('.label.is-dashed .sign').textContent`))
		silent := read[[]string](p, `[...document.querySelectorAll('.label.is-dashed, .label.is-broken')].filter(t => !/alleged|disputed/.test(t.querySelector('.words:not(.waiting)')?.textContent)).map(t => t.querySelector('title').textContent)`)
		assert.Empty(t, silent, "alleged ties without a word")
	})
	t.Run("what is not shown is counted as the API counts", func(_ *testing.T) {
		p.open("/#v=1&view=graph&set=" + unit + "," + service + "&x.node=" + unit)
		p.awaitText("[data-node='"+unit+"'] .more", "+29") // 30 ties, one of them here
		p.awaitText(".bar", "1 tie among 2 entities; 31 ties of theirs not shown")
	})
	t.Run("where there is no tie it says why, as the table does", func(_ *testing.T) {
		p.open("/#v=1&view=graph&set=" + service + ",ent_gerber")
		p.awaitText("main", "No tie among the chosen entities is on file. Their neighbours may lead further.")
		p.open("/#v=1&view=graph&standing=refuted&x.around=yes&set=" + service + ",ent_gerber")
		p.await(`!document.querySelector('main').textContent.includes('may lead further')`)
		p.awaitText("main", "No tie passes these filters")
		p.open("/#v=1&view=graph&set=" + unit + "," + service + "&x.node=" + unit)
		p.awaitText(".bar", "1 tie among 2 entities")
	})
	t.Run("a kind of tie is added, Back takes it away", func(_ *testing.T) {
		p.clickText(".kinds button", "more that it employs")
		p.await(`document.querySelectorAll('[data-node]').length > 10`)
		p.awaitText(".kinds li", "employsall")
		p.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		p.await(`document.querySelectorAll('[data-node]').length === 2`)
		p.awaitText(".bar", "among 2 entities")
	})
	t.Run("by keyboard", func(t *testing.T) {
		p.await(`document.querySelector('[data-node] [tabindex="0"]')`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('[data-node] [tabindex="0"]').focus()`))
		first := read[string](p, `document.activeElement.closest("[data-node]")?.dataset.node ?? ""`)
		for _, key := range []string{kb.ArrowRight, kb.ArrowLeft, kb.ArrowUp, kb.ArrowDown} {
			if read[string](p, `document.activeElement.closest("[data-node]")?.dataset.node ?? ""`) == first {
				p.press(key)
			}
		}
		second := read[string](p, `document.activeElement.closest("[data-node]")?.dataset.node ?? ""`)
		assert.NotEqual(t, first, second)
		p.press(kb.Enter)
		p.await(`document.querySelector('[data-node="` + second + `"] [role=button]').getAttribute('aria-pressed') === 'true'`)
		p.press("p")
		p.await(`document.querySelector('[data-node="` + second + `"]').classList.contains('pinned')`)
		p.run(`globalThis.hanging = false; new MutationObserver(() => { hanging ||= document.querySelectorAll('[data-node]').length === 1 && document.querySelector('.tie') !== null }).observe(document.querySelector('.canvas'), {childList: true, subtree: true})`)
		p.press(kb.Delete)
		p.await(`document.querySelectorAll('[data-node]').length === 1`)
		p.await(`!document.querySelector('.tie')`)
		assert.False(t, read[bool](p, "hanging"), "lines go with the entity, before all is drawn anew")
	})
	t.Run("a line opens its claim", func(_ *testing.T) {
		p.open("/#v=1&view=graph&set=" + unit + "," + service)
		p.await(`document.querySelector('.tie')`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.tie .touch').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))`))
		p.awaitText(".panel h2", "allege that AO Kaspersky Lab cooperates")
	})
	p.assertQuiet()
}

// overlapping names the labels that lie on each other: marks with their names, counters, signs, and words that are shown.
const overlapping = `(() => {
	const label = (name, elements) => [name, [...elements].map(e => e.getBoundingClientRect())]
	const all = [...document.querySelectorAll('[data-node]')].map(n => label(n.dataset.node, n.querySelectorAll('.mark, text:not(.inside)')))
		.concat([...document.querySelectorAll('.label .sign, .label .words')].filter(e => getComputedStyle(e).visibility === 'visible').map(e => label(e.textContent + ' of ' + e.closest('.label').dataset.claim, [e])))
	const on = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
	return all.flatMap(([a, own], i) => all.slice(i + 1).filter(([, other]) => own.some(x => other.some(y => on(x, y)))).map(([b]) => a + ' and ' + b))
})()`
