package neo4jstore

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// Facets counts for each entity the edges that pass the filter.
func (r *reader) Facets(
	ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter,
) (map[graph.EntityID][]graph.Facet, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	params := map[string]any{"rev": r.rev}
	match, may := matchEdges(&f, nil, params)
	if !may {
		return map[graph.EntityID][]graph.Facet{}, nil
	}
	text := match.in(facetsText())
	return inChunks(distinct(ids), func(ids []graph.EntityID) (map[graph.EntityID][]graph.Facet, error) {
		params["ids"] = textsOf(ids)
		return r.facets(ctx, text, params)
	})
}

var facetsText = sync.OnceValue(func() edgeText { return cutEdgeText(statement("facets")) })

// facetRead is a facet of an entity.
type facetRead struct {
	near  graph.EntityID
	facet graph.Facet
}

func scanFacet(c *cells) facetRead {
	return facetRead{near: graph.EntityID(c.text()), facet: graph.Facet{
		Direction: directionOf(c.flag()), Predicate: c.text(), Standing: graph.Standing(c.text()), Count: int(c.integer()),
	}}
}

func (r *reader) facets(ctx context.Context, text string, params map[string]any) (map[graph.EntityID][]graph.Facet, error) {
	reads, err := collected(ctx, r.store.conn, scanFacet, text, params)
	if err != nil {
		return nil, err
	}
	found := map[graph.EntityID][]graph.Facet{}
	for _, read := range reads {
		found[read.near] = append(found[read.near], read.facet)
	}
	for _, facets := range found {
		slices.SortFunc(facets, compareFacets)
	}
	return found, nil
}

// compareFacets puts OUT before IN, then predicates by name, then standings in the order of the rules.
func compareFacets(a, b graph.Facet) int {
	return cmp.Or(
		-cmp.Compare(a.Direction, b.Direction), strings.Compare(a.Predicate, b.Predicate),
		cmp.Compare(slices.Index(graph.Standings(), a.Standing), slices.Index(graph.Standings(), b.Standing)),
	)
}
