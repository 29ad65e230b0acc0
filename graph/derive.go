package graph

import (
	"context"
	"maps"
	"slices"
)

// deriver works out standings, edges and entity rows from claims and what is said of them. It reads one set of facts, over
// which new raw records may lie.
type deriver struct {
	facts      facts
	vocabulary *Vocabulary

	firstDays map[EntityID]Day // of measures, as derived now
	states    map[ClaimID]*ClaimState
	before    map[ClaimID]*ClaimState // as on file
}

func newDeriver(f facts, v *Vocabulary) *deriver {
	return &deriver{
		facts: f, vocabulary: v,
		firstDays: map[EntityID]Day{}, states: map[ClaimID]*ClaimState{}, before: map[ClaimID]*ClaimState{},
	}
}

// derive gives the derived records that follow when what is said of the touched claims, or the new entities, changes.
func (d *deriver) derive(ctx context.Context, touched []ClaimID, fresh []EntityID) ([]Record, error) {
	touched = sortedSet(touched)
	moved, err := d.deriveFirstDays(ctx, touched)
	if err != nil {
		return nil, err
	}
	if len(moved) > 0 {
		about, err := d.claimsAbout(ctx, moved, nil)
		if err != nil {
			return nil, err
		}
		touched = sortedSet(append(touched, about...))
	}
	if err := d.deriveStates(ctx, touched); err != nil {
		return nil, err
	}
	entities, err := d.entityStates(ctx, touched, append(fresh, moved...))
	if err != nil {
		return nil, err
	}
	var out []Record
	for _, id := range touched {
		out = append(out, d.states[id])
	}
	for _, id := range slices.Sorted(maps.Keys(entities)) {
		out = append(out, entities[id])
	}
	return out, nil
}

// claimsAbout lists the claims with one of the entities at an end.
func (d *deriver) claimsAbout(ctx context.Context, ids []EntityID, predicates []string) ([]ClaimID, error) {
	lists, err := d.facts.ListClaims(ctx, ClaimQuery{Owners: asStrings(ids), Role: AnyEnd, Predicates: predicates})
	if err != nil {
		return nil, err
	}
	var out []ClaimID
	for _, list := range lists {
		for _, row := range list {
			out = append(out, row.ID)
		}
	}
	return out, nil
}

// sortedSet gives the different elements in order.
func sortedSet[T ~string](in []T) []T {
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}

func asStrings[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, v := range in {
		out[i] = string(v)
	}
	return out
}
