package graph_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// TestTextsHaveBounds writes each text at its longest, then one character longer: that is refused by an error that names the field,
// the bound and the length.
func TestTextsHaveBounds(t *testing.T) {
	valued := func(w *world, predicate string, v graph.Value) graph.Draft {
		st := w.registered()
		st.Claim = graph.Claim{Subject: "ent_acme", Predicate: predicate, Value: v}
		st.Assertion.Terms = graph.Terms{}
		return graph.Draft{Statements: []graph.Statement{st}}
	}
	document := func(d graph.Document) graph.Draft {
		return graph.Draft{Documents: []graph.DocumentDraft{{Document: d}}}
	}
	for name, test := range map[string]struct {
		field   string
		longest int
		draft   func(w *world, long string) graph.Draft
	}{
		"a caption": {"caption", 500, func(_ *world, long string) graph.Draft {
			return graph.Draft{Entities: []graph.Entity{{ID: "ent_long", Kind: graph.Company, Caption: long}}}
		}},
		"a caption that is mostly spaces": {"caption", 500, func(_ *world, long string) graph.Draft {
			caption := "a" + strings.Repeat(" ", utf8.RuneCountInString(long)-1)
			return graph.Draft{Entities: []graph.Entity{{ID: "ent_long", Kind: graph.Company, Caption: caption}}}
		}},
		"a name": {"value.text", 1000, func(w *world, long string) graph.Draft {
			return valued(w, "NAME", graph.Name{Text: long, Strength: graph.StrongName})
		}},
		"a mark": {"value.value", 500, func(w *world, long string) graph.Draft {
			return valued(w, "IDENTIFIER", graph.Identifier{Scheme: "LEI", Value: long})
		}},
		"a scheme": {"value.scheme", 100, func(w *world, long string) graph.Draft {
			return valued(w, "IDENTIFIER", graph.Identifier{Scheme: long, Value: "1"})
		}},
		"a title": {"title", 2000, func(_ *world, long string) graph.Draft {
			return document(graph.Document{Title: long, URL: "https://example.org/a"})
		}},
		"an address": {"url", 4000, func(_ *world, long string) graph.Draft {
			return document(graph.Document{Title: "A", URL: long})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write(t, test.draft(w, strings.Repeat("𝕏", test.longest)))
			_, err := w.try(test.draft(w, strings.Repeat("𝕏", test.longest+1)))
			require.ErrorIs(t, err, graph.ErrInvalid)
			var wrong *graph.FieldError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, test.field, wrong.Field)
			assert.Less(t, utf8.RuneCountInString(wrong.Value), 50, "not all of it is shown again")
			assert.Regexp(t, `^at most [0-9]+ characters; these are [0-9]+$`, wrong.Want)
			w.undrifted(t)
		})
	}
}

func TestOperationsHaveABound(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	longest := graph.OperationID(strings.Repeat("ä", 200))
	_, err := w.Write(context.Background(), longest, graph.Draft{Statements: []graph.Statement{w.denied()}})
	require.NoError(t, err)
	_, err = w.Write(context.Background(), longest+"ä", graph.Draft{Statements: []graph.Statement{w.alleged()}})
	require.ErrorIs(t, err, graph.ErrInvalid)
	require.ErrorContains(t, err, "operation")
}

// TestTermsHaveABound holds what is made of names and texts to what a database can index, whatever they are folded into: the
// ligature alone becomes 18 characters.
func TestTermsHaveABound(t *testing.T) {
	t.Parallel()
	const most = 4096 + len("w:")
	for name, long := range map[string]string{
		"letters of four bytes": strings.Repeat("𐌰", 1000), "a ligature": strings.Repeat("\ufdfa", 1000),
		"letters that are written as four": strings.Repeat("щ", 1000), "plain": strings.Repeat("x", 1000),
		"a word of a text": strings.Repeat("QUJD", 20_000), "words": strings.Repeat("ab ", 10_000),
	} {
		terms := append(graph.Marks{Names: []string{long}, Identifiers: []graph.Identifier{{Value: long}}}.Terms(), graph.TextTermsOf(long)...)
		require.NotEmpty(t, terms, name)
		for _, term := range terms {
			assert.LessOrEqual(t, len(term), most, name)
			assert.True(t, utf8.ValidString(string(term)), name)
		}
		assert.LessOrEqual(t, len(graph.SortName(long)), most, name)
		assert.True(t, utf8.ValidString(graph.SortName(long)), name)
	}
}
