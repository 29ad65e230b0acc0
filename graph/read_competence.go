package graph

import (
	"cmp"
	"context"
	"slices"
)

// CompetenceRows gives the rows of a body, of one without rows those that its kind has by default; with "" the rows of all bodies that
// have any. They come in order of body, then voice. An unknown body is ErrNotFound.
func (v *View) CompetenceRows(ctx context.Context, body EntityID) ([]*CompetenceNode, error) {
	table, bodies, err := v.competenceTable(ctx, body)
	if err != nil {
		return nil, err
	}
	var out []*CompetenceNode
	for _, id := range sortedIDs(table) {
		for i, row := range table[id] {
			if bodies[id] != nil {
				out = append(out, &CompetenceNode{Competence: row, Body: bodies[id], Index: i})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *CompetenceNode) int {
		return cmp.Or(cmp.Compare(a.Body.ID, b.Body.ID), cmp.Compare(a.Voice, b.Voice), cmp.Compare(a.Index, b.Index))
	})
	return out, nil
}

func (v *View) competenceTable(ctx context.Context, body EntityID) (map[EntityID][]Competence, map[EntityID]*EntityRow, error) {
	if body == "" {
		table, err := v.Competence(ctx, nil)
		if err != nil {
			return nil, nil, err
		}
		bodies, err := readSome(ctx, v, sortedIDs(table), entitiesByID)
		return table, bodies, err
	}
	bodies, err := v.Entities(ctx, []EntityID{body})
	if err != nil {
		return nil, nil, err
	}
	if bodies[body] == nil {
		return nil, nil, notFound("body", string(body))
	}
	table, err := newDeriver(v.facts(), v.Vocabulary).competence(ctx, []EntityID{body}, bodies)
	return table, bodies, err
}
