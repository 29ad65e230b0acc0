package neo4jstore

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestChunks_AreBoundedByLengthAndBytes(t *testing.T) {
	t.Parallel()
	mega := strings.Repeat("x", 1<<20)
	times := func(n int, r graph.Record) []graph.Record { return slices.Repeat([]graph.Record{r}, n) }
	quote := func(length int) []graph.Evidence { return []graph.Evidence{{Start: 7, End: 7 + length}} }
	terms := make([]graph.Term, chunkBytes/termBytes/2)
	for name, test := range map[string]struct {
		records []graph.Record
		want    []int // the length of each chunk
	}{
		"none":                 {nil, nil},
		"one":                  {times(1, &graph.Entity{}), []int{1}},
		"as many as go":        {times(chunkLength, &graph.Entity{}), []int{chunkLength}},
		"one more":             {times(chunkLength+1, &graph.Entity{}), []int{chunkLength, 1}},
		"layers of 2 MiB":      {times(3, &graph.Layer{Text: mega + mega}), []int{2, 1}},
		"one above the limit":  {times(2, &graph.Layer{Text: strings.Repeat(mega, 9)}), []int{1, 1}},
		"quotes given":         {times(5, &graph.Assertion{Evidence: []graph.Evidence{{Quote: mega}}}), []int{2, 2, 1}}, // in the body too
		"quotes by their span": {times(5, &graph.Assertion{Evidence: append(quote(1<<20), quote(1<<20)...)}), []int{2, 2, 1}},
		"values":               {times(5, &graph.Claim{Value: graph.Text{Wording: mega + mega}}), []int{2, 2, 1}},
		"qualifiers":           {times(5, &graph.Claim{Qualifiers: []graph.Qualifier{{Value: mega + mega}}}), []int{2, 2, 1}},
		"reasons":              {times(5, &graph.Judgement{Reason: mega + mega}), []int{2, 2, 1}},
		"captions":             {times(5, &graph.Entity{Caption: mega + mega}), []int{2, 2, 1}},
		"titles":               {times(5, &graph.Document{Title: mega + mega}), []int{2, 2, 1}},
		"names":                {times(5, &graph.EntityState{Name: mega + mega}), []int{2, 2, 1}},
		"terms of entities":    {times(5, &graph.EntityState{Terms: terms}), []int{2, 2, 1}},
		"terms of layers":      {times(5, &graph.LayerTerms{Terms: terms}), []int{2, 2, 1}},
		"nothing": {[]graph.Record{
			nil, (*graph.Layer)(nil), (*graph.LayerTerms)(nil), (*graph.EntityState)(nil), (*graph.Assertion)(nil), (*graph.Claim)(nil),
		}, []int{6}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []int
			var all []graph.Record
			for chunk, err := range chunks(stream(test.records...)) {
				require.NoError(t, err)
				got, all = append(got, len(chunk)), append(all, chunk...)
			}
			assert.Equal(t, test.want, got)
			assert.Len(t, all, len(test.records))
		})
	}
}

func TestChunks_EndWithAnError(t *testing.T) {
	t.Parallel()
	cut := errors.New("the stream was cut")
	n := 0
	for chunk, err := range chunks(func(yield func(graph.Record, error) bool) {
		_ = yield(&graph.Entity{}, nil) && yield(nil, cut) && yield(&graph.Entity{}, nil)
	}) {
		require.ErrorIs(t, err, cut)
		assert.Empty(t, chunk, "what came before it is not written")
		n++
	}
	assert.Equal(t, 1, n)
	n = 0
	for _, err := range chunks(stream(slices.Repeat([]graph.Record{&graph.Layer{Text: strings.Repeat("x", chunkBytes)}}, 3)...)) {
		require.NoError(t, err)
		n++
		break
	}
	assert.Equal(t, 1, n, "who wants no more is given no more")
}
