package graph

import (
	"context"
	"fmt"
	"reflect"
)

// checkEdges compares the outgoing edges of entities with the stretches from which they are projected: a store may keep both.
func (a *auditor) checkEdges(ctx context.Context, reader Reader, ids []EntityID) error {
	claims, err := reader.ListClaims(ctx, ClaimQuery{Owners: asStrings(ids), Role: AsSubject})
	if err != nil {
		return err
	}
	onFile, err := ReadEdges(ctx, reader, &ExpandQuery{Frontier: ids, Filter: EdgeFilter{Direction: Out}})
	if err != nil {
		return err
	}
	for i := range ids {
		a.compareEdges(projected(claims[i]), onFile[i])
	}
	return nil
}

// projected are the edges of claims, one a stretch.
func projected(claims []*ClaimRow) []Edge {
	var edges []Edge
	for _, c := range claims {
		if c.Object == "" {
			continue
		}
		for _, s := range c.State.Stretches {
			edges = append(edges, Edge{
				Near: c.Subject, Far: c.Object, Direction: Out, Claim: c.ID, Predicate: c.Predicate, Modality: c.Modality, Stretch: s,
			})
		}
	}
	return edges
}

// edgePlace tells the edges of an entity apart.
type edgePlace struct {
	claim ClaimID
	from  Day
}

// compareEdges reports edges of an entity that are missing, that are not as derived, and that are one too many.
func (a *auditor) compareEdges(derived, onFile []Edge) {
	missing := make(map[edgePlace]bool, len(derived))
	made := make(map[edgePlace]*Edge, len(derived))
	for i := range derived {
		place := edgePlace{derived[i].Claim, derived[i].Stretch.From}
		missing[place], made[place] = true, &derived[i]
	}
	for _, e := range onFile {
		place := edgePlace{e.Claim, e.Stretch.From}
		e.Position, e.FarRow = 0, nil // where it was met, and another's row
		switch {
		case !missing[place]:
			a.drift(StandingRecord, string(e.Claim), "a tie on file that nothing makes: %s", edgeWords(&e))
		case !reflect.DeepEqual(e, *made[place]):
			a.drift(StandingRecord, string(e.Claim), "its tie on file is %s, derived %s", edgeWords(&e), edgeWords(made[place]))
		}
		delete(missing, place)
	}
	for i := range derived {
		if e := &derived[i]; missing[edgePlace{e.Claim, e.Stretch.From}] {
			a.drift(StandingRecord, string(e.Claim), "its tie is not on file: %s", edgeWords(e))
		}
	}
}

func edgeWords(e *Edge) string {
	return fmt.Sprintf("%s %s %s %v", e.Near, e.Predicate, e.Far, e.Stretch)
}
