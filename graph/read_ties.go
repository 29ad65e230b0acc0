package graph

import (
	"cmp"
	"context"
	"slices"
)

// EntityTies gives the ties of an entity, in both directions and every standing that the filter does not exclude.
func EntityTies(f TieFilter, o TieOrder, a PageArgs) Relation {
	return readTies(func(*View) (tieRead, error) { return tieRead{filter: f, order: o, name: "ties"}, nil }, a)
}

// tieRead is one reading of ties.
type tieRead struct {
	filter TieFilter
	order  TieOrder
	name   string
	// sorts restricts to some predicates, each in one direction; empty: all.
	sorts []tieSort
	tiers []Tier
}

// tieSort is a predicate read from one end.
type tieSort struct {
	predicate string
	direction Direction
}

// readTies makes a relation from entities to their ties.
func readTies(how func(*View) (tieRead, error), a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		r, err := how(v)
		if err != nil {
			return nil, err
		}
		return v.tiePages(ctx, parents, r, a)
	})
}

func (v *View) tiePages(ctx context.Context, parents []*EntityRow, r tieRead, a PageArgs) ([]Page, error) {
	order := orderOf(r.name+" "+string(cmp.Or(r.order, TiesByPredicate)), r.filter)
	if err := a.check(order, r.keyCount()); err != nil {
		return nil, err
	}
	limit, after := 0, (*EdgeKey)(nil)
	if inOrder := r.order != TiesByStrength && !a.Total; inOrder && !r.tests() {
		limit, after = a.First+1, a.afterEdge()
	} else if inOrder {
		after = a.afterEdge()
	}
	ties, cuts, err := v.ties(ctx, parents, r, after, limit)
	if err != nil {
		return nil, err
	}
	pages := make([]Page, len(parents))
	for i := range parents {
		var rows []keyed
		for _, t := range ties[i] {
			rows = append(rows, keyed{t, r.keys(t)})
		}
		pages[i] = a.page(placed{order, rows, cuts[i], r.order == TiesByStrength})
	}
	return pages, nil
}

// afterEdge is the place of the cursor in the order of edges; nil without one.
func (a *PageArgs) afterEdge() *EdgeKey {
	if a.After == nil {
		return nil
	}
	k := a.After.Keys
	return &EdgeKey{Predicate: k[0], Far: EntityID(k[1]), Claim: ClaimID(k[2]), From: dayOfKey(k[3])}
}

func (r *tieRead) keyCount() int { return 4 }

func (r *tieRead) keys(t *TieNode) []string {
	first := t.Predicate
	if r.order == TiesByStrength {
		first = downKey(t.Stretch.rank(t.Modality))
	}
	return []string{first, string(t.Far), string(t.Claim), intKey(t.Stretch.From)}
}

// tests says whether edges have to be tested here because no store knows all that is asked.
func (r *tieRead) tests() bool {
	return r.filter.Accusatory != nil || len(r.sorts) > 0 && r.oneWay() == ""
}

// oneWay is the direction of all sorts, "" when they differ.
func (r *tieRead) oneWay() Direction {
	for _, s := range r.sorts {
		if s.direction != r.sorts[0].direction {
			return ""
		}
	}
	if len(r.sorts) == 0 {
		return ""
	}
	return r.sorts[0].direction
}

// ties reads the ties of each parent in the order of edges; limit 0 reads as many as may be scanned.
func (v *View) ties(
	ctx context.Context, parents []*EntityRow, r tieRead, after *EdgeKey, limit int,
) ([][]*TieNode, []*Cut, error) {
	out, cuts := make([][]*TieNode, len(parents)), make([]*Cut, len(parents))
	f, some, err := r.edgeFilter(v)
	if err != nil || !some {
		return out, cuts, err
	}
	scan := scanLimit(len(parents))
	if limit == 0 {
		limit = scan + 1
	}
	q := ExpandQuery{Frontier: idsOf(parents), Filter: f, After: after, Limit: limit}
	read := make([]int, len(parents))
	for e, err := range v.Expand(ctx, q) {
		if err != nil {
			return nil, nil, err
		}
		i := e.Position
		if read[i]++; read[i] > max(scan, limit-1) {
			cuts[i] = &Cut{AnswerLimit, scan}
			continue
		}
		if keep, err := v.keepsTie(&r, parents[i], &e); err != nil {
			return nil, nil, err
		} else if keep {
			e.Position = 0 // a tie is the same, whatever else is read with it
			out[i] = append(out[i], &TieNode{Edge: e, Certain: v.Certain(&e.Stretch)})
		}
	}
	return out, cuts, nil
}

// edgeFilter is what the store is asked; false: nothing can pass.
func (r *tieRead) edgeFilter(v *View) (EdgeFilter, bool, error) {
	t := &r.filter
	if err := v.checkPredicates(t.Predicates); err != nil {
		return EdgeFilter{}, false, err
	}
	f := EdgeFilter{
		Predicates: t.Predicates, Standings: t.Standings, Modalities: t.Modalities, Contested: t.Contested, Tiers: r.tiers,
		Direction: t.Direction, FarKinds: t.Kinds, Between: t.With, At: v.At,
	}
	if len(r.sorts) == 0 {
		return f, true, nil
	}
	f.Predicates = nil
	for _, s := range r.sorts {
		if among(t.Predicates, s.predicate) && (t.Direction == "" || t.Direction == s.direction) {
			f.Predicates = append(f.Predicates, s.predicate)
		}
	}
	if way := r.oneWay(); way != "" {
		f.Direction = way
	}
	return f, len(f.Predicates) > 0, nil
}

// keepsTie tests what the store was not asked.
func (v *View) keepsTie(r *tieRead, near *EntityRow, e *Edge) (bool, error) {
	if len(r.sorts) > 0 && !slices.Contains(r.sorts, tieSort{e.Predicate, e.Direction}) {
		return false, nil
	}
	if r.filter.Accusatory == nil {
		return true, nil
	}
	accuses, err := v.edgeAccuses(near, e)
	return accuses == *r.filter.Accusatory, err
}

func (v *View) edgeAccuses(near *EntityRow, e *Edge) (bool, error) {
	p, err := v.Vocabulary.Predicate(e.Predicate)
	if err != nil {
		return false, err
	}
	kinds := ends{near.Kind, e.FarRow.Kind}
	if e.Direction == In {
		kinds = ends{e.FarRow.Kind, near.Kind}
	}
	return p.accusatory(kinds), nil
}

// EntityFacets counts the ties of an entity by direction, predicate and standing: rows of *FacetNode.
func EntityFacets(f TieFilter) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		facets, err := v.facets(ctx, parents, f)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, e := range parents {
			for _, facet := range facets[e.ID] {
				pages[i].Rows = append(pages[i].Rows, Row{Node: &FacetNode{e.ID, facet}})
			}
		}
		return pages, nil
	})
}

// facets counts ties; what no store can count is read and counted here, and fails with ErrTooLarge beyond what may be scanned.
func (v *View) facets(ctx context.Context, parents []*EntityRow, f TieFilter) (map[EntityID][]Facet, error) {
	r := tieRead{filter: f}
	if !r.tests() {
		filter, _, err := r.edgeFilter(v)
		if err != nil {
			return nil, err
		}
		return v.Facets(ctx, sortedSet(idsOf(parents)), filter)
	}
	ties, cuts, err := v.ties(ctx, parents, r, nil, 0)
	if err != nil {
		return nil, err
	}
	out := map[EntityID][]Facet{}
	for i, e := range parents {
		if cuts[i] != nil {
			return nil, tooMany("ties of "+string(e.ID)+" to count", cuts[i].Limit)
		}
		out[e.ID] = countFacets(ties[i])
	}
	return out, nil
}

func countFacets(ties []*TieNode) []Facet {
	counts := map[Facet]int{}
	for _, t := range ties {
		counts[Facet{Direction: t.Direction, Predicate: t.Predicate, Standing: t.Stretch.Standing}]++
	}
	var out []Facet
	for facet, n := range counts {
		facet.Count = n
		out = append(out, facet)
	}
	slices.SortFunc(out, func(a, b Facet) int {
		return cmp.Or(
			-cmp.Compare(a.Direction, b.Direction), cmp.Compare(a.Predicate, b.Predicate),
			cmp.Compare(slices.Index(Standings(), a.Standing), slices.Index(Standings(), b.Standing)),
		)
	})
	return out
}
