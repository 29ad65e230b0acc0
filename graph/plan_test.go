package graph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// relaid puts another text of the small world's document on file, in which all stands elsewhere.
func (w *world) relaid(t testing.TB) {
	t.Helper()
	w.write(t, graph.Draft{Documents: []graph.DocumentDraft{{
		Document: graph.Document{Title: "Acme and the service", Publisher: "ent_daily", Published: edtf.MustDate("2024-06-01")},
		Bytes:    []byte(acmeText), Text: "New head\n\n" + acmeText, Extractor: "plain 2",
	}}})
}

// What was held to the rules when it was written may be given again after they would judge it otherwise.
func TestAssertionsGivenAgainAreComparedOnly(t *testing.T) {
	tests := map[string]struct {
		before func(w *world) []graph.Statement
		given  func(w *world) graph.Statement
		change func(t *testing.T, w *world)
	}{
		"after a new layer": {
			nil,
			func(w *world) graph.Statement { return w.reported() },
			func(t *testing.T, w *world) { w.relaid(t) },
		},
		"after what made its speaker a party was retracted": {
			func(w *world) []graph.Statement { return []graph.Statement{included(w)} },
			func(w *world) graph.Statement {
				st := w.denied()
				st.Assertion.Speaker = "ent_group"
				return st
			},
			func(t *testing.T, w *world) {
				w.write(t, graph.Draft{Statements: []graph.Statement{w.retraction(included(w))}})
			},
		},
		"with a quote that a person confirmed": {
			nil,
			func(w *world) graph.Statement {
				st := w.say("cut", "acme", "CONDUCT", "", graph.Asserts, graph.PublisherVoice, "daily", "activities which threaten anyone")
				st.Claim.Object, st.Claim.Value = "", graph.Text{Wording: "engages in activities which threaten anyone", Language: "en"}
				st.Confirmed, st.Assertion.RecordedBy = true, "Ada"
				return st
			},
			func(*testing.T, *world) {},
		},
		"with an empty list for none": {
			nil,
			func(w *world) graph.Statement { return w.reported() },
			func(*testing.T, *world) {},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			if test.before != nil {
				w.write(t, graph.Draft{Statements: test.before(w)})
			}
			st := test.given(w)
			w.write(t, graph.Draft{Statements: []graph.Statement{st}})
			test.change(t, w)
			before := w.export(t, true)
			st.Assertion.ReportedBy = []graph.Report{}
			_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
			require.NoError(t, err)
			assert.Equal(t, before, w.export(t, true))
		})
	}
}

// included says that the group is Acme's.
func included(w *world) graph.Statement {
	return w.say("member", "group", "INCLUDES", "acme", graph.Asserts, graph.PublisherVoice, "daily", "Acme has over 400 million users.")
}

func TestQuotesGivenAgainAreFolded(t *testing.T) {
	tests := map[string]struct {
		change func(e *graph.Evidence)
		field  string // "" when the quote is the same
	}{
		"spelt otherwise":         {func(e *graph.Evidence) { e.Quote = "that  Acme owns\u00a0Beta" }, ""},
		"without its prefix":      {func(e *graph.Evidence) { e.Prefix = "" }, ""},
		"a longer quote":          {func(e *graph.Evidence) { e.Quote = "The Daily reported that Acme owns Beta."; e.Prefix = "" }, "evidence"},
		"the other of two places": {func(e *graph.Evidence) { e.Prefix = "withdrew its report" }, "evidence"},
		"of another page":         {func(e *graph.Evidence) { e.Page = "7" }, "evidence"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			st := w.reported()
			st.Assertion.Evidence[0].Quote, st.Assertion.Evidence[0].Prefix = "that Acme owns Beta", "The Daily reported"
			w.write(t, graph.Draft{Statements: []graph.Statement{st}})
			test.change(&st.Assertion.Evidence[0])
			_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
			if test.field == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, graph.ErrConflict)
			assert.ErrorContains(t, err, "ast_reported is on file with another "+test.field)
		})
	}
}

func TestNewAssertionsBesideOldOnesAreHeldToAllRules(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.reported()}})
	stranger := w.denied()
	stranger.Assertion.Speaker = "ent_court"
	_, err := w.try(graph.Draft{Statements: []graph.Statement{w.reported(), stranger}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "statement 2")
	require.ErrorContains(t, err, "voice")
}
