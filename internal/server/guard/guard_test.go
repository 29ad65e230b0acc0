package guard_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// newGuard returns a guard with the default limits.
func newGuard(tb testing.TB) *guard.Guard {
	tb.Helper()
	return newGuardWith(tb, guard.Limits{})
}

func newGuardWith(tb testing.TB, limits guard.Limits) *guard.Guard {
	tb.Helper()
	g, err := guard.New(limits)
	require.NoError(tb, err)
	return g
}

func schema(tb testing.TB) *ast.Schema {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "schema.graphqls"))
	require.NoError(tb, err)
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(text)})
	require.NoError(tb, err)
	return s
}

// structure parses a query and checks its structure.
func structure(t *testing.T, g *guard.Guard, query string) (guard.Structure, *gqlerror.Error) {
	t.Helper()
	doc, err := g.Parse(query)
	require.Nil(t, err)
	return g.Structure(doc)
}

// cost parses and validates a query and counts its first operation.
func cost(t *testing.T, g *guard.Guard, query string, variables map[string]any) (guard.Cost, *gqlerror.Error) {
	t.Helper()
	s := schema(t)
	doc, failed := g.Parse(query)
	require.Nil(t, failed)
	require.Empty(t, validator.ValidateWithRules(s, doc, rules.NewDefaultRules()))
	coerced, err := validator.VariableValues(s, doc.Operations[0], variables)
	require.NoError(t, err)
	return g.Cost(doc.Operations[0], coerced)
}

func requireCode(t *testing.T, code string, err *gqlerror.Error) {
	t.Helper()
	require.NotNil(t, err, "expected an error with code %s", code)
	assert.Equal(t, code, err.Extensions["code"], err.Message)
}

func TestNew(t *testing.T) {
	t.Run("zero limits are the documented ones", func(t *testing.T) {
		assert.Equal(t, guard.Defaults(), newGuard(t).Limits())
	})
	t.Run("a given limit is kept", func(t *testing.T) {
		g := newGuardWith(t, guard.Limits{Depth: 3})
		assert.Equal(t, 3, g.Limits().Depth)
		assert.Equal(t, guard.Defaults().Fields, g.Limits().Fields)
	})
	for name, limits := range map[string]guard.Limits{
		"QueryBytes":  {QueryBytes: -1},
		"Tokens":      {Tokens: -1},
		"Depth":       {Depth: -1},
		"Fields":      {Fields: -1},
		"Aliases":     {Aliases: -1},
		"Directives":  {Directives: -1},
		"RootFields":  {RootFields: -1},
		"Fragments":   {Fragments: -1},
		"MetaDepth":   {MetaDepth: -1},
		"MetaFields":  {MetaFields: -1},
		"Cost":        {Cost: -1},
		"MaxFirst":    {MaxFirst: -1},
		"RootFirst":   {RootFirst: -1},
		"NestedFirst": {NestedFirst: -1},
		"PlainList":   {PlainList: -1},
	} {
		t.Run("negative "+name, func(t *testing.T) {
			_, err := guard.New(limits)
			require.ErrorContains(t, err, "limit "+name+" is -1")
		})
	}
}

func TestParse(t *testing.T) {
	g := newGuard(t)
	atBytes := "{a}" + strings.Repeat(" ", guard.Defaults().QueryBytes-3)
	atTokens := "{" + strings.Repeat("a ", guard.Defaults().Tokens-2) + "}"
	for _, c := range []struct{ name, query, code, message string }{
		{name: "bytes just inside", query: atBytes},
		{name: "bytes just outside", query: atBytes + " ", code: guard.TooComplex, message: "32769 bytes"},
		{name: "tokens just inside", query: atTokens},
		{name: "tokens just outside", query: "{b " + atTokens[1:], code: guard.TooComplex, message: "more than 2000 tokens"},
		{
			name: "comments are tokens", code: guard.TooComplex, message: "more than 2000 tokens",
			query: "{a}" + strings.Repeat("#\n", guard.Defaults().Tokens),
		},
		{name: "no GraphQL", query: "{", code: guard.Unparsable, message: "Expected Name"},
		{name: "no token", query: "{a ?}", code: guard.Unparsable, message: "<Invalid>"},
		{
			name: "an unreadable token after the limit", code: guard.Unparsable, message: "<Invalid>",
			query: atTokens[:len(atTokens)-1] + "? }",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := g.Parse(c.query)
			if c.code == "" {
				require.Nil(t, err)
				assert.Len(t, doc.Operations, 1)
				return
			}
			requireCode(t, c.code, err)
			assert.Contains(t, err.Message, c.message)
		})
	}
	t.Run("where it cannot be read is said", func(t *testing.T) {
		_, err := g.Parse("{\n  a(")
		requireCode(t, guard.Unparsable, err)
		require.Len(t, err.Locations, 1)
		assert.Equal(t, 2, err.Locations[0].Line)
	})
}

func TestIntrospectionQueriesPass(t *testing.T) {
	for file, fields := range map[string]int{
		"graphql-js.graphql":              220,
		"graphiql-4.1.2.graphql":          220,
		"graphql-js-every-option.graphql": 230,
	} {
		t.Run(file, func(t *testing.T) {
			query, err := os.ReadFile(filepath.Join("testdata", "introspection", file))
			require.NoError(t, err)
			g := newGuard(t)

			counted, failed := structure(t, g, string(query))
			require.Nil(t, failed)
			assert.Equal(t, 15, counted.MetaDepth)
			assert.Equal(t, fields, counted.MetaFields)
			assert.Zero(t, counted.Fields, "introspection has a budget of its own")
			assert.Zero(t, counted.Depth)

			price, failed := cost(t, g, string(query), nil)
			require.Nil(t, failed)
			assert.Zero(t, price.Nodes)
		})
	}
}
