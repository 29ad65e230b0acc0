package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// fileContested puts a register's entry on file, which accuses nobody, and a denial in other words that was judged to mean it. It gives
// the entry's claim.
func fileContested(t *testing.T, s *graph.Service) graph.ClaimID {
	t.Helper()
	const text = "The extract shows that Hold Ltd owns Works Ltd. Works Ltd said: we answer to no owner."
	owns := graph.Statement{
		Claim: graph.Claim{Subject: "ent_hold", Predicate: "OWNS", Object: "ent_works"},
		Assertion: graph.Assertion{
			Stance: graph.Asserts, Voice: graph.RegisterVoice, Speaker: "ent_register", RecordedBy: "t",
			Period:   graph.Period{From: edtf.Bound{Date: edtf.MustDate("2010")}},
			Evidence: []graph.Evidence{{Document: "doc_file", Start: graph.UnknownStart, Quote: "Hold Ltd owns Works Ltd"}},
		},
	}
	denies := graph.Statement{
		Claim: graph.Claim{Subject: "ent_works", Predicate: "CONDUCT", Value: graph.Text{Wording: "answers to an owner", Language: "en"}},
		Assertion: graph.Assertion{
			ID: "ast_denial", Stance: graph.Denies, Voice: graph.PartyVoice, Speaker: "ent_works", RecordedBy: "t",
			Evidence: []graph.Evidence{{Document: "doc_file", Start: graph.UnknownStart, Quote: "we answer to no owner"}},
		},
		Confirmed: true,
	}
	filed, err := s.Write(t.Context(), "1", graph.Draft{
		Documents: []graph.DocumentDraft{{Document: graph.Document{ID: "doc_file", Title: "An extract", Language: "en", Rights: graph.FullText}, Text: text}},
		Entities: []graph.Entity{
			{ID: "ent_hold", Kind: graph.Company, Caption: "Hold Ltd"},
			{ID: "ent_works", Kind: graph.Company, Caption: "Works Ltd"},
			{ID: "ent_register", Kind: graph.Agency, Caption: "Register"},
		},
		Competence: []graph.BodyCompetence{{Body: "ent_register", Rows: []graph.Competence{{Voice: graph.RegisterVoice}}}},
		Statements: []graph.Statement{owns, denies},
	})
	require.NoError(t, err)
	_, err = s.Write(t.Context(), "2", graph.Draft{Judgements: []graph.Judgement{
		{Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_denial", Claim: filed.Claims[0], By: "t"},
	}})
	require.NoError(t, err)
	return filed.Claims[0]
}

// contested holds that what nobody alleges but a party denies in other words names the denier in every view and file.
func (s dashboard) contested(t *testing.T) {
	var claim graph.ClaimID
	p := s.browser.at(t, emptyAPI(t, func(s *graph.Service) { claim = fileContested(t, s) }))(t)
	const both, denier, words = "&set=ent_hold,ent_works", "Works Ltd (in other words, judged to mean this claim)", "we answer to no owner"
	for name, view := range map[string]struct{ address, row string }{
		"table":            {"view=table" + both, "tbody tr"},
		"timeline":         {"view=timeline" + both, "#rows tbody tr"},
		"compare entities": {"view=compare&x.by=entities" + both, "#between tbody tr"},
	} {
		t.Run(name, func(_ *testing.T) {
			p.open("/#v=1&" + view.address)
			p.awaitText(view.row, denier)
		})
	}
	t.Run("compare days", func(_ *testing.T) {
		p.open("/#v=1&view=compare&x.a=2020-01-01&x.b=2021-01-01" + both)
		p.await(`document.querySelector('#unchanged')`)
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#unchanged').open = true`))
		p.awaitText("#unchanged tbody tr", denier)
	})
	for name, view := range map[string]struct{ address, card, source string }{
		"open claim": {"view=table" + both + "&claim=" + string(claim), ".panel .against", "An extract"},
		"paths":      {"view=paths&x.to=ent_works&set=ent_hold", ".hop .against", "An extract"},
		"dossier":    {"view=dossier" + both, `[data-claim="` + string(claim) + `"] .against`, "[1]"},
	} {
		t.Run(name, func(t *testing.T) {
			p.open("/#v=1&" + view.address)
			for _, part := range []string{"Denied in other words, judged to mean this claim, by", "Works Ltd", words, view.source} {
				p.awaitText(view.card, part)
			}
			p.shoot("contested " + name)
			assert.NotContains(t, p.texts("main")[0], "no denial found")
		})
	}
	t.Run("files", func(t *testing.T) {
		p.open("/#v=1&view=table" + both)
		p.awaitText(".bar", "1 tie")
		_, body := p.saved("Save as CSV")
		assert.Contains(t, string(body), denier)
		assert.Contains(t, string(body), words)
	})
	p.assertQuiet()
}
