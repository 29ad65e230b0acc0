package embedded

import (
	"bytes"
	"context"
	"database/sql"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// termKeys gives the keys of terms, in their order.
func (t *tx) termKeys(ctx context.Context, terms []graph.Term) ([]int64, error) {
	if err := t.giveTerms(ctx, terms); err != nil {
		return nil, err
	}
	keys := make([]int64, len(terms))
	for i, term := range terms {
		keys[i] = t.keys.terms[term]
	}
	return keys, nil
}

func (t *tx) putLayerTerms(ctx context.Context, b *batch) error {
	if len(b.layerTerms) == 0 {
		return nil
	}
	if err := t.findLayers(ctx, idsOf(b.layerTerms, func(l *graph.LayerTerms) graph.LayerID { return l.Layer })); err != nil {
		return err
	}
	if err := t.giveNames(ctx, idsOf(b.layerTerms, func(l *graph.LayerTerms) string { return string(l.Document) })); err != nil {
		return err
	}
	for _, p := range b.layerTerms {
		layer, ok := t.keys.layers[p.record.Layer]
		if !ok {
			wait(b, p, "text layer", string(p.record.Layer))
			continue
		}
		if err := t.putTermsOfLayer(ctx, layer, p.record); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) putTermsOfLayer(ctx context.Context, layer layerKey, l *graph.LayerTerms) error {
	document := layer.document
	if name := t.keys.names[string(l.Document)]; name != nil {
		document = name.key
	}
	keys, err := t.termKeys(ctx, l.Terms)
	if err != nil {
		return err
	}
	packed := packKeys(keys) // in the order given, by which they are compared
	slices.Sort(keys)        // in the order of the index, which is faster
	_, fresh, err := t.insertNew(ctx, "INSERT INTO layer_terms VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		layer.key, t.rev, document, packed)
	if err != nil {
		return err
	}
	if !fresh {
		return t.sameTerms(ctx, layer.key, document, packed, l.Layer)
	}
	// OR IGNORE, other than ON CONFLICT, keeps no journal of the statement's own: a third of its cost.
	return t.run(ctx, "INSERT OR IGNORE INTO document_term SELECT j.value, ?2, ?3 FROM json_each(?1) j",
		listOf(keys), document, t.rev)
}

// sameTerms fails with ErrConflict when a layer's terms are on file with another content.
func (t *tx) sameTerms(ctx context.Context, layer, document int64, packed []byte, id graph.LayerID) error {
	type kept struct {
		document int64
		terms    []byte
	}
	known, err := one(ctx, t, func(rows *sql.Rows) (k kept, err error) {
		return k, rows.Scan(&k.document, &k.terms)
	}, "SELECT document, terms FROM layer_terms WHERE layer = ?", layer)
	switch {
	case err != nil:
		return err
	case known.document != document:
		return conflict(string(id), "document")
	case !bytes.Equal(known.terms, packed):
		return conflict(string(id), "terms")
	default:
		return nil
	}
}
