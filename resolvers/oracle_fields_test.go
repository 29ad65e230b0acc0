package resolvers_test

import (
	"encoding/json"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// resolve gives a field of what stands behind an object.
type resolve = func(o *oracle, of any, args map[string]any) any

// plain is a field that the node itself carries.
func plain[N any](get func(N) any) resolve {
	return func(o *oracle, of any, _ map[string]any) any {
		node, ok := of.(N)
		require.True(o.t, ok, "%T", of)
		return get(node)
	}
}

// related is a field to one thing.
func related(relation func() graph.Relation, typeOf func(graph.Node) string) resolve {
	return func(o *oracle, of any, _ map[string]any) any { return single(o.read(relation(), of), typeOf) }
}

// scalar is a plain value that has to be read.
func scalar[T any](relation func() graph.Relation) resolve {
	return func(o *oracle, of any, _ map[string]any) any {
		page := o.read(relation(), of)
		if len(page.Rows) == 0 {
			return nil
		}
		value, ok := page.Rows[0].Node.(*graph.Scalar[T])
		require.True(o.t, ok)
		return value.Value
	}
}

// all is a field to a plain list.
func all(relation func() graph.Relation, typeOf func(graph.Node) string) resolve {
	return func(o *oracle, of any, _ map[string]any) any { return listed(o.read(relation(), of), typeOf) }
}

// paged is a field to a connection.
func paged(typeName string, relation func(args map[string]any, page graph.PageArgs) graph.Relation) resolve {
	return func(o *oracle, of any, args map[string]any) any {
		page := graph.PageArgs{First: 10, Total: true}
		if first := args["first"]; first != nil {
			page.First = whole(first)
		}
		return object{typeName, o.read(relation(args, page), of)}
	}
}

// order is the order asked for; null stands for the default.
func order[S ~string](args map[string]any, otherwise S) S {
	if given, ok := args["orderBy"].(string); ok {
		return S(given)
	}
	return otherwise
}

func whole(v any) int {
	switch v := v.(type) {
	case int64:
		return int(v)
	case json.Number:
		n, _ := v.Int64()
		return int(n)
	case int:
		return v
	default:
		panic(v)
	}
}

// orNull is a text, or null when it is empty.
func orNull[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return s
}

func dated(d edtf.Date) any {
	if d.IsZero() {
		return nil
	}
	return object{"DateValue", d}
}

func ranged(s graph.Stretch) any { return object{"DateRange", s.DayRange} }

func dayOrNull(d graph.Day) any {
	if d == graph.MinDay || d == graph.MaxDay {
		return nil
	}
	return d.String()
}

func edges(typeName string) resolve {
	return plain(func(p graph.Page) any { return listed(p, always(typeName)) })
}

func nodes(typeName string) resolve {
	return plain(func(p graph.Page) any { return listed(p, always(typeName)) })
}

// itself is the node of an edge that is the row itself.
func itself(typeName string) resolve {
	return func(_ *oracle, of any, _ map[string]any) any { return object{typeName, of} }
}

var plainFields = map[string]resolve{
	"Query.entity": func(o *oracle, _ any, args map[string]any) any {
		found, err := o.view.FindEntity(o.ctx, graph.EntityRef{ID: graph.EntityID(args["id"].(string))})
		require.NoError(o.t, err)
		return object{ofKind(found), found}
	},
	"Query.node": func(o *oracle, _ any, args map[string]any) any {
		found, err := o.view.Nodes(o.ctx, []string{args["id"].(string)})
		require.NoError(o.t, err)
		switch node := found[0].(type) {
		case *graph.EntityRow:
			return object{ofKind(node), node}
		case *graph.AssertionRow:
			return object{"Assertion", node}
		case *graph.DocumentRow:
			return object{"Document", node}
		default:
			return nil
		}
	},

	"Entity.id":          plain(func(e *graph.EntityRow) any { return e.ID }),
	"Entity.kind":        plain(func(e *graph.EntityRow) any { return e.Kind }),
	"Entity.name":        plain(func(e *graph.EntityRow) any { return e.State.Name }),
	"Entity.specificity": plain(func(e *graph.EntityRow) any { return e.Specificity }),
	"Entity.degree":      scalar[int](graph.EntityDegree),
	"Entity.ties": paged("TieConnection", func(args map[string]any, page graph.PageArgs) graph.Relation {
		var filter graph.TieFilter
		if given, ok := args["filter"].(map[string]any); ok {
			filter.Direction = graph.Direction(given["direction"].(string))
		}
		return graph.EntityTies(filter, order(args, graph.TiesByPredicate), page)
	}),
	"Entity.claims": paged("ClaimConnection", func(_ map[string]any, page graph.PageArgs) graph.Relation {
		return graph.EntityClaims(graph.ClaimFilter{}, page)
	}),
	"Entity.said": paged("AssertionConnection", func(args map[string]any, page graph.PageArgs) graph.Relation {
		return graph.EntitySaid(nil, "", order(args, graph.BySaid), page)
	}),
	"Entity.tieFacets": func(o *oracle, of any, _ map[string]any) any {
		return listed(o.read(graph.EntityFacets(graph.TieFilter{}), of), always("TieFacet"))
	},
	"Entity.headquarters": related(func() graph.Relation { return graph.EntityTieSet("headquarters") }, always("TieSet")),
	"Entity.members": paged("TieConnection", func(args map[string]any, page graph.PageArgs) graph.Relation {
		return graph.EntityTiesOf("members", graph.TieFilter{}, order(args, graph.TiesByPredicate), page)
	}),
	"Entity.positions": paged("TieConnection", func(args map[string]any, page graph.PageArgs) graph.Relation {
		return graph.EntityTiesOf("positions", graph.TieFilter{}, order(args, graph.TiesByPredicate), page)
	}),
	"TieFacet.direction": plain(func(f *graph.FacetNode) any { return f.Direction }),
	"TieFacet.standing":  plain(func(f *graph.FacetNode) any { return f.Standing }),
	"TieFacet.count":     plain(func(f *graph.FacetNode) any { return f.Count }),

	"TieSet.ties": plain(func(s *graph.TieSetNode) any {
		var list []object
		for _, tie := range s.Ties {
			list = append(list, object{"Tie", tie})
		}
		return list
	}),

	"TieConnection.edges": edges("Tie"),
	"TieConnection.nodes": func(o *oracle, of any, _ map[string]any) any {
		var list []object
		for _, row := range of.(graph.Page).Rows {
			list = append(list, single(o.read(graph.TieEntity(), row.Node), ofKind).(object))
		}
		return list
	},
	"TieConnection.totalCount":       plain(func(p graph.Page) any { return *p.Total }),
	"ClaimConnection.edges":          edges("ClaimEdge"),
	"ClaimConnection.nodes":          nodes("Claim"),
	"ClaimConnection.totalCount":     plain(func(p graph.Page) any { return *p.Total }),
	"ClaimEdge.node":                 itself("Claim"),
	"AssertionConnection.edges":      edges("AssertionEdge"),
	"AssertionConnection.nodes":      nodes("Assertion"),
	"AssertionConnection.totalCount": plain(func(p graph.Page) any { return *p.Total }),
	"AssertionEdge.node":             itself("Assertion"),

	"Tie.standing":  plain(func(t *graph.TieNode) any { return t.Stretch.Standing }),
	"Tie.contested": plain(func(t *graph.TieNode) any { return t.Stretch.Contested }),
	"Tie.forward":   plain(func(t *graph.TieNode) any { return t.Direction == graph.Out }),
	"Tie.modality":  plain(func(t *graph.TieNode) any { return t.Modality }),
	"Tie.period":    plain(func(t *graph.TieNode) any { return ranged(t.Stretch) }),
	"Tie.node":      related(graph.TieEntity, ofKind),
	"Tie.claim":     related(graph.TieClaim, always("Claim")),

	"DateRange.from": plain(func(r graph.DayRange) any { return dayOrNull(r.From) }),
	"DateRange.to":   plain(func(r graph.DayRange) any { return dayOrNull(r.To) }),

	"Claim.id":       plain(func(c *graph.ClaimRow) any { return c.ID }),
	"Claim.modality": plain(func(c *graph.ClaimRow) any { return c.Modality }),
	"Claim.standing": func(o *oracle, of any, _ map[string]any) any {
		s, ok := o.view.Shown(of.(*graph.ClaimRow))
		if !ok {
			return nil
		}
		return s.Standing
	},
	"Claim.sentence":   scalar[string](graph.ClaimSentence),
	"Claim.accusatory": scalar[bool](graph.ClaimAccusatory),
	"Claim.denials":    all(graph.ClaimDenials, always("Assertion")),
	"Claim.subject":    related(graph.ClaimSubject, ofKind),
	"Claim.object":     related(graph.ClaimObject, ofKind),
	"Claim.assertions": paged("AssertionConnection", func(args map[string]any, page graph.PageArgs) graph.Relation {
		return graph.ClaimAssertions(nil, nil, order(args, graph.ByRecorded), page)
	}),

	"Assertion.id":       plain(func(a *graph.AssertionRow) any { return a.ID }),
	"Assertion.stance":   plain(func(a *graph.AssertionRow) any { return a.Stance }),
	"Assertion.voice":    plain(func(a *graph.AssertionRow) any { return a.Voice }),
	"Assertion.channel":  plain(func(a *graph.AssertionRow) any { return orNull(a.Channel) }),
	"Assertion.saidAt":   plain(func(a *graph.AssertionRow) any { return dated(a.SaidAt) }),
	"Assertion.countsAs": scalar[graph.Voice](graph.AssertionCountsAs),
	"Assertion.claim":    related(graph.AssertionClaim, always("Claim")),
	"Assertion.speaker":  related(graph.AssertionSpeaker, ofKind),
	"Assertion.evidence": all(graph.AssertionEvidence, always("Evidence")),
	"Assertion.capacity": plain(func(a *graph.AssertionRow) any {
		if a.Capacity == (graph.Capacity{}) {
			return nil
		}
		return object{"Capacity", a}
	}),
	"Capacity.role": plain(func(a *graph.AssertionRow) any { return orNull(a.Capacity.Role) }),
	"Capacity.for":  related(graph.AssertionBody, ofKind),

	"DateValue.edtf": plain(func(d edtf.Date) any { return d.String() }),
	"DateValue.text": plain(func(d edtf.Date) any { return d.Words() }),

	"Evidence.quote":     plain(func(e *graph.EvidenceNode) any { return e.Quote }),
	"Evidence.start":     plain(func(e *graph.EvidenceNode) any { return e.Start }),
	"Evidence.document":  related(graph.EvidenceDocument, always("Document")),
	"Evidence.assertion": related(graph.EvidenceAssertion, always("Assertion")),

	"Document.id": func(_ *oracle, of any, _ map[string]any) any { return documentRow(of).ID },
	"Document.title": func(_ *oracle, of any, _ map[string]any) any {
		return documentRow(of).Title
	},
	"Document.onFile":    func(_ *oracle, of any, _ map[string]any) any { return documentRow(of).SHA256 != "" },
	"Document.publisher": related(graph.DocumentPublisher, ofKind),
}

func documentRow(of any) *graph.DocumentRow {
	if at, ok := of.(*graph.DocumentAt); ok {
		return at.DocumentRow
	}
	return of.(*graph.DocumentRow)
}
