package embedded

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"

	"github.com/redthread-graph/redthread/graph"
)

// keyed is an entity's row with the key that it is kept under.
type keyed struct {
	key int64
	rev int64
	row *graph.EntityRow
}

// Entities gives the rows of the ids that are on file.
func (r *reader) Entities(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	found := make(map[graph.EntityID]*graph.EntityRow, len(ids))
	rows, err := r.entityRows(ctx, "n.uid = unhex(j.value)", packed(ids))
	for _, row := range rows {
		found[row.row.ID] = row.row
	}
	return found, err
}

// entitiesOf gives the rows of keys.
func (r *reader) entitiesOf(ctx context.Context, keys []int64) (map[int64]*graph.EntityRow, error) {
	found, wanted := r.store.entities.get(r.rev, keys)
	read, err := inChunks(wanted, func(keys []int64) (map[int64]*graph.EntityRow, error) {
		found := make(map[int64]*graph.EntityRow, len(keys))
		rows, err := r.entityRows(ctx, "n.id = j.value", listOf(keys))
		for _, row := range rows {
			found[row.key] = row.row
		}
		return found, err
	})
	if err != nil {
		return nil, err
	}
	r.store.entities.put(r.rev, read)
	maps.Copy(found, read)
	return found, nil
}

// entityRows reads rows, each with the state that was known: the last one since the reader's revision or before.
func (r *reader) entityRows(ctx context.Context, match, list string) ([]keyed, error) {
	rows, err := gather(ctx, r.source, r.scanEntity, `
		SELECT e.id, n.uid, e.rev, e.kind, e.specificity, e.caption, e.more, s.name, s.degree, s.first_day
		FROM json_each(?) j CROSS JOIN name n ON `+match+`
		CROSS JOIN entity e ON e.id = n.id AND e.rev <= ?
		CROSS JOIN entity_state s ON s.entity = e.id
			AND s.since = (SELECT max(x.since) FROM entity_state x WHERE x.entity = e.id AND x.since <= ?)`, list, r.rev, r.rev)
	if err != nil {
		return nil, err
	}
	revs := make([]int64, len(rows))
	for i, row := range rows {
		revs[i] = row.rev
	}
	stamps, err := r.stamps(ctx, revs)
	for _, row := range rows {
		row.row.Stamp = stamps[row.rev]
	}
	return rows, err
}

func (r *reader) scanEntity(rows *sql.Rows) (keyed, error) {
	var k keyed
	var name sql.NullString
	var firstDay sql.NullInt64
	var degree int
	e, err := r.scanRecord(rows, &k, &name, &degree, &firstDay)
	if err != nil {
		return k, err
	}
	k.row = &graph.EntityRow{Entity: *e, State: graph.EntityState{Entity: e.ID, Name: e.Caption, Degree: degree, FirstDay: graph.MaxDay}}
	if name.Valid {
		k.row.State.Name = name.String
	}
	if firstDay.Valid {
		k.row.State.FirstDay = graph.Day(firstDay.Int64)
	}
	return k, nil
}

// scanRecord reads the columns of the entity itself, then the others.
func (r *reader) scanRecord(rows *sql.Rows, k *keyed, others ...any) (*graph.Entity, error) {
	var uid []byte
	var kind, specificity int64
	var caption string
	var more sql.NullString
	columns := append([]any{&k.key, &uid, &k.rev, &kind, &specificity, &caption, &more}, others...)
	if err := rows.Scan(columns...); err != nil {
		return nil, err
	}
	e := &graph.Entity{}
	if err := readMore(more, e); err != nil {
		return nil, err
	}
	texts, err := r.texts(kind, specificity)
	if err != nil {
		return nil, err
	}
	e.ID, e.Caption = unpack[graph.EntityID](uid), caption
	e.Kind, e.Specificity = graph.EntityKind(texts[0]), graph.Specificity(texts[1])
	return e, nil
}

// texts gives the words of keys.
func (r *reader) texts(keys ...int64) ([]string, error) {
	texts := make([]string, len(keys))
	for i, key := range keys {
		var err error
		if texts[i], err = r.store.words.text(key); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// readMore reads what moreOf gave.
func readMore(more sql.NullString, into any) error {
	if !more.Valid {
		return nil
	}
	return readJSON(more.String, into)
}

func readJSON(text string, into any) error {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("a record cannot be read: %w (%w)", graph.ErrUnavailable, err)
	}
	return nil
}

// entityRecords gives the records alone, of entities that may have no state yet.
func (r *reader) entityRecords(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.Entity, error) {
	records, err := gather(ctx, r.source, func(rows *sql.Rows) (*graph.Entity, error) { return r.scanRecord(rows, &keyed{}) },
		`SELECT e.id, n.uid, e.rev, e.kind, e.specificity, e.caption, e.more FROM json_each(?) j
		CROSS JOIN name n ON n.uid = unhex(j.value) CROSS JOIN entity e ON e.id = n.id`, packed(ids))
	found := make(map[graph.EntityID]*graph.Entity, len(records))
	for _, e := range records {
		found[e.ID] = e
	}
	return found, err
}
