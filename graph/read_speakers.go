package graph

import "context"

// nouns names entities, and who speaks in assertions: the body.
type nouns map[EntityID]*EntityRow

// nouns reads the names of the claims' ends and of all who speak of them.
func (v *View) nouns(ctx context.Context, claims []*ClaimRow, said map[ClaimID]*hearing) (nouns, error) {
	var ids []EntityID
	var spoken []*AssertionRow
	for _, c := range claims {
		ids = append(ids, c.Subject, c.Object)
		spoken = append(spoken, said[c.ID].rowsOf(func(*voice) bool { return true })...)
	}
	return v.named(ctx, ids, spoken)
}

// named reads the names of entities and of who speaks.
func (v *View) named(ctx context.Context, ids []EntityID, spoken []*AssertionRow) (nouns, error) {
	for _, a := range spoken {
		ids = append(ids, a.Body())
	}
	return readSome(ctx, v, ids, entitiesByID)
}

// of names an entity; one that is not on file has no name.
func (n nouns) of(id EntityID) Noun {
	if row := n[id]; row != nil {
		return NounOf(row)
	}
	return Noun{}
}

// who gives the different bodies that speak in the assertions, in their order.
func (n nouns) who(spoken []*AssertionRow) []*EntityRow {
	seen := map[EntityID]bool{}
	var out []*EntityRow
	for _, a := range spoken {
		if row := n[a.Body()]; row != nil && !seen[a.Body()] {
			seen[a.Body()] = true
			out = append(out, row)
		}
	}
	return out
}

// speakers names the different bodies that speak in the assertions.
func (n nouns) speakers(spoken []*AssertionRow) []Noun {
	var out []Noun
	for _, row := range n.who(spoken) {
		out = append(out, NounOf(row))
	}
	return out
}
