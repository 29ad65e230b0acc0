package neo4jstore

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// documentCells are the columns of a document's row, with the place of its owner among those asked for.
type documentCells struct {
	owner  int
	id     string
	rev    int64
	body   string
	layers []string
}

// documentRowColumns is the expression, over a document d and the parameter rev, of the row that scanDocument scans.
func documentRowColumns() part { return part{"row", statement("documents_row")} }

func scanDocument(c *cells) documentCells {
	owner := int(c.integer())
	row := &cells{values: c.list()}
	d := documentCells{owner: owner, id: row.text(), rev: row.integer(), body: row.text(), layers: row.texts()}
	if row.err != nil {
		c.fail(row.err)
	}
	return d
}

// Documents gives the rows of the ids that are on file.
func (r *reader) Documents(ctx context.Context, ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return inChunks(ids, func(ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
		read, err := collected(ctx, r.store.conn, scanDocument, statement("documents", documentRowColumns()),
			map[string]any{"ids": ids, "rev": r.rev})
		if err != nil {
			return nil, err
		}
		rows, err := r.store.documentRows(ctx, read)
		return byID(rows, func(d *graph.DocumentRow) graph.DocumentID { return d.ID }), err
	})
}

// documentRows makes rows of their cells, in their order.
func (s *Store) documentRows(ctx context.Context, read []documentCells) ([]*graph.DocumentRow, error) {
	revs := make([]int64, len(read))
	for i := range read {
		revs[i] = read[i].rev
	}
	stamps, err := s.stampsOf(ctx, revs)
	if err != nil {
		return nil, err
	}
	rows := make([]*graph.DocumentRow, len(read))
	for i := range read {
		d := &read[i]
		rows[i] = &graph.DocumentRow{Stamp: stamps[d.rev]}
		if err := readJSON(d.body, &rows[i].Document); err != nil {
			return nil, err
		}
		for _, id := range d.layers {
			rows[i].Layers = append(rows[i].Layers, graph.LayerID(id))
		}
	}
	return rows, nil
}

// layersAtOnce is how many layers one statement reads: each is a whole text.
const layersAtOnce = 64

// Layers gives the layers of the ids that are on file, with their text.
func (r *reader) Layers(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return inChunksOf(layersAtOnce, ids, func(ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
		layers, err := collected(ctx, r.store.conn, scanLayer, statement("layers"), map[string]any{"ids": ids, "rev": r.rev})
		return byID(layers, func(l *graph.Layer) graph.LayerID { return l.ID }), err
	})
}

func scanLayer(c *cells) *graph.Layer {
	return &graph.Layer{
		ID: graph.LayerID(c.text()), Document: graph.DocumentID(c.text()), Extractor: c.text(), Text: c.text(),
	}
}

func byID[K comparable, V any](rows []V, id func(V) K) map[K]V {
	found := make(map[K]V, len(rows))
	for _, row := range rows {
		found[id(row)] = row
	}
	return found
}
