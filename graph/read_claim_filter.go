package graph

import (
	"context"
	"slices"
)

// tests says whether claims have to be tested here because no store knows all that is asked. What names the owners of the query is
// answered by it, but for a speaker: a store counts assertions that are not accepted too.
func (r *claimRead) tests() bool {
	f := r.filter
	switch r.answered {
	case AnyEnd:
		f.About = nil
	case AsSubject:
		f.Subject = nil
	case AsObject:
		f.Object = nil
	default:
	}
	named := len(f.About) + len(f.Subject) + len(f.Object) + len(f.Speaker) + len(f.Document) + len(f.Stances)
	return named > 0 || f.From != nil || f.To != nil || f.Accusatory != nil || f.Conflicting != nil ||
		r.keep != nil || r.owned != nil || r.more != nil
}

// claimTest makes the test for what the store was not asked. It reads once for all lists, and only what the filter needs.
func (v *View) claimTest(ctx context.Context, r *claimRead, lists [][]*ClaimRow) (func(*ClaimRow) bool, error) {
	f := &r.filter
	tests := []func(*ClaimRow) bool{f.passesAlone}
	if r.keep != nil {
		tests = append(tests, r.keep)
	}
	rows := passing(distinctClaims(lists), tests)
	for _, step := range []struct {
		wanted bool
		make   func(context.Context, []*ClaimRow) (func(*ClaimRow) bool, error)
	}{
		{f.Accusatory != nil, func(ctx context.Context, rows []*ClaimRow) (func(*ClaimRow) bool, error) {
			return v.accusatoryTest(ctx, rows, *f.Accusatory)
		}},
		{len(f.Speaker)+len(f.Document)+len(f.Stances) > 0, func(ctx context.Context, rows []*ClaimRow) (func(*ClaimRow) bool, error) {
			return v.spokenTest(ctx, rows, f)
		}},
		{f.Conflicting != nil, func(ctx context.Context, rows []*ClaimRow) (func(*ClaimRow) bool, error) {
			return v.conflictingTest(ctx, rows, *f.Conflicting)
		}},
		{r.more != nil, r.more},
	} {
		if !step.wanted || len(rows) == 0 {
			continue
		}
		test, err := step.make(ctx, rows)
		if err != nil {
			return nil, err
		}
		tests = append(tests, test)
		rows = passing(rows, []func(*ClaimRow) bool{test})
	}
	return func(row *ClaimRow) bool { return passesAll(row, tests) }, nil
}

func passesAll(row *ClaimRow, tests []func(*ClaimRow) bool) bool {
	return !slices.ContainsFunc(tests, func(test func(*ClaimRow) bool) bool { return !test(row) })
}

func passing(rows []*ClaimRow, tests []func(*ClaimRow) bool) []*ClaimRow {
	return slices.DeleteFunc(slices.Clone(rows), func(row *ClaimRow) bool { return !passesAll(row, tests) })
}

// distinctClaims lists the claims of all lists, each once, in order of id.
func distinctClaims(lists [][]*ClaimRow) []*ClaimRow {
	byID := map[ClaimID]*ClaimRow{}
	for _, rows := range lists {
		for _, row := range rows {
			byID[row.ID] = row
		}
	}
	out := make([]*ClaimRow, 0, len(byID))
	for _, id := range sortedIDs(byID) {
		out = append(out, byID[id])
	}
	return out
}

// passesAlone tests what the claim itself says.
func (f *ClaimFilter) passesAlone(c *ClaimRow) bool {
	about := len(f.About) == 0 || slices.Contains(f.About, c.Subject) || c.Object != "" && slices.Contains(f.About, c.Object)
	return about && among(f.Subject, c.Subject) && among(f.Object, c.Object) &&
		among(f.Predicates, c.Predicate) && among(f.Modalities, c.Modality) && mayHold(c, f.From, f.To)
}

// mayHold says whether a claim has a stretch that reaches into a run of days; nil ends do not bound it.
func mayHold(c *ClaimRow, from, to *Day) bool {
	if from == nil && to == nil {
		return true
	}
	return slices.ContainsFunc(c.State.Stretches, func(s Stretch) bool {
		return (from == nil || s.To >= *from) && (to == nil || s.From <= *to)
	})
}

// accusatoryTest tells the claims that accuse one of their ends from others.
func (v *View) accusatoryTest(ctx context.Context, rows []*ClaimRow, want bool) (func(*ClaimRow) bool, error) {
	accuses, err := v.accusing(ctx, rows)
	if err != nil {
		return nil, err
	}
	return func(c *ClaimRow) bool { return accuses[c.ID] == want }, nil
}

// accusing says of each claim whether it accuses.
func (v *View) accusing(ctx context.Context, rows []*ClaimRow) (map[ClaimID]bool, error) {
	var ids []EntityID
	for _, c := range rows {
		ids = append(ids, c.Subject, c.Object)
	}
	entities, err := readSome(ctx, v, ids, entitiesByID)
	if err != nil {
		return nil, err
	}
	out := map[ClaimID]bool{}
	for _, c := range rows {
		p, err := v.Vocabulary.Predicate(c.Predicate)
		if err != nil {
			return nil, err
		}
		out[c.ID] = p.accusatory(endKinds(&c.Claim, entities))
	}
	return out, nil
}

// endKinds gives the kinds of a claim's ends; an entity that is not on file has none.
func endKinds(c *Claim, entities map[EntityID]*EntityRow) ends {
	var e ends
	if row := entities[c.Subject]; row != nil {
		e.subject = row.Kind
	}
	if row := entities[c.Object]; row != nil {
		e.object = row.Kind
	}
	return e
}

// spokenTest tests by what is said of the claims: accepted assertions alone count.
func (v *View) spokenTest(ctx context.Context, rows []*ClaimRow, f *ClaimFilter) (func(*ClaimRow) bool, error) {
	lists, err := v.ListAssertions(ctx, AssertionQuery{Owners: asStrings(claimIDsOf(rows)), Role: AboutClaim})
	if err != nil {
		return nil, err
	}
	passed := map[ClaimID]bool{}
	for i, row := range rows {
		passed[row.ID] = f.passesSpoken(lists[i])
	}
	return func(c *ClaimRow) bool { return passed[c.ID] }, nil
}

func (f *ClaimFilter) passesSpoken(spoken []*AssertionRow) bool {
	speaker, document, stance := len(f.Speaker) == 0, len(f.Document) == 0, len(f.Stances) == 0
	for _, a := range spoken {
		if !a.counts() {
			continue
		}
		speaker = speaker || slices.Contains(f.Speaker, a.Speaker) || slices.Contains(f.Speaker, a.Body())
		stance = stance || slices.Contains(f.Stances, a.Stance)
		for _, e := range a.Evidence {
			document = document || slices.Contains(f.Document, e.Document)
		}
	}
	return speaker && document && stance
}
