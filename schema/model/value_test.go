package model

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// TestEveryValueHasAView shows one value of each type.
func TestEveryValueHasAView(t *testing.T) {
	for want, value := range map[string]graph.Value{
		"Quantity":    graph.Quantity{Min: "400000000", Unit: "users"},
		"Money":       graph.Money{Min: "1", Max: "2", Currency: "USD"},
		"DateValue":   graph.OnDate{Date: edtf.MustDate("2024-06-20")},
		"Duration":    graph.Duration{ISO: "P90D"},
		"Text":        graph.Text{Wording: "will challenge the ban"},
		"Identifier":  graph.Identifier{Scheme: "LEI", Value: "5299"},
		"Name":        graph.Name{Text: "Acme", Strength: graph.WeakName},
		"Provision":   graph.Provision{Effect: graph.Prohibits, Act: "sell"},
		"ClaimRef":    graph.ClaimRef{Claim: "clm_a"},
		"Coordinates": graph.Coordinates{Latitude: "1", Longitude: "2"},
		"Undisclosed": graph.Undisclosed{By: "ent_a"},
	} {
		t.Run(want, func(t *testing.T) {
			shown := newValue(Place{node: &graph.ClaimRow{Claim: graph.Claim{Value: value}}})
			require.NotNil(t, shown)
			assert.Equal(t, want, reflect.TypeOf(shown).Elem().Name())
		})
	}
	assert.Nil(t, newValue(Place{node: &graph.ClaimRow{Claim: graph.Claim{Object: "ent_a"}}}), "an object is no value")
}

func TestUnboundedQuantity(t *testing.T) {
	shown := newQuantity(&graph.Quantity{Min: "400000000", Unit: "users"})
	assert.Equal(t, graph.Number("400000000"), *shown.Min)
	assert.Nil(t, shown.Max, "over 400 million has no upper bound")
	assert.Nil(t, newQuantity(nil))
}

// TestEveryKindHasAView shows one entity of each kind.
func TestEveryKindHasAView(t *testing.T) {
	for _, kind := range graph.EntityKinds() {
		shown := newNode(Place{node: &graph.EntityRow{Entity: graph.Entity{ID: "ent_a", Kind: kind}}})
		assert.Equal(t, TypeName(kind), reflect.TypeOf(shown).Elem().Name())
	}
	assert.Panics(t, func() { newEntity(Place{node: &graph.EntityRow{}}) }, "no kind")
	assert.Panics(t, func() { newNode(Place{node: &graph.TieNode{}}) }, "a tie is no node of the API")
	assert.Panics(t, func() { newEntity(Place{node: &graph.ClaimRow{}}) }, "a claim is no entity")
}
