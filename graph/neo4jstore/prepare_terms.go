package neo4jstore

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// takeTerms takes the search terms of a layer: raw in form, for they are a function of the layer alone.
func (d *decision) takeTerms(t *graph.LayerTerms) error {
	if err := onFile(d.layers, t.Layer); err != nil {
		return err
	}
	if known := d.layers[t.Layer].terms; known != "" {
		return compareTerms(known, t)
	}
	_, err := again(d.given, t.Layer, t)
	return err
}

// digestOfTerms stands for the content of a layer's terms: for its document in the first half, for its list in the other.
func digestOfTerms(t *graph.LayerTerms) string {
	list := sha256.New()
	for _, term := range t.Terms {
		_, _ = list.Write([]byte(term + "\x00")) // a hash never fails
	}
	document := sha256.Sum256([]byte(t.Document))
	return hex.EncodeToString(document[:16]) + hex.EncodeToString(list.Sum(nil)[:16])
}

// compareTerms fails with ErrConflict when a layer's terms are on file with another content.
func compareTerms(known string, t *graph.LayerTerms) error {
	given := digestOfTerms(t)
	half := len(given) / 2
	switch {
	case known == given:
		return nil
	case !strings.HasPrefix(known, given[:half]):
		return conflict(t.Layer, "document")
	default:
		return conflict(t.Layer, "terms")
	}
}

// putTerms makes the rows of layers' terms. A document holds the terms of all its layers, each from the first on.
func (d *decision) putTerms() error {
	fresh := map[graph.DocumentID]map[graph.Term]bool{}
	for _, id := range slices.Sorted(maps.Keys(d.given)) {
		t, layer := d.given[id], d.layers[id]
		d.rows.add("layer_terms", string(id), digestOfTerms(t))
		if layer.rev <= d.published {
			d.mark.layers = append(d.mark.layers, string(id))
		}
		document := t.Document
		if d.documents[document] == nil {
			document = layer.layer.Document
		}
		if fresh[document] == nil {
			fresh[document] = map[graph.Term]bool{}
		}
		for _, term := range t.Terms {
			if !d.texts[document][term] {
				fresh[document][term] = true
			}
		}
	}
	for _, document := range slices.Sorted(maps.Keys(fresh)) {
		d.addTerms("text_terms", string(document), fresh[document])
		if isOlder(d, document) {
			d.mark.documents = append(d.mark.documents, string(document))
		}
	}
	return nil
}
