package graph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestCompareAgain_NamesTheField(t *testing.T) {
	t.Parallel()
	one, two := &graph.Quantity{Min: "2"}, &graph.Quantity{Min: "2"}
	for _, c := range []struct {
		name           string
		onFile, again  graph.Record
		field, subject string
	}{
		{"equal", &graph.Entity{ID: "ent_a", Caption: "A"}, &graph.Entity{ID: "ent_a", Caption: "A"}, "", ""},
		{"a field", &graph.Entity{ID: "ent_a"}, &graph.Entity{ID: "ent_a", MeasureKind: "SANCTION"}, "measureKind", "ent_a"},
		{"what a pointer points to", &graph.Entity{ID: "ent_a", Count: one}, &graph.Entity{ID: "ent_a", Count: two}, "", ""},
		{"an empty list is like a missing one", &graph.Claim{ID: "clm_c", Qualifiers: []graph.Qualifier{}}, &graph.Claim{ID: "clm_c"}, "", ""},
		{"a value", &graph.Claim{ID: "clm_c"}, &graph.Claim{ID: "clm_c", Value: graph.Name{Text: "x"}}, "value", "clm_c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			err := graph.CompareAgain(c.onFile, c.again)
			if c.field == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, graph.ErrConflict)
			assert.ErrorContains(t, err, c.subject+" is on file with another "+c.field)
		})
	}
}
