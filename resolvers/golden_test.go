package resolvers_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
)

// TestAPI runs the queries of testdata/api, each with its variables, against the made-up world in every store, and compares the
// answers with the golden ones. Queries that write see a world of their own.
func TestAPI(t *testing.T) {
	overEveryStore(t, func(t *testing.T, fresh func(t testing.TB) graph.Store) {
		shared := fresh(t)
		seedWorld(t, serviceOver(shared), 3)
		for _, file := range queries(t, "testdata/api") {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
				query, store := readFile(t, file), shared
				if strings.Contains(query, "mutation ") {
					store = fresh(t)
					seedWorld(t, serviceOver(store), 3)
				}
				answer := newAPI(serviceOver(store)).ask(t, query, variablesOf(t, file))
				golden(t, strings.TrimSuffix(file, ".graphql")+".json", indented(t, unnamed(t, store, answer)))
			})
		}
	})
}

// queries are the queries of a folder, in order of name.
func queries(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.graphql"))
	require.NoError(t, err)
	require.NotEmpty(t, files, folder)
	return files
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

// variablesOf are the variables beside a query: name.variables.json.
func variablesOf(t testing.TB, file string) map[string]any {
	t.Helper()
	text, err := os.ReadFile(strings.TrimSuffix(file, ".graphql") + ".variables.json")
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	var variables map[string]any
	require.NoError(t, json.Unmarshal(text, &variables))
	return variables
}

// golden compares what was got with a file, or writes it with -update.
func golden(t testing.TB, name string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, got, 0o600))
	}
	assert.Equal(t, readFile(t, name), string(got), name)
}

// TestEveryFieldIsAsked holds that the queries of testdata/api together select every field of the schema.
func TestEveryFieldIsAsked(t *testing.T) {
	loaded := loadSchema(t)
	asked := map[string]bool{}
	for _, file := range queries(t, "testdata/api") {
		doc, errs := gqlparser.LoadQueryWithRules(loaded, readFile(t, file), nil)
		if errs != nil {
			continue // a query that is refused
		}
		for _, op := range doc.Operations {
			note(asked, op.SelectionSet)
		}
	}
	for name, def := range loaded.Types {
		if def.Kind != ast.Object || def.BuiltIn {
			continue
		}
		for _, field := range def.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			known := asked[name+"."+field.Name]
			for _, parent := range def.Interfaces {
				known = known || asked[parent+"."+field.Name]
			}
			assert.True(t, known, "no query of testdata/api asks for %s.%s", name, field.Name)
		}
	}
}

func note(asked map[string]bool, set ast.SelectionSet) {
	for _, part := range set {
		switch part := part.(type) {
		case *ast.Field:
			asked[part.ObjectDefinition.Name+"."+part.Name] = true
			note(asked, part.SelectionSet)
		case *ast.InlineFragment:
			note(asked, part.SelectionSet)
		case *ast.FragmentSpread:
			note(asked, part.Definition.SelectionSet)
		}
	}
}
