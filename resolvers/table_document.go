package resolvers

import "github.com/redthread-graph/redthread/graph"

// documentLines are the fields of documents, and of the lists that show them.
func documentLines() table {
	return table{
		"Document.publisher": plain(graph.DocumentPublisher),
		"Document.text":      plain(graph.DocumentText),
		"Document.layers":    plain(graph.DocumentLayers),
		"Document.facts":     by(func(a *args) graph.Relation { return graph.DocumentFacts(a.claimFilter(), a.page()) }),
		"Document.cites":     by(func(a *args) graph.Relation { return graph.DocumentCites(a.page()) }),
		"TextLayer.document": plain(graph.LayerDocument),

		"DocumentConnection.nodes": carried(func(h *graph.DocumentHit) []*graph.DocumentRow { return some(h.Document) }),
		"DocumentEdge.node":        carried(func(h *graph.DocumentHit) []*graph.DocumentRow { return some(h.Document) }),

		"Fact.claim":     plain(graph.FactClaim),
		"Fact.assertion": plain(graph.FactAssertion),
		"Fact.evidence":  plain(graph.FactEvidence),
	}
}
