package web_test

import (
	"strings"
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
		return row && ([...row.querySelectorAll('[data-label="Denied by"] bdi, .denial, .against .card')].some(said) || [...row.querySelectorAll('.note')].some(note => /^Denied by ./.test(note.textContent)) || /judged: (it cannot be told whether )?a denial by ./.test(row.textContent)
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
	t.Run("what is alleged of a made firm, and denied or not", func(t *testing.T) {
		p := s.browser.at(t, emptyAPI(t, func(s *graph.Service) { fileAllegations(t, s) }))(t)
		for view, row := range map[string]string{"map": "main tbody tr", "entity": "#structure tbody tr", "graph&x.node=ent_firm": "aside, .side li"} {
			p.open("/#v=1&focus=ent_firm&view=" + view)
			p.awaitText(row, "Firm Ltd")
			p.arrive()
			assert.Empty(t, read[[]string](p, unanswered+`(['Paper alleges'])`), view)
			if view == "entity" {
				assert.Contains(t, p.texts("#names li .denial"), "Denied by: Firm Ltd")
				assert.Equal(t, []string{"No denial found in the sources"}, p.texts("#structure tr:has(q) .denial"))
				assert.Equal(t, []string{"No denial found in the sources"}, p.texts("#measures td .denial"))
			}
		}
		p.assertQuiet()
	})
}

// fileAllegations puts on file what a paper alleges of a firm: an office and a name, which the firm denies, a number and a measure.
func fileAllegations(t *testing.T, s *graph.Service) {
	t.Helper()
	said := func(claim graph.Claim, stance graph.Stance, voice graph.Voice, speaker graph.EntityID, words string) graph.Statement {
		return graph.Statement{
			Claim: claim,
			Assertion: graph.Assertion{
				Stance: stance, Voice: voice, Speaker: speaker, RecordedBy: "t",
				Evidence: []graph.Evidence{{Document: "doc_paper", Start: graph.UnknownStart, Quote: words}},
			},
			Confirmed: true,
		}
	}
	office := graph.Claim{Subject: "ent_firm", Predicate: "HAS_OFFICE", Object: "ent_office"}
	known := graph.Claim{Subject: "ent_firm", Predicate: "NAME", Value: graph.Name{Text: "Firm Ltd", Strength: graph.StrongName}}
	name := graph.Claim{Subject: "ent_firm", Predicate: "NAME", Value: graph.Name{Text: "Harbour Trading", Strength: graph.AliasName}}
	number := graph.Claim{Subject: "ent_firm", Predicate: "EMPLOYEE_COUNT", Value: graph.Quantity{Min: "12", Max: "12", Unit: "employees"}}
	ban := graph.Claim{Subject: "ent_ban", Predicate: "TARGETS", Object: "ent_firm"}
	text := []string{
		"Firm Ltd is said to have an office in the harbour", "It is said to be called Harbour Trading as well", "It is said to have 12 employees",
		"The ban of May is said to name Firm Ltd", "The harbour office is none of ours", "Our name was never Harbour Trading", "Firm Ltd is its name",
	}
	_, err := s.Write(t.Context(), "1", graph.Draft{
		Documents: []graph.DocumentDraft{{Document: graph.Document{ID: "doc_paper", Title: "Paper of May", Language: "en", Rights: graph.FullText}, Text: strings.Join(text, ". ") + "."}},
		Entities: []graph.Entity{
			{ID: "ent_firm", Kind: graph.Company, Caption: "Firm Ltd"},
			{ID: "ent_office", Kind: graph.Office, Caption: "Harbour office"},
			{ID: "ent_paper", Kind: graph.Organization, Caption: "Paper"},
			{ID: "ent_ban", Kind: graph.Measure, MeasureKind: "BAN", Caption: "Ban of May"},
		},
		Statements: []graph.Statement{
			said(office, graph.Alleges, graph.PublisherVoice, "ent_paper", text[0]),
			said(name, graph.Alleges, graph.PublisherVoice, "ent_paper", text[1]),
			said(number, graph.Alleges, graph.PublisherVoice, "ent_paper", text[2]),
			said(ban, graph.Alleges, graph.PublisherVoice, "ent_paper", text[3]),
			said(office, graph.Denies, graph.PartyVoice, "ent_firm", text[4]),
			said(name, graph.Denies, graph.PartyVoice, "ent_firm", text[5]),
			said(known, graph.Asserts, graph.PublisherVoice, "ent_paper", text[6]),
		},
	})
	require.NoError(t, err)
}
