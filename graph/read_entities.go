package graph

import (
	"cmp"
	"context"
	"slices"
)

// ListEntitiesPage gives the entities that pass a filter: rows of *EntityMatch. It tests the entities of the order one after another,
// 10,000 at most, or the few that a part of the filter names; where the bound might have left something out, the page says so.
func (v *View) ListEntitiesPage(ctx context.Context, kinds Kinds, f EntityFilter, o EntityOrder, a PageArgs) (Page, error) {
	l := &entityList{view: v, filter: &f, order: cmp.Or(o, ByName), args: a}
	l.name = orderOf("entities "+string(l.order), []any{kinds, f})
	if err := a.check(l.name, l.keyCount()); err != nil {
		return Page{}, err
	}
	counted := f.counted()
	if l.order == ByMatchingTies && counted == nil {
		return Page{}, Invalid("orderBy", string(o), "another order, or a filter with tieCount or ties.some")
	}
	test, err := v.entityTest(ctx, &f)
	if err != nil {
		return Page{}, err
	}
	l.test, l.counted = test, counted
	if l.kinds = bothKinds(kinds, f.Kinds); l.kinds == 0 && kinds|f.Kinds != 0 {
		return a.page(placed{order: l.name}), nil
	}
	return l.page(ctx)
}

// bothKinds are the kinds in both sets; 0 is every kind.
func bothKinds(a, b Kinds) Kinds {
	if a == 0 || b == 0 {
		return a | b
	}
	return a & b
}

// counted is the filter whose matching ties are counted; nil without one.
func (f *EntityFilter) counted() *TieFilter {
	if f.TieCount != nil {
		return &f.TieCount.Filter
	}
	if f.Ties != nil {
		return f.Ties.Some
	}
	return nil
}

// entityList is one listing of entities.
type entityList struct {
	view    *View
	filter  *EntityFilter
	kinds   Kinds
	order   EntityOrder
	name    string
	args    PageArgs
	test    *entityTest
	counted *TieFilter
}

func (l *entityList) keyCount() int {
	if l.order == ByID {
		return 1
	}
	return 2
}

func (l *entityList) keys(n *EntityMatch) []string {
	id := string(n.Entity.ID)
	switch l.order {
	case ByName:
		return []string{SortName(n.Entity.State.Name), id}
	case ByDegree:
		return []string{downKey(n.Entity.State.Degree), id}
	case ByMatchingTies:
		return []string{downKey(*n.MatchingTies), id}
	default:
		return []string{id}
	}
}

func (l *entityList) page(ctx context.Context) (Page, error) {
	narrowed, err := l.narrowed(ctx)
	if err != nil {
		return Page{}, err
	}
	if narrowed == nil {
		return l.stream(ctx)
	}
	rows, err := readSome(ctx, l.view, sortedIDs(narrowed), entitiesByID)
	if err != nil {
		return Page{}, err
	}
	var list []*EntityRow
	for _, id := range sortedIDs(rows) {
		if e := rows[id]; (l.kinds == 0 || l.kinds.Has(e.Kind)) && among(l.filter.Specificity, e.Specificity) {
			list = append(list, e)
		}
	}
	found, err := l.matching(ctx, list)
	if err != nil {
		return Page{}, err
	}
	return l.args.page(placed{order: l.name, rows: found}), nil
}

// narrowed are the entities among which all that pass are, when a part of the filter names them; nil when none does.
func (l *entityList) narrowed(ctx context.Context) (map[EntityID]bool, error) {
	switch {
	case l.test.named != nil:
		return l.test.named, nil
	case l.test.seated != nil:
		return l.test.seated, nil
	case l.filter.Ties != nil && l.filter.Ties.Some != nil && len(l.filter.Ties.Some.With) > 0:
		return l.view.tiedTo(ctx, l.filter.Ties.Some)
	default:
		return nil, nil
	}
}

// tiedTo are the entities with a tie to one of those that a filter names: the filter is read from the other end.
func (v *View) tiedTo(ctx context.Context, f *TieFilter) (map[EntityID]bool, error) {
	if err := v.checkPredicates(f.Predicates); err != nil {
		return nil, err
	}
	other := map[Direction]Direction{Out: In, In: Out}[f.Direction]
	out := map[EntityID]bool{}
	return out, v.eachEdge(ctx, sortedSet(f.With), EdgeFilter{
		Predicates: f.Predicates, Standings: f.Standings, Modalities: f.Modalities, Contested: f.Contested, Direction: other, At: v.At,
	}, func(e *Edge) { out[e.Far] = true })
}

// stream reads the entities in their order, in few and growing steps, until the page is full.
func (l *entityList) stream(ctx context.Context) (Page, error) {
	q := EntityQuery{Kinds: l.kinds, Specificity: l.filter.Specificity, Order: l.order}
	whole := l.args.Total || l.order == ByMatchingTies
	if l.order == ByMatchingTies {
		q.Order = ByID
	} else if !l.args.Total {
		q.After = l.after()
	}
	var found []keyed
	for scanned, step := 0, l.firstStep(whole); ; step *= 4 {
		q.Limit = min(step, maxScanned-scanned) + 1
		rows, err := l.view.ListEntities(ctx, q)
		if err != nil {
			return Page{}, err
		}
		rows, more := shorten(rows, q.Limit-1)
		scanned += len(rows)
		matching, err := l.matching(ctx, rows)
		if err != nil {
			return Page{}, err
		}
		found = append(found, matching...)
		full := !whole && len(found) > l.args.First
		if more == nil || full || scanned >= maxScanned {
			return l.args.page(placed{l.name, found, cutOf(more != nil && !full), l.order == ByMatchingTies}), nil
		}
		q.After = keyOfEntity(rows[len(rows)-1])
	}
}

func cutOf(cut bool) *Cut {
	if cut {
		return &Cut{AnswerLimit, maxScanned}
	}
	return nil
}

// firstStep is how many entities to read first: a page, some more when not all of them will pass, all when they are counted.
func (l *entityList) firstStep(whole bool) int {
	switch {
	case whole:
		return maxScanned
	case l.test.empty():
		return l.args.First + 1
	default:
		return max(4*l.args.First, 200)
	}
}

// after is the place of the cursor in the store's order.
func (l *entityList) after() *EntityKey {
	if l.args.After == nil {
		return nil
	}
	keys := l.args.After.Keys
	key := &EntityKey{ID: EntityID(keys[len(keys)-1])}
	switch l.order {
	case ByName:
		key.Name = keys[0]
	case ByDegree:
		key.Degree = int(^keyInt(keys[0]))
	default:
	}
	return key
}

func keyOfEntity(e *EntityRow) *EntityKey {
	return &EntityKey{Name: SortName(e.State.Name), Degree: e.State.Degree, ID: e.ID}
}

// matching gives the entities that pass, with how many of their ties match.
func (l *entityList) matching(ctx context.Context, rows []*EntityRow) ([]keyed, error) {
	passed, err := l.test.passing(ctx, l.view, rows)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(e *EntityRow) bool { return !passed[e.ID] })
	var facets map[EntityID][]Facet
	if l.counted != nil && len(rows) > 0 {
		if facets, err = l.view.facets(ctx, rows, *l.counted); err != nil {
			return nil, err
		}
	}
	out := make([]keyed, len(rows))
	for i, e := range rows {
		n := &EntityMatch{Entity: e}
		if l.counted != nil {
			ties := sumFacets(facets[e.ID])
			n.MatchingTies = &ties
		}
		out[i] = keyed{n, l.keys(n)}
	}
	return out, nil
}
