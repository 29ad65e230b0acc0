package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Documents gives the rows of the ids that are on file.
func (r *reader) Documents(ctx context.Context, ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
	return rows(ctx, r, ids, func(id graph.DocumentID) (*graph.DocumentRow, bool) {
		d, ok := r.documents[id]
		if !ok {
			return nil, false
		}
		return r.documentRow(d), true
	})
}

func (w *world) documentRow(d held[*graph.Document]) *graph.DocumentRow {
	row := &graph.DocumentRow{Document: *d.record, Stamp: w.stampOf(d.rev)}
	for id, layer := range w.layers {
		if layer.record.Document == d.record.ID {
			row.Layers = append(row.Layers, id)
		}
	}
	slices.SortFunc(row.Layers, func(a, b graph.LayerID) int {
		return cmp.Or(cmp.Compare(w.layers[a].rev, w.layers[b].rev), cmp.Compare(a, b))
	})
	return row
}

// Layers gives the layers of the ids that are on file.
func (r *reader) Layers(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	return rows(ctx, r, ids, func(id graph.LayerID) (*graph.Layer, bool) {
		l, ok := r.layers[id]
		return l.record, ok
	})
}

// ListDocuments looks at every document for every owner; without owners it gives one list of all.
func (r *reader) ListDocuments(ctx context.Context, q graph.DocumentQuery) ([][]*graph.DocumentRow, error) {
	all := len(q.Owners) == 0
	if all {
		q.Owners = []graph.EntityID{""}
	}
	return lists(ctx, r, q.Owners, func(owner graph.EntityID) []*graph.DocumentRow {
		var found []*graph.DocumentRow
		for _, d := range r.documents {
			language := q.Language == "" || q.Language == d.record.Language
			publisher := q.Publisher == "" || q.Publisher == d.record.Publisher
			if language && publisher && (all || r.tellsOf(d.record.ID, owner)) {
				found = append(found, r.documentRow(d))
			}
		}
		slices.SortFunc(found, func(a, b *graph.DocumentRow) int { return cmp.Compare(a.ID, b.ID) })
		return page(found, func(row *graph.DocumentRow) bool { return row.ID > q.After }, q.Limit)
	})
}

// tellsOf says whether evidence of a claim about an entity stands in a document.
func (w *world) tellsOf(d graph.DocumentID, e graph.EntityID) bool {
	for _, a := range w.assertions {
		c := w.claims[a.record.Claim].record
		if e != "" && (c.Subject == e || c.Object == e) && standsIn(a.record, d) {
			return true
		}
	}
	return false
}
