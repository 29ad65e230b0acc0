package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/schema"
)

// load gives the whole schema.
func load(t *testing.T) *ast.Schema {
	t.Helper()
	loaded, err := schema.Load()
	require.NoError(t, err)
	return loaded
}

// own gives the types that this schema defines, in order of name: none of GraphQL's own, and of the given kinds only.
func own(s *ast.Schema, kinds ...ast.DefinitionKind) []*ast.Definition {
	var found []*ast.Definition
	for _, def := range s.Types {
		if !def.BuiltIn && (len(kinds) == 0 || slices.Contains(kinds, def.Kind)) {
			found = append(found, def)
		}
	}
	slices.SortFunc(found, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return found
}

// fields gives the fields of a type without GraphQL's own.
func fields(def *ast.Definition) ast.FieldList {
	return slices.DeleteFunc(slices.Clone(def.Fields), func(f *ast.FieldDefinition) bool {
		return strings.HasPrefix(f.Name, "__")
	})
}

// names gives the names of a type's fields.
func names(def *ast.Definition) []string {
	var found []string
	for _, f := range fields(def) {
		found = append(found, f.Name)
	}
	return found
}

func TestSources(t *testing.T) {
	sources, err := schema.Sources()
	require.NoError(t, err)
	var order []string
	for _, s := range sources {
		assert.True(t, strings.HasSuffix(s.Name, ".graphqls"), s.Name)
		assert.NotEmpty(t, s.Input, s.Name)
		assert.False(t, s.BuiltIn, s.Name)
		order = append(order, s.Name)
	}
	assert.True(t, slices.IsSorted(order), "files come in order of name")
	assert.Contains(t, order, "query.graphqls")
	assert.Contains(t, order, "mutation.graphqls")
}

func TestLoad(t *testing.T) {
	s := load(t)
	require.NotNil(t, s.Query)
	require.NotNil(t, s.Mutation)
	assert.Nil(t, s.Subscription, "changes are offered as server-sent events, not as subscriptions")
}

func TestInterfacesAreTwoAndTheUnionIsOne(t *testing.T) {
	s := load(t)
	var interfaces, unions []string
	for _, def := range own(s, ast.Interface) {
		interfaces = append(interfaces, def.Name)
	}
	for _, def := range own(s, ast.Union) {
		unions = append(unions, def.Name)
	}
	assert.Equal(t, []string{"Entity", "Node"}, interfaces)
	assert.Equal(t, []string{"ClaimValue"}, unions)
}

func TestNoTwoTypesDifferByLetterCaseAlone(t *testing.T) {
	seen := map[string]string{}
	for _, def := range own(load(t)) {
		folded := strings.ToLower(def.Name)
		assert.Empty(t, seen[folded], "%s and %s make one name in some clients", def.Name, seen[folded])
		seen[folded] = def.Name
	}
}

func TestEveryTypeIsReachable(t *testing.T) {
	s := load(t)
	reached := map[string]bool{"ErrorCode": true} // documents the values of extensions.code
	for _, root := range []string{"Query", "Mutation"} {
		reach(s, root, reached)
	}
	for _, def := range own(s) {
		assert.True(t, reached[def.Name], "%s is used nowhere", def.Name)
	}
}

// reach marks a type and everything that it mentions.
func reach(s *ast.Schema, name string, reached map[string]bool) {
	def := s.Types[name]
	if reached[name] || def == nil || def.BuiltIn {
		return
	}
	reached[name] = true
	for _, possible := range s.GetPossibleTypes(def) {
		reach(s, possible.Name, reached)
	}
	for _, super := range def.Interfaces {
		reach(s, super, reached)
	}
	for _, f := range fields(def) {
		reach(s, f.Type.Name(), reached)
		for _, arg := range f.Arguments {
			reach(s, arg.Type.Name(), reached)
		}
	}
}
