package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

func (s dashboard) document(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	t.Run("each quote is marked, exactly", func(t *testing.T) {
		p.open("/#v=1&view=document&document=" + answers)
		p.awaitText("h1", "What Kaspersky and Moscow answered")
		p.await(`document.querySelectorAll('.text mark').length > 5`)
		assert.Empty(t, read[[]string](p, unmarked), "quotes that are not marked as they are on file")
	})
	t.Run("when it was retrieved is told, also that it is not recorded", func(_ *testing.T) {
		p.awaitText("main dl.pairs", "Retrieved")
		api.rewrite(`"retrieved":{"text":`, `"retrieved":null,"was":{"text":`)
		defer api.rewrite("\x00", "")
		other := open(t)
		other.open("/#v=1&view=document&document=" + answers)
		other.awaitText("main dl.pairs", "Retrievednot recorded")
	})
	t.Run("from the text to the fact and back", func(t *testing.T) {
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.text mark a').click()`))
		p.await(`document.querySelector('.panel h2')`)
		p.await(`document.querySelectorAll('.text mark.strong').length > 0`)
		p.clickText("#facts .lines a", "show in the text")
		p.await(`!document.querySelector('.panel') && document.activeElement.closest('mark.strong')`)
		assert.True(t, read[bool](p, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())`), "it is in sight")
	})
	t.Run("from a claim's card to the words", func(_ *testing.T) {
		p.open("/#v=1&view=claims&focus=" + unit)
		p.clickText(".pair .source a", "Three firms on the Entity List")
		p.awaitText("h1", "Three firms on the Entity List")
		p.await(`document.querySelector('.text mark.strong')`)
	})
	t.Run("a work that is only cited", func(_ *testing.T) {
		p.open("/#v=1&view=document")
		p.awaitText("#documents", "only cited")
		p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('#documents li')].find(l => l.textContent.includes('only cited')).querySelector('a').click()`))
		p.awaitText("#facts", "It is only cited")
	})
	t.Run("words in the text", func(_ *testing.T) {
		p.open("/#v=1&view=document")
		p.do(chromedp.SendKeys(chromedp.CSS("input[name=words]"), "cyberespionage\r"))
		p.awaitText("#documents .quote", "cyberespionage")
		p.awaitText("#documents", "With “cyberespionage”")
		p.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		p.awaitText("#documents", "On file and cited")
	})
	t.Run("not on file", func(_ *testing.T) {
		p.open("/#v=1&view=document&document=doc_gone")
		p.awaitText("main", "There is no document with this id: doc_gone")
	})
	p.assertQuiet()
}

// unmarked asks the API for the document's quotes, and lists those that the marked runs of their claim do not hold whole.
const unmarked = `(() => {
	const r = new XMLHttpRequest()
	r.open('POST', '/graphql', false)
	r.setRequestHeader('content-type', 'application/json')
	r.send(JSON.stringify({query: '{ node(id: "doc_346f5hnjb6644ighmljpmhl4fa") { ... on Document { facts(first: 100) { nodes { claim { id } evidence { quote } } } } } }'}))
	return JSON.parse(r.responseText).data.node.facts.nodes.filter(f => {
		const words = [...document.querySelectorAll('.text mark')].filter(m => m.dataset.claims.split(' ').includes(f.claim.id)).map(m => m.textContent).join('')
		return f.evidence.quote === '' || !words.includes(f.evidence.quote)
	}).map(f => f.evidence.quote)
})()`
