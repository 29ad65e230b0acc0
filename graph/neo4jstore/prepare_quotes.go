package neo4jstore

import (
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

// withoutQuotes leaves out what is read back as a slice of the layer.
func withoutQuotes(a *graph.Assertion) *graph.Assertion {
	kept := *a
	kept.Evidence = slices.Clone(a.Evidence)
	for i := range kept.Evidence {
		kept.Evidence[i].Quote, kept.Evidence[i].Prefix = "", ""
	}
	return &kept
}

// quote cuts out the words that stand at an anchor.
func (d *decision) quote(e *graph.Evidence) string {
	index := d.indexes[e.Layer]
	if index == nil {
		index = text.NewIndex(d.layers[e.Layer].layer.Text)
		d.indexes[e.Layer] = index
	}
	return index.Slice(text.Span{Start: e.Start, End: e.End})
}
