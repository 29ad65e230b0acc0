package neo4jstore

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// edgeCells are the cells of an edge of the second entity of a frontier.
func edgeCells() []any {
	return []any{
		int64(1), false, "ent_far", "clm_1", "ALLEGED_OWNS", nil, nil, int64(2), int64(5), "ALLEGED", true, int64(3), int64(4), []any{int64(2), int64(2)},
	}
}

func TestScanEdge(t *testing.T) {
	t.Parallel()
	frontier := []graph.EntityID{"ent_a", "ent_b"}
	want := graph.Edge{
		Near: "ent_b", Far: "ent_far", Position: 1, Direction: graph.In, Claim: "clm_1", Predicate: "OWNS", Modality: graph.Fact,
		Stretch: graph.Stretch{
			DayRange: graph.DayRange{From: 2, To: 5}, Standing: graph.Alleged, Tier: graph.AllegedTier, Contested: true, ShareMin: 3, ShareMax: 4,
			Certain: []graph.DayRange{{From: 2, To: 2}},
		},
	}
	c := &cells{values: edgeCells()}
	assert.Equal(t, want, scanEdge(c, frontier))
	require.NoError(t, c.err)

	values := edgeCells()
	values[1], values[4], values[5], values[6] = true, "POTENTIAL_TIED_TO", "owns", "PLAN"
	want.Direction, want.Predicate, want.Modality, want.Stretch.Tier = graph.Out, "owns", graph.Plan, graph.Safe
	c = &cells{values: values}
	assert.Equal(t, want, scanEdge(c, frontier), "what a type leaves open is read")
	require.NoError(t, c.err)
}

func TestScanEdge_Unreadable(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(values []any) []any{
		"beyond the frontier":     func(values []any) []any { values[0] = int64(2); return values },
		"before the frontier":     func(values []any) []any { values[0] = int64(-1); return values },
		"of a type that is none":  func(values []any) []any { values[4] = "SUBJECT"; return values },
		"with a day in words":     func(values []any) []any { values[7] = "today"; return values },
		"with cells that are not": func(values []any) []any { return values[:13] },
	} {
		c := &cells{values: spoil(edgeCells())}
		scanEdge(c, []graph.EntityID{"ent_a", "ent_b"})
		require.ErrorIs(t, c.err, graph.ErrUnavailable, name)
	}
}

func TestExpansion(t *testing.T) {
	t.Parallel()
	text, params := expansion(&graph.ExpandQuery{})
	assert.NotContains(t, text, "LIMIT $limit")
	assert.Empty(t, params)
	text, params = expansion(&graph.ExpandQuery{Limit: 5, Filter: graph.EdgeFilter{Predicates: []string{"OWNS"}}})
	assert.Contains(t, text, "RETURN r, far ORDER BY r.predicate, far.id, r.claim, r.from LIMIT $limit", "a hub is cut on the server")
	assert.Equal(t, map[string]any{"limit": 5}, params)
}

func TestOrderOf(t *testing.T) {
	t.Parallel()
	few := []string{"a", "b", "C"}
	rapid.Check(t, func(t *rapid.T) {
		edges := rapid.SliceOf(rapid.Custom(func(t *rapid.T) graph.Edge {
			pick := func(of string) string { return rapid.SampledFrom(few).Draw(t, of) }
			return graph.Edge{
				Position: rapid.IntRange(0, 2).Draw(t, "position"), Predicate: pick("predicate"), Far: graph.EntityID(pick("far")),
				Claim: graph.ClaimID(pick("claim")), Stretch: graph.Stretch{DayRange: graph.DayRange{From: graph.Day(rapid.IntRange(-1, 1).Draw(t, "from"))}},
			}
		})).Draw(t, "edges")
		order := orderOf(edges)
		assert.True(t, slices.IsSortedFunc(order, func(a, b int32) int { return compareEdges(&edges[a], &edges[b]) }))
		slices.Sort(order)
		for i, place := range order {
			assert.Equal(t, int32(i), place)
		}
	})
}

func TestCompareFacets(t *testing.T) {
	t.Parallel()
	inOrder := []graph.Facet{
		{Direction: graph.Out, Predicate: "A", Standing: graph.Stated},
		{Direction: graph.Out, Predicate: "B", Standing: graph.Refuted},
		{Direction: graph.Out, Predicate: "B", Standing: graph.Alleged},
		{Direction: graph.In, Predicate: "A", Standing: graph.Refuted},
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			assert.Equal(t, i < j, compareFacets(a, b) < 0, "%v and %v", a, b)
		}
	}
}

func TestScanFacet(t *testing.T) {
	t.Parallel()
	c := &cells{values: []any{"ent_a", true, "OWNS", "STATED", int64(3)}}
	assert.Equal(t, facetRead{"ent_a", graph.Facet{Direction: graph.Out, Predicate: "OWNS", Standing: graph.Stated, Count: 3}}, scanFacet(c))
	require.NoError(t, c.err)
}
