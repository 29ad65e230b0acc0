package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const tinySchema = `
	scalar Day
	type Query { hello(name: String, day: Day): String item(id: ID!): Item items(first: Int): ItemConnection! }
	type ItemConnection { nodes: [Item!]! totalCount: Int }
	type Item { id: ID! text: String }
	input Note { text: String! mark: Mark }
	enum Mark { LOUD QUIET }
	type Noted { item: Item! by: Author! }
	type Author { name: String! }
	type Mutation { note(operationId: ID!, note: Note!): Noted! }
`

var errUnreadable = errors.New("is not a day")

// resolver answers a root field.
type resolver func(ctx context.Context, args map[string]any) (any, error)

// tiny is a schema whose root fields are functions that return maps, slices and scalars. It answers
// introspection as generated code does: by the same hooks, over the same types.
type tiny struct {
	schema *ast.Schema
	roots  map[string]resolver
}

func newTiny(tb testing.TB, roots map[string]resolver) *tiny {
	tb.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "tiny.graphqls", Input: tinySchema})
	require.NoError(tb, err)
	s := &tiny{schema: schema, roots: map[string]resolver{
		"hello": func(context.Context, map[string]any) (any, error) { return "world", nil },
		"__schema": func(context.Context, map[string]any) (any, error) {
			return introspection.WrapSchema(schema), nil
		},
		"__type": func(_ context.Context, args map[string]any) (any, error) {
			return introspection.WrapTypeFromDef(schema, schema.Types[args["name"].(string)]), nil
		},
	}}
	maps.Copy(s.roots, roots)
	return s
}

func (s *tiny) Schema() *ast.Schema { return s.schema }

func (s *tiny) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (s *tiny) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	root := s.schema.Query
	if op.Operation.Operation == ast.Mutation {
		root = s.schema.Mutation
	}
	return func(ctx context.Context) *graphql.Response {
		fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{root.Name})
		set := graphql.NewFieldSet(fields)
		for i, field := range fields {
			set.Values[i] = s.root(ctx, op, root, field)
		}
		var data bytes.Buffer
		set.MarshalGQL(&data)
		return &graphql.Response{Data: data.Bytes()}
	}
}

func (s *tiny) root(ctx context.Context, op *graphql.OperationContext, root *ast.Definition, field graphql.CollectedField) graphql.Marshaler {
	if field.Name == "__typename" {
		return graphql.MarshalString(root.Name)
	}
	args := field.ArgumentMap(op.Variables)
	return graphql.ResolveField[any](ctx, op, field,
		func(ctx context.Context, field graphql.CollectedField) (*graphql.FieldContext, error) {
			fc := &graphql.FieldContext{Object: root.Name, Field: field, Args: args}
			if _, ok := args["day"]; ok { // no day can be read, as generated code says it
				ctx = graphql.WithFieldContext(ctx, fc)
				err := graphql.ErrorOnPath(graphql.WithPathContext(ctx, graphql.NewPathWithField("day")), errUnreadable)
				op.Error(ctx, err)
				return fc, err
			}
			return fc, nil
		},
		func(ctx context.Context) (any, error) { return s.roots[field.Name](ctx, args) },
		nil,
		func(_ context.Context, set ast.SelectionSet, v any) graphql.Marshaler {
			return graphql.WriterFunc(func(w io.Writer) {
				if err := json.NewEncoder(w).Encode(project(op, set, reflect.ValueOf(v))); err != nil {
					panic(err)
				}
			})
		}, true, false)
}

// project picks the selected members of a value.
func project(op *graphql.OperationContext, set ast.SelectionSet, v reflect.Value) any {
	switch {
	case !v.IsValid() || (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil():
		return nil
	case v.Kind() == reflect.Interface:
		return project(op, set, v.Elem())
	case v.Kind() == reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = project(op, set, v.Index(i))
		}
		return list
	case len(set) == 0:
		return v.Interface()
	}
	object := map[string]any{}
	for _, field := range graphql.CollectFields(op, set, nil) {
		object[field.Alias] = project(op, field.Selections, member(v, field.Name, field.ArgumentMap(op.Variables)))
	}
	return object
}

// member is a key of a map, or a field or method of a type of gqlgen's introspection.
func member(v reflect.Value, name string, args map[string]any) reflect.Value {
	if v.Kind() == reflect.Map {
		return v.MapIndex(reflect.ValueOf(name))
	}
	if v.Kind() == reflect.Struct {
		v = v.Addr()
	}
	for _, goName := range []string{"Visible" + upper(name), upper(name)} {
		if method := v.MethodByName(goName); method.IsValid() {
			in := make([]reflect.Value, method.Type().NumIn())
			for i := range in {
				in[i] = reflect.ValueOf(args["includeDeprecated"] == true)
			}
			return method.Call(in)[0]
		}
	}
	field := v.Elem().FieldByName(upper(name))
	if !field.IsValid() {
		panic(fmt.Sprintf("%s has no member %s", v.Type(), name))
	}
	return field
}

func upper(name string) string {
	return strings.ToUpper(name[:1]) + name[1:]
}
