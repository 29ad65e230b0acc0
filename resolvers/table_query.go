package resolvers

import (
	"cmp"
	"context"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
	"github.com/redthread-graph/redthread/schema/model"
)

// queryLines are the fields of Query that read through a view.
func queryLines(service *graph.Service) table {
	return table{
		"Query.node":        by(node),
		"Query.nodes":       by(nodes),
		"Query.entity":      by(entity),
		"Query.entities":    by(entities),
		"Query.search":      by(search),
		"Query.documents":   by(documents),
		"Query.claims":      by(claims),
		"Query.allegations": by(allegations),
		"Query.measures":    by(measures),
		"Query.competence":  by(competence),
		"Query.paths":       by(paths),
		"Query.subgraph":    by(subgraph),
		"Query.changes":     by(func(a *args) graph.Relation { return changes(a, service) }),
		"Change.node":       carried(func(c *graph.ChangeNode) []graph.Node { return present(c.Node) }),
	}
}

func node(a *args) graph.Relation {
	wanted := []string{string(a.id("id"))}
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		found, err := v.Nodes(ctx, wanted)
		if err != nil || found[0] == nil {
			return graph.Page{}, err
		}
		return alone(found[0]), nil
	})
}

func nodes(a *args) graph.Relation {
	wanted := ids[string](a, "ids")
	return single(func(ctx context.Context, v *graph.View) (page graph.Page, err error) {
		found, err := v.Nodes(ctx, wanted)
		for _, node := range found {
			if node == nil {
				node = model.Nothing{}
			}
			page.Rows = append(page.Rows, graph.Row{Node: node})
		}
		return page, err
	})
}

func entity(a *args) graph.Relation {
	mark := input[generated.IdentifierInput](a, "identifier", "IdentifierInput")
	in := generated.EntityRef{ID: read(a, "id", graphql.UnmarshalID), Name: read(a, "name", graphql.UnmarshalString)}
	if a.raw["identifier"] != nil {
		in.Identifier = &mark
	}
	if in.ID != nil {
		a.soon = graph.EntityID(*in.ID)
	}
	ref := a.ref(in)
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		found, err := v.FindEntity(ctx, ref)
		if err != nil {
			return graph.Page{}, err
		}
		return alone(found), nil
	})
}

func entities(a *args) graph.Relation {
	kinds, filter, page := a.kinds("kinds"), a.entityFilter(), a.page()
	order := cmp.Or(graph.EntityOrder(a.text("orderBy")), graph.ByName)
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		return v.ListEntitiesPage(ctx, kinds, filter, order, page)
	})
}

func search(a *args) graph.Relation {
	query, kinds, page := a.text("query"), a.kinds("kinds"), a.page()
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		return v.SearchEntities(ctx, query, kinds, page)
	})
}

func documents(a *args) graph.Relation {
	filter, page := a.documentFilter(), a.page()
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		return v.SearchDocuments(ctx, filter, page)
	})
}

func claims(a *args) graph.Relation {
	filter, page := a.claimFilter(), a.page()
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) { return v.ClaimsPage(ctx, filter, page) })
}

func allegations(a *args) graph.Relation {
	filter, page := a.allegationFilter(), a.page()
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		return v.AllegationsPage(ctx, filter, page)
	})
}

func measures(a *args) graph.Relation {
	filter, page := a.measureFilter(), a.page()
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) { return v.MeasuresPage(ctx, filter, page) })
}

func competence(a *args) graph.Relation { return competenceOf(a.entityID("body")) }

func competenceOf(body graph.EntityID) graph.Relation {
	return single(func(ctx context.Context, v *graph.View) (page graph.Page, err error) {
		rows, err := v.CompetenceRows(ctx, body)
		for _, row := range rows {
			page.Rows = append(page.Rows, graph.Row{Node: row})
		}
		return page, err
	})
}

func paths(a *args) graph.Relation {
	yes := func(name string) bool { return value(read(a, name, graphql.UnmarshalBoolean)) }
	query := graph.PathQuery{
		From: a.entityID("from"), To: a.entityID("to"), ToKinds: a.kinds("toKinds"), MaxHops: a.positive("maxHops"), First: a.positive("first"),
		IncludeAlleged: yes("includeAlleged"), Predicates: list[string](a, "predicates"), Through: a.kinds("through"),
		AnyDays: !yes("coexist"), HubCap: a.positive("excludeHubsOver"),
	}
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		found, err := v.Paths(ctx, query)
		if err != nil {
			return graph.Page{}, err
		}
		return alone(&model.PathsNode{PathResult: found, Query: query}), nil
	})
}

func subgraph(a *args) graph.Relation {
	wanted, hops, filter, limit := a.entityIDs("ids"), value(read(a, "hops", graphql.UnmarshalInt)), a.tieFilter(), a.positive("limit")
	return single(func(ctx context.Context, v *graph.View) (graph.Page, error) {
		found, err := v.Subgraph(ctx, wanted, hops, filter, limit)
		if err != nil {
			return graph.Page{}, err
		}
		return alone(&model.SubgraphNode{SubgraphResult: found}), nil
	})
}

func changes(a *args, service *graph.Service) graph.Relation {
	filter := graph.ChangeFilter{
		Of: ids[string](a, "of"), Since: read(a, "since", model.UnmarshalDateTime),
		SinceRevision: value(read(a, "sinceRevision", model.UnmarshalRevision)),
	}
	if a.raw["since"] != nil && a.raw["sinceRevision"] != nil {
		a.fail(graph.Invalid("since", filter.Since.Format(time.RFC3339Nano), "at most one of since and sinceRevision"))
	}
	names[graph.Node](a, "of", filter.Of...)
	page := a.page()
	return single(func(ctx context.Context, _ *graph.View) (graph.Page, error) {
		return service.ChangesPage(ctx, filter, page)
	})
}

// kinds is a set of kinds, 0 when it is left out.
func (a *args) kinds(name string) graph.Kinds {
	return graph.KindsOf(list[graph.EntityKind](a, name)...)
}

// positive is a number from 1, and 0 when it is left out.
func (a *args) positive(name string) int {
	n := read(a, name, graphql.UnmarshalInt)
	if n != nil && *n < 1 {
		a.fail(graph.Invalid(name, strconv.Itoa(*n), "at least 1"))
	}
	return value(n)
}

func present(node graph.Node) []graph.Node {
	if node == nil {
		return nil
	}
	return []graph.Node{node}
}
