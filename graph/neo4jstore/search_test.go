package neo4jstore

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestSearch_OfEntities(t *testing.T) {
	t.Parallel()
	text, params := search(&graph.TermQuery{
		Target: graph.EntityTerms, Kinds: graph.KindsOf(graph.City),
		Sets: []graph.TermSet{{Terms: []graph.Term{"a", "b", "a"}, Least: 2}, {}, {Terms: []graph.Term{"b", "c"}}},
	}, 20)
	assert.Equal(t, map[string]any{
		"terms": []string{"a", "b", "c"}, "wanted": 20, "limit": 41, "kinds": []string{"CITY"},
		"terms0": []string{"a", "b"}, "least0": 2, "terms1": []string(nil), "least1": 1, "terms2": []string{"b", "c"}, "least2": 1,
	}, params)
	assert.Contains(t, text, "CALL (page0, page1) {\n  UNWIND CASE WHEN size(page0) > $wanted OR size(page1) > $wanted THEN [] ELSE $terms2 END AS text")
	assert.Contains(t, text, "WHERE held >= $least2 AND x.kind IN $kinds")
	assert.Contains(t, text, "RETURN [counts, page0, page1, page2]")
	assert.Equal(t, 4, strings.Count(text, "<-[h:FOUND_BY]-(x) USING INDEX SEEK t:Term(text) WHERE h.since <= $rev AND $rev < h.until"))
	assert.NotContains(t, text, "/*")
}

func TestSearch_OfDocuments(t *testing.T) {
	t.Parallel()
	text, params := search(&graph.TermQuery{
		Target: graph.TextTerms, Kinds: graph.KindsOf(graph.City), Sets: []graph.TermSet{{Terms: []graph.Term{"a"}}},
	}, 1000)
	assert.NotContains(t, params, "kinds", "they are of entities")
	assert.Contains(t, text, "<-[h:TEXT_TERM]-(x) USING INDEX SEEK t:Term(text) WHERE h.since <= $rev\n")
	assert.NotContains(t, text, "h.until", "what a layer says stays said")
}

func TestInTurn(t *testing.T) {
	t.Parallel()
	page := func(ids string) []any {
		list := []any{}
		for id := range strings.FieldsSeq(ids) {
			list = append(list, id)
		}
		return list
	}
	for _, test := range []struct {
		name  string
		pages [][]any
		limit int
		want  []string
		cut   bool
	}{
		{"none", [][]any{page(""), nil}, 3, nil, false},
		{"one after the other", [][]any{page("c d"), page("a b")}, 4, []string{"c", "d", "a", "b"}, false},
		{"none twice", [][]any{page("c d"), page("a c d e")}, 4, []string{"c", "d", "a", "e"}, false},
		{"more than the limit", [][]any{page("c d"), page("a c d e")}, 3, []string{"c", "d", "a"}, true},
		{"as many, and again those", [][]any{page("c d"), page("c d"), page("")}, 2, []string{"c", "d"}, false},
	} {
		ids, cut := inTurn(test.pages, test.limit)
		assert.Equal(t, test.want, ids, test.name)
		assert.Equal(t, test.cut, cut, test.name)
	}
}

// What a search takes from pages of twice its limit and one is what it would take from all that the sets match.
func TestInTurn_PagesAreLongEnough(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 4).Draw(t, "limit")
		var whole, pages [][]any
		enough := false
		for range rapid.IntRange(1, 5).Draw(t, "sets") {
			matches := []any{}
			for id := 'a'; id < 'p'; id++ {
				if rapid.Bool().Draw(t, string(id)) {
					matches = append(matches, string(id))
				}
			}
			page := matches[:min(len(matches), 2*limit+1)]
			if enough {
				page = nil
			}
			whole, pages, enough = append(whole, matches), append(pages, page), enough || len(page) > limit
		}
		want, wantCut := inTurn(whole, limit)
		got, cut := inTurn(pages, limit)
		assert.Equal(t, want, got)
		assert.Equal(t, wantCut, cut)
	})
}

func TestCountHolders(t *testing.T) {
	t.Parallel()
	holds := map[graph.Term]int{"a": 0, "b": 0}
	require.NoError(t, countHolders([]any{[]any{"b", int64(7)}}, holds))
	assert.Equal(t, map[graph.Term]int{"a": 0, "b": 7}, holds)
	require.ErrorIs(t, countHolders([]any{[]any{"b", "seven"}}, holds), graph.ErrUnavailable)
}
