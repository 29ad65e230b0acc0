package graph

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// Expand gives edges as they were public, in the order of a store.
func (p *publicReader) Expand(ctx context.Context, q ExpandQuery) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		lists, err := p.edges(ctx, q)
		if err != nil {
			yield(Edge{}, err)
			return
		}
		for _, list := range lists {
			for _, e := range list {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// edges gives the edges of each entity of the frontier.
func (p *publicReader) edges(ctx context.Context, q ExpandQuery) ([][]Edge, error) {
	f := &q.Filter
	role := map[Direction]ClaimRole{Out: AsSubject, In: AsObject}[f.Direction]
	claims, err := p.listClaims(ctx, ClaimQuery{
		Owners: asStrings(q.Frontier), Role: cmp.Or(role, AnyEnd), Predicates: f.Predicates, Modalities: f.Modalities,
	}, func(c *ClaimRow) bool {
		return c.Object != "" && (len(f.Between) == 0 || slices.Contains(f.Between, c.Object) || slices.Contains(f.Between, c.Subject))
	})
	if err != nil {
		return nil, err
	}
	var far []EntityID
	for _, c := range slices.Concat(claims...) {
		far = append(far, c.Subject, c.Object)
	}
	rows := map[EntityID]*EntityRow{}
	if len(far) > 0 {
		if rows, err = p.Entities(ctx, sortedSet(far)); err != nil {
			return nil, err
		}
	}
	out := make([][]Edge, len(q.Frontier))
	for i, near := range q.Frontier {
		out[i] = edgesOf(near, i, claims[i], rows, &q)
	}
	return out, nil
}

// edgesOf projects claims as one entity sees them, and cuts the page out.
func edgesOf(near EntityID, position int, claims []*ClaimRow, rows map[EntityID]*EntityRow, q *ExpandQuery) []Edge {
	var all []Edge
	for _, c := range claims {
		e := Edge{
			Near: near, Far: c.Object, Position: position, Direction: Out,
			Claim: c.ID, Predicate: c.Predicate, Modality: c.Modality,
		}
		if c.Subject != near {
			e.Far, e.Direction = c.Subject, In
		}
		e.FarRow = rows[e.Far]
		for _, s := range c.State.Stretches {
			e.Stretch = s
			if q.Filter.passes(&e) && (q.After == nil || compareEdgeKeys(e.key(), *q.After) > 0) {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, func(a, b Edge) int { return compareEdgeKeys(a.key(), b.key()) })
	if q.Limit > 0 && len(all) > q.Limit {
		all = all[:q.Limit]
	}
	return all
}

func (e *Edge) key() EdgeKey { return EdgeKey{e.Predicate, e.Far, e.Claim, e.Stretch.From} }

func compareEdgeKeys(a, b EdgeKey) int {
	return cmp.Or(
		cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Far, b.Far), cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.From, b.From),
	)
}

// passes tests an edge as a store does.
func (f *EdgeFilter) passes(e *Edge) bool {
	return among(f.Predicates, e.Predicate) && among(f.Standings, e.Stretch.Standing) && among(f.Tiers, e.Stretch.Tier) &&
		among(f.Modalities, e.Modality) && among(f.Between, e.Far) && (f.Contested == nil || *f.Contested == e.Stretch.Contested) &&
		(f.Direction == "" || f.Direction == e.Direction) && (f.At == nil || e.Stretch.Has(*f.At)) &&
		(f.FarKinds == 0 || e.FarRow != nil && f.FarKinds.Has(e.FarRow.Kind))
}

// Facets counts edges as they were public.
func (p *publicReader) Facets(ctx context.Context, ids []EntityID, f EdgeFilter) (map[EntityID][]Facet, error) {
	lists, err := p.edges(ctx, ExpandQuery{Frontier: ids, Filter: f})
	if err != nil {
		return nil, err
	}
	out := map[EntityID][]Facet{}
	for i, id := range ids {
		ties := make([]*TieNode, len(lists[i]))
		for k, e := range lists[i] {
			ties[k] = &TieNode{Edge: e}
		}
		if len(ties) > 0 {
			out[id] = countFacets(ties)
		}
	}
	return out, nil
}

// EntityDegree gives how many safe and alleged ties an entity has, before any filter and on any day: a row of *Scalar[int]. It reads
// only below what was public, where the degree on file would tell more.
func EntityDegree() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		if v.PublicAt == nil {
			return scalars(parents, func(e *EntityRow) (int, bool) { return e.State.Degree, true }), nil
		}
		facets, err := v.Facets(ctx, sortedSet(idsOf(parents)), EdgeFilter{Tiers: standingTiers()})
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(e *EntityRow) (int, bool) { return sumFacets(facets[e.ID]), true }), nil
	})
}

func sumFacets(facets []Facet) int {
	n := 0
	for _, f := range facets {
		n += f.Count
	}
	return n
}
