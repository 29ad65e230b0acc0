package schema_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// examples gives the example queries by file name.
func examples(t *testing.T) map[string]string {
	t.Helper()
	dir := os.DirFS("../resolvers/examples")
	paths, err := fs.Glob(dir, "*.graphql")
	require.NoError(t, err)
	found := map[string]string{}
	for _, path := range paths {
		text, err := fs.ReadFile(dir, path)
		require.NoError(t, err)
		found[path] = string(text)
	}
	return found
}

// parse validates a query against the schema.
func parse(t *testing.T, query string) *ast.QueryDocument {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(load(t), query, rules.NewDefaultRules())
	require.Empty(t, errs)
	return doc
}

func TestExamplesAreNumberedAndTitled(t *testing.T) {
	found := examples(t)
	assert.GreaterOrEqual(t, len(found), 15)
	fileName := regexp.MustCompile(`^\d\d-[a-z0-9-]+\.graphql$`)
	numbers := map[string]bool{}
	for name, text := range found {
		assert.Regexp(t, fileName, name)
		assert.False(t, numbers[name[:2]], "%s: number taken", name)
		numbers[name[:2]] = true
		lines := strings.Split(text, "\n")
		assert.Regexp(t, `^# [A-Z].*\?$`, lines[0], "%s: the title is a question", name)
		assert.Regexp(t, `^# .{20,}\.$`, lines[1], "%s: the second line says what to look for", name)
		assert.False(t, strings.HasPrefix(lines[2], "#"), "%s: two lines of comment are shown", name)
	}
}

func TestExamplesFitTheSchema(t *testing.T) {
	for name, text := range examples(t) {
		t.Run(name, func(t *testing.T) {
			doc := parse(t, text)
			require.Len(t, doc.Operations, 1)
			assert.NotEmpty(t, doc.Operations[0].Name, "a tab needs a name")
			assert.Empty(t, doc.Operations[0].VariableDefinitions, "values stand in the text, where a reader sees them")
		})
	}
}

func TestExamplesKeepTheLimits(t *testing.T) {
	for name, text := range examples(t) {
		t.Run(name, func(t *testing.T) {
			assert.LessOrEqual(t, len(text), 32<<10, "bytes")
			doc := parse(t, text)
			assert.LessOrEqual(t, len(doc.Operations[0].SelectionSet), 20, "root fields")
			depth, count := size(doc.Operations[0].SelectionSet)
			assert.LessOrEqual(t, depth, 18, "depth")
			assert.LessOrEqual(t, count, 500, "fields")
		})
	}
}

// size gives depth and number of fields of a selection with its fragments spread out.
func size(set ast.SelectionSet) (depth, count int) {
	for _, selection := range set {
		var inner, fields int
		switch s := selection.(type) {
		case *ast.Field:
			inner, fields = size(s.SelectionSet)
			inner, fields = inner+1, fields+1
		case *ast.InlineFragment:
			inner, fields = size(s.SelectionSet)
		case *ast.FragmentSpread:
			inner, fields = size(s.Definition.SelectionSet)
		}
		depth, count = max(depth, inner), count+fields
	}
	return depth, count
}

func TestExamplesNameOnlyIdsThatThePackGives(t *testing.T) {
	given := []string{"ent_kaspersky", "ent_ao-kaspersky-lab", "ent_eugene-kaspersky"}
	id := regexp.MustCompile(`"((?:ent|clm|ast|doc|lay|jdg)_[^"]*)"`)
	for name, text := range examples(t) {
		for _, match := range id.FindAllStringSubmatch(text, -1) {
			assert.Contains(t, given, match[1], name)
		}
	}
}

func TestExamplesUseEveryRootQuestion(t *testing.T) {
	used := map[string]bool{}
	for _, text := range examples(t) {
		for _, selection := range parse(t, text).Operations[0].SelectionSet {
			used[selection.(*ast.Field).Name] = true
		}
	}
	for _, name := range []string{
		"entity", "entities", "search", "documents", "measures", "paths", "subgraph", "changes", "stats", "recordStatement",
	} {
		assert.True(t, used[name], "no example asks %s", name)
	}
}

func TestTheExampleQuoteStandsInItsDocument(t *testing.T) {
	doc := parse(t, examples(t)["15-record-an-allegation.graphql"])
	field := doc.Operations[0].SelectionSet[0].(*ast.Field)
	input := field.Arguments.ForName("input").Value
	text := input.Children.ForName("document").Children.ForName("new").Children.ForName("text").Raw
	quote := input.Children.ForName("quote").Raw
	assert.Equal(t, 1, strings.Count(text, quote), "found once, so that no start is needed")
}

func TestQueriesThatMustBeRefused(t *testing.T) {
	for name, query := range map[string]string{
		"an unknown kind":            `{ entities(kinds: [COMPANIES]) { totalCount } }`,
		"a nested day":               `{ entity(id: "ent_kaspersky") { measures(at: "2024-06-01") { totalCount } } }`,
		"ownership":                  `{ ownership(of: "ent_kaspersky") { edges } }`,
		"claims without a filter":    `{ claims { totalCount } }`,
		"two ways to name a place":   `{ entities(filter: { headquarteredIn: { id: "ent_ru", name: "Russia" } }) { totalCount } }`,
		"no way to name a place":     `{ entities(filter: { headquarteredIn: {} }) { totalCount } }`,
		"an enum given as a string":  `{ measures(filter: { kinds: ["BAN"] }) { totalCount } }`,
		"an edge without selection":  `{ search(query: "x") { edges } }`,
		"a write without operation":  `mutation { rejectAssertion(input: { by: "A", assertion: "ast_x", reason: "slip" }) { revision } }`,
		"a write without a name":     `mutation { rejectAssertion(input: { operationId: "1", assertion: "ast_x", reason: "slip" }) { revision } }`,
		"a rejection without reason": `mutation { rejectAssertion(input: { operationId: "1", by: "A", assertion: "ast_x" }) { revision } }`,
	} {
		t.Run(name, func(t *testing.T) {
			_, errs := gqlparser.LoadQueryWithRules(load(t), query, rules.NewDefaultRules())
			assert.NotEmpty(t, errs)
		})
	}
}
