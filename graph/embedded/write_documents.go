package embedded

import (
	"context"
	"encoding/json"

	"github.com/redthread-graph/redthread/graph"
)

func (t *tx) putDocuments(ctx context.Context, b *batch) error {
	if len(b.documents) == 0 {
		return nil
	}
	if err := t.giveNames(ctx, idsOf(b.documents, func(d *graph.Document) string { return string(d.ID) })); err != nil {
		return err
	}
	var again []placed[*graph.Document]
	for _, p := range b.documents {
		name := t.keys.names[string(p.record.ID)]
		if name.document {
			again = append(again, p)
			continue
		}
		body, err := json.Marshal(p.record)
		if err != nil {
			return err
		}
		if err := t.run(ctx, "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
			name.key, t.rev, p.record.Language, pack(p.record.Publisher), string(body)); err != nil {
			return err
		}
		name.document = true
		t.counts[graph.DocumentRecord]++
		t.note(p.place, graph.DocumentRecord, name.key)
	}
	if len(again) == 0 {
		return nil
	}
	rows, err := t.reader().documents(ctx, idsOf(again, func(d *graph.Document) graph.DocumentID { return d.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(d *graph.Document) (*graph.Document, bool) {
		row, ok := rows[d.ID]
		if !ok {
			return nil, false
		}
		return &row.Document, true
	})
}

func (t *tx) putLayers(ctx context.Context, b *batch) error {
	if len(b.layers) == 0 {
		return nil
	}
	if err := t.findNames(ctx, idsOf(b.layers, func(l *graph.Layer) string { return string(l.Document) })); err != nil {
		return err
	}
	var again []placed[*graph.Layer]
	for _, p := range b.layers {
		name := t.keys.names[string(p.record.Document)]
		if name == nil || !name.document {
			wait(b, p, "document", string(p.record.Document))
			continue
		}
		key, fresh, err := t.insertNew(ctx,
			"INSERT INTO layer (uid, rev, document, extractor, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING",
			pack(p.record.ID), t.rev, name.key, p.record.Extractor, p.record.Text)
		if err != nil {
			return err
		}
		if !fresh {
			again = append(again, p)
			continue
		}
		t.keys.layers[p.record.ID] = layerKey{key, name.key}
		t.counts[graph.LayerRecord]++
		t.note(p.place, graph.LayerRecord, key)
	}
	if len(again) == 0 {
		return nil
	}
	rows, err := t.reader().layerRows(ctx, idsOf(again, func(l *graph.Layer) graph.LayerID { return l.ID }))
	if err != nil {
		return err
	}
	return compareAgain(again, func(l *graph.Layer) (*graph.Layer, bool) {
		row, ok := rows[l.ID]
		return row, ok
	})
}
