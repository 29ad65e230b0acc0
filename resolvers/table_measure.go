package resolvers

import "github.com/redthread-graph/redthread/graph"

// measureLines are the fields of measures and of the lists that show them.
func measureLines() table {
	return table{
		"Entity.authority":  tieSet("authority"),
		"Entity.legalBasis": tieSet("legalBasis"),
		"Entity.listedOn":   tieSet("listedOn"),
		"Entity.targets":    tiesOf("targets"),
		"Entity.addressees": tiesOf("addressees"),
		"Entity.laterActs":  tiesOf("laterActs"),
		"Entity.citation":   claimSet("citation"),
		"Entity.status":     plain(graph.MeasureStatusOf),
		"Entity.days":       plain(graph.MeasureDays),
		"Entity.provisions": by(func(a *args) graph.Relation {
			return graph.MeasureProvisions(list[graph.Effect](a, "effects"), a.page())
		}),
		"Entity.grounds":         by(func(a *args) graph.Relation { return graph.MeasureGrounds(a.page()) }),
		"Entity.challenges":      by(func(a *args) graph.Relation { return graph.MeasureChallenges(a.page()) }),
		"Entity.standardOfProof": plain(graph.MeasureStandard),
		"Entity.statementsAbout": by(func(a *args) graph.Relation {
			return graph.MeasureStatements(
				a.entityIDs("speakers"), list[graph.Stance](a, "stances"), a.assertionOrder(graph.BySaid), a.page())
		}),

		"MeasureDay.claims":       carried(func(d *graph.MeasureDayNode) []*graph.ClaimRow { return d.Claims }),
		"MeasureDay.conflict":     carried(func(d *graph.MeasureDayNode) []*graph.ConflictNode { return some(d.Conflict) }),
		"MeasureConnection.nodes": carried(func(t *graph.MeasureTie) []*graph.EntityRow { return some(t.Measure) }),
		"MeasureEdge.node":        carried(func(t *graph.MeasureTie) []*graph.EntityRow { return some(t.Measure) }),
		"MeasureEdge.claim":       plain(graph.TieClaim),
	}
}
