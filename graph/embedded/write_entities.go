package embedded

import (
	"context"
	"encoding/json"

	"github.com/redthread-graph/redthread/graph"
)

func (t *tx) putEntities(ctx context.Context, b *batch) error {
	if len(b.entities) == 0 {
		return nil
	}
	if err := t.giveNames(ctx, idsOf(b.entities, func(e *graph.Entity) string { return string(e.ID) })); err != nil {
		return err
	}
	var again []placed[*graph.Entity]
	for _, p := range b.entities {
		name := t.keys.names[string(p.record.ID)]
		if name.entity {
			again = append(again, p)
			continue
		}
		if err := t.insertEntity(ctx, name.key, p.record); err != nil {
			return err
		}
		name.entity = true
		b.unstated[p.record.ID] = p.record
		t.counts[graph.EntityRecord]++
		t.note(p.place, graph.EntityRecord, name.key)
	}
	return t.compareEntities(ctx, again)
}

func (t *tx) insertEntity(ctx context.Context, key int64, e *graph.Entity) error {
	words, err := t.wordList(ctx, string(e.Kind), string(e.Specificity))
	if err != nil {
		return err
	}
	rest := *e
	rest.ID, rest.Kind, rest.Specificity, rest.Caption = "", "", "", ""
	more, err := moreOf(rest)
	if err != nil {
		return err
	}
	return t.run(ctx, "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", key, t.rev, words[0], words[1], e.Caption, more)
}

// moreOf is what a record has beyond its columns, as JSON: NULL where there is nothing.
func moreOf(rest any) (any, error) {
	text, err := json.Marshal(rest)
	if err != nil || string(text) == "{}" {
		return nil, err
	}
	return string(text), nil
}

func (t *tx) compareEntities(ctx context.Context, again []placed[*graph.Entity]) error {
	if len(again) == 0 {
		return nil
	}
	// A new entity has no state yet, without which rows are not read: records alone are.
	rows, err := t.reader().entityRecords(ctx, idsOf(again, func(e *graph.Entity) graph.EntityID { return e.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(e *graph.Entity) (*graph.Entity, bool) {
		known, ok := rows[e.ID]
		return known, ok
	})
}
