package graph

import (
	"cmp"
	"context"
	"slices"
)

// officeRead reads the ties of a body to its places of business.
func officeRead(f *OfficeFilter) tieRead {
	r := tieRead{
		name: "offices", order: TiesByPredicate, filter: TieFilter{Kinds: KindsOf(Office)},
		sorts: []tieSort{{"HAS_OFFICE", Out}, {headquartersPredicate, Out}},
	}
	if f != nil {
		r.filter.Standings = f.Standings
	}
	return r
}

const headquartersPredicate = "HEADQUARTERED_IN"

// EntityOffices gives the ties of a body to its offices, in order of predicate, office, claim and first day: rows of *OfficeTie.
func EntityOffices(f OfficeFilter, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		r := officeRead(&f)
		order := orderOf(r.name, f)
		if err := a.check(order, r.keyCount()); err != nil {
			return nil, err
		}
		ties, cuts, err := v.ties(ctx, parents, r, nil, 0)
		if err != nil {
			return nil, err
		}
		lying, wanted, err := v.lyingIn(ctx, ties, f.LocatedIn)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			seats := headquartersAmong(ties[i])
			var rows []keyed
			for _, t := range ties[i] {
				if anyOf(lying[t.Far], wanted) && (f.Headquarters == nil || *f.Headquarters == seats[t.Far]) {
					rows = append(rows, keyed{&OfficeTie{t, t.FarRow}, r.keys(t)})
				}
			}
			pages[i] = a.page(placed{order, rows, cuts[i], false})
		}
		return pages, nil
	})
}

// lyingIn gives where the far entities of ties lie, when places are asked for, and which places these are.
func (v *View) lyingIn(
	ctx context.Context, ties [][]*TieNode, refs []EntityRef,
) (map[EntityID]map[EntityID]*EntityRow, map[EntityID]bool, error) {
	if len(refs) == 0 {
		return nil, nil, nil
	}
	wanted, err := v.placesMeant(ctx, refs)
	if err != nil {
		return nil, nil, err
	}
	lying, err := v.placesOf(ctx, idsOf(farRows(ties)))
	return lying, wanted, err
}

// headquartersAmong are the offices that are said to be the headquarters.
func headquartersAmong(ties []*TieNode) map[EntityID]bool {
	out := map[EntityID]bool{}
	for _, t := range ties {
		if t.Predicate == headquartersPredicate && t.Stretch.Tier != Void {
			out[t.Far] = true
		}
	}
	return out
}

// OfficeCountries gives in how many countries a body has offices by its sources, against the different countries in which the offices
// on file lie: a row of *StatedNode.
func OfficeCountries() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		r := officeRead(nil)
		r.tiers = standingTiers()
		r.filter.Modalities = []Modality{Fact}
		ties, cuts, err := v.ties(ctx, parents, r, nil, 0)
		if err != nil {
			return nil, err
		}
		if cut := firstCut(cuts); cut != nil {
			return nil, tooMany("offices", cut.Limit)
		}
		lying, err := v.placesOf(ctx, idsOf(farRows(ties)))
		if err != nil {
			return nil, err
		}
		stated, err := v.statedNumbers(ctx, idsOf(parents), "OFFICE_COUNTRY_COUNT")
		if err != nil {
			return nil, err
		}
		groups := make([][]*ClaimRow, len(stated))
		for i := range stated {
			groups[i] = stated[i].claims
		}
		conflicts, err := v.setConflicts(ctx, groups)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, e := range parents {
			countries := countriesIn(ties[i], lying)
			n := &StatedNode{
				Owner: e.ID, Stated: stated[i].number(), Claims: stated[i].claims, Conflict: conflicts[i],
				Listed: len(countries), Entities: countries,
			}
			if n.Stated != nil {
				n.Missing = n.Stated.less(n.Listed)
			}
			pages[i] = listPage([]*StatedNode{n})
		}
		return pages, nil
	})
}

// countriesIn are the different countries in which the far entities of ties lie, in order of name.
func countriesIn(ties []*TieNode, lying map[EntityID]map[EntityID]*EntityRow) []*EntityRow {
	found := map[EntityID]*EntityRow{}
	for _, t := range ties {
		for id, place := range lying[t.Far] {
			if place.Kind == Country {
				found[id] = place
			}
		}
	}
	var out []*EntityRow
	for _, id := range sortedIDs(found) {
		out = append(out, found[id])
	}
	slices.SortStableFunc(out, func(a, b *EntityRow) int {
		return cmp.Or(cmp.Compare(SortName(a.State.Name), SortName(b.State.Name)), cmp.Compare(a.ID, b.ID))
	})
	return out
}
