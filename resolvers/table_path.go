package resolvers

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// pathLines are the fields of what path search and subgraphs show.
func pathLines() table {
	return table{
		"PathResult.paths":        carried(func(n *model.PathsNode) []*graph.Path { return n.Paths }),
		"PathResult.excluded":     fixed(excludedPaths),
		"PathResult.excludedHubs": carried(func(n *model.PathsNode) []*graph.EntityRow { return n.Hubs }),
		"Path.hops":               carried(func(p *graph.Path) []*graph.Hop { return p.Hops }),
		"Path.weakestHop":         carried(func(p *graph.Path) []*graph.Hop { return p.Hops[p.Weakest : p.Weakest+1] }),
		"Hop.from":                carried(func(h *graph.Hop) []*graph.EntityRow { return some(h.From) }),
		"Hop.to":                  carried(func(h *graph.Hop) []*graph.EntityRow { return some(h.To) }),
		"Hop.claim":               fixed(named(func(h *graph.Hop) []string { return []string{string(h.Edge.Claim)} })),

		"Subgraph.entities": {load: whole(func(n *model.SubgraphNode) []*graph.EntityRow { return n.Entities }), whole: true},
		"Subgraph.ties":     {load: whole(func(n *model.SubgraphNode) []*graph.SubgraphTie { return n.Ties }), whole: true},
		"SubgraphTie.from":  carried(func(t *graph.SubgraphTie) []*graph.EntityRow { return some(t.From) }),
		"SubgraphTie.to":    carried(func(t *graph.SubgraphTie) []*graph.EntityRow { return some(t.To) }),
		"SubgraphTie.claim": fixed(named(func(t *graph.SubgraphTie) []string { return []string{string(t.Claim)} })),
	}
}

// whole is carried for a list with a bound of its own.
func whole[P graph.Node, N graph.Node](nodes func(P) []N) func(*args) graph.Relation {
	return func(*args) graph.Relation { return held(nodes) }
}

// excludedPaths counts what a search left out, with a budget of its own.
func excludedPaths(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
	pages := make([]graph.Page, len(parents))
	for i, parent := range parents {
		found, ok := parent.(*model.PathsNode)
		if !ok {
			continue
		}
		left, err := v.PathsExcluded(ctx, found.Query)
		if err != nil {
			return nil, err
		}
		pages[i] = alone(&model.ExcludedNode{PathsExcluded: left})
	}
	return pages, nil
}
