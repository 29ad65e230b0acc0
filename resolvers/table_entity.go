package resolvers

import (
	"cmp"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
)

// entityLines are the fields that all kinds of entity have.
func entityLines() table {
	return table{
		"Entity.anchor": plain(graph.EntityAnchor),
		"Entity.degree": plain(graph.EntityDegree),
		"Entity.names":  by(func(a *args) graph.Relation { return graph.EntityNames(list[string](a, "languages"), a.page()) }),
		"Entity.identifiers": by(func(a *args) graph.Relation {
			return graph.EntityIdentifiers(list[string](a, "schemes"), a.page())
		}),
		"Entity.claims":    by(func(a *args) graph.Relation { return graph.EntityClaims(a.claimFilter(), a.page()) }),
		"Entity.ties":      by(func(a *args) graph.Relation { return graph.EntityTies(a.tieFilter(), a.tieOrder(), a.page()) }),
		"Entity.tieFacets": by(func(a *args) graph.Relation { return graph.EntityFacets(a.tieFilter()) }),
		"Entity.allegations": by(func(a *args) graph.Relation {
			role := cmp.Or(graph.AllegationRole(a.text("role")), graph.AccusedSubject)
			return graph.EntityAllegations(role, a.allegationFilter(), a.page())
		}),
		"Entity.said": by(func(a *args) graph.Relation {
			return graph.EntitySaid(list[graph.Stance](a, "stances"), a.entityID("about"), a.assertionOrder(graph.BySaid), a.page())
		}),
		"Entity.measures": by(func(a *args) graph.Relation {
			return graph.EntityMeasures(cmp.Or(graph.MeasureRole(a.text("role")), graph.AsTarget), a.measureFilter(), a.page())
		}),
		"Entity.judgements": by(func(a *args) graph.Relation { return graph.EntityJudgements(a.page()) }),
		"Entity.documents":  by(func(a *args) graph.Relation { return graph.EntityDocuments(a.documentFilter(), a.page()) }),

		"EntityConnection.nodes": carried(func(m *graph.EntityMatch) []*graph.EntityRow { return some(m.Entity) }),
		"EntityEdge.node":        carried(func(m *graph.EntityMatch) []*graph.EntityRow { return some(m.Entity) }),
		"SearchConnection.nodes": carried(func(h *graph.SearchHit) []*graph.EntityRow { return some(h.Entity) }),
		"SearchEdge.node":        carried(func(h *graph.SearchHit) []*graph.EntityRow { return some(h.Entity) }),
	}
}

// kindLines are the fields that only some kinds of entity have.
func kindLines() table {
	return table{
		"Entity.parent":         tieSet("parent"),
		"Entity.headquarters":   tieSet("headquarters"),
		"Entity.incorporatedIn": tieSet("incorporatedIn"),
		"Entity.citizenships":   tieSet("citizenships"),
		"Entity.partOf":         tieSet("partOf"),
		"Entity.city":           tieSet("city"),
		"Entity.country":        tieSet("country"),
		"Entity.locatedIn":      tieSet("locatedIn"),
		"Entity.origin":         tieSet("origin"),

		"Entity.subsidiaries":  tiesOf("subsidiaries"),
		"Entity.owners":        tiesOf("owners"),
		"Entity.members":       tiesOf("members"),
		"Entity.products":      tiesOf("products"),
		"Entity.officeHolders": tiesOf("officeHolders"),
		"Entity.agencies":      tiesOf("agencies"),
		"Entity.positions":     tiesOf("positions"),
		"Entity.occupants":     tiesOf("occupants"),
		"Entity.makers":        tiesOf("makers"),
		"Entity.active":        tiesOf("active"),
		"Entity.headquartered": tiesOf("headquartered"),

		"Entity.addresses":   claimSet("addresses"),
		"Entity.coordinates": claimSet("coordinates"),

		"Entity.units":           by(func(a *args) graph.Relation { return graph.EntityUnits(a.unitFilter(), a.page()) }),
		"Entity.offices":         by(func(a *args) graph.Relation { return graph.EntityOffices(a.officeFilter(), a.page()) }),
		"Entity.officeCountries": plain(graph.OfficeCountries),
		"StatedListed.claims":    carried(func(s *graph.StatedNode) []*graph.ClaimRow { return s.Claims }),
		"StatedListed.conflict":  carried(func(s *graph.StatedNode) []*graph.ConflictNode { return some(s.Conflict) }),
		"StatedListed.entities":  carried(func(s *graph.StatedNode) []*graph.EntityRow { return s.Entities }),

		"Entity.figures": by(func(a *args) graph.Relation {
			return graph.EntityFigures(list[string](a, "predicates"), a.page())
		}),
		"Figure.value": carried(func(f *graph.FigureNode) []*graph.ClaimRow { return some(f.Claim) }),
		"Figure.claim": carried(func(f *graph.FigureNode) []*graph.ClaimRow { return some(f.Claim) }),
	}
}

func tieSet(name string) line {
	return plain(func() graph.Relation { return graph.EntityTieSet(name) })
}

func claimSet(name string) line {
	return plain(func() graph.Relation { return graph.EntityClaimSet(name) })
}

func tiesOf(name string) line {
	return by(func(a *args) graph.Relation { return graph.EntityTiesOf(name, a.tieFilter(), a.tieOrder(), a.page()) })
}

func (a *args) tieOrder() graph.TieOrder {
	return cmp.Or(graph.TieOrder(a.text("orderBy")), graph.TiesByPredicate)
}

func (a *args) assertionOrder(otherwise graph.AssertionOrder) graph.AssertionOrder {
	return cmp.Or(graph.AssertionOrder(a.text("orderBy")), otherwise)
}

// id is the id of an entity, empty when it is left out.
func (a *args) id(name string) graph.EntityID {
	return graph.EntityID(value(read(a, name, graphql.UnmarshalID)))
}
