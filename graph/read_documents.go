package graph

import (
	"context"
	"slices"
	"strings"
)

// EntityDocuments gives the documents in which evidence of a claim about an entity stands, in order of id: rows of *DocumentHit.
func EntityDocuments(f DocumentFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		order := orderOf("documents of", f)
		if err := a.check(order, 1); err != nil {
			return nil, err
		}
		limit := scanLimit(len(parents))
		q := DocumentQuery{Owners: idsOf(parents), Language: f.Language, Limit: limit + 1}
		lists, err := v.ListDocuments(ctx, q)
		if err != nil {
			return nil, err
		}
		cuts := make([]*Cut, len(lists))
		for i, rows := range lists {
			lists[i], cuts[i] = shorten(rows, limit)
		}
		if err := v.dropUntelling(ctx, q.Owners, lists); err != nil {
			return nil, err
		}
		about, err := v.documentsAbout(ctx, f.About)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			pages[i] = a.page(placed{order, f.placed(lists[i], about), cuts[i], false})
		}
		return pages, nil
	})
}

// documentsAbout gives the documents in which evidence of a claim about one of the entities stands; nil when none are named.
func (v *View) documentsAbout(ctx context.Context, ids []EntityID) (map[DocumentID]bool, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	q := DocumentQuery{Owners: sortedSet(ids), Limit: maxScanned + 1}
	lists, err := v.ListDocuments(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, rows := range lists {
		if len(rows) > maxScanned {
			return nil, tooMany("documents about those named", maxScanned)
		}
	}
	if err := v.dropUntelling(ctx, q.Owners, lists); err != nil {
		return nil, err
	}
	out := map[DocumentID]bool{}
	for _, d := range slices.Concat(lists...) {
		out[d.ID] = true
	}
	return out, nil
}

// dropUntelling leaves out of each owner's documents those in which nothing accepted stands about it: a store counts all assertions.
// A reading of what was public does so itself.
func (v *View) dropUntelling(ctx context.Context, owners []EntityID, lists [][]*DocumentRow) error {
	if v.PublicAt != nil {
		return nil
	}
	told, err := telling(ctx, v.facts(), owners, lists)
	if err != nil {
		return err
	}
	for i, owner := range owners {
		lists[i] = slices.DeleteFunc(lists[i], func(d *DocumentRow) bool { return !told[d.ID][owner] })
	}
	return nil
}

// telling says about which of the owners something accepted stands in each document.
func telling(ctx context.Context, f facts, owners []EntityID, lists [][]*DocumentRow) (map[DocumentID]map[EntityID]bool, error) {
	out := map[DocumentID]map[EntityID]bool{}
	for _, d := range slices.Concat(lists...) {
		out[d.ID] = map[EntityID]bool{}
	}
	ids := sortedIDs(out)
	if len(ids) == 0 {
		return out, nil
	}
	said, err := f.ListAssertions(ctx, AssertionQuery{Owners: asStrings(ids), Role: OfDocument, About: sortedSet(owners)})
	if err != nil {
		return nil, err
	}
	var about []ClaimID
	for i := range said {
		said[i] = slices.DeleteFunc(said[i], func(a *AssertionRow) bool { return !a.counts() })
		for _, a := range said[i] {
			about = append(about, a.Claim)
		}
	}
	claims, err := f.Claims(ctx, sortedSet(about))
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		for _, a := range said[i] {
			if c := claims[a.Claim]; c != nil {
				out[id][c.Subject], out[id][c.Object] = true, true
			}
		}
	}
	return out, nil
}

func (f *DocumentFilter) placed(rows []*DocumentRow, about map[DocumentID]bool) []keyed {
	var out []keyed
	for _, d := range rows {
		if f.passes(d, about) {
			out = append(out, keyed{&DocumentHit{Document: d}, []string{string(d.ID)}})
		}
	}
	return out
}

// passes tests all but the text; about are the documents about those named.
func (f *DocumentFilter) passes(d *DocumentRow, about map[DocumentID]bool) bool {
	return (len(f.About) == 0 || about[d.ID]) && among(f.Publisher, d.Publisher) && among(f.Rights, d.Rights) &&
		(f.Language == "" || strings.EqualFold(f.Language, d.Language)) && (f.URL == "" || f.URL == d.URL) &&
		(f.OnFile == nil || *f.OnFile == (d.SHA256 != "")) && f.passesDay(d)
}

// passesDay tests when the document may have been published; one without a date passes no bound.
func (f *DocumentFilter) passesDay(d *DocumentRow) bool {
	if f.PublishedFrom == nil && f.PublishedTo == nil {
		return true
	}
	return !d.Published.IsZero() && (f.PublishedFrom == nil || d.Published.Latest() >= *f.PublishedFrom) &&
		(f.PublishedTo == nil || d.Published.Earliest() <= *f.PublishedTo)
}

// DocumentFacts gives what is recorded from a document and accepted, in the order of the text: rows of *FactNode.
func DocumentFacts(f ClaimFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []documented) ([]Page, error) {
		order := orderOf("facts", f)
		if err := a.check(order, 4); err != nil {
			return nil, err
		}
		lists, cuts, err := v.recordedFrom(ctx, parents)
		if err != nil {
			return nil, err
		}
		passing, err := v.claimsPassing(ctx, lists, &f)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, d := range parents {
			var rows []keyed
			for _, s := range lists[i] {
				if passing[s.Claim] {
					rows = append(rows, factsIn(d.document().ID, s)...)
				}
			}
			pages[i] = a.page(placed{order, rows, cuts[i], true})
		}
		return pages, nil
	})
}

// recordedFrom gives the accepted assertions with evidence in each document.
func (v *View) recordedFrom(ctx context.Context, documents []documented) ([][]*AssertionRow, []*Cut, error) {
	owners := make([]string, len(documents))
	for i, d := range documents {
		owners[i] = string(d.document().ID)
	}
	limit := scanLimit(len(owners))
	lists, err := v.ListAssertions(ctx, AssertionQuery{Owners: owners, Role: OfDocument, Limit: limit + 1})
	if err != nil {
		return nil, nil, err
	}
	cuts := make([]*Cut, len(lists))
	for i, rows := range lists {
		rows, cuts[i] = shorten(rows, limit)
		lists[i] = slices.DeleteFunc(rows, func(s *AssertionRow) bool { return !s.counts() })
	}
	return lists, cuts, nil
}

// claimsPassing tests the claims of assertions against a filter.
func (v *View) claimsPassing(ctx context.Context, lists [][]*AssertionRow, f *ClaimFilter) (map[ClaimID]bool, error) {
	var ids []ClaimID
	for _, rows := range lists {
		for _, s := range rows {
			ids = append(ids, s.Claim)
		}
	}
	claims, err := readSome(ctx, v, ids, claimsByID)
	if err != nil {
		return nil, err
	}
	if err := v.checkPredicates(f.Predicates); err != nil {
		return nil, err
	}
	rows := make([]*ClaimRow, 0, len(claims))
	for _, id := range sortedIDs(claims) {
		rows = append(rows, claims[id])
	}
	test, err := v.claimTest(ctx, &claimRead{filter: *f, keep: func(c *ClaimRow) bool { return v.passesShown(c, f) }}, [][]*ClaimRow{rows})
	if err != nil {
		return nil, err
	}
	out := map[ClaimID]bool{}
	for _, c := range rows {
		out[c.ID] = test(c)
	}
	return out, nil
}

// passesShown tests what a store tests otherwise: how the claim stands in what is shown of it.
func (v *View) passesShown(c *ClaimRow, f *ClaimFilter) bool {
	s, ok := v.Shown(c)
	return !f.asksDay() || ok && among(f.Standings, s.Standing) && (f.Contested == nil || *f.Contested == s.Contested)
}

// factsIn gives an assertion's anchors in a document, with their places in the order of the text.
func factsIn(d DocumentID, s *AssertionRow) []keyed {
	var out []keyed
	for i, e := range s.Evidence {
		if e.Document == d {
			out = append(out, keyed{&FactNode{s, i}, []string{intKey(e.Start), intKey(e.End), string(s.ID), intKey(i)}})
		}
	}
	return out
}

// FactClaim gives the claim of a fact.
func FactClaim() Relation {
	return toOne(func(f *FactNode) ClaimID { return f.Assertion.Claim }, claimsByID)
}

// FactAssertion gives what a fact says of its claim.
func FactAssertion() Relation {
	return held(func(f *FactNode) []*AssertionRow { return present(f.Assertion) })
}

// DocumentCites gives the works that a document passes on, in order of id: rows of *DocumentHit.
func DocumentCites(a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []documented) ([]Page, error) {
		const order = "cites"
		if err := a.check(order, 1); err != nil {
			return nil, err
		}
		lists, cuts, err := v.recordedFrom(ctx, parents)
		if err != nil {
			return nil, err
		}
		works := make([][]DocumentID, len(parents))
		var all []DocumentID
		for i, d := range parents {
			works[i] = worksIn(lists[i], d.document().ID)
			all = append(all, works[i]...)
		}
		rows, err := readSome(ctx, v, all, documentsByID)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			var cited []keyed
			for _, id := range works[i] {
				if row := rows[id]; row != nil {
					cited = append(cited, keyed{&DocumentHit{Document: row}, []string{string(id)}})
				}
			}
			pages[i] = a.page(placed{order, cited, cuts[i], true})
		}
		return pages, nil
	})
}

// worksIn are the different works in the chains of assertions, but for the document itself.
func worksIn(rows []*AssertionRow, self DocumentID) []DocumentID {
	var out []DocumentID
	for _, s := range rows {
		for _, r := range s.ReportedBy {
			if r.Work != "" && r.Work != self {
				out = append(out, r.Work)
			}
		}
	}
	return sortedSet(out)
}
