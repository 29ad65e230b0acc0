package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Entities gives the rows of the ids that are on file.
func (r *reader) Entities(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
	return rows(ctx, r, ids, r.entityRow)
}

func (w *world) entityRow(id graph.EntityID) (*graph.EntityRow, bool) {
	e, ok := w.entities[id]
	if !ok {
		return nil, false
	}
	state := w.entityState(e.record)
	state.Terms = nil
	return &graph.EntityRow{Entity: *e.record, State: state, Stamp: w.stampOf(e.rev)}, true
}

// ListEntities sorts all entities of the query and cuts the page out.
func (r *reader) ListEntities(ctx context.Context, q graph.EntityQuery) ([]*graph.EntityRow, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	var found []*graph.EntityRow
	for id := range r.entities {
		row, _ := r.entityRow(id)
		if (q.Kinds == 0 || q.Kinds.Has(row.Kind)) && among(q.Specificity, row.Specificity) {
			found = append(found, row)
		}
	}
	order := entityOrder(q.Order)
	slices.SortFunc(found, func(a, b *graph.EntityRow) int { return order(keyOf(a), keyOf(b)) })
	beyond := func(row *graph.EntityRow) bool { return q.After == nil || order(keyOf(row), *q.After) > 0 }
	return page(found, beyond, q.Limit), nil
}

// keyOf is an entity's place in every order.
func keyOf(row *graph.EntityRow) graph.EntityKey {
	return graph.EntityKey{Name: graph.SortName(row.State.Name), Degree: row.State.Degree, ID: row.ID}
}

func entityOrder(o graph.EntityOrder) func(a, b graph.EntityKey) int {
	byID := func(a, b graph.EntityKey) int { return cmp.Compare(a.ID, b.ID) }
	switch o {
	case graph.ByName:
		return func(a, b graph.EntityKey) int { return cmp.Or(cmp.Compare(a.Name, b.Name), byID(a, b)) }
	case graph.ByDegree:
		return func(a, b graph.EntityKey) int { return cmp.Or(cmp.Compare(b.Degree, a.Degree), byID(a, b)) }
	default:
		return byID
	}
}
