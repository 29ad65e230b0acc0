package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// entityStates works out the rows of the entities at the ends of the touched claims, and of the others named. A row is made whole,
// with its name and terms: what is read back of it has no terms.
func (d *deriver) entityStates(ctx context.Context, touched []ClaimID, others []EntityID) (map[EntityID]*EntityState, error) {
	degrees := map[EntityID]int{}
	for _, id := range touched {
		d.countEdges(d.before[id], -1, degrees)
		d.countEdges(d.states[id], +1, degrees)
		degrees[d.states[id].Subject] += 0
	}
	for _, id := range others {
		degrees[id] += 0
	}
	rows, err := d.facts.Entities(ctx, sortedIDs(degrees))
	if err != nil {
		return nil, err
	}
	out := map[EntityID]*EntityState{}
	for id, row := range rows {
		state := row.State
		state.Entity = id
		state.Degree += degrees[id]
		if day, known := d.firstDays[id]; known {
			state.FirstDay = day
		}
		out[id] = &state
	}
	return out, d.nameEntities(ctx, rows, out, sortedIDs(rows))
}

func sortedIDs[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// countEdges adds the safe and alleged edges of a claim to the degrees of its ends; a loop is one edge of its entity.
func (d *deriver) countEdges(s *ClaimState, sign int, degrees map[EntityID]int) {
	if s == nil || s.Object == "" {
		return
	}
	edges := 0
	for i := range s.Stretches {
		if s.Stretches[i].Tier != Void {
			edges++
		}
	}
	degrees[s.Subject] += sign * edges
	if s.Object != s.Subject {
		degrees[s.Object] += sign * edges
	}
}

// nameEntities gives entities their preferred name and search terms.
func (d *deriver) nameEntities(
	ctx context.Context, rows map[EntityID]*EntityRow, states map[EntityID]*EntityState, ids []EntityID,
) error {
	if len(ids) == 0 {
		return nil
	}
	lists, err := d.facts.ListClaims(ctx, ClaimQuery{
		Owners: asStrings(ids), Role: AsSubject, Predicates: []string{namePredicate, identifierPredicate},
	})
	if err != nil {
		return err
	}
	for i, id := range ids {
		d.nameEntity(rows[id], states[id], lists[i])
	}
	return nil
}

func (d *deriver) nameEntity(row *EntityRow, state *EntityState, claims []*ClaimRow) {
	marks := Marks{Names: []string{row.Caption}}
	var names []*ClaimRow
	for _, c := range claims {
		if !d.stateOf(c).stands() {
			continue
		}
		switch v := c.Value.(type) {
		case Name:
			names = append(names, c)
			marks.Names = append(marks.Names, v.Text)
		case Identifier:
			marks.Identifiers = append(marks.Identifiers, v)
		default:
		}
	}
	state.Name = d.preferredName(row.Caption, names)
	state.Terms = marks.Terms()
}

// stateOf is the state worked out now, else the one on file.
func (d *deriver) stateOf(c *ClaimRow) *ClaimState {
	if s := d.states[c.ID]; s != nil {
		return s
	}
	return &c.State
}

// preferredName is that of the NAME claim of strongest standing, then alias strength, then the one equal to the caption, then
// smallest id; without any it is the caption.
func (d *deriver) preferredName(caption string, names []*ClaimRow) string {
	if len(names) == 0 {
		return caption
	}
	best := slices.MinFunc(names, func(a, b *ClaimRow) int {
		left, right := nameOf(a), nameOf(b)
		return cmp.Or(
			cmp.Compare(d.stateOf(b).strength(), d.stateOf(a).strength()),
			cmp.Compare(slices.Index(nameStrengths(), left.Strength), slices.Index(nameStrengths(), right.Strength)),
			cmp.Compare(unequal(left.Text, caption), unequal(right.Text, caption)),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return nameOf(best).Text
}

func nameOf(c *ClaimRow) Name {
	name, _ := c.Value.(Name)
	return name
}

func nameStrengths() []NameStrength { return []NameStrength{StrongName, AliasName, WeakName} }

func unequal(a, b string) int {
	if a == b {
		return 0
	}
	return 1
}

// strength is the rank of the strongest standing that a claim has on any day.
func (s *ClaimState) strength() int {
	best := 0
	for i := range s.Stretches {
		best = max(best, s.Stretches[i].rank(s.Modality))
	}
	return best
}
