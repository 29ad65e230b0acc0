package embedded

import (
	"context"
	"database/sql"

	"github.com/redthread-graph/redthread/graph"
)

// Documents gives the rows of the ids that are on file.
func (r *reader) Documents(ctx context.Context, ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return r.documents(ctx, ids)
}

func (r *reader) documents(ctx context.Context, ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
	rows, err := r.documentRows(ctx, "n.uid = unhex(j.value)", packed(ids))
	found := make(map[graph.DocumentID]*graph.DocumentRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// documentsOf gives the rows of keys.
func (r *reader) documentsOf(ctx context.Context, keys []int64) (map[int64]*graph.DocumentRow, error) {
	return inChunks(keys, func(keys []int64) (map[int64]*graph.DocumentRow, error) {
		return r.documentRows(ctx, "n.id = j.value", listOf(keys))
	})
}

// documentRows reads documents by key, with their layers.
func (r *reader) documentRows(ctx context.Context, match, list string) (map[int64]*graph.DocumentRow, error) {
	type read struct {
		key, rev int64
		row      *graph.DocumentRow
	}
	rows, err := gather(ctx, r.source, func(rows *sql.Rows) (d read, err error) {
		var body string
		if err := rows.Scan(&d.key, &d.rev, &body); err != nil {
			return d, err
		}
		d.row = &graph.DocumentRow{}
		return d, readJSON(body, &d.row.Document)
	}, "SELECT d.id, d.rev, d.body FROM json_each(?) j CROSS JOIN name n ON "+match+
		" CROSS JOIN document d ON d.id = n.id WHERE d.rev <= ?", list, r.rev)
	if err != nil {
		return nil, err
	}
	found := make(map[int64]*graph.DocumentRow, len(rows))
	revs, keys := make([]int64, len(rows)), make([]int64, len(rows))
	for i, d := range rows {
		found[d.key], revs[i], keys[i] = d.row, d.rev, d.key
	}
	stamps, err := r.stamps(ctx, revs)
	if err != nil {
		return nil, err
	}
	for _, d := range rows {
		d.row.Stamp = stamps[d.rev]
	}
	return found, r.addLayers(ctx, found, keys)
}

// addLayers adds the ids of each document's layers, oldest first.
func (r *reader) addLayers(ctx context.Context, documents map[int64]*graph.DocumentRow, keys []int64) error {
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		var uid []byte
		if err := rows.Scan(&key, &uid); err != nil {
			return key, err
		}
		documents[key].Layers = append(documents[key].Layers, unpack[graph.LayerID](uid))
		return key, nil
	}, `SELECT l.document, l.uid FROM json_each(?) j CROSS JOIN layer l INDEXED BY layer_document ON l.document = j.value
		WHERE l.rev <= ? ORDER BY l.document, l.rev, l.uid`, listOf(keysOf(keys)), r.rev)
	return err
}

// Layers gives the layers of the ids that are on file, with their text.
func (r *reader) Layers(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return r.layerRows(ctx, ids)
}

func (r *reader) layerRows(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	rows, err := r.layersWhere(ctx, "l.uid = unhex(j.value)", packed(ids))
	found := make(map[graph.LayerID]*graph.Layer, len(rows))
	for _, l := range rows {
		found[l.ID] = l
	}
	return found, err
}

// layersWhere reads layers by key.
func (r *reader) layersWhere(ctx context.Context, match, list string) (map[int64]*graph.Layer, error) {
	found := map[int64]*graph.Layer{}
	_, err := gather(ctx, r.source, func(rows *sql.Rows) (key int64, err error) {
		l := &graph.Layer{}
		var uid, document []byte
		err = rows.Scan(&key, &uid, &document, &l.Extractor, &l.Text)
		l.ID, l.Document = unpack[graph.LayerID](uid), unpack[graph.DocumentID](document)
		found[key] = l
		return key, err
	}, `SELECT l.id, l.uid, n.uid, l.extractor, l.text FROM json_each(?) j CROSS JOIN layer l ON `+match+`
		CROSS JOIN name n ON n.id = l.document WHERE l.rev <= ?`, list, r.rev)
	return found, err
}

// ListDocuments gives for each owner its documents by id; without owners one list of all.
func (r *reader) ListDocuments(ctx context.Context, q graph.DocumentQuery) ([][]*graph.DocumentRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	s := say("SELECT owner, id FROM (SELECT o.owner, d.id, row_number() OVER (PARTITION BY o.owner ORDER BY n.uid) AS place FROM (")
	if len(q.Owners) == 0 {
		s.and("SELECT 0 AS owner, id AS document FROM document")
	} else {
		s.and(`SELECT j.key AS owner, a.document FROM json_each(?) j CROSS JOIN name n ON n.uid = unhex(j.value)
			CROSS JOIN about a ON a.entity = n.id AND a.rev <= ?`, packed(q.Owners), r.rev)
	}
	s.and(") o CROSS JOIN document d ON d.id = o.document CROSS JOIN name n ON n.id = d.id WHERE d.rev <= ?", r.rev)
	s.when(q.Language != "", "AND d.language = ?", q.Language)
	s.when(q.Publisher != "", "AND d.publisher = ?", pack(q.Publisher))
	s.when(q.After != "", "AND n.uid > ?", pack(q.After))
	s.and(") WHERE place <= ? ORDER BY owner, place", placesOf(q.Limit))
	places, err := gather(ctx, r.source, scanListed, s.text.String(), s.args...)
	if err != nil {
		return nil, err
	}
	return listsOf(max(len(q.Owners), 1), places, func(keys []int64) (map[int64]*graph.DocumentRow, error) {
		return r.documentsOf(ctx, keys)
	})
}
