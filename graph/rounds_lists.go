package graph

import (
	"context"
	"fmt"
	"iter"
	"slices"
)

// ListClaims gives lists that are known or read, and makes their claims known.
func (r *rounds) ListClaims(ctx context.Context, q ClaimQuery) ([][]*ClaimRow, error) {
	query := fmt.Sprint("claims ", q.Role, q.Predicates, q.Standings, q.Modalities, shown(q.Contested), q.Allegation, shown(q.At),
		shown(q.After), q.Limit)
	m := r.known.claimLists.of(query)
	return recallLists(ctx, r, m, q.Owners, listing{query: query, read: func(ctx context.Context, owners []string) error {
		q.Owners = owners
		lists, err := r.Reader.ListClaims(ctx, q)
		r.known.claims.meet(slices.Concat(lists...), func(c *ClaimRow) ClaimID { return c.ID })
		m.keepAll(owners, lists)
		return err
	}})
}

// ListAssertions gives lists that are known or read, and makes their assertions known.
func (r *rounds) ListAssertions(ctx context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	if lists, err := r.said(ctx, &q); lists != nil || err != nil {
		return lists, err
	}
	query := fmt.Sprint("assertions ", q.Role, q.Stances, q.About, q.Claims, shown(q.After), q.Limit)
	m := r.known.assertionLists.of(query)
	return recallLists(ctx, r, m, q.Owners, listing{query: query, read: func(ctx context.Context, owners []string) error {
		q.Owners = owners
		lists, err := r.Reader.ListAssertions(ctx, q)
		r.known.assertions.meet(slices.Concat(lists...), func(a *AssertionRow) AssertionID { return a.ID })
		m.keepAll(owners, lists)
		return err
	}})
}

// said gives all that is said about claims, or all that aims at assertions; none when more is asked, or one of the lists is long.
func (r *rounds) said(ctx context.Context, q *AssertionQuery) ([][]*AssertionRow, error) {
	if len(q.Stances)+len(q.About)+len(q.Claims) > 0 || q.After != nil || q.Limit > 0 && q.Limit < LongList {
		return nil, nil
	}
	switch q.Role {
	case AboutClaim:
		return recallShort(ctx, r, r.known.about, asIDs[ClaimID](q.Owners), func(lacking []ClaimID) Keys { return Keys{About: lacking} })
	case AtTarget:
		return recallShort(ctx, r, r.known.targets, asIDs[AssertionID](q.Owners), func(lacking []AssertionID) Keys { return Keys{Targets: lacking} })
	default:
		return nil, nil
	}
}

// ListJudgements gives lists that are known or read.
func (r *rounds) ListJudgements(ctx context.Context, owners []string) ([][]*JudgementRow, error) {
	lists, err := recallShort(ctx, r, r.known.judged, owners, func(lacking []string) Keys { return Keys{Judged: lacking} })
	if lists != nil || err != nil {
		return lists, err
	}
	if err := r.atOnce(ctx); err != nil {
		return nil, err
	}
	return r.Reader.ListJudgements(ctx, owners)
}

// ListDocuments gives lists that are read, and makes their documents known.
func (r *rounds) ListDocuments(ctx context.Context, q DocumentQuery) ([][]*DocumentRow, error) {
	if err := r.atOnce(ctx); err != nil {
		return nil, err
	}
	lists, err := r.Reader.ListDocuments(ctx, q)
	r.known.documents.meet(slices.Concat(lists...), func(d *DocumentRow) DocumentID { return d.ID })
	return lists, err
}

// ListEntities gives a list that is read, and makes its entities known.
func (r *rounds) ListEntities(ctx context.Context, q EntityQuery) ([]*EntityRow, error) {
	if err := r.atOnce(ctx); err != nil {
		return nil, err
	}
	list, err := r.Reader.ListEntities(ctx, q)
	r.known.entities.meet(list, func(e *EntityRow) EntityID { return e.ID })
	return list, err
}

// Expand gives the first edges of each entity, when only these are wanted, as they are known or read; all edges of a frontier are
// read as they are taken.
func (r *rounds) Expand(ctx context.Context, q ExpandQuery) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		if q.Limit == 0 {
			r.allEdges(ctx, q, yield)
			return
		}
		lists, err := r.edges(ctx, q)
		if err != nil {
			yield(Edge{}, err)
			return
		}
		for i, edges := range lists {
			for _, e := range edges {
				e.Position = i
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// allEdges reads edges as they are taken.
func (r *rounds) allEdges(ctx context.Context, q ExpandQuery, yield func(Edge, error) bool) {
	if err := r.atOnce(ctx); err != nil {
		yield(Edge{}, err)
		return
	}
	r.Reader.Expand(ctx, q)(yield)
}

// edges gives the edges of each entity of a frontier, as they are known or read.
func (r *rounds) edges(ctx context.Context, q ExpandQuery) ([][]Edge, error) {
	f := &q.Filter
	query := fmt.Sprint("edges ", f.Predicates, f.Standings, f.Tiers, f.Modalities, shown(f.Contested), f.Direction, f.FarKinds,
		f.Between, shown(f.At), shown(q.After), q.Limit)
	m := r.known.edgeLists.of(query)
	keep := func(owners []string, lists [][]Edge) {
		r.meetFarEnds(lists)
		m.keepAll(owners, lists)
	}
	return recallLists(ctx, r, m, asStrings(q.Frontier), listing{query: query, page: &edgePage{q, keep}, read: func(ctx context.Context, owners []string) error {
		q.Frontier = asIDs[EntityID](owners)
		lists, err := ReadEdges(ctx, r.Reader, &q)
		keep(owners, lists)
		return err
	}})
}

// meetFarEnds makes the entities at the ends of edges known.
func (r *rounds) meetFarEnds(lists [][]Edge) {
	for _, edges := range lists {
		for i := range edges {
			r.known.entities[edges[i].Far] = onFile[*EntityRow]{edges[i].FarRow, true}
		}
	}
}

// Facets counts edges at once.
func (r *rounds) Facets(ctx context.Context, ids []EntityID, f EdgeFilter) (map[EntityID][]Facet, error) {
	if err := r.atOnce(ctx); err != nil {
		return nil, err
	}
	return r.Reader.Facets(ctx, ids, f)
}

// StateHistory reads stretches at once.
func (r *rounds) StateHistory(ctx context.Context, ids []ClaimID) (map[ClaimID][]StateRow, error) {
	if err := r.atOnce(ctx); err != nil {
		return nil, err
	}
	return r.Reader.StateHistory(ctx, ids)
}

// Search finds ids at once.
func (r *rounds) Search(ctx context.Context, q TermQuery) (TermHits, error) {
	if err := r.atOnce(ctx); err != nil {
		return TermHits{}, err
	}
	return r.Reader.Search(ctx, q)
}

// recallShort gives the lists of owners, which are asked for first when they are not known; none when one of them is long.
func recallShort[K ~string, V any](
	ctx context.Context, r *rounds, m memo[K, []V], owners []K, lack func(lacking []K) Keys,
) ([][]V, error) {
	found, err := recall(ctx, r, m, owners, lack)
	if err != nil {
		return nil, err
	}
	out := make([][]V, len(owners))
	for i, owner := range owners {
		list, short := found[owner]
		if !short {
			return nil, nil
		}
		out[i] = slices.Clone(list)
	}
	return out, nil
}

// recallLists gives the lists of owners, which belong to who asks for them; those that are not known are asked for first.
func recallLists[V any](ctx context.Context, r *rounds, m memo[string, []V], owners []string, list listing) ([][]V, error) {
	if list.owners = m.lacking(owners); len(list.owners) > 0 {
		if err := r.ask(ctx, &request{lists: []listing{list}}); err != nil {
			return nil, err
		}
	}
	out := make([][]V, len(owners))
	for i, owner := range owners {
		out[i] = slices.Clone(m[owner].row)
	}
	return out, nil
}

// shown is what a query says of something that it may leave open.
func shown[T any](value *T) string {
	if value == nil {
		return " -"
	}
	return fmt.Sprintf(" %v", *value)
}
