package graph_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/polarity"
)

func TestWriteDerivesStandingsInTheSameRevision(t *testing.T) {
	w := newWorld(t)
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	assert.Equal(t, graph.Alleged, w.standing(t, receipt.Claims[0]))

	later := w.write(t, graph.Draft{Statements: []graph.Statement{w.denied()}})
	assert.Equal(t, receipt.Claims, later.Claims, "a denial is about the same claim")
	assert.Equal(t, graph.Disputed, w.standing(t, receipt.Claims[0]))
	w.undrifted(t)
}

func TestQuoteIsStoredAsItStands(t *testing.T) {
	w := newWorld(t)
	st := w.alleged()
	st.Assertion.Evidence[0].Quote = "The Bureau of\u00a0Trade  said on 3 May 2024 that Acme cooperated with the Service."
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{st}})
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	rows, err := view.Assertions(context.Background(), receipt.Assertions)
	require.NoError(t, err)
	e := rows[receipt.Assertions[0]].Evidence[0]
	assert.Equal(t, "The Bureau of Trade said on 3 May 2024 that Acme cooperated with the Service.", e.Quote)
	assert.Equal(t, e.Quote, string([]rune(acmeText)[e.Start:e.End]))
}

func TestRepeatedOperationWritesNothing(t *testing.T) {
	w := newWorld(t)
	draft := graph.Draft{Statements: []graph.Statement{w.alleged()}}
	first, err := w.Write(context.Background(), "op", draft)
	require.NoError(t, err)
	again, err := w.Write(context.Background(), "op", draft)
	require.NoError(t, err)
	assert.Equal(t, first, again)

	_, err = w.Write(context.Background(), "op", graph.Draft{Statements: []graph.Statement{w.denied()}})
	require.ErrorIs(t, err, graph.ErrConflict)
}

func TestEqualThingsGivenAgainAreLeftAlone(t *testing.T) {
	w := newWorld(t)
	draft := graph.Draft{
		Entities:   []graph.Entity{{ID: "ent_acme", Kind: graph.Company, Caption: "Acme"}},
		Statements: []graph.Statement{w.alleged(), w.registered()},
	}
	w.write(t, draft)
	before := w.export(t, true)
	w.write(t, draft)
	assert.Equal(t, before, w.export(t, true))
}

func TestAnIdGivenAgainWithOtherContentIsAConflict(t *testing.T) {
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	changed := w.alleged()
	changed.Assertion.Channel = "press call"
	tests := map[string]struct {
		draft graph.Draft
		names []string
	}{
		"entity": {
			graph.Draft{Entities: []graph.Entity{{ID: "ent_acme", Kind: graph.Person, Caption: "Acme"}}},
			[]string{"ent_acme", "kind"},
		},
		"assertion": {graph.Draft{Statements: []graph.Statement{changed}}, []string{"ast_alleged", "channel"}},
		"document": {
			graph.Draft{Documents: []graph.DocumentDraft{{Document: graph.Document{Title: "Other"}, Text: acmeText}}},
			[]string{string(w.doc), "title"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := w.try(test.draft)
			require.ErrorIs(t, err, graph.ErrConflict)
			for _, part := range test.names {
				assert.ErrorContains(t, err, part)
			}
		})
	}
}

func TestRefusedDraftLeavesNothing(t *testing.T) {
	w := newWorld(t)
	before := w.export(t, false)
	wrong := w.denied()
	wrong.Assertion.Evidence[0].Quote = "Acme admitted that it had cooperated with the Service."
	_, err := w.try(graph.Draft{
		Entities:   []graph.Entity{{ID: "ent_new", Kind: graph.Person, Caption: "New"}},
		Statements: []graph.Statement{w.alleged(), wrong},
	})
	require.ErrorIs(t, err, graph.ErrEvidenceMismatch)
	assert.Equal(t, before, w.export(t, false))
}

func TestMismatchNamesTheNearestPlace(t *testing.T) {
	w := newWorld(t)
	st := w.alleged()
	st.Assertion.Evidence[0].Start = 3
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	var mismatch *graph.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, 3, mismatch.Start)
	assert.Equal(t, len([]rune("Acme and the service\n\n")), mismatch.Nearest)
}

func TestAmbiguousQuoteListsItsPlaces(t *testing.T) {
	w := newWorld(t)
	st := w.reported()
	st.Assertion.Evidence[0].Quote = "that Acme owns Beta"
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	var ambiguous *graph.AmbiguousQuoteError
	require.ErrorAs(t, err, &ambiguous)
	require.ErrorIs(t, err, graph.ErrConflict)
	require.Len(t, ambiguous.Candidates, 2)
	assert.Equal(t, "The Daily reported that Acme owns Beta.", ambiguous.Candidates[0].Sentence)

	st.Assertion.Evidence[0].Prefix = "The Daily reported"
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{st}})
	assert.Equal(t, graph.Reported, w.standing(t, receipt.Claims[0]))
}

func TestPolarityIsForPersonsToConfirm(t *testing.T) {
	w := newWorld(t)
	st := w.say("cut", "acme", "CONDUCT", "", graph.Asserts, graph.PublisherVoice, "daily", "activities which threaten anyone")
	st.Claim.Object, st.Claim.Value = "", graph.Text{Wording: "engages in activities which threaten anyone", Language: "en"}
	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "Acme said that it does not engage in activities which threaten anyone.")

	st.Confirmed = true
	_, err = w.try(graph.Draft{Statements: []graph.Statement{st}})
	require.ErrorIs(t, err, graph.ErrInvalid, "somebody must stand by it")

	st.Assertion.RecordedBy = "Ada"
	receipt := w.write(t, graph.Draft{Statements: []graph.Statement{st}})
	view, err := w.View(context.Background(), nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, view.Close()) }()
	rows, err := view.Assertions(context.Background(), receipt.Assertions)
	require.NoError(t, err)
	assert.Equal(t, "Ada", rows[receipt.Assertions[0]].ConfirmedBy)
}

func TestWriteTellsAllFaultsAtOnce(t *testing.T) {
	w := newWorld(t)
	first, second := w.alleged(), w.denied()
	first.Place, second.Place = "facts.yaml:3", "facts.yaml:9"
	first.Assertion.Evidence[0].Quote = "nothing of the kind"
	second.Assertion.Speaker = "ent_nobody"
	_, err := w.try(graph.Draft{Statements: []graph.Statement{first, second}})
	require.Error(t, err)
	require.ErrorContains(t, err, "facts.yaml:3")
	require.ErrorContains(t, err, "facts.yaml:9")
	assert.True(t, errors.Is(err, graph.ErrEvidenceMismatch) && errors.Is(err, graph.ErrNotFound))
}

func TestOneDraftMayBeGivenTwice(t *testing.T) {
	w := newWorld(t)
	given := []graph.EntityID{"ent_group", "ent_acme"}
	draft := graph.Draft{Judgements: []graph.Judgement{
		{Kind: graph.Identity, Verdict: graph.UnsureVerdict, By: "Ada", Entities: given},
	}}
	first, err := w.Write(context.Background(), "op", draft)
	require.NoError(t, err)
	again, err := w.Write(context.Background(), "op", draft)
	require.NoError(t, err)
	assert.Equal(t, first, again)
	assert.Equal(t, []graph.EntityID{"ent_group", "ent_acme"}, given, "the caller's list is left as it was")
}

func TestPrefixTellsAnyOfManyPlacesApart(t *testing.T) {
	w := newWorld(t)
	var body strings.Builder
	for i := range 30 {
		fmt.Fprintf(&body, "Item %d says Acme owns Beta.\n\n", i)
	}
	doc := w.document(t, body.String(), graph.FullText)
	st := w.say("many", "acme", "OWNS", "beta", graph.Asserts, graph.PublisherVoice, "daily", "Acme owns Beta.")
	st.Assertion.Evidence[0].Document = doc

	_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
	var ambiguous *graph.AmbiguousQuoteError
	require.ErrorAs(t, err, &ambiguous)
	assert.Len(t, ambiguous.Candidates, 20)
	assert.Equal(t, 30, ambiguous.Total)
	require.ErrorContains(t, err, "in 30 places")

	st.Assertion.Evidence[0].Prefix = "Item 25 says "
	w.write(t, graph.Draft{Statements: []graph.Statement{st}})
}

// document puts a text on file, published by the Daily.
func (w *world) document(t testing.TB, body string, rights graph.Rights) graph.DocumentID {
	t.Helper()
	receipt := w.write(t, graph.Draft{Documents: []graph.DocumentDraft{{
		Document: graph.Document{Title: "another", Publisher: "ent_daily", Rights: rights}, Text: body,
	}}})
	return receipt.Documents[0]
}

func TestRefusalsKeepTheWordsOfAMetadataOnlyDocument(t *testing.T) {
	const body = "Secret: Acme owns Beta. Hidden: it is false that Acme owns Beta."
	for _, rights := range []graph.Rights{graph.QuoteOnly, graph.MetadataOnly} {
		t.Run(string(rights), func(t *testing.T) {
			w := newWorld(t)
			st := w.say("x", "acme", "OWNS", "beta", graph.Asserts, graph.PublisherVoice, "daily", "Acme owns Beta.")
			st.Assertion.Evidence[0].Document = w.document(t, body, rights)
			_, err := w.try(graph.Draft{Statements: []graph.Statement{st}})
			var ambiguous *graph.AmbiguousQuoteError
			require.ErrorAs(t, err, &ambiguous)
			require.Len(t, ambiguous.Candidates, 2)
			assert.Equal(t, len("Secret: "), ambiguous.Candidates[0].Start)
			assert.Equal(t, len("Secret: Acme owns Beta."), ambiguous.Candidates[0].End)
			assert.Equal(t, rights == graph.MetadataOnly, ambiguous.Candidates[0].Sentence == "")

			st.Assertion.Evidence[0].Start = strings.LastIndex(body, "Acme owns Beta.")
			_, err = w.try(graph.Draft{Statements: []graph.Statement{st}})
			require.ErrorIs(t, err, graph.ErrInvalid)
			require.ErrorIs(t, err, polarity.ErrRefused)
			if rights == graph.QuoteOnly {
				require.ErrorContains(t, err, "Hidden")
				return
			}
			assert.NotContains(t, err.Error(), "Hidden")
			assert.NotContains(t, err.Error(), "false")
			require.ErrorContains(t, err, string(polarity.CutNegation))
			require.ErrorContains(t, err, "class "+string(polarity.Negation))
			var refused *polarity.RefusedError
			require.NotErrorAs(t, err, &refused, "its parts are not given either")
		})
	}
}

func TestMismatchSaysWhereTheQuoteStands(t *testing.T) {
	at := func(start, nearest int) string {
		return (&graph.MismatchError{Layer: "lay_a", Quote: "q", Start: start, Nearest: nearest}).Error()
	}
	assert.Equal(t, `quote "q" does not stand in lay_a`, at(graph.UnknownStart, graph.UnknownStart))
	assert.Equal(t, `quote "q" stands at 7 in lay_a, but not after the words given`, at(graph.UnknownStart, 7))
	assert.Equal(t, `quote "q" does not stand at 3 in lay_a, nor elsewhere in it`, at(3, graph.UnknownStart))
	assert.Equal(t, `quote "q" does not stand at 3 in lay_a, but at 7`, at(3, 7))
}
