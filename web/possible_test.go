package web_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	// readPossible puts the claims that are no plain facts into `possible`, each with what must stand beside any words of it.
	readPossible = `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ claims(filter: { modalities: [CAPABILITY, INTENT, PLAN, RISK] }, first: 100) { nodes { id sentence modality } } }' }) })
		.then(a => a.json()).then(a => globalThis.possible = a.data.claims.nodes.map(c => ({ ...c, hint: { CAPABILITY: 'could be so', INTENT: 'is meant to be so', PLAN: 'only announced', RISK: 'may come to pass' }[c.modality] })))`
	// worded are the texts of the page that word such a claim: rows, cards and drawings, without the titles that show at the pointer.
	worded = `possible.flatMap(c => [
		...[...document.querySelectorAll('a.claim-link[href*="claim=' + c.id + '"]')].map(e => [c, (e.closest('tr, li, .card, .answer') ?? e).textContent]),
		...[...document.querySelectorAll('[data-claim="' + c.id + '"] .words:not(.weak-word), [data-label="' + c.id + '"] > text + text')].filter(e => e.textContent !== '').map(e => [c, [...e.parentNode.querySelectorAll('.words, text + text')].map(t => t.textContent).join(' ')]),
	])`
	// bold are those of them that would be read as facts.
	bold = worded + `.filter(([c, text]) => !text.includes(c.hint) && !text.includes(c.sentence)).map(([, text]) => text)`
)

// possible holds that no view words what is only possible, planned or meant as what is so.
func (s dashboard) possible(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	for name, view := range map[string]struct{ address, place, there string }{
		"graph":            {"view=graph&focus=ent_kaspersky&x.node=ent_kaspersky", ".kinds", "allegedly (may come to pass) is exploited by"},
		"table":            {"view=table&focus=ent_kaspersky", "tbody", "allegedly (could be so) is exploited by"},
		"entity":           {"view=entity&focus=ent_kaspersky", "#structure", "Kigali"},
		"claims":           {"view=claims&focus=ent_kaspersky", "#allegations", "alleges"},
		"timeline":         {"view=timeline&focus=ent_kaspersky", "#rows", "could"},
		"paths":            {"view=paths&predicate=EXPLOITED_BY&x.alleged=yes&set=ent_kaspersky,ent_russian-government", ".strip", "allegedly"},
		"map":              {"view=map&focus=ent_kaspersky", "#placed", "(only announced)"},
		"compare days":     {"view=compare&focus=ent_kaspersky&x.a=2015-01-01&x.b=2024-10-15", "main", "unchanged"},
		"compare entities": {"view=compare&x.by=entities&set=ent_kaspersky,ent_russian-government", "#between", "allegedly (could be so) is exploited by"},
		"dossier":          {"view=dossier&set=ent_kaspersky,ent_russian-government", "figure", "allegedly"},
	} {
		t.Run(name, func(t *testing.T) {
			p.open("/#v=1&" + view.address)
			p.awaitText(view.place, view.there)
			p.arrive()
			p.run(readPossible)
			p.await("globalThis.possible")
			require.Positive(t, read[int](p, worded+".length"), "nothing of the kind is shown")
			assert.Empty(t, read[[]string](p, bold))
		})
	}
	p.assertQuiet()
}
