package graph

import (
	"context"
	"slices"
)

// EntityClaims gives the claims in which an entity is subject or object, in order of predicate, then id.
func EntityClaims(f ClaimFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		q := claimRead{query: ClaimQuery{Owners: asStrings(idsOf(parents)), Role: AnyEnd}, filter: f, order: orderOf("claims", f)}
		return v.readClaims(ctx, q, a)
	})
}

// ClaimsPage gives the claims that pass a filter, in order of predicate, then id. From what was public by a day it needs about,
// subject, object, speaker or document; so does conflicting.
func (v *View) ClaimsPage(ctx context.Context, f ClaimFilter, a PageArgs) (Page, error) {
	if err := f.checkScope(v); err != nil {
		return Page{}, err
	}
	q := f.owners()
	pages, err := v.readClaims(ctx, claimRead{query: q, filter: f, order: orderOf("claims", f), merged: true, answered: q.Role}, a)
	if err != nil {
		return Page{}, err
	}
	return pages[0], nil
}

// checkScope fails when a filter would have claims of the whole store worked out one by one.
func (f *ClaimFilter) checkScope(v *View) error {
	if f.owners().Role != WholeStore {
		return nil
	}
	switch {
	case v.PublicAt != nil:
		return Invalid("filter", "", "with publicAt one of about, speaker and document")
	case f.Conflicting != nil:
		return Invalid("filter.conflicting", "", "with it one of about, subject, object, speaker and document")
	default:
		return nil
	}
}

// owners is the query that reads the fewest claims among which all that pass the filter are.
func (f *ClaimFilter) owners() ClaimQuery {
	switch {
	case len(f.Document) > 0:
		return ClaimQuery{Owners: asStrings(sortedSet(f.Document)), Role: InDocument}
	case len(f.Subject) > 0:
		return ClaimQuery{Owners: asStrings(sortedSet(f.Subject)), Role: AsSubject}
	case len(f.Object) > 0:
		return ClaimQuery{Owners: asStrings(sortedSet(f.Object)), Role: AsObject}
	case len(f.About) > 0:
		return ClaimQuery{Owners: asStrings(sortedSet(f.About)), Role: AnyEnd}
	case len(f.Speaker) > 0:
		return ClaimQuery{Owners: asStrings(sortedSet(f.Speaker)), Role: SaidBy}
	default:
		return ClaimQuery{Owners: []string{""}, Role: WholeStore}
	}
}

// claimRead is one reading of claims for several owners.
type claimRead struct {
	query  ClaimQuery
	filter ClaimFilter
	order  string
	merged bool // the owners' claims make one list
	// answered is the role of the owners when the filter itself named them.
	answered ClaimRole
	node     func(*ClaimRow) Node
	// keep, owned and more narrow further, by what a filter of claims cannot say: by the claim alone, by its owner, and by more that
	// has to be read.
	keep  func(*ClaimRow) bool
	owned func(owner string, c *ClaimRow) bool
	more  func(ctx context.Context, rows []*ClaimRow) (func(*ClaimRow) bool, error)
}

// readClaims makes a page for each owner: the store does what it can, the rest is tested here.
func (v *View) readClaims(ctx context.Context, r claimRead, a PageArgs) ([]Page, error) {
	if err := a.check(r.order, 2); err != nil {
		return nil, err
	}
	if err := v.checkPredicates(r.filter.Predicates); err != nil {
		return nil, err
	}
	if r.merged {
		page, err := v.readMerged(ctx, &r, a)
		return []Page{page}, err
	}
	lists, cuts, err := v.candidates(ctx, &r, &a, r.start(&a))
	if err != nil {
		return nil, err
	}
	r.dropForeign(lists)
	test, err := v.claimTest(ctx, &r, lists)
	if err != nil {
		return nil, err
	}
	pages := make([]Page, len(lists))
	for i, rows := range lists {
		pages[i] = a.page(placed{r.order, r.placed(rows, test), cuts[i], false})
	}
	return pages, nil
}

// candidates asks the store for the claims of each owner, as few as it can tell.
func (v *View) candidates(ctx context.Context, r *claimRead, a *PageArgs, after *ClaimKey) ([][]*ClaimRow, []*Cut, error) {
	q, f := r.query, &r.filter
	q.Predicates, q.Standings, q.Modalities, q.Contested = f.Predicates, f.Standings, f.Modalities, f.Contested
	if f.asksDay() {
		q.At = v.At
	}
	q.Limit = scanLimit(len(q.Owners)) + 1
	if !r.tests() {
		q.Limit = a.storeLimit(len(q.Owners))
	}
	q.After = after
	lists, err := v.ListClaims(ctx, q)
	if err != nil {
		return nil, nil, err
	}
	cuts := make([]*Cut, len(lists))
	for i := range lists {
		lists[i], cuts[i] = shorten(lists[i], max(scanLimit(len(q.Owners)), q.Limit-1))
	}
	return lists, cuts, nil
}

// start is where a store begins to read: at the page, or at the very first claim when all are counted.
func (r *claimRead) start(a *PageArgs) *ClaimKey {
	if a.After == nil || a.Total {
		return nil
	}
	return &ClaimKey{a.After.Keys[0], ClaimID(a.After.Keys[1])}
}

// dropForeign leaves out what does not belong to the owner under which it was found.
func (r *claimRead) dropForeign(lists [][]*ClaimRow) {
	if r.owned == nil {
		return
	}
	for i, owner := range r.query.Owners {
		lists[i] = slices.DeleteFunc(lists[i], func(c *ClaimRow) bool { return !r.owned(owner, c) })
	}
}

// asksDay says whether the filter speaks of how a claim stands, which on a day is how it stands on that day.
func (f *ClaimFilter) asksDay() bool { return len(f.Standings) > 0 || f.Contested != nil }

func (r *claimRead) placed(rows []*ClaimRow, test func(*ClaimRow) bool) []keyed {
	var out []keyed
	for _, row := range rows {
		if !test(row) {
			continue
		}
		node := Node(row)
		if r.node != nil {
			node = r.node(row)
		}
		out = append(out, keyed{node, []string{row.Predicate, string(row.ID)}})
	}
	return out
}

// checkPredicates fails for a name that is none of the table, and says what is near.
func (v *View) checkPredicates(names []string) error {
	for _, name := range names {
		if _, err := v.Vocabulary.Predicate(name); err != nil {
			return err
		}
	}
	return nil
}
