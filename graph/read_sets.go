package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// tieTable names the lists and sets of ties of the API's types: which predicates, read from which end.
func tieTable() map[string][]tieSort {
	return map[string][]tieSort{
		"parent":         {{"PARENT_OF", In}, {"HAS_UNIT", In}},
		"headquarters":   {{headquartersPredicate, Out}},
		"incorporatedIn": {{"INCORPORATED_IN", Out}},
		"citizenships":   {{"CITIZEN_OF", Out}},
		"authority":      {{issuedPredicate, Out}},
		"legalBasis":     {{"LEGAL_BASIS", Out}},
		"listedOn":       {{"LISTED_ON", Out}},
		"city":           {{locatedPredicate, Out}},
		"country":        {{locatedPredicate, Out}},
		"locatedIn":      {{locatedPredicate, Out}},
		"partOf":         {{partPredicate, Out}},
		"origin":         {{"COMES_FROM", Out}},

		"subsidiaries":  {{"PARENT_OF", Out}},
		"owners":        {{"OWNS", In}},
		"members":       {{"INCLUDES", Out}, {"MEMBER_OF", In}},
		"products":      {{"MAKES", Out}},
		"makers":        {{"MAKES", In}},
		"active":        {{"ACTIVE_IN", In}},
		"headquartered": {{headquartersPredicate, In}},
		"agencies":      {{partPredicate, In}},
		"officeHolders": {{"HOLDS_OFFICE", In}},
		"occupants":     {{"HAS_OFFICE", In}, {headquartersPredicate, In}},
		"targets":       {{targetsPredicate, Out}},
		"addressees":    {{addressedPredicate, Out}},
		"positions": {
			{"FOUNDED", Out}, {"DIRECTS", Out}, {"EMPLOYS", In}, {"REPRESENTS", Out}, {"MEMBER_OF", Out}, {"HOLDS_OFFICE", Out},
		},
		"laterActs": {
			{"IMPLEMENTS", In}, {"AMENDS", In}, {"UPHOLDS", In}, {"STAYS", In}, {"ANNULS", In}, {"REPLACES", In},
		},
	}
}

// singleSets are the sets of which one member can be true at a time.
func singleSets() []string {
	return []string{"headquarters", "incorporatedIn", "city", "country", "locatedIn", "addresses", "coordinates"}
}

// sortsOf gives the ties of a list by its name, which is that of the API's field.
func sortsOf(name string) ([]tieSort, error) {
	table := tieTable()
	if sorts := table[name]; sorts != nil {
		return sorts, nil
	}
	return nil, Invalid("ties", name, "one of "+strings.Join(sortedIDs(table), ", "))
}

// EntityTiesOf gives the ties of a list named as in the API: "subsidiaries", "owners", "members" and so on.
func EntityTiesOf(name string, f TieFilter, o TieOrder, a PageArgs) Relation {
	return readTies(func(*View) (tieRead, error) {
		sorts, err := sortsOf(name)
		return tieRead{filter: f, order: o, name: name, sorts: sorts}, err
	}, a)
}

// EntityTieSet gives all ties that answer a question with one expected answer, named as in the API: "parent", "headquarters" and so
// on. There is one row for each entity; void ties are left out.
func EntityTieSet(name string) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		sets, err := v.tieSets(ctx, name, parents)
		if err != nil {
			return nil, err
		}
		if slices.Contains(singleSets(), name) {
			if err := v.addTieConflicts(ctx, sets); err != nil {
				return nil, err
			}
		}
		pages := make([]Page, len(parents))
		for i, set := range sets {
			pages[i] = listPage([]*TieSetNode{set})
		}
		return pages, nil
	})
}

func (v *View) tieSets(ctx context.Context, name string, parents []*EntityRow) ([]*TieSetNode, error) {
	sorts, err := sortsOf(name)
	if err != nil {
		return nil, err
	}
	if name == "country" {
		return v.countrySets(ctx, parents)
	}
	r := tieRead{sorts: sorts, tiers: standingTiers()}
	if name == "city" {
		r.filter.Kinds = KindsOf(City)
	}
	return v.readSets(ctx, name, parents, r)
}

func (v *View) readSets(ctx context.Context, name string, parents []*EntityRow, r tieRead) ([]*TieSetNode, error) {
	ties, cuts, err := v.ties(ctx, parents, r, nil, 0)
	if err != nil {
		return nil, err
	}
	sets := make([]*TieSetNode, len(parents))
	for i, e := range parents {
		if cuts[i] != nil {
			return nil, tooMany(name+" of "+string(e.ID), cuts[i].Limit)
		}
		slices.SortFunc(ties[i], strongestTie)
		sets[i] = &TieSetNode{Owner: e.ID, Name: name, Ties: ties[i]}
	}
	return sets, nil
}

// strongestTie puts the strongest standing first, then the latest days, then far entity and claim.
func strongestTie(a, b *TieNode) int {
	return cmp.Or(
		cmp.Compare(b.Stretch.rank(b.Modality), a.Stretch.rank(a.Modality)), cmp.Compare(b.Stretch.From, a.Stretch.From),
		cmp.Compare(a.Far, b.Far), cmp.Compare(a.Claim, b.Claim),
	)
}

// countrySets gives the ties to countries: the entity's own, else those of its cities.
func (v *View) countrySets(ctx context.Context, parents []*EntityRow) ([]*TieSetNode, error) {
	located := tieRead{sorts: []tieSort{{locatedPredicate, Out}}, tiers: standingTiers()}
	sets, err := v.readSets(ctx, "country", parents, located)
	if err != nil {
		return nil, err
	}
	cities := map[EntityID]*EntityRow{}
	for _, set := range sets {
		for _, t := range set.Ties {
			if t.FarRow.Kind == City {
				cities[t.Far] = t.FarRow
			}
		}
	}
	of, err := v.countriesOf(ctx, cities)
	if err != nil {
		return nil, err
	}
	for _, set := range sets {
		own := slices.DeleteFunc(slices.Clone(set.Ties), func(t *TieNode) bool { return t.FarRow.Kind != Country })
		if len(own) == 0 {
			for _, t := range set.Ties {
				own = append(own, of[t.Far]...)
			}
			own = distinctTies(own)
		}
		set.Ties = own
	}
	return sets, nil
}

// countriesOf gives the ties of cities to their countries.
func (v *View) countriesOf(ctx context.Context, cities map[EntityID]*EntityRow) (map[EntityID][]*TieNode, error) {
	rows := make([]*EntityRow, 0, len(cities))
	for _, id := range sortedIDs(cities) {
		rows = append(rows, cities[id])
	}
	if len(rows) == 0 {
		return nil, nil
	}
	sets, err := v.readSets(ctx, "country", rows, tieRead{
		sorts: []tieSort{{locatedPredicate, Out}}, tiers: standingTiers(), filter: TieFilter{Kinds: KindsOf(Country)},
	})
	out := map[EntityID][]*TieNode{}
	for _, set := range sets {
		out[set.Owner] = set.Ties
	}
	return out, err
}

func distinctTies(ties []*TieNode) []*TieNode {
	seen := map[string]bool{}
	return slices.DeleteFunc(ties, func(t *TieNode) bool {
		again := seen[t.Key()]
		seen[t.Key()] = true
		return again
	})
}

// addTieConflicts notes what cannot both be true in each set.
func (v *View) addTieConflicts(ctx context.Context, sets []*TieSetNode) error {
	var ids []ClaimID
	for _, set := range sets {
		for _, t := range set.Ties {
			ids = append(ids, t.Claim)
		}
	}
	claims, err := readSome(ctx, v, ids, claimsByID)
	if err != nil {
		return err
	}
	groups := make([][]*ClaimRow, len(sets))
	for i, set := range sets {
		var rows []*ClaimRow
		for _, t := range set.Ties {
			rows = append(rows, claims[t.Claim])
		}
		groups[i] = distinctClaims([][]*ClaimRow{rows})
	}
	conflicts, err := v.setConflicts(ctx, groups)
	if err != nil {
		return err
	}
	for i, set := range sets {
		set.Conflict = conflicts[i]
	}
	return nil
}

// EntityClaimSet gives all claims that answer a question with one expected answer, named as in the API: "addresses", "coordinates",
// "citation". There is one row for each entity; void claims are left out.
func EntityClaimSet(name string) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		predicate, ok := map[string]string{"addresses": "ADDRESS", "coordinates": "COORDINATES", "citation": "CITATION"}[name]
		if !ok {
			return nil, Invalid("claims", name, "addresses, coordinates or citation")
		}
		groups, err := v.standingClaims(ctx, idsOf(parents), predicate)
		if err != nil {
			return nil, err
		}
		conflicts := make([]*ConflictNode, len(groups))
		if slices.Contains(singleSets(), name) {
			if conflicts, err = v.setConflicts(ctx, groups); err != nil {
				return nil, err
			}
		}
		pages := make([]Page, len(parents))
		for i, e := range parents {
			pages[i] = listPage([]*ClaimSetNode{{e.ID, name, groups[i], conflicts[i]}})
		}
		return pages, nil
	})
}

// standingClaims gives the claims of each subject with a predicate that are not void in what is shown, strongest first, then latest.
func (v *View) standingClaims(ctx context.Context, subjects []EntityID, predicate string) ([][]*ClaimRow, error) {
	limit := scanLimit(len(subjects))
	lists, err := v.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(subjects), Role: AsSubject, Predicates: []string{predicate}, At: v.At, Limit: limit + 1,
	})
	if err != nil {
		return nil, err
	}
	for i, rows := range lists {
		if len(rows) > limit {
			return nil, tooMany(predicate+" claims of "+string(subjects[i]), limit)
		}
		lists[i] = slices.DeleteFunc(rows, func(c *ClaimRow) bool {
			s, ok := v.Shown(c)
			return !ok || s.Tier == Void
		})
		slices.SortFunc(lists[i], v.strongestClaim)
	}
	return lists, nil
}

// strongestClaim puts the strongest standing shown first, then the latest days, then the id.
func (v *View) strongestClaim(a, b *ClaimRow) int {
	s, _ := v.Shown(a)
	t, _ := v.Shown(b)
	return cmp.Or(
		cmp.Compare(t.rank(b.Modality), s.rank(a.Modality)), cmp.Compare(t.From, s.From), cmp.Compare(a.ID, b.ID),
	)
}
