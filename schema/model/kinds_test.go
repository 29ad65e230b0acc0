package model_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema"
	"github.com/redthread-graph/redthread/schema/model"
)

// TestKindsAndTypes holds that each kind has the type of its name in the schema, and that no other type shows entities.
func TestKindsAndTypes(t *testing.T) {
	loaded, err := schema.Load()
	require.NoError(t, err)
	shown := map[string]bool{}
	for _, kind := range graph.EntityKinds() {
		name := model.TypeName(kind)
		shown[name] = true
		require.NotNil(t, loaded.Types[name], name)
		assert.Contains(t, loaded.Types[name].Interfaces, "Entity", name)
		assert.Equal(t, graph.KindsOf(kind), model.KindsOf(name))
	}
	for name, def := range loaded.Types {
		if def.Kind == ast.Object && !shown[name] {
			assert.NotContains(t, def.Interfaces, "Entity", name)
			assert.Zero(t, model.KindsOf(name), name)
		}
	}
	assert.Equal(t, graph.KindsOf(graph.Company, graph.RegionalUnit), model.KindsOf("Company", "RegionalUnit", "Claim"))
}

func TestFieldKey(t *testing.T) {
	assert.Equal(t, "x", model.FieldKey("Company", "x"), "kinds tell fields of entities apart")
	assert.Equal(t, "x", model.FieldKey("Entity", "x"))
	assert.Equal(t, "Claim.x", model.FieldKey("Claim", "x"))
	assert.NotEqual(t, model.FieldKey("Claim", "x"), model.FieldKey("Assertion", "x"), "one key on two types of node")
}

func TestJoin(t *testing.T) {
	assert.Equal(t, "edges", model.Join("", "edges"))
	assert.Equal(t, "edges.node", model.Join("edges", "node"))
}

func TestTypeOf(t *testing.T) {
	for want, node := range map[string]graph.Node{
		"Entity": &graph.EntityRow{}, "Claim": &graph.ClaimRow{}, "Assertion": &graph.AssertionRow{}, "Document": &graph.DocumentRow{},
		"TextLayer": &graph.LayerNode{}, "Judgement": &graph.JudgementRow{}, "": &graph.TieNode{},
	} {
		assert.Equal(t, want, model.TypeOf(node))
	}
	assert.Equal(t, "Document", model.TypeOf(&graph.DocumentAt{}))
}
