package graph_test

import (
	"context"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// bent is a store whose edges are bent, as of a database in which somebody changed relationships by hand.
type bent struct {
	graph.Store
	bend func(edges []graph.Edge) []graph.Edge
}

func (b bent) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	reader, err := b.Store.Snapshot(ctx, at)
	return bentReader{reader, b.bend}, err
}

type bentReader struct {
	graph.Reader
	bend func(edges []graph.Edge) []graph.Edge
}

func (r bentReader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		lists, err := graph.ReadEdges(ctx, r.Reader, &q)
		if err != nil {
			yield(graph.Edge{}, err)
			return
		}
		for _, e := range r.bend(slices.Concat(lists...)) {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func TestCheckComparesEdgesWithTheirStretches(t *testing.T) {
	each := func(change func(e *graph.Edge)) func([]graph.Edge) []graph.Edge {
		return func(edges []graph.Edge) []graph.Edge {
			for i := range edges {
				change(&edges[i])
			}
			return edges
		}
	}
	tests := map[string]struct {
		bend func([]graph.Edge) []graph.Edge
		says string // "": nothing differs
	}{
		"as they are":      {each(func(*graph.Edge) {}), ""},
		"one missing":      {func([]graph.Edge) []graph.Edge { return nil }, "not on file: ent_acme COOPERATES_WITH ent_service"},
		"one twice":        {func(e []graph.Edge) []graph.Edge { return slices.Concat(e, e) }, "that nothing makes: ent_acme"},
		"a safe one":       {each(func(e *graph.Edge) { e.Stretch.Tier, e.Stretch.Standing = graph.Safe, graph.Recorded }), "derived ent_acme"},
		"to another":       {each(func(e *graph.Edge) { e.Far = "ent_beta" }), "its tie on file is ent_acme COOPERATES_WITH ent_beta"},
		"of another kind":  {each(func(e *graph.Edge) { e.Predicate = "OWNS" }), "its tie on file is ent_acme OWNS"},
		"of another day":   {each(func(e *graph.Edge) { e.Stretch.From = 7 }), "that nothing makes"},
		"of another end":   {each(func(e *graph.Edge) { e.Stretch.To = 7 }), "derived"},
		"not contested":    {each(func(e *graph.Edge) { e.Stretch.Contested = !e.Stretch.Contested }), "derived"},
		"certain":          {each(func(e *graph.Edge) { e.Stretch.Certain = []graph.DayRange{{From: 1, To: 2}} }), "derived"},
		"of a share":       {each(func(e *graph.Edge) { e.Stretch.ShareMin = 5 }), "derived"},
		"of another claim": {each(func(e *graph.Edge) { e.Claim = "clm_other" }), "that nothing makes"},
		"of a stranger": {func(edges []graph.Edge) []graph.Edge {
			for _, e := range edges {
				if e.Direction == graph.In {
					e.Far, e.Claim = "ent_stranger", "clm_strange"
					return append(edges, e)
				}
			}
			return edges
		}, "that nothing makes: ent_stranger COOPERATES_WITH ent_service"},
	}
	w := newWorld(t)
	w.write(t, graph.Draft{Statements: []graph.Statement{w.alleged()}})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var told []string
			result, err := graph.NewService(bent{w.store, test.bend}, graph.Options{}).Check(t.Context(), func(d graph.Drift) {
				assert.Equal(t, graph.StandingRecord, d.Kind)
				told = append(told, d.Problem)
			}, nil)
			require.NoError(t, err)
			assert.Equal(t, len(told), result.Drifts)
			if test.says == "" {
				assert.Empty(t, told)
				return
			}
			require.NotEmpty(t, told)
			assert.Contains(t, told[0], test.says)
		})
	}
}
