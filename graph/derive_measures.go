package graph

import "context"

// datedPredicate gives a measure its days; the kind of day is its qualifier.
const (
	datedPredicate      = "DATED"
	datedQualifier      = "day"
	endedDay            = "ENDED"
	namePredicate       = "NAME"
	identifierPredicate = "IDENTIFIER"
)

// deriveFirstDays works out the first day of every measure that the touched claims are about, and gives those whose day moved.
func (d *deriver) deriveFirstDays(ctx context.Context, touched []ClaimID) ([]EntityID, error) {
	measures, err := d.measuresOf(ctx, touched)
	if err != nil || len(measures) == 0 {
		return nil, err
	}
	dated, err := d.facts.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(sortedIDs(measures)), Role: AsSubject, Predicates: []string{datedPredicate},
	})
	if err != nil {
		return nil, err
	}
	var moved []EntityID
	for i, id := range sortedIDs(measures) {
		day, err := d.firstDay(ctx, id, dated[i])
		if err != nil {
			return nil, err
		}
		d.firstDays[id] = day
		if measures[id].State.FirstDay != day {
			moved = append(moved, id)
		}
	}
	return moved, nil
}

func (d *deriver) measuresOf(ctx context.Context, touched []ClaimID) (map[EntityID]*EntityRow, error) {
	claims, err := d.facts.Claims(ctx, touched)
	if err != nil {
		return nil, err
	}
	var endIDs []EntityID
	for _, c := range claims {
		endIDs = append(endIDs, endsOf(&c.Claim)...)
	}
	if len(endIDs) == 0 {
		return nil, nil
	}
	entities, err := d.facts.Entities(ctx, sortedSet(endIDs))
	if err != nil {
		return nil, err
	}
	for id, e := range entities {
		if e.Kind != Measure {
			delete(entities, id)
		}
	}
	return entities, nil
}

// firstDay is the earliest possible day of the measure's non-void DATED claims; without one, the earliest publication of a
// document that supports a claim about it; MaxDay without that.
func (d *deriver) firstDay(ctx context.Context, measure EntityID, dated []*ClaimRow) (Day, error) {
	ids := make([]ClaimID, len(dated))
	for i, c := range dated {
		ids[i] = c.ID
	}
	if err := d.deriveStates(ctx, ids); err != nil {
		return MaxDay, err
	}
	first := MaxDay
	for _, c := range dated {
		if day, ok := c.beginsOn(); ok && d.states[c.ID].stands() {
			first = min(first, day)
		}
	}
	if first != MaxDay {
		return first, nil
	}
	return d.firstPublication(ctx, measure)
}

// beginsOn is the earliest possible day that a DATED claim gives its measure: a fact, and no end.
func (c *Claim) beginsOn() (Day, bool) {
	value, ok := c.Value.(OnDate)
	if !ok || c.Modality != Fact || c.qualified(datedQualifier, endedDay) {
		return MaxDay, false
	}
	return value.Date.Earliest(), true
}

// qualified says whether a claim has the qualifier with that value.
func (c *Claim) qualified(name, value string) bool {
	for _, q := range c.Qualifiers {
		if q.Name == name {
			return q.Value == value
		}
	}
	return false
}

// stands says whether a claim is not void on every day.
func (s *ClaimState) stands() bool {
	for i := range s.Stretches {
		if s.Stretches[i].Tier != Void {
			return true
		}
	}
	return false
}

// firstPublication is the first possible day on which a document that supports a claim about the measure was published.
func (d *deriver) firstPublication(ctx context.Context, measure EntityID) (Day, error) {
	claims, err := d.claimsAbout(ctx, []EntityID{measure}, nil)
	if err != nil {
		return MaxDay, err
	}
	dossiers, err := d.dossiers(ctx, sortedSet(claims))
	if err != nil {
		return MaxDay, err
	}
	var ids []DocumentID
	for _, f := range dossiers {
		for _, a := range f.liveSupports() {
			for _, e := range a.Evidence {
				ids = append(ids, e.Document)
			}
		}
	}
	docs, err := d.facts.Documents(ctx, sortedSet(ids))
	if err != nil {
		return MaxDay, err
	}
	first := MaxDay
	for _, doc := range docs {
		if !doc.Published.IsZero() {
			first = min(first, doc.Published.Earliest())
		}
	}
	return first, nil
}

// supports says whether a stance speaks for the claim.
func supports(s Stance) bool {
	return s == Asserts || s == Alleges || s == Confirms || s == Determines
}
