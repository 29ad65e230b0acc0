package neo4jstore

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// placedEntity is an entity's row with the name by which it is ordered.
type placedEntity struct {
	sort string
	entityCells
}

// ListEntities gives entities in the query's order, from after its key.
func (r *reader) ListEntities(ctx context.Context, q graph.EntityQuery) ([]*graph.EntityRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	var found []*graph.EntityRow
	for {
		wanted := idsAtOnce
		if q.Limit > 0 {
			wanted = min(wanted, q.Limit-len(found))
		}
		placed, err := r.entityPage(ctx, &q, wanted)
		if err != nil {
			return nil, err
		}
		rows, err := r.rowsInOrder(ctx, placed)
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
		if len(rows) < wanted || len(found) == q.Limit {
			return found, nil
		}
		q.After = placed[len(placed)-1].key()
	}
}

// entityPage reads a page of at most limit entities, in order.
func (r *reader) entityPage(ctx context.Context, q *graph.EntityQuery, limit int) ([]placedEntity, error) {
	after := graph.EntityKey{Degree: math.MaxInt}
	if q.After != nil {
		after = *q.After
	}
	placed, err := collected(ctx, r.store.conn, scanPlacedEntity, entityListing(q), map[string]any{
		"rev": r.rev, "kinds": q.Kinds.List(), "specificity": q.Specificity,
		"name": after.Name, "degree": after.Degree, "id": after.ID, "limit": limit,
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(placed, func(a, b placedEntity) int { return comparePlaced(q.Order, &a, &b) })
	return placed, nil
}

// entityListing is the statement for a query's order and filters. By id, the index with the kind before it serves those of a kind.
func entityListing(q *graph.EntityQuery) string {
	known := statement("list_entities_known")
	if q.Kinds != 0 {
		known += " AND s.kind IN $kinds"
	}
	specificity := part{name: "of specificity"}
	if len(q.Specificity) > 0 {
		known += " AND s.specificity IN $specificity"
		specificity.text = "AND e.specificity IN $specificity"
	}
	switch {
	case q.Order == graph.ByName:
		return statement("list_entities_name", part{"known", known})
	case q.Order == graph.ByDegree:
		return statement("list_entities_degree", part{"known", known})
	case q.Kinds != 0:
		return statement("list_entities_kind", specificity, entityRowColumns())
	default:
		return statement("list_entities_id", specificity, entityRowColumns())
	}
}

func scanPlacedEntity(c *cells) placedEntity {
	sort := c.text()
	row := &cells{values: c.list()}
	placed := placedEntity{sort, scanEntityRow(row)}
	if row.err != nil {
		c.fail(row.err)
	}
	return placed
}

func comparePlaced(order graph.EntityOrder, a, b *placedEntity) int {
	byID := cmp.Compare(a.id, b.id)
	switch order {
	case graph.ByName:
		return cmp.Or(cmp.Compare(a.sort, b.sort), byID)
	case graph.ByDegree:
		return cmp.Or(cmp.Compare(b.degree, a.degree), byID)
	default:
		return byID
	}
}

func (e *placedEntity) key() *graph.EntityKey {
	return &graph.EntityKey{Name: e.sort, Degree: int(e.degree), ID: graph.EntityID(e.id)}
}

// rowsInOrder makes rows of their cells, in their order.
func (r *reader) rowsInOrder(ctx context.Context, placed []placedEntity) ([]*graph.EntityRow, error) {
	all := make([]entityCells, len(placed))
	for i := range placed {
		all[i] = placed[i].entityCells
	}
	rows, err := r.store.entityRows(ctx, all)
	if err != nil {
		return nil, err
	}
	found := make([]*graph.EntityRow, len(all))
	for i := range all {
		found[i] = rows[graph.EntityID(all[i].id)]
	}
	return found, nil
}
