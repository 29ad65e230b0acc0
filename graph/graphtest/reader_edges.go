package graphtest

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Expand yields the edges of the frontier.
func (r *reader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		for position, near := range q.Frontier {
			if err := r.ready(ctx); err != nil {
				yield(graph.Edge{}, err)
				return
			}
			beyond := func(e graph.Edge) bool { return q.After == nil || compareEdges(edgeKey(&e), *q.After) > 0 }
			for _, e := range page(r.passing(near, &q.Filter), beyond, q.Limit) {
				e.Position = position
				e.FarRow, _ = r.entityRow(e.Far)
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// passing are the edges of one entity that pass a filter, in order.
func (r *reader) passing(near graph.EntityID, f *graph.EdgeFilter) []graph.Edge {
	var found []graph.Edge
	for _, e := range r.edgesOf(near) {
		if passesEdge(&e, f) && (f.FarKinds == 0 || f.FarKinds.Has(r.entities[e.Far].record.Kind)) {
			found = append(found, e)
		}
	}
	return found
}

// edgesOf are all edges of one entity, in order. An entity's tie to itself is one edge, OUT.
func (w *world) edgesOf(near graph.EntityID) []graph.Edge {
	w.indexed.Do(w.index)
	return w.edges[near]
}

// index works out once a world what is looked up by entity.
func (w *world) index() {
	w.edges, w.ties = map[graph.EntityID][]graph.Edge{}, map[graph.EntityID][]held[*graph.Claim]{}
	for _, c := range w.claims {
		w.ties[c.record.Subject] = append(w.ties[c.record.Subject], c)
		if c.record.Object == "" {
			continue
		}
		if c.record.Object != c.record.Subject {
			w.ties[c.record.Object] = append(w.ties[c.record.Object], c)
		}
		w.project(c.record)
	}
	for _, edges := range w.edges {
		slices.SortFunc(edges, func(a, b graph.Edge) int { return compareEdges(edgeKey(&a), edgeKey(&b)) })
	}
}

func (w *world) project(c *graph.Claim) {
	for _, row := range open(w.states[c.ID]) {
		out := graph.Edge{
			Near: c.Subject, Far: c.Object, Direction: graph.Out,
			Claim: c.ID, Predicate: c.Predicate, Modality: c.Modality, Stretch: row.stretch,
		}
		w.edges[out.Near] = append(w.edges[out.Near], out)
		if in := out; in.Near != in.Far {
			in.Near, in.Far, in.Direction = out.Far, out.Near, graph.In
			w.edges[in.Near] = append(w.edges[in.Near], in)
		}
	}
}

func edgeKey(e *graph.Edge) graph.EdgeKey {
	return graph.EdgeKey{Predicate: e.Predicate, Far: e.Far, Claim: e.Claim, From: e.Stretch.From}
}

func compareEdges(a, b graph.EdgeKey) int {
	return cmp.Or(
		cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Far, b.Far),
		cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.From, b.From),
	)
}

func passesEdge(e *graph.Edge, f *graph.EdgeFilter) bool {
	return among(f.Predicates, e.Predicate) && among(f.Standings, e.Stretch.Standing) && among(f.Tiers, e.Stretch.Tier) &&
		among(f.Modalities, e.Modality) && among(f.Between, e.Far) &&
		(f.Contested == nil || *f.Contested == e.Stretch.Contested) &&
		(f.Direction == "" || f.Direction == e.Direction) &&
		(f.At == nil || e.Stretch.Has(*f.At))
}

// Facets counts the edges that pass a filter.
func (r *reader) Facets(
	ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter,
) (map[graph.EntityID][]graph.Facet, error) {
	return rows(ctx, r, ids, func(id graph.EntityID) ([]graph.Facet, bool) {
		counts := map[graph.Facet]int{}
		for _, e := range r.passing(id, &f) {
			counts[graph.Facet{Direction: e.Direction, Predicate: e.Predicate, Standing: e.Stretch.Standing}]++
		}
		var facets []graph.Facet
		for facet, n := range counts {
			facet.Count = n
			facets = append(facets, facet)
		}
		slices.SortFunc(facets, compareFacets)
		return facets, len(facets) > 0
	})
}

// compareFacets puts OUT before IN, then predicates by name, then standings in the order of the rules.
func compareFacets(a, b graph.Facet) int {
	return cmp.Or(
		-cmp.Compare(a.Direction, b.Direction), cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(slices.Index(graph.Standings(), a.Standing), slices.Index(graph.Standings(), b.Standing)),
	)
}
