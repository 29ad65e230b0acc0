package web

import (
	"io/fs"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/redthread-graph/redthread/internal/server/guard"
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

// mostAsked are the largest numbers that views give to a question.
var mostAsked = map[string]map[string]any{
	"Ties":              {"hops": 1, "limit": 300},
	"Paths":             {"maxHops": 6, "first": 25, "said": 1},
	"Dossier":           {"first": 15},
	"CompareClaims":     {"first": 100},
	"CompareTies":       {"first": 100},
	"Timeline":          {"first": 75},
	"Allegations":       {"first": 10},
	"EntityAllegations": {"first": 5},
	"Claim":             {"said": 100},
	"Sites":             {"hops": 3, "limit": 250},
	"Members":           {"ids": make([]any, 100)},
	"PathTotal":         {"maxHops": 6, "first": 100},
	"ClaimCount":        {},
	"EntityTies":        {"first": 25},
	"EntityClaims":      {"first": 20},
	"EntityDocuments":   {"first": 20},
	"EntityMeasures":    {"first": 20},
	"EntityChanges":     {"first": 20},
}

// askedAlong are the questions that views ask in one request.
var askedAlong = [][]string{
	{"EntityAllegations", "EntityMeasures", "EntityMeasures", "EntityMeasures", "EntityTies", "EntityClaims", "EntityDocuments", "EntityChanges"},
	{"Ties", "Members"},
	{"Allegations", "Members"},
	{"Timeline", "Members"},
	{"CompareClaims", "CompareClaims", "Members"},
	{"CompareTies", "CompareTies", "Members"},
	{"Sites", "Members"},
	{"Dossier", "ClaimCount"},
	{"Paths", "PathTotal", "Members"},
}

func TestTheQuestionsForFilesAreWithinTheLimits(t *testing.T) {
	src, err := fs.Sub(embedded, "src")
	require.NoError(t, err)
	_, texts, err := documentParts(src, "queries/Ties.graphql")
	require.NoError(t, err)
	loaded, err := schema.Load()
	require.NoError(t, err)
	doc, errs := gqlparser.LoadQueryWithRules(loaded, strings.Join(texts, ""), rules.NewDefaultRules())
	require.Empty(t, errs)
	limits, err := guard.New(guard.Limits{})
	require.NoError(t, err)
	_, refused := limits.Structure(doc)
	require.Nil(t, refused)
	for said, most := range map[int]int{2: 100, 100: 16} { // two entities a tie
		cost, refused := limits.Cost(doc.Operations[0], map[string]any{"hops": 0, "limit": most, "said": said, "whole": true})
		assert.Nil(t, refused)
		assert.LessOrEqual(t, cost.Nodes, limits.Limits().Cost)
	}
}

func TestOurLargestQuestionsAreWithinTheLimits(t *testing.T) {
	src, err := fs.Sub(embedded, "src")
	require.NoError(t, err)
	loaded, err := schema.Load()
	require.NoError(t, err)
	limits, err := guard.New(guard.Limits{})
	require.NoError(t, err)
	fields, nodes := map[string]int{}, map[string]int{}
	for name, numbers := range mostAsked {
		t.Run(name, func(t *testing.T) {
			_, texts, err := documentParts(src, "queries/"+name+".graphql")
			require.NoError(t, err)
			doc, errs := gqlparser.LoadQueryWithRules(loaded, strings.Join(texts, ""), rules.NewDefaultRules())
			require.Empty(t, errs)
			variables := map[string]any{}
			for _, def := range doc.Operations[0].VariableDefinitions {
				if def.DefaultValue != nil {
					variables[def.Variable], err = def.DefaultValue.Value(nil)
					require.NoError(t, err)
				}
			}
			maps.Copy(variables, numbers)
			form, refused := limits.Structure(doc)
			assert.Nil(t, refused)
			cost, refused := limits.Cost(doc.Operations[0], variables)
			assert.Nil(t, refused)
			fields[name], nodes[name] = form.Fields, cost.Nodes
		})
	}
	for _, names := range askedAlong {
		t.Run(strings.Join(names, "_"), func(t *testing.T) {
			allFields, allNodes := 0, 0
			for _, name := range names {
				require.Contains(t, fields, name)
				allFields, allNodes = allFields+fields[name], allNodes+nodes[name]
			}
			assert.LessOrEqual(t, allFields, limits.Limits().Fields)
			assert.LessOrEqual(t, allNodes, limits.Limits().Cost)
		})
	}
}
