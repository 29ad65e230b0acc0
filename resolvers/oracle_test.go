package resolvers_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema"
)

// oracle answers operations in the plainest way: field by field and row by row, straight from the specification of GraphQL. It knows
// no shapes, positions or views, and shares none of their code.
type oracle struct {
	ctx       context.Context
	t         require.TestingT
	schema    *ast.Schema
	view      *graph.View
	variables map[string]any
}

// object is a value of an object type: what stands behind it is told by the type.
type object struct {
	typeName string
	of       any
}

func loadSchema(t testing.TB) *ast.Schema {
	t.Helper()
	loaded, err := schema.Load()
	require.NoError(t, err)
	return loaded
}

// answer runs the only operation of a query.
func (o *oracle) answer(query string) map[string]any {
	doc, errs := gqlparser.LoadQueryWithRules(o.schema, query, nil)
	require.Empty(o.t, errs, query)
	return o.object(object{"Query", nil}, []ast.SelectionSet{doc.Operations[0].SelectionSet})
}

// group is the fields of one response key.
type group struct {
	key    string
	fields []*ast.Field
}

// object executes the selections on one object.
func (o *oracle) object(on object, sets []ast.SelectionSet) map[string]any {
	var groups []group
	for _, set := range sets {
		groups = o.collect(on.typeName, set, groups)
	}
	result := map[string]any{}
	for _, g := range groups {
		var below []ast.SelectionSet
		for _, field := range g.fields {
			below = append(below, field.SelectionSet)
		}
		result[g.key] = o.complete(o.field(on, g.fields[0]), below)
	}
	return result
}

// collect groups the fields that apply to a type.
func (o *oracle) collect(typeName string, set ast.SelectionSet, groups []group) []group {
	for _, part := range set {
		switch part := part.(type) {
		case *ast.Field:
			if !o.wanted(part.Directives) {
				continue
			}
			at := slices.IndexFunc(groups, func(g group) bool { return g.key == part.Alias })
			if at < 0 {
				groups, at = append(groups, group{key: part.Alias}), len(groups)
			}
			groups[at].fields = append(groups[at].fields, part)
		case *ast.InlineFragment:
			if o.wanted(part.Directives) && o.applies(typeName, part.TypeCondition) {
				groups = o.collect(typeName, part.SelectionSet, groups)
			}
		case *ast.FragmentSpread:
			if o.wanted(part.Directives) && o.applies(typeName, part.Definition.TypeCondition) {
				groups = o.collect(typeName, part.Definition.SelectionSet, groups)
			}
		}
	}
	return groups
}

func (o *oracle) wanted(directives ast.DirectiveList) bool {
	for _, d := range directives {
		is := d.ArgumentMap(o.variables)["if"] == true
		if d.Name == "skip" && is || d.Name == "include" && !is {
			return false
		}
	}
	return true
}

func (o *oracle) applies(typeName, condition string) bool {
	return condition == "" || condition == typeName || slices.Contains(o.schema.Types[typeName].Interfaces, condition)
}

// field resolves one field.
func (o *oracle) field(on object, field *ast.Field) any {
	if field.Name == "__typename" {
		return on.typeName
	}
	names := append([]string{on.typeName}, o.schema.Types[on.typeName].Interfaces...)
	for _, name := range names {
		if resolve, ok := plainFields[name+"."+field.Name]; ok {
			return resolve(o, on.of, field.ArgumentMap(o.variables))
		}
	}
	require.Fail(o.t, "the oracle does not know "+on.typeName+"."+field.Name)
	return nil
}

// complete executes what stands below a resolved value.
func (o *oracle) complete(value any, below []ast.SelectionSet) any {
	switch value := value.(type) {
	case object:
		return o.object(value, below)
	case []object:
		list := make([]any, len(value))
		for i, item := range value {
			list[i] = o.object(item, below)
		}
		return list
	default:
		return value
	}
}

// read gives what a relation has for one parent.
func (o *oracle) read(relation graph.Relation, parent any) graph.Page {
	node, ok := parent.(graph.Node)
	require.True(o.t, ok)
	pages, err := relation(o.ctx, o.view, []graph.Node{node})
	require.NoError(o.t, err)
	require.Len(o.t, pages, 1)
	return pages[0]
}

// single is the only row of a page as an object, or nil.
func single(page graph.Page, typeOf func(graph.Node) string) any {
	if len(page.Rows) == 0 {
		return nil
	}
	return object{typeOf(page.Rows[0].Node), page.Rows[0].Node}
}

// listed are the rows of a page as objects.
func listed(page graph.Page, typeOf func(graph.Node) string) []object {
	list := make([]object, len(page.Rows))
	for i, row := range page.Rows {
		list[i] = object{typeOf(row.Node), row.Node}
	}
	return list
}

// always is the type of all rows.
func always(typeName string) func(graph.Node) string {
	return func(graph.Node) string { return typeName }
}

// ofKind is the type of an entity.
func ofKind(n graph.Node) string {
	row, ok := n.(*graph.EntityRow)
	if !ok {
		return ""
	}
	return map[graph.EntityKind]string{
		graph.CorporateGroup: "CorporateGroup", graph.Company: "Company", graph.RegionalUnit: "RegionalUnit",
		graph.Organization: "Organization", graph.Government: "Government", graph.Agency: "Agency",
		graph.IntelligenceService: "IntelligenceService", graph.Person: "Person", graph.Office: "Office",
		graph.Product: "Product", graph.Sector: "Sector", graph.Country: "Country", graph.Region: "Region",
		graph.City: "City", graph.Measure: "Measure",
	}[row.Kind]
}
