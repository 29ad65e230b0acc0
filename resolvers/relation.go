package resolvers

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// held is a relation to nodes that the parent carries: nothing is read. Parents of another type have none.
func held[P graph.Node, N graph.Node](nodes func(P) []N) graph.Relation {
	return func(_ context.Context, _ *graph.View, parents []graph.Node) ([]graph.Page, error) {
		pages := make([]graph.Page, len(parents))
		for i, parent := range parents {
			p, ok := parent.(P)
			if !ok {
				continue
			}
			for _, node := range nodes(p) {
				pages[i].Rows = append(pages[i].Rows, graph.Row{Node: node})
			}
		}
		return pages, nil
	}
}

// some is the node, or none when there is none.
func some[T any](node *T) []*T {
	if node == nil {
		return nil
	}
	return []*T{node}
}

// named is a relation to what ids name: those that are not on file are left out.
func named[P graph.Node](ids func(P) []string) graph.Relation {
	return func(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
		var all []string
		counts := make([]int, len(parents))
		for i, parent := range parents {
			if p, ok := parent.(P); ok {
				own := ids(p)
				counts[i], all = len(own), append(all, own...)
			}
		}
		nodes, err := v.Nodes(ctx, all)
		if err != nil {
			return nil, err
		}
		pages := make([]graph.Page, len(parents))
		for i, n := range counts {
			for _, node := range nodes[:n] {
				if node != nil {
					pages[i].Rows = append(pages[i].Rows, graph.Row{Node: node})
				}
			}
			nodes = nodes[n:]
		}
		return pages, nil
	}
}

// chain is a relation to what the second gives for the only row of the first.
func chain(first, second graph.Relation) graph.Relation {
	return func(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
		pages, err := first(ctx, v, parents)
		if err != nil {
			return nil, err
		}
		var between []graph.Node
		var places []int
		for i, page := range pages {
			if len(page.Rows) > 0 {
				between, places = append(between, page.Rows[0].Node), append(places, i)
			}
		}
		if len(between) == 0 {
			return pages, nil
		}
		found, err := second(ctx, v, between)
		if err != nil {
			return nil, err
		}
		for i, place := range places {
			pages[place] = found[i]
		}
		return pages, nil
	}
}

// single reads one page for the one parent that there is at the top.
func single(read func(ctx context.Context, v *graph.View) (graph.Page, error)) graph.Relation {
	return func(ctx context.Context, v *graph.View, _ []graph.Node) ([]graph.Page, error) {
		page, err := read(ctx, v)
		return []graph.Page{page}, err
	}
}

// alone is a page of one row.
func alone(node graph.Node) graph.Page { return graph.Page{Rows: []graph.Row{{Node: node}}} }
