package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// entityPlace is an entity's place in an order.
type entityPlace struct {
	key  int64
	sort string
	rank int64 // smaller comes first
	uid  []byte
}

// ListEntities gives entities in the query's order, from after its key.
func (r *reader) ListEntities(ctx context.Context, q graph.EntityQuery) ([]*graph.EntityRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	var keys []int64
	if q.Order == graph.ByName || q.Order == graph.ByDegree {
		keys, err = r.entitiesInOrder(ctx, &q)
	} else {
		keys, err = r.entitiesByID(ctx, &q)
	}
	if err != nil {
		return nil, err
	}
	rows, err := r.entitiesOf(ctx, keys)
	if err != nil {
		return nil, err
	}
	found := make([]*graph.EntityRow, len(keys))
	for i, key := range keys {
		found[i] = rows[key]
	}
	return found, nil
}

func (r *reader) entitiesByID(ctx context.Context, q *graph.EntityQuery) ([]int64, error) {
	s := say("SELECT e.id FROM name n CROSS JOIN entity e ON e.id = n.id WHERE e.rev <= ?", r.rev)
	s.add(r.ofKinds(q))
	if q.After != nil {
		s.and("AND n.uid > ?", pack(q.After.ID))
	}
	s.and("ORDER BY n.uid LIMIT ?", limitOf(q.Limit))
	return gather(ctx, r.source, scanKey, s.text.String(), s.args...)
}

// limitOf is a limit as SQL counts it: none is negative.
func limitOf(limit int) int {
	if limit <= 0 {
		return -1
	}
	return limit
}

// ofKinds restricts entities e.
func (r *reader) ofKinds(q *graph.EntityQuery) *statement {
	s := &statement{}
	s.when(q.Kinds != 0, "AND e.kind IN (SELECT value FROM json_each(?))", wordKeys(r.store.words, q.Kinds.List()))
	return s.when(len(q.Specificity) > 0, "AND e.specificity IN (SELECT value FROM json_each(?))",
		wordKeys(r.store.words, q.Specificity))
}

// entitiesInOrder reads the states that are open now in the order of their index, and apart from them the few that were closed
// after the reader's revision.
func (r *reader) entitiesInOrder(ctx context.Context, q *graph.EntityQuery) ([]int64, error) {
	open, err := r.entityPlaces(ctx, q, "s.until = ?", 0)
	if err != nil {
		return nil, err
	}
	closed, err := r.entityPlaces(ctx, q, "s.until > ?", r.rev)
	if err != nil {
		return nil, err
	}
	places := slices.Concat(open, closed)
	slices.SortFunc(places, func(a, b entityPlace) int {
		return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.rank, b.rank), slices.Compare(a.uid, b.uid))
	})
	if q.Limit > 0 && len(places) > q.Limit {
		places = places[:q.Limit]
	}
	keys := make([]int64, len(places))
	for i, p := range places {
		keys[i] = p.key
	}
	return keys, nil
}

func (r *reader) entityPlaces(ctx context.Context, q *graph.EntityQuery, known string, until int64) ([]entityPlace, error) {
	s := &statement{}
	if q.Order == graph.ByName {
		s.and("SELECT s.entity, s.sort, 0, n.uid FROM entity_state s INDEXED BY entity_state_name")
	} else {
		s.and("SELECT s.entity, '', -s.degree, n.uid FROM entity_state s INDEXED BY entity_state_degree")
	}
	s.and("CROSS JOIN entity e ON e.id = s.entity CROSS JOIN name n ON n.id = e.id")
	s.and("WHERE "+known+" AND s.since <= ?", until, r.rev).add(r.ofKinds(q))
	if after := q.After; after != nil && q.Order == graph.ByName {
		s.and("AND s.sort >= ? AND (s.sort > ? OR n.uid > ?)", after.Name, after.Name, pack(after.ID))
	} else if after != nil {
		s.and("AND s.degree <= ? AND (s.degree < ? OR n.uid > ?)", after.Degree, after.Degree, pack(after.ID))
	}
	if q.Order == graph.ByName {
		s.and("ORDER BY s.sort, n.uid")
	} else {
		s.and("ORDER BY s.degree DESC, n.uid")
	}
	s.and("LIMIT ?", limitOf(q.Limit))
	return gather(ctx, r.source, func(rows *sql.Rows) (p entityPlace, err error) {
		return p, rows.Scan(&p.key, &p.sort, &p.rank, &p.uid)
	}, s.text.String(), s.args...)
}
