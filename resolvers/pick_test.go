package resolvers

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	sdl "github.com/redthread-graph/redthread/schema"
)

// picked are the picks below the entity of a query: "key: types, times", in order.
func picked(t *testing.T, body string, variables map[string]any) []string {
	t.Helper()
	loaded, err := sdl.Load()
	require.NoError(t, err)
	doc, errs := gqlparser.LoadQueryWithRules(loaded, `query Asked($yes: Boolean = true) { entity(id: "ent_a") {`+body+`} }`+fragments, nil)
	require.Empty(t, errs)
	field, ok := doc.Operations[0].SelectionSet[0].(*ast.Field)
	require.True(t, ok)
	s := &selection{schema: loaded, variables: variables}
	var out []string
	for _, p := range s.below(pick{at: []*ast.Field{field}}) {
		types := strings.Join(p.types, " ")
		if len(p.types) > 4 {
			types = "all"
			if missing := minus(s.possible("Entity"), p.types); len(missing) > 0 {
				types = "all but " + strings.Join(missing, " ")
			}
		}
		out = append(out, p.key+": "+types+strings.Repeat(" +", len(p.at)-1))
	}
	slices.Sort(out)
	return out
}

const fragments = `
fragment OnCompany on Company { members { totalCount } }
fragment OnEntity on Entity { ties { totalCount } }
query Unused { entity(id: "ent_a") { ...OnCompany ...OnEntity } }`

func TestPicks(t *testing.T) {
	yes := map[string]any{"yes": true}
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"one field":                  {`id @include(if: $yes)`, []string{"id: all"}},
		"one key twice":              {`ties { totalCount } ties { nodes { id } }`, []string{"ties: all +"}},
		"two keys":                   {`a: ties { totalCount } b: ties { totalCount }`, []string{"a: all", "b: all"}},
		"a fragment":                 {`...OnEntity ties { nodes { id } }`, []string{"ties: all +"}},
		"a fragment on a kind":       {`...OnCompany`, []string{"members: Company"}},
		"merged where kinds overlap": {`ties { totalCount } ... on Company { ties { nodes { id } } }`, []string{"ties: Company +", "ties: all but Company"}},
		"split where they do not": {
			`... on Company { x: ties(first: 1) { totalCount } } ... on Person { x: positions { totalCount } }`,
			[]string{"x: Company", "x: Person"},
		},
		"nested conditions narrow": {`... on Entity { ... on Company { ... on Node { id } } }`, []string{"id: Company"}},
		"left out by a literal":    {`id @skip(if: true) name @include(if: false) kind`, []string{"kind: all"}},
		"left out by a variable":   {`id @skip(if: $yes) ... on Entity @skip(if: $yes) { name } kind`, []string{"kind: all"}},
		"a spread left out":        {`...OnEntity @skip(if: $yes) kind`, []string{"kind: all"}},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(c.body, "$yes") {
				c.body += ` unused: id @skip(if: $yes)`
			}
			assert.Equal(t, c.want, picked(t, c.body, yes))
		})
	}
}

// TestTableNamesFields holds that every line of the table is for a field that there is, and that it can be found from it.
func TestTableNamesFields(t *testing.T) {
	loaded, err := sdl.Load()
	require.NoError(t, err)
	for name := range relations(nil) {
		typeName, field, _ := strings.Cut(name, ".")
		found := false
		for _, def := range loaded.Types {
			if def.Name == typeName || slices.Contains(def.Interfaces, typeName) {
				found = found || def.Fields.ForName(field) != nil
			}
		}
		if !found && strings.HasSuffix(typeName, "Payload") {
			continue // payloads share their lines, and not each has each field
		}
		assert.True(t, found, "the schema has no %s", name)
	}
}
