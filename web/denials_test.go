package web_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// unanswered are the marks of what is alleged or disputed without who denies it, or that no denial is on file, in the same row, and the
// tooltips that repeat an allegation without either. The legend, the name of a lane and a row for several claims tell no
// allegation, and a judgement tells whose denial it is about.
const unanswered = `(sentences => {
	const said = e => e && e.textContent.trim() !== ''
	const answered = e => {
		const row = e.closest('tr, .pair, .hop, .statement, li, .panel')
		return row && ([...row.querySelectorAll('[data-label="Denied by"] bdi, .denial, .against .card')].some(said) || /judged: (it cannot be told whether )?a denial by ./.test(row.textContent)
			|| [...row.querySelectorAll('.card')].some(card => /^(Denied|No denial found)/.test(card.textContent)))
	}
	const marks = [...document.querySelectorAll('main :is([data-standing=ALLEGED], [data-standing=DISPUTED])')].filter(e => !e.closest('.legend-table, .lane-name, tr:has([href*="x.learnt"])'))
	const told = [...document.querySelectorAll('main svg title, main [title]')]
		.map(e => [e, e.localName === 'title' ? e.textContent : e.title])
		.filter(([e, words]) => sentences.some(s => words.startsWith(s)) && !/\n(Denied by: .|No denial found)|Denied by: .|no denial found/.test(words))
		.map(([e]) => e)
	return [...marks, ...told].filter(e => !answered(e)).map(e => (e.closest('tr, li, section, g') ?? e).textContent.slice(0, 160))
})`

// answeredEverywhere holds that no view shows an allegation without what was said against it.
func (s dashboard) answeredEverywhere(t *testing.T) {
	all := askAPI[struct {
		Allegations struct {
			Nodes []struct{ Claim struct{ Sentence string } }
		}
	}](t, s.api, `{ allegations(filter: { standings: [ALLEGED, DISPUTED] }, first: 100) { nodes { claim { sentence } } } }`, nil).Allegations.Nodes
	sentences := ""
	for _, one := range all {
		sentences += quote(one.Claim.Sentence) + ","
	}
	require.NotEmpty(t, sentences)
	views := shown()
	views["entity of a service"] = struct{ address, there string }{"/#v=1&view=entity&focus=" + service, "revision 1"}
	views["entity of a group"] = struct{ address, there string }{"/#v=1&view=entity&focus=ent_kaspersky", "revision 1"}
	views["graph of a group"] = struct{ address, there string }{"/#v=1&view=graph&focus=ent_kaspersky&x.node=ent_kaspersky", "Ties shown"}
	views["timeline, learnt"] = struct{ address, there string }{"/#v=1&view=timeline&focus=" + unit, "The same as a table"}
	open, _ := s.site(t)
	p := open(t)
	marks := 0
	for name, view := range views {
		t.Run(name, func(t *testing.T) {
			p.open(view.address)
			p.awaitText("body", view.there)
			p.arrive()
			if name == "timeline, learnt" {
				p.run(`document.querySelector('#rows a[href*="x.learnt"]').click()`)
				p.await(`document.querySelector('#learnt li .standing')`)
			}
			marks += read[int](p, `document.querySelectorAll('main :is([data-standing=ALLEGED], [data-standing=DISPUTED])').length`)
			assert.Empty(t, read[[]string](p, unanswered+`([`+sentences+`])`))
		})
	}
	assert.Greater(t, marks, 100)
	p.assertQuiet()
	t.Run("an office that is alleged, and denied", func(t *testing.T) {
		p := s.browser.at(t, emptyAPI(t, func(s *graph.Service) { fileAllegedOffice(t, s) }))(t)
		for view, row := range map[string]string{"map": "main tbody tr", "entity": "#structure tbody tr", "graph&x.node=ent_firm": "aside, .side li"} {
			p.open("/#v=1&focus=ent_firm&view=" + view)
			p.awaitText(row, "Firm Ltd")
			p.arrive()
			assert.Empty(t, read[[]string](p, unanswered+`(['Paper alleges'])`), view)
		}
		p.assertQuiet()
	})
}

// fileAllegedOffice puts an office on file of which a paper alleges that it is a firm's, which the firm denies.
func fileAllegedOffice(t *testing.T, s *graph.Service) {
	t.Helper()
	said := func(stance graph.Stance, voice graph.Voice, speaker graph.EntityID, words string) graph.Statement {
		return graph.Statement{
			Claim: graph.Claim{Subject: "ent_firm", Predicate: "HAS_OFFICE", Object: "ent_office"},
			Assertion: graph.Assertion{
				Stance: stance, Voice: voice, Speaker: speaker, RecordedBy: "t",
				Evidence: []graph.Evidence{{Document: "doc_paper", Start: graph.UnknownStart, Quote: words}},
			},
			Confirmed: true,
		}
	}
	const alleged, denied = "Firm Ltd is said to have an office in the harbour", "The harbour office is none of ours"
	_, err := s.Write(t.Context(), "1", graph.Draft{
		Documents: []graph.DocumentDraft{{Document: graph.Document{ID: "doc_paper", Title: "Paper of May", Language: "en", Rights: graph.FullText}, Text: alleged + ". " + denied + ", it said."}},
		Entities: []graph.Entity{
			{ID: "ent_firm", Kind: graph.Company, Caption: "Firm Ltd"},
			{ID: "ent_office", Kind: graph.Office, Caption: "Harbour office"},
			{ID: "ent_paper", Kind: graph.Organization, Caption: "Paper"},
		},
		Statements: []graph.Statement{said(graph.Alleges, graph.PublisherVoice, "ent_paper", alleged), said(graph.Denies, graph.PartyVoice, "ent_firm", denied)},
	})
	require.NoError(t, err)
}
