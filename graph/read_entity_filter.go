package graph

import (
	"context"
	"slices"
)

// maxParts is how many filters and, or and not may join.
const maxParts = 20

// entityTest is a filter of entities whose names and places are looked up: it tests many entities at once.
type entityTest struct {
	filter  *EntityFilter
	and, or []*entityTest
	not     *entityTest
	named   map[EntityID]bool // those that bear the name; nil: not asked
	seated  map[EntityID]bool // those with headquarters in the place; nil: not asked
}

// entityTest looks up what a filter names.
func (v *View) entityTest(ctx context.Context, f *EntityFilter) (*entityTest, error) {
	t := &entityTest{filter: f}
	if len(f.And) > maxParts || len(f.Or) > maxParts {
		return nil, Invalid("filter", "and, or", "at most 20 filters")
	}
	var err error
	if t.and, err = v.entityTests(ctx, f.And); err != nil {
		return nil, err
	}
	if t.or, err = v.entityTests(ctx, f.Or); err != nil {
		return nil, err
	}
	if f.Not != nil {
		if t.not, err = v.entityTest(ctx, f.Not); err != nil {
			return nil, err
		}
	}
	if f.Name != "" {
		if t.named, err = v.bearers(ctx, f.Name); err != nil {
			return nil, err
		}
	}
	if f.HeadquarteredIn != nil {
		t.seated, err = v.seatedIn(ctx, *f.HeadquarteredIn)
	}
	return t, err
}

func (v *View) entityTests(ctx context.Context, filters []EntityFilter) ([]*entityTest, error) {
	var out []*entityTest
	for i := range filters {
		t, err := v.entityTest(ctx, &filters[i])
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// empty says whether every entity passes.
func (t *entityTest) empty() bool {
	f := t.filter
	return len(t.and)+len(t.or) == 0 && t.not == nil && t.named == nil && t.seated == nil &&
		f.Ties == nil && f.Targeted == nil && f.TieCount == nil
}

// bearers are all entities that bear a name, weak names too.
func (v *View) bearers(ctx context.Context, name string) (map[EntityID]bool, error) {
	ref := EntityRef{Name: name}
	rows, marks, err := v.holding(ctx, ref, 0)
	if err != nil {
		return nil, err
	}
	out := map[EntityID]bool{}
	for id, row := range rows {
		if _, ok := ref.borneBy(row, marks[id]); ok {
			out[id] = true
		}
	}
	return out, nil
}

// seatedIn are the entities with their headquarters in a place, or in one that lies in it; void ties do not count.
func (v *View) seatedIn(ctx context.Context, ref EntityRef) (map[EntityID]bool, error) {
	place, err := v.findAmong(ctx, ref, places)
	if err != nil {
		return nil, err
	}
	inside, level := map[EntityID]bool{place.ID: true}, []EntityID{place.ID}
	for depth := 0; depth < deepestPlace && len(level) > 0; depth++ {
		found, err := v.arriving(ctx, level, locatedPredicate, places|KindsOf(Office))
		if err != nil {
			return nil, err
		}
		level = slices.DeleteFunc(sortedIDs(found), func(id EntityID) bool { return inside[id] })
		for _, id := range level {
			inside[id] = true
		}
	}
	return v.arriving(ctx, sortedIDs(inside), headquartersPredicate, 0)
}

// arriving are the subjects of ties of a predicate to one of the entities.
func (v *View) arriving(ctx context.Context, ids []EntityID, predicate string, kinds Kinds) (map[EntityID]bool, error) {
	out := map[EntityID]bool{}
	return out, v.eachEdge(ctx, ids, EdgeFilter{
		Predicates: []string{predicate}, Direction: In, Tiers: standingTiers(), FarKinds: kinds, At: v.At,
	}, func(e *Edge) { out[e.Far] = true })
}

// passing says which entities pass, in as many reads as the filter has parts.
func (t *entityTest) passing(ctx context.Context, v *View, rows []*EntityRow) (map[EntityID]bool, error) {
	out := map[EntityID]bool{}
	for _, e := range rows {
		out[e.ID] = t.passesAlone(e)
	}
	for _, part := range []func(context.Context, *View, []*EntityRow, map[EntityID]bool) error{
		t.joinAnd, t.joinOr, t.joinNot, t.testTies, t.testTargeted, t.testCount,
	} {
		left := slices.DeleteFunc(slices.Clone(rows), func(e *EntityRow) bool { return !out[e.ID] })
		if len(left) == 0 {
			break
		}
		if err := part(ctx, v, left, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (t *entityTest) passesAlone(e *EntityRow) bool {
	return (t.filter.Kinds == 0 || t.filter.Kinds.Has(e.Kind)) && among(t.filter.Specificity, e.Specificity) &&
		(t.named == nil || t.named[e.ID]) && (t.seated == nil || t.seated[e.ID])
}

func (t *entityTest) joinAnd(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	for _, part := range t.and {
		passed, err := part.passing(ctx, v, rows)
		if err != nil {
			return err
		}
		for _, e := range rows {
			out[e.ID] = out[e.ID] && passed[e.ID]
		}
	}
	return nil
}

func (t *entityTest) joinOr(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	passes := map[EntityID]bool{}
	for _, part := range t.or {
		passed, err := part.passing(ctx, v, rows)
		if err != nil {
			return err
		}
		for _, e := range rows {
			passes[e.ID] = passes[e.ID] || passed[e.ID]
		}
	}
	for _, e := range rows {
		out[e.ID] = len(t.or) == 0 || passes[e.ID]
	}
	return nil
}

func (t *entityTest) joinNot(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	if t.not == nil {
		return nil
	}
	passed, err := t.not.passing(ctx, v, rows)
	for _, e := range rows {
		out[e.ID] = !passed[e.ID]
	}
	return err
}

func (t *entityTest) testTies(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	if t.filter.Ties == nil {
		return nil
	}
	for _, part := range []struct {
		filter *TieFilter
		some   bool
	}{{t.filter.Ties.Some, true}, {t.filter.Ties.None, false}} {
		if part.filter == nil {
			continue
		}
		facets, err := v.facets(ctx, rows, *part.filter)
		if err != nil {
			return err
		}
		for _, e := range rows {
			out[e.ID] = out[e.ID] && (len(facets[e.ID]) > 0) == part.some
		}
	}
	return nil
}

func (t *entityTest) testCount(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	c := t.filter.TieCount
	if c == nil {
		return nil
	}
	facets, err := v.facets(ctx, rows, c.Filter)
	if err != nil {
		return err
	}
	for _, e := range rows {
		n := sumFacets(facets[e.ID])
		out[e.ID] = (c.Min == nil || n >= *c.Min) && (c.Max == nil || n <= *c.Max)
	}
	return nil
}

func (t *entityTest) testTargeted(ctx context.Context, v *View, rows []*EntityRow, out map[EntityID]bool) error {
	if t.filter.Targeted == nil {
		return nil
	}
	by, measures, err := v.targeting(ctx, rows)
	if err != nil {
		return err
	}
	for _, part := range []struct {
		filter *MeasureFilter
		some   bool
	}{{t.filter.Targeted.Some, true}, {t.filter.Targeted.None, false}} {
		if part.filter == nil {
			continue
		}
		passed, _, err := v.measuresPassing(ctx, measures, part.filter)
		if err != nil {
			return err
		}
		for _, e := range rows {
			hit := slices.ContainsFunc(by[e.ID], func(id EntityID) bool { return passed[id] })
			out[e.ID] = out[e.ID] && hit == part.some
		}
	}
	return nil
}

// targeting gives the measures that target each entity by ties that are not void, on the view's day by those that may hold then.
func (v *View) targeting(ctx context.Context, rows []*EntityRow) (map[EntityID][]EntityID, []*EntityRow, error) {
	by, measures := map[EntityID][]EntityID{}, map[EntityID]*EntityRow{}
	err := v.eachEdge(ctx, idsOf(rows), EdgeFilter{
		Predicates: []string{targetsPredicate}, Direction: In, Tiers: standingTiers(), At: v.At,
	}, func(e *Edge) {
		by[e.Near] = append(by[e.Near], e.Far)
		measures[e.Far] = e.FarRow
	})
	if err != nil {
		return nil, nil, err
	}
	list := make([]*EntityRow, 0, len(measures))
	for _, id := range sortedIDs(measures) {
		list = append(list, measures[id])
	}
	return by, list, nil
}
