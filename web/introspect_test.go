package web_test

import (
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/redthread-graph/redthread/schema"
)

// loadSchema reads the API's schema, from which the queries are checked and the playground's documentation is made.
func loadSchema(t testing.TB) *ast.Schema {
	t.Helper()
	loaded, err := schema.Load()
	require.NoError(t, err)
	return loaded
}

// introspect answers an introspection query about a schema.
func introspect(t *testing.T, about *ast.Schema, query string) map[string]any {
	t.Helper()
	doc, err := gqlparser.LoadQueryWithRules(about, query, rules.NewDefaultRules())
	require.Nil(t, err)
	root := doc.Operations[0].SelectionSet[0].(*ast.Field)
	require.Equal(t, "__schema", root.Name)
	return map[string]any{"__schema": project(reflect.ValueOf(introspection.WrapSchema(about)), root.SelectionSet)}
}

// project reads the selected fields of a value: its methods and fields, by their names.
func project(value reflect.Value, selection ast.SelectionSet) any {
	if value.Kind() == reflect.Slice && len(selection) > 0 {
		list := make([]any, value.Len())
		for i := range list {
			list[i] = project(value.Index(i).Addr(), selection)
		}
		return list
	}
	if value.Kind() == reflect.Pointer && value.IsNil() {
		return nil
	}
	if len(selection) == 0 {
		return value.Interface()
	}
	object := map[string]any{}
	for _, item := range selection {
		switch item := item.(type) {
		case *ast.Field:
			object[item.Alias] = project(member(value, item.Name), item.SelectionSet)
		case *ast.FragmentSpread:
			maps.Copy(object, project(value, item.Definition.SelectionSet).(map[string]any))
		}
	}
	return object
}

// member is a field or the result of a method; deprecated members are included.
func member(value reflect.Value, field string) reflect.Value {
	name := strings.ToUpper(field[:1]) + field[1:]
	method := value.MethodByName(name)
	if !method.IsValid() {
		return value.Elem().FieldByName(name)
	}
	arguments := make([]reflect.Value, method.Type().NumIn())
	for i := range arguments {
		arguments[i] = reflect.ValueOf(true)
	}
	results := method.Call(arguments)
	if result := results[0]; result.Kind() != reflect.Slice || result.Len() > 0 {
		return result
	}
	return reflect.ValueOf([]string{})
}
