package graph

import (
	"context"
	"fmt"
	"reflect"
)

// checkEdges compares the edges of entities with the stretches from which they are projected: a store may keep both. Each edge is
// looked at from its subject, and from its object where nobody else would.
func (a *auditor) checkEdges(ctx context.Context, reader Reader, ids []EntityID) error {
	claims, err := reader.ListClaims(ctx, ClaimQuery{Owners: asStrings(ids), Role: AsSubject})
	if err != nil {
		return err
	}
	edges, err := ReadEdges(ctx, reader, &ExpandQuery{Frontier: ids})
	if err != nil {
		return err
	}
	for i := range ids {
		var outgoing []Edge
		for _, e := range edges[i] {
			switch {
			case e.Direction == Out:
				outgoing = append(outgoing, e)
			case !a.known[e.Far]:
				a.stranger(&e)
			}
		}
		a.compareEdges(a.projected(claims[i]), outgoing)
	}
	return nil
}

// projected are the edges of claims, one a stretch. A claim that the log does not name makes none.
func (a *auditor) projected(claims []*ClaimRow) []Edge {
	var edges []Edge
	for _, c := range claims {
		if !a.logged[c.ID] {
			a.drift(ClaimRecord, string(c.ID), "it is on file, and nothing wrote it")
			continue
		}
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
	left := make(map[edgePlace]*Edge, len(derived)) // that were not met on file
	for i := range derived {
		left[edgePlace{derived[i].Claim, derived[i].Stretch.From}] = &derived[i]
	}
	for _, e := range onFile {
		place := edgePlace{e.Claim, e.Stretch.From}
		e.Position, e.FarRow = 0, nil // where it was met, and another's row
		switch made := left[place]; {
		case made == nil:
			a.stranger(&e)
		case !reflect.DeepEqual(e, *made):
			a.drift(StandingRecord, string(e.Claim), "its tie on file is %s, derived %s", edgeWords(&e), edgeWords(made))
		}
		delete(left, place)
	}
	for i := range derived {
		if e := &derived[i]; left[edgePlace{e.Claim, e.Stretch.From}] != nil {
			a.drift(StandingRecord, string(e.Claim), "its tie is not on file: %s", edgeWords(e))
		}
	}
}

func (a *auditor) stranger(e *Edge) {
	a.drift(StandingRecord, string(e.Claim), "a tie on file that nothing makes: %s", edgeWords(e))
}

func edgeWords(e *Edge) string {
	subject, object := e.Near, e.Far
	if e.Direction == In {
		subject, object = object, subject
	}
	return fmt.Sprintf("%s %s %s %v", subject, e.Predicate, object, e.Stretch)
}
