package graph

import (
	"cmp"
	"context"
	"slices"
)

// EntityMeasures gives an entity's ties to measures in a role, by first day, earliest first: rows of *MeasureTie. Void ties are left
// out. On the view's day so are measures whose first day is later and ties that begin later; a tie that ended before reads as ended.
func EntityMeasures(role MeasureRole, f MeasureFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		order := orderOf("measures "+string(role), f)
		if err := a.check(order, 4); err != nil {
			return nil, err
		}
		predicate, err := role.predicate()
		if err != nil {
			return nil, err
		}
		ties, cuts, err := v.measureTies(ctx, parents, predicate)
		if err != nil {
			return nil, err
		}
		passing, statuses, err := v.measuresPassing(ctx, farRows(ties), &f)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			var rows []keyed
			for _, t := range ties[i] {
				if passing[t.Far] {
					rows = append(rows, measureRow(v.measureTie(t, ties[i], statuses)))
				}
			}
			pages[i] = a.page(placed{order, rows, cuts[i], true})
		}
		return pages, nil
	})
}

// The predicates that tie a measure to those whom it concerns.
const (
	targetsPredicate   = "TARGETS"
	addressedPredicate = "ADDRESSED_TO"
	issuedPredicate    = "ISSUED_BY"
)

func (r MeasureRole) predicate() (string, error) {
	switch cmp.Or(r, AsTarget) {
	case AsTarget:
		return targetsPredicate, nil
	case AsAddressee:
		return addressedPredicate, nil
	case AsAuthority:
		return issuedPredicate, nil
	default:
		return "", Invalid("role", string(r), "TARGET, ADDRESSEE or AUTHORITY")
	}
}

func measureRow(n *MeasureTie) keyed {
	return keyed{n, []string{
		intKey(n.Measure.State.FirstDay), string(n.Measure.ID), string(n.Tie.Claim), intKey(n.Tie.Stretch.From),
	}}
}

// measureTies reads the ties of each entity to the measures on file by the view's day. They are read for all days, since one that
// has ended is shown; of each claim the stretch on the day is kept, else the last one before it.
func (v *View) measureTies(ctx context.Context, parents []*EntityRow, predicate string) ([][]*TieNode, []*Cut, error) {
	anyDay := *v
	anyDay.At = nil
	ties, cuts, err := anyDay.ties(ctx, parents, tieRead{sorts: []tieSort{{predicate, In}}, tiers: standingTiers()}, nil, 0)
	if err != nil || v.At == nil {
		return ties, cuts, err
	}
	for i, list := range ties {
		last := map[ClaimID]*TieNode{}
		for _, t := range list {
			if t.FarRow.State.FirstDay <= *v.At && t.Stretch.From <= *v.At {
				last[t.Claim] = t // ties of one claim come in order of days
				t.Certain = v.Certain(&t.Stretch)
			}
		}
		ties[i] = slices.DeleteFunc(list, func(t *TieNode) bool { return last[t.Claim] != t })
	}
	return ties, cuts, nil
}

func farRows(ties [][]*TieNode) []*EntityRow {
	byID := map[EntityID]*EntityRow{}
	for _, list := range ties {
		for _, t := range list {
			byID[t.Far] = t.FarRow
		}
	}
	out := make([]*EntityRow, 0, len(byID))
	for _, id := range sortedIDs(byID) {
		out = append(out, byID[id])
	}
	return out
}

// measureTie gives a tie its status: the measure's, but ENDED once the tie has certainly ended.
func (v *View) measureTie(t *TieNode, all []*TieNode, statuses map[EntityID]MeasureStatus) *MeasureTie {
	n := &MeasureTie{Tie: t, Measure: t.FarRow, Status: statuses[t.Far]}
	goesOn := slices.ContainsFunc(all, func(o *TieNode) bool { return o.Claim == t.Claim && o.Stretch.From > t.Stretch.To })
	ended := t.Stretch.To != MaxDay && !goesOn
	if v.At != nil {
		ended = t.Stretch.To < *v.At
	}
	if over := n.Status.phase() == 3; ended && !over {
		n.Status = StatusEnded
	}
	return n
}

// MeasuresPage gives the measures that pass a filter, by first day, earliest first: rows of *EntityRow. On the view's day those whose
// first day is not after it. From what was public by a day it needs about, speaker or document.
func (v *View) MeasuresPage(ctx context.Context, f MeasureFilter, a PageArgs) (Page, error) {
	order := orderOf("measures", f)
	if err := a.check(order, 2); err != nil {
		return Page{}, err
	}
	if v.PublicAt != nil && len(f.About)+len(f.Speaker)+len(f.Document) == 0 {
		return Page{}, Invalid("filter", "", "with publicAt one of about, speaker and document")
	}
	rows, cut, err := v.measureCandidates(ctx, &f)
	if err != nil {
		return Page{}, err
	}
	passing, _, err := v.measuresPassing(ctx, rows, &f)
	if err != nil {
		return Page{}, err
	}
	var found []keyed
	for _, m := range rows {
		if passing[m.ID] && (v.At == nil || m.State.FirstDay <= *v.At) {
			found = append(found, keyed{m, []string{intKey(m.State.FirstDay), string(m.ID)}})
		}
	}
	return a.page(placed{order, found, cut, true}), nil
}

// measureCandidates gives measures among which all that pass the filter are.
func (v *View) measureCandidates(ctx context.Context, f *MeasureFilter) ([]*EntityRow, *Cut, error) {
	sets, err := v.measureSets(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	if len(sets) == 0 {
		rows, err := v.ListEntities(ctx, EntityQuery{Kinds: KindsOf(Measure), Order: ByID, Limit: maxScanned + 1})
		rows, cut := shorten(rows, maxScanned)
		return rows, cut, err
	}
	found, err := readSome(ctx, v, sortedIDs(sets[0]), entitiesByID)
	if err != nil {
		return nil, nil, err
	}
	var rows []*EntityRow
	for _, id := range sortedIDs(found) {
		if found[id].Kind == Measure {
			rows = append(rows, found[id])
		}
	}
	return rows, nil, nil
}
