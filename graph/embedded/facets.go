package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Facets counts for each entity the edges that pass the filter. Without a day, kinds or far ends an index alone answers it.
func (r *reader) Facets(
	ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter,
) (map[graph.EntityID][]graph.Facet, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	found := map[graph.EntityID][]graph.Facet{}
	near, err := r.nearOf(ctx, distinct(ids))
	if err != nil || len(near.keys) == 0 {
		return found, err
	}
	s := r.facetCounts(&f, near)
	_, err = gather(ctx, r.source, func(rows *sql.Rows) (graph.Facet, error) {
		var place, flip int
		var predicate int64
		var standing tags
		var facet graph.Facet
		if err := rows.Scan(&place, &flip, &predicate, &standing, &facet.Count); err != nil {
			return facet, err
		}
		facet.Direction, facet.Standing = directionOf(flip), standing.standing()
		var err error
		facet.Predicate, err = r.store.words.text(predicate)
		found[near.ids[place]] = append(found[near.ids[place]], facet)
		return facet, err
	}, s.text.String(), s.args...)
	for _, facets := range found {
		slices.SortFunc(facets, compareFacets)
	}
	return found, err
}

func (r *reader) facetCounts(f *graph.EdgeFilter, near *nearEnds) *statement {
	const rest = " AS flip, s.predicate, s.tags & 15 AS standing"
	return say("SELECT near, flip, predicate, standing, count(*) FROM (").
		add(r.atEnds(f, near, "SELECT j.key AS near, 0"+rest, "SELECT j.key AS near, 1"+rest)).
		and(") GROUP BY near, flip, predicate, standing")
}

// compareFacets puts OUT before IN, then predicates by name, then standings in the order of the rules.
func compareFacets(a, b graph.Facet) int {
	return cmp.Or(
		-cmp.Compare(a.Direction, b.Direction), cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(slices.Index(graph.Standings(), a.Standing), slices.Index(graph.Standings(), b.Standing)),
	)
}
