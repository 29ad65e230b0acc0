package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// quote fills in the evidence of assertions: what each anchor names, and the words that stand there.
func (r *reader) quote(ctx context.Context, reads []assertionRead) error {
	var layers, documents []int64
	for _, read := range reads {
		for _, a := range read.anchors {
			layers, documents = append(layers, a.layer), append(documents, a.document)
		}
	}
	if len(layers) == 0 {
		return nil
	}
	texts, err := r.layerTexts(ctx, keysOf(layers))
	if err != nil {
		return err
	}
	names, err := r.documentIDs(ctx, keysOf(documents))
	if err != nil {
		return err
	}
	for _, read := range reads {
		for _, a := range read.anchors {
			layer := texts[a.layer]
			if layer == nil {
				return missing("text layer", "of an anchor")
			}
			read.row.Evidence = append(read.row.Evidence, graph.Evidence{
				Document: names[a.document], Layer: layer.id, Start: a.start, End: a.end, Page: a.page,
				Quote: layer.index.Slice(text.Span{Start: a.start, End: a.end}),
			})
		}
	}
	return nil
}

func (r *reader) documentIDs(ctx context.Context, keys []int64) (map[int64]graph.DocumentID, error) {
	found := map[int64]graph.DocumentID{}
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		var uid []byte
		err = rows.Scan(&key, &uid)
		found[key] = unpack[graph.DocumentID](uid)
		return key, err
	}, "SELECT n.id, n.uid FROM json_each(?) j CROSS JOIN name n ON n.id = j.value", listOf(keys))
	return found, err
}

// layerTexts gives indexed layers, those that were read before without reading them again.
func (r *reader) layerTexts(ctx context.Context, keys []int64) (map[int64]*layerText, error) {
	found, wanted := r.store.layers.get(keys)
	if len(wanted) == 0 {
		return found, nil
	}
	type read struct {
		key   int64
		layer *layerText
	}
	generation := r.store.layers.current()
	reads, err := gather(ctx, r.source, func(rows *sql.Rows) (l read, err error) {
		var uid []byte
		var content string
		if err := rows.Scan(&l.key, &uid, &content); err != nil {
			return l, err
		}
		l.layer = &layerText{id: unpack[graph.LayerID](uid), index: text.NewIndex(content)}
		return l, nil
	}, "SELECT l.id, l.uid, l.text FROM json_each(?) j CROSS JOIN layer l ON l.id = j.value", listOf(wanted))
	for _, l := range reads {
		found[l.key] = l.layer
		r.store.layers.put(generation, l.key, l.layer)
	}
	return found, err
}
