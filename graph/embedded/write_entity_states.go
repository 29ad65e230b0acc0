package embedded

import (
	"bytes"
	"context"
	"database/sql"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// entityRow is the state of an entity as it is kept.
type entityRow struct {
	since    int64
	name     sql.NullString // NULL: the caption
	sort     string
	degree   int64
	firstDay sql.NullInt64 // NULL: MaxDay
	terms    []byte
}

// putEntityStates keeps the last state given of each entity. A new entity always has one: by default its caption is its name.
func (t *tx) putEntityStates(ctx context.Context, b *batch) error {
	states := map[graph.EntityID]*graph.EntityState{}
	order, err := t.statedEntities(ctx, b, states)
	if err != nil || len(order) == 0 {
		return err
	}
	captions, err := t.captions(ctx, order)
	if err != nil {
		return err
	}
	known, err := t.knownEntityStates(ctx, order)
	if err != nil {
		return err
	}
	for _, id := range order {
		key, _ := t.entityKey(id)
		keys, err := t.termKeys(ctx, states[id].Terms)
		if err != nil {
			return err
		}
		if err := t.replaceEntityState(ctx, key, known[key], rowOf(states[id], captions[key], keys)); err != nil {
			return err
		}
	}
	return nil
}

// statedEntities collects the states to write, and the entities in order.
func (t *tx) statedEntities(
	ctx context.Context, b *batch, states map[graph.EntityID]*graph.EntityState,
) ([]graph.EntityID, error) {
	for id, e := range b.unstated {
		states[id] = &graph.EntityState{Entity: id, Name: e.Caption, FirstDay: graph.MaxDay}
	}
	if err := t.findNames(ctx, idsOf(b.entityStates, func(s *graph.EntityState) string { return string(s.Entity) })); err != nil {
		return nil, err
	}
	for _, p := range b.entityStates {
		if _, ok := t.entityKey(p.record.Entity); !ok {
			wait(b, p, "entity", string(p.record.Entity))
			continue
		}
		states[p.record.Entity] = p.record
	}
	order := make([]graph.EntityID, 0, len(states))
	for id := range states {
		order = append(order, id)
	}
	slices.Sort(order)
	return order, nil
}

func (t *tx) captions(ctx context.Context, ids []graph.EntityID) (map[int64]string, error) {
	captions := map[int64]string{}
	_, err := gather(ctx, t, func(rows *sql.Rows) (key int64, err error) {
		var caption string
		err = rows.Scan(&key, &caption)
		captions[key] = caption
		return key, err
	}, "SELECT e.id, e.caption FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value", t.entityKeys(ids))
	return captions, err
}

func (t *tx) entityKeys(ids []graph.EntityID) string {
	var keys []int64
	for _, id := range ids {
		if key, ok := t.entityKey(id); ok {
			keys = append(keys, key)
		}
	}
	return listOf(keys)
}

func (t *tx) knownEntityStates(ctx context.Context, ids []graph.EntityID) (map[int64]*entityRow, error) {
	known := map[int64]*entityRow{}
	_, err := gather(ctx, t, func(rows *sql.Rows) (key int64, err error) {
		row := &entityRow{}
		err = rows.Scan(&key, &row.since, &row.name, &row.sort, &row.degree, &row.firstDay, &row.terms)
		known[key] = row
		return key, err
	}, `SELECT s.entity, s.since, s.name, s.sort, s.degree, s.first_day, s.terms FROM json_each(?) j
		CROSS JOIN entity_state s ON s.entity = j.value
		WHERE s.since = (SELECT max(x.since) FROM entity_state x WHERE x.entity = s.entity)`, t.entityKeys(ids))
	return known, err
}

func rowOf(s *graph.EntityState, caption string, terms []int64) *entityRow {
	row := &entityRow{
		name: sql.NullString{String: s.Name, Valid: s.Name != caption}, sort: graph.SortName(s.Name), degree: int64(s.Degree),
		firstDay: sql.NullInt64{Int64: int64(s.FirstDay), Valid: s.FirstDay != graph.MaxDay},
	}
	slices.Sort(terms)
	row.terms = packKeys(slices.Compact(terms))
	if !row.name.Valid {
		row.name.String = ""
	}
	if !row.firstDay.Valid {
		row.firstDay.Int64 = 0
	}
	return row
}

func (row *entityRow) equal(other *entityRow) bool {
	return row.name == other.name && row.sort == other.sort && row.degree == other.degree &&
		row.firstDay == other.firstDay && bytes.Equal(row.terms, other.terms)
}

// replaceEntityState writes a state over the one that is known, if it differs.
func (t *tx) replaceEntityState(ctx context.Context, entity int64, known, given *entityRow) error {
	if known != nil && known.equal(given) {
		return nil
	}
	t.restated = append(t.restated, entity)
	var before []byte
	if known != nil {
		before = known.terms
		if err := t.closeEntityState(ctx, entity, known.since); err != nil {
			return err
		}
	}
	if err := t.run(ctx, `INSERT INTO entity_state VALUES (?, ?, 0, ?, ?, ?, ?, ?)`,
		entity, t.rev, given.name, given.sort, given.degree, given.firstDay, given.terms); err != nil {
		return err
	}
	return t.replaceTerms(ctx, entity, before, given.terms)
}

// closeEntityState ends a row, or removes one of this revision's own.
func (t *tx) closeEntityState(ctx context.Context, entity, since int64) error {
	if since == t.rev {
		return t.run(ctx, "DELETE FROM entity_state WHERE entity = ? AND since = ?", entity, since)
	}
	return t.run(ctx, "UPDATE entity_state SET until = ? WHERE entity = ? AND since = ?", t.rev, entity, since)
}

// replaceTerms closes the search terms that an entity no longer holds and adds those that it did not hold.
func (t *tx) replaceTerms(ctx context.Context, entity int64, before, after []byte) error {
	if bytes.Equal(before, after) {
		return nil
	}
	old, err := unpackKeys(before)
	if err != nil {
		return err
	}
	held, err := unpackKeys(after)
	if err != nil {
		return err
	}
	if gone := without(old, held); len(gone) > 0 {
		list := listOf(gone)
		if err := t.run(ctx, `DELETE FROM entity_term WHERE entity = ?2 AND since = ?3
			AND term IN (SELECT value FROM json_each(?1))`, list, entity, t.rev); err != nil {
			return err
		}
		if err := t.run(ctx, `UPDATE entity_term SET until = ?3 WHERE entity = ?2 AND until = 0
			AND term IN (SELECT value FROM json_each(?1))`, list, entity, t.rev); err != nil {
			return err
		}
	}
	for _, term := range without(held, old) {
		if err := t.run(ctx, "INSERT INTO entity_term VALUES (?, ?, ?, 0)", term, entity, t.rev); err != nil {
			return err
		}
	}
	return nil
}

// without gives the keys of a sorted list that another one does not hold.
func without(keys, others []int64) []int64 {
	var rest []int64
	for _, key := range keys {
		if _, held := slices.BinarySearch(others, key); !held {
			rest = append(rest, key)
		}
	}
	return rest
}
