package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// slipped is a world in which the Daily's document says of the listing what a reviewer may reject; the bureau says it elsewhere.
func slipped(t *testing.T, decided graph.ReviewState) (*world, graph.DocumentID) {
	t.Helper()
	const words = "The Daily said that the Bureau listed Acme."
	w := newWorld(t)
	w.write(t, graph.Draft{Documents: []graph.DocumentDraft{{
		Document: graph.Document{Title: "other", Publisher: "ent_daily", Published: edtf.MustDate("2024-07-01")}, Text: words,
	}}})
	targets := w.say("targets", "listing", "TARGETS", "acme", graph.Asserts, graph.AuthorityVoice, "bureau",
		"The Bureau of Trade listed Acme on 5 May 2024.")
	slip := w.say("slip", "listing", "TARGETS", "acme", graph.Asserts, graph.PublisherVoice, "daily", "the Bureau listed Acme.")
	slip.Assertion.Evidence[0].Document = graph.ContentDocumentID([]byte(words))
	w.write(t, graph.Draft{Statements: []graph.Statement{targets, slip}})
	w.write(t, graph.Draft{Decisions: []graph.ReviewDecision{{Assertion: "ast_slip", State: decided, By: "Ada", Reason: "read again"}}})
	return w, slip.Assertion.Evidence[0].Document
}

func TestReadRejectedSlipsSelectNothing(t *testing.T) {
	all := graph.PageArgs{First: 10}
	for name, read := range map[string]func(t *testing.T, v *graph.View, slip graph.DocumentID) bool{
		"measures by speaker": func(t *testing.T, v *graph.View, _ graph.DocumentID) bool {
			page, err := v.MeasuresPage(context.Background(), graph.MeasureFilter{Speaker: []graph.EntityID{"ent_daily"}}, all)
			require.NoError(t, err)
			return len(page.Rows) > 0
		},
		"measures by document": func(t *testing.T, v *graph.View, slip graph.DocumentID) bool {
			page, err := v.MeasuresPage(context.Background(), graph.MeasureFilter{Document: []graph.DocumentID{slip}}, all)
			require.NoError(t, err)
			return len(page.Rows) > 0
		},
		"claims by speaker": func(t *testing.T, v *graph.View, _ graph.DocumentID) bool {
			page, err := v.ClaimsPage(context.Background(), graph.ClaimFilter{Speaker: []graph.EntityID{"ent_daily"}}, all)
			require.NoError(t, err)
			return len(page.Rows) > 0
		},
		"documents by entity": func(t *testing.T, v *graph.View, _ graph.DocumentID) bool {
			page, err := v.SearchDocuments(context.Background(), graph.DocumentFilter{About: []graph.EntityID{"ent_listing"}}, all)
			require.NoError(t, err)
			assert.NotEmpty(t, page.Rows)
			return len(page.Rows) == 2
		},
		"documents of an entity": func(t *testing.T, v *graph.View, _ graph.DocumentID) bool {
			page := ofEntity(t, v, "ent_listing", graph.EntityDocuments(graph.DocumentFilter{}, all))
			assert.NotEmpty(t, page.Rows)
			return len(page.Rows) == 2
		},
	} {
		for _, state := range []graph.ReviewState{graph.Accepted, graph.Rejected} {
			t.Run(name+" "+string(state), func(t *testing.T) {
				w, slip := slipped(t, state)
				v, day := w.view(t), edtf.DayOf(2025, 1, 1)
				assert.Equal(t, state == graph.Accepted, read(t, v, slip), "of all that is on file")
				assert.Equal(t, state == graph.Accepted, read(t, v.On(nil, &day), slip), "of what was public")
			})
		}
	}
}
