package graph

import (
	"context"
	"slices"
)

// measuresPassing tests measures against a filter, and gives what became of each. It reads once for all of them.
func (v *View) measuresPassing(
	ctx context.Context, rows []*EntityRow, f *MeasureFilter,
) (map[EntityID]bool, map[EntityID]MeasureStatus, error) {
	sets, err := v.measureSets(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	statuses, err := v.statuses(ctx, rows)
	if err != nil {
		return nil, nil, err
	}
	out := map[EntityID]bool{}
	for _, m := range rows {
		inAll := !slices.ContainsFunc(sets, func(set map[EntityID]bool) bool { return !set[m.ID] })
		out[m.ID] = inAll && among(f.Kinds, m.MeasureKind) && among(f.Statuses, statuses[m.ID]) && f.passesDay(m.State.FirstDay)
	}
	return out, statuses, nil
}

// passesDay tests the first day; a measure without one passes no bound.
func (f *MeasureFilter) passesDay(day Day) bool {
	if f.FirstDayFrom == nil && f.FirstDayTo == nil {
		return true
	}
	return day != MaxDay && (f.FirstDayFrom == nil || day >= *f.FirstDayFrom) && (f.FirstDayTo == nil || day <= *f.FirstDayTo)
}

// measureSets gives for each part of the filter that names other things the measures that pass it.
func (v *View) measureSets(ctx context.Context, f *MeasureFilter) ([]map[EntityID]bool, error) {
	var sets []map[EntityID]bool
	for _, part := range []struct {
		given int
		read  func() (map[EntityID]bool, error)
	}{
		{len(f.About), func() (map[EntityID]bool, error) {
			return v.measuresTiedTo(ctx, f.About, []string{targetsPredicate, addressedPredicate, issuedPredicate})
		}},
		{len(f.Authority), func() (map[EntityID]bool, error) {
			return v.measuresTiedTo(ctx, f.Authority, []string{issuedPredicate})
		}},
		{len(f.Speaker), func() (map[EntityID]bool, error) { return v.measuresSpokenOf(ctx, &ClaimFilter{Speaker: f.Speaker}) }},
		{len(f.Document), func() (map[EntityID]bool, error) { return v.measuresSpokenOf(ctx, &ClaimFilter{Document: f.Document}) }},
	} {
		if part.given == 0 {
			continue
		}
		set, err := part.read()
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// measuresTiedTo gives the measures that one of the predicates ties to one of the entities; void ties do not count.
func (v *View) measuresTiedTo(ctx context.Context, ids []EntityID, predicates []string) (map[EntityID]bool, error) {
	out := map[EntityID]bool{}
	return out, v.eachEdge(ctx, sortedSet(ids), EdgeFilter{
		Predicates: predicates, Direction: In, Tiers: standingTiers(), FarKinds: KindsOf(Measure),
	}, func(e *Edge) { out[e.Far] = true })
}

// measuresSpokenOf gives what stands at the ends of the claims of which the filter's speakers, or its documents, say something that
// is accepted; measures are among it.
func (v *View) measuresSpokenOf(ctx context.Context, f *ClaimFilter) (map[EntityID]bool, error) {
	q := f.owners()
	q.Limit = maxScanned + 1
	lists, err := v.ListClaims(ctx, q)
	if err != nil {
		return nil, err
	}
	for i, rows := range lists {
		if len(rows) > maxScanned {
			return nil, tooMany("claims of "+q.Owners[i], maxScanned)
		}
	}
	claims := distinctClaims(lists)
	spoken, err := v.spokenTest(ctx, claims, f)
	if err != nil {
		return nil, err
	}
	out := map[EntityID]bool{}
	for _, c := range passing(claims, []func(*ClaimRow) bool{spoken}) {
		out[c.Subject], out[c.Object] = true, true
	}
	return out, nil
}
