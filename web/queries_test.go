package web

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/redthread-graph/redthread/schema"
)

func TestOurQueriesFitTheSchema(t *testing.T) {
	src, err := fs.Sub(embedded, "src")
	require.NoError(t, err)
	names, err := fs.Glob(src, "queries/*.graphql")
	require.NoError(t, err)
	loaded, err := schema.Load()
	require.NoError(t, err)
	checked := map[string]bool{}
	for _, name := range names {
		_, parts, err := documentParts(src, name)
		require.NoError(t, err)
		text := strings.Join(parts, "")
		doc, err := parser.ParseQuery(&ast.Source{Name: name, Input: text})
		require.NoError(t, err)
		if len(doc.Operations) == 0 {
			continue // a file of fragments is checked where it is imported
		}
		_, errs := gqlparser.LoadQueryWithRules(loaded, text, rules.NewDefaultRules())
		assert.Empty(t, errs, name)
		require.Len(t, doc.Operations, 1, name)
		assert.Equal(t, ast.Query, doc.Operations[0].Operation, "%s: pages only read", name)
		assert.False(t, checked[doc.Operations[0].Name], "%s: two operations have one name", name)
		checked[doc.Operations[0].Name] = true
	}
	assert.Greater(t, len(checked), 10)
}
