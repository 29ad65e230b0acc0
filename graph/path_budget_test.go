package graph

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// searchWithin runs a search with budgets of its own.
func (x *pathTrial) searchWithin(t *testing.T, b pathBudget) *PathResult {
	t.Helper()
	x.graph.expanded = nil
	w, err := x.view().newWalk(t.Context(), x.query)
	require.NoError(t, err)
	w.budget = b
	require.NoError(t, w.search(t.Context()))
	return w.result
}

func TestPathsEdgeBudgetExpandsAnEntityWhollyOrNotAtAll(t *testing.T) {
	cuts := 0
	eachPathTrial(t, 300, func(t *testing.T, x *pathTrial) {
		full := x.searchWithin(t, fullPathBudget())
		for limit := range full.Cost.EdgesRead + 1 {
			got := x.searchWithin(t, pathBudget{edges: limit, partial: 1000})
			read, whole := x.wholeWithin(limit)
			assert.Equal(t, read, got.Cost.EdgesRead)
			for _, p := range got.Paths {
				for _, h := range p.Hops {
					assert.True(t, whole[h.From.ID] || whole[h.To.ID], "%s: a hop known from no entity that was read wholly", p.Key())
				}
			}
			if limit == full.Cost.EdgesRead {
				assert.Nil(t, got.Cut)
				assert.Equal(t, describePaths(full.Paths), describePaths(got.Paths))
				continue
			}
			assert.Equal(t, &Cut{Reason: EdgeBudget, Limit: limit}, got.Cut)
			cuts++
			x.assertAdmissible(t, got.Paths)
		}
	})
	assert.Greater(t, cuts, 1000)
}

// wholeWithin adds up the edges of the entities asked for, as long as each fits wholly into what is left, and names these.
func (x *pathTrial) wholeWithin(limit int) (int, map[EntityID]bool) {
	read, whole := 0, map[EntityID]bool{}
	for _, frontier := range x.graph.expanded {
		for _, id := range frontier {
			n := len(x.graph.edgesFrom(id, x.filter()))
			if read+n > limit {
				return read, whole
			}
			read += n
			whole[id] = true
		}
	}
	return read, whole
}

// assertAdmissible holds every path to those that exist, with all their ties, and to their order.
func (x *pathTrial) assertAdmissible(t *testing.T, paths []*Path) {
	t.Helper()
	all := map[string]bool{}
	for _, p := range x.graph.naivePaths(x.query, x.at) {
		all[p.String()] = true
	}
	for _, p := range paths {
		assert.True(t, all[describePath(p)], "%s", describePath(p))
	}
	assert.True(t, slices.IsSortedFunc(paths, func(a, b *Path) int { return len(a.Hops) - len(b.Hops) }))
}

func TestPathsPartialBudgetCutsAndSaysSo(t *testing.T) {
	cuts := 0
	eachPathTrial(t, 500, func(t *testing.T, x *pathTrial) {
		full := x.searchWithin(t, fullPathBudget())
		for limit := range full.Cost.PartialPaths + 1 {
			got := x.searchWithin(t, pathBudget{edges: 1000, partial: limit})
			assert.Equal(t, limit, got.Cost.PartialPaths)
			if limit == full.Cost.PartialPaths {
				assert.Nil(t, got.Cut)
				assert.Equal(t, describePaths(full.Paths), describePaths(got.Paths))
				continue
			}
			assert.Equal(t, &Cut{Reason: PartialPathBudget, Limit: limit}, got.Cut)
			cuts++
			x.assertAdmissible(t, got.Paths)
		}
	})
	assert.Greater(t, cuts, 1000)
}

func TestPathsBudgetEndsBeforeAnEntityThatDoesNotFit(t *testing.T) {
	g := newPathGraph()
	for _, id := range []EntityID{"ent_a", "ent_b", "ent_c", "ent_d"} {
		g.add(id, Company)
	}
	g.tie("clm_1", "ent_a", "ent_b")
	g.tie("clm_2", "ent_b", "ent_c")
	g.tie("clm_3", "ent_b", "ent_d")
	g.tie("clm_4", "ent_d", "ent_c")
	x := &pathTrial{graph: g, at: -1, query: PathQuery{From: "ent_a", ToKinds: KindsOf(Person)}}
	require.NoError(t, x.query.check(pathVocabulary()))

	got := x.searchWithin(t, pathBudget{edges: 3, partial: 100})

	assert.Equal(t, 1, got.Cost.EdgesRead, "a has one edge, b three: these are dropped")
	assert.Equal(t, &Cut{Reason: EdgeBudget, Limit: 3}, got.Cut)
	assert.Len(t, g.expanded, 2, "nothing is read after the cut")
}

func TestPathsFullBudgetIsTheOneOfTheAPI(t *testing.T) {
	assert.Equal(t, pathBudget{edges: 200_000, partial: 200_000}, fullPathBudget())
}

func TestPathsFailWhenReadingFails(t *testing.T) {
	broken := errors.New("the store broke")
	g := newPathGraph()
	for _, id := range []EntityID{"ent_a", "ent_b", "ent_c"} {
		g.add(id, Company)
	}
	g.tie("clm_1", "ent_a", "ent_b")
	g.tie("clm_2", "ent_b", "ent_c")
	g.fail = broken
	for after := range 2 {
		g.after = after
		_, err := g.view().Paths(t.Context(), PathQuery{From: "ent_a", To: "ent_c"})
		require.ErrorIs(t, err, broken, "after %d edges", after)
		_, err = g.view().PathsExcluded(t.Context(), PathQuery{From: "ent_a", To: "ent_c"})
		require.ErrorIs(t, err, broken, "after %d edges", after)
	}
}

// Running out of time is an error, never a shorter answer.
func TestPathsFailWhenTimeRunsOut(t *testing.T) {
	g := newPathGraph()
	g.add("ent_a", Company)
	g.add("ent_b", Company)
	g.tie("clm_1", "ent_a", "ent_b")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := g.view().Paths(ctx, PathQuery{From: "ent_a", To: "ent_b"})
	require.ErrorIs(t, err, context.Canceled)
}
