package server

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// shownSchema answers __schema and __type with what may be used here: without @defer, which is
// refused, and on a read-only server without mutations.
type shownSchema struct {
	schema *ast.Schema
}

func newIntrospection(schema *ast.Schema, readOnly bool) shownSchema {
	shown := *schema
	shown.Directives = make(map[string]*ast.DirectiveDefinition, len(schema.Directives))
	for name, directive := range schema.Directives {
		if name != "defer" {
			shown.Directives[name] = directive
		}
	}
	if readOnly {
		shown.Types = withoutMutations(&shown)
		shown.Mutation = nil
	}
	return shownSchema{&shown}
}

// ExtensionName is the name that gqlgen knows it by.
func (shownSchema) ExtensionName() string { return "ShownSchema" }

// Validate accepts every schema.
func (shownSchema) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptField replaces what the two introspection fields return.
func (s shownSchema) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	field := graphql.GetFieldContext(ctx)
	result, err := next(ctx)
	if err != nil || result == nil {
		return result, err
	}
	switch field.Field.Name {
	case "__schema":
		return introspection.WrapSchema(s.schema), nil
	case "__type":
		name, _ := field.Args["name"].(string)
		if definition, ok := s.schema.Types[name]; ok {
			return introspection.WrapTypeFromDef(s.schema, definition), nil
		}
		return nil, nil //nolint:nilnil // GraphQL's answer for a type that does not exist
	default:
		return result, nil
	}
}

// withoutMutations returns the types without those that only mutations lead to.
func withoutMutations(schema *ast.Schema) map[string]*ast.Definition {
	dropped, kept := map[string]bool{}, map[string]bool{}
	reach(schema, schema.Mutation, dropped)
	reach(schema, schema.Query, kept)
	reach(schema, schema.Subscription, kept)
	for _, directive := range schema.Directives {
		for _, argument := range directive.Arguments {
			reach(schema, schema.Types[argument.Type.Name()], kept)
		}
	}
	types := make(map[string]*ast.Definition, len(schema.Types))
	for name, definition := range schema.Types {
		if kept[name] || !dropped[name] {
			types[name] = definition
		}
	}
	return types
}

// reach notes every type that a definition leads to.
func reach(schema *ast.Schema, definition *ast.Definition, reached map[string]bool) {
	if definition == nil || reached[definition.Name] {
		return
	}
	reached[definition.Name] = true
	for _, field := range definition.Fields {
		reach(schema, schema.Types[field.Type.Name()], reached)
		for _, argument := range field.Arguments {
			reach(schema, schema.Types[argument.Type.Name()], reached)
		}
	}
	for _, name := range definition.Interfaces {
		reach(schema, schema.Types[name], reached)
	}
	for _, possible := range schema.PossibleTypes[definition.Name] {
		reach(schema, possible, reached)
	}
}
