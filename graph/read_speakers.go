package graph

import "context"

// nouns names entities, and who speaks in assertions: the body, else of what a publisher says in its own voice the publisher.
type nouns struct {
	entities   map[EntityID]*EntityRow
	publishers map[AssertionID]EntityID
}

// nouns reads the names of the claims' ends and of all who speak of them.
func (v *View) nouns(ctx context.Context, claims []*ClaimRow, said map[ClaimID]*hearing) (*nouns, error) {
	var ids []EntityID
	var spoken []*AssertionRow
	for _, c := range claims {
		ids = append(ids, c.Subject, c.Object)
		spoken = append(spoken, said[c.ID].rowsOf(func(*voice) bool { return true })...)
	}
	return v.named(ctx, ids, spoken)
}

// named reads the names of entities and of who speaks.
func (v *View) named(ctx context.Context, ids []EntityID, spoken []*AssertionRow) (*nouns, error) {
	publishers, err := v.publishersOf(ctx, spoken)
	if err != nil {
		return nil, err
	}
	for _, a := range spoken {
		ids = append(ids, a.Body(), publishers[a.ID])
	}
	entities, err := readSome(ctx, v, ids, entitiesByID)
	return &nouns{entities, publishers}, err
}

// publishersOf gives for assertions without a speaker who published the document in which they stand.
func (v *View) publishersOf(ctx context.Context, spoken []*AssertionRow) (map[AssertionID]EntityID, error) {
	var ids []DocumentID
	for _, a := range spoken {
		if a.Body() == "" && len(a.Evidence) > 0 {
			ids = append(ids, a.Evidence[0].Document)
		}
	}
	docs, err := readSome(ctx, v, ids, documentsByID)
	if err != nil {
		return nil, err
	}
	out := map[AssertionID]EntityID{}
	for _, a := range spoken {
		if a.Body() == "" && len(a.Evidence) > 0 && docs[a.Evidence[0].Document] != nil {
			out[a.ID] = docs[a.Evidence[0].Document].Publisher
		}
	}
	return out, nil
}

// of names an entity; one that is not on file has no name.
func (n *nouns) of(id EntityID) Noun {
	if row := n.entities[id]; row != nil {
		return NounOf(row)
	}
	return Noun{}
}

// who gives the different entities that speak in the assertions, in their order.
func (n *nouns) who(spoken []*AssertionRow) []*EntityRow {
	seen := map[EntityID]bool{}
	var out []*EntityRow
	for _, a := range spoken {
		id := a.Body()
		if id == "" {
			id = n.publishers[a.ID]
		}
		if row := n.entities[id]; row != nil && !seen[id] {
			seen[id] = true
			out = append(out, row)
		}
	}
	return out
}

// speakers names the different entities that speak in the assertions.
func (n *nouns) speakers(spoken []*AssertionRow) []Noun {
	var out []Noun
	for _, row := range n.who(spoken) {
		out = append(out, NounOf(row))
	}
	return out
}
