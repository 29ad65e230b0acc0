package resolvers

import "github.com/redthread-graph/redthread/graph"

// tieLines are the fields of ties and of the lists that show them.
func tieLines() table {
	return table{
		"Tie.node":               plain(graph.TieEntity),
		"Tie.claim":              plain(graph.TieClaim),
		"TieConnection.nodes":    plain(graph.TieEntity),
		"UnitConnection.nodes":   plain(graph.TieEntity),
		"OfficeConnection.nodes": carried(func(t *graph.OfficeTie) []*graph.EntityRow { return some(t.Office) }),
		"OfficeEdge.node":        carried(func(t *graph.OfficeTie) []*graph.EntityRow { return some(t.Office) }),
		"OfficeEdge.claim":       plain(graph.TieClaim),
		"TieSet.ties":            carried(func(s *graph.TieSetNode) []*graph.TieNode { return s.Ties }),
		"TieSet.conflict":        carried(func(s *graph.TieSetNode) []*graph.ConflictNode { return some(s.Conflict) }),
	}
}
