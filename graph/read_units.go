package graph

import (
	"context"
	"math/big"
	"slices"
)

const unitPredicate = "HAS_UNIT"

// EntityUnits gives the ties of a body to its organisational units, in order of predicate, far entity, claim and first day: rows of
// *TieNode. Its pages say of how many units the sources speak, and how many of these are not known by name.
func EntityUnits(f UnitFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		r := tieRead{
			sorts: []tieSort{{unitPredicate, Out}}, name: "units", order: TiesByPredicate,
			filter: TieFilter{Standings: f.Standings, Kinds: f.Kinds},
		}
		order := orderOf(r.name, f)
		if err := a.check(order, r.keyCount()); err != nil {
			return nil, err
		}
		ties, cuts, err := v.ties(ctx, parents, r, nil, 0)
		if err != nil {
			return nil, err
		}
		if err := v.keepUnits(ctx, ties, &f); err != nil {
			return nil, err
		}
		counts, err := v.unitCounts(ctx, parents)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			var rows []keyed
			for _, t := range ties[i] {
				rows = append(rows, keyed{t, r.keys(t)})
			}
			pages[i] = a.page(placed{order, rows, cuts[i], false})
			pages[i].Stated, pages[i].Unresolved = counts[i].stated, counts[i].unresolved
		}
		return pages, nil
	})
}

// keepUnits leaves out what the filter's specificity and places exclude.
func (v *View) keepUnits(ctx context.Context, ties [][]*TieNode, f *UnitFilter) error {
	wanted, err := v.placesMeant(ctx, f.LocatedIn)
	if err != nil {
		return err
	}
	var sites map[EntityID]map[EntityID]*EntityRow
	if rows := farRows(ties); len(wanted) > 0 && len(rows) > 0 {
		if sites, err = v.sites(ctx, idsOf(rows)); err != nil {
			return err
		}
	}
	for i := range ties {
		ties[i] = slices.DeleteFunc(ties[i], func(t *TieNode) bool {
			return !among(f.Specificity, t.FarRow.Specificity) || !anyOf(sites[t.Far], wanted)
		})
	}
	return nil
}

// unitCount is of how many units the sources speak, and how many of these are not known by name; nil when no count is stated.
type unitCount struct{ stated, unresolved *Quantity }

// unitCounts counts whatever the filter of a list is: the stated number is that of the strongest and then latest UNIT_COUNT claim,
// else the sum of the counts of groups and of the units outside them. Named are the units that are named themselves and the named
// members of groups.
func (v *View) unitCounts(ctx context.Context, parents []*EntityRow) ([]unitCount, error) {
	ties, cuts, err := v.ties(ctx, parents, tieRead{sorts: []tieSort{{unitPredicate, Out}}, tiers: standingTiers()}, nil, 0)
	if err != nil {
		return nil, err
	}
	if cut := firstCut(cuts); cut != nil {
		return nil, tooMany("units", cut.Limit)
	}
	members, err := v.membersOf(ctx, farRows(ties))
	if err != nil {
		return nil, err
	}
	stated, err := v.statedNumbers(ctx, idsOf(parents), "UNIT_COUNT")
	if err != nil {
		return nil, err
	}
	out := make([]unitCount, len(parents))
	for i := range parents {
		units := farRows(ties[i : i+1])
		count := stated[i].number()
		if count == nil {
			count = sumOfGroups(units, members)
		}
		if count != nil {
			out[i] = unitCount{count, count.less(len(namedUnits(units, members)))}
		}
	}
	return out, nil
}

// membersOf gives the entities that groups include.
func (v *View) membersOf(ctx context.Context, rows []*EntityRow) (map[EntityID][]*EntityRow, error) {
	var groups []EntityID
	for _, e := range rows {
		if e.Specificity == Group {
			groups = append(groups, e.ID)
		}
	}
	out := map[EntityID][]*EntityRow{}
	return out, v.eachEdge(ctx, groups, EdgeFilter{
		Predicates: []string{"INCLUDES"}, Direction: Out, Tiers: standingTiers(), At: v.At,
	}, func(e *Edge) { out[e.Near] = append(out[e.Near], e.FarRow) })
}

// namedUnits are the different units that are known by name, themselves or as members of groups.
func namedUnits(units []*EntityRow, members map[EntityID][]*EntityRow) map[EntityID]bool {
	out := map[EntityID]bool{}
	for _, e := range units {
		for _, unit := range append([]*EntityRow{e}, members[e.ID]...) {
			if unit.Specificity == Named {
				out[unit.ID] = true
			}
		}
	}
	return out
}

// sumOfGroups adds the counts of groups, and one for each unit that is in none of them; nil without a group of known count.
func sumOfGroups(units []*EntityRow, members map[EntityID][]*EntityRow) *Quantity {
	inGroup := map[EntityID]bool{}
	for _, of := range members {
		for _, e := range of {
			inGroup[e.ID] = true
		}
	}
	var sum *Quantity
	for _, e := range units {
		if e.Specificity == Group && e.Count != nil && !inGroup[e.ID] {
			sum = sum.plus(*e.Count)
		}
	}
	if sum == nil {
		return nil
	}
	for _, e := range units {
		if !inGroup[e.ID] && e.Specificity != Group {
			sum = sum.plus(Quantity{Min: "1", Max: "1"})
		}
		if e.Specificity == Group && e.Count == nil {
			sum = sum.plus(Quantity{Min: "1"})
		}
	}
	return sum
}

// plus adds two quantities; nil is nothing.
func (q *Quantity) plus(other Quantity) *Quantity {
	if q == nil {
		return &other
	}
	return &Quantity{
		Min: q.Min.add(other.Min), Max: q.Max.add(other.Max), Approximate: q.Approximate || other.Approximate, Unit: q.Unit,
	}
}

// add adds two numbers; an unbounded one makes the sum so.
func (n Number) add(other Number) Number {
	a, b := n.Rat(), other.Rat()
	if a == nil || b == nil {
		return ""
	}
	return numberOf(new(big.Rat).Add(a, b))
}

// less takes n from both bounds, which do not fall below 0.
func (q *Quantity) less(n int) *Quantity {
	down := func(bound Number) Number {
		r := bound.Rat()
		if r == nil {
			return ""
		}
		r.Sub(r, new(big.Rat).SetInt64(int64(n)))
		if r.Sign() < 0 {
			r.SetInt64(0)
		}
		return numberOf(r)
	}
	return &Quantity{Min: down(q.Min), Max: down(q.Max), Approximate: q.Approximate, Unit: q.Unit}
}

// numberOf writes a number in digits, without zeros at its end.
func numberOf(r *big.Rat) Number {
	if r.IsInt() {
		return Number(r.Num().String())
	}
	places, _ := r.FloatPrec()
	return Number(r.FloatString(min(places, 12)))
}
