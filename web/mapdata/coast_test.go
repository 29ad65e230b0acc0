package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// square is a land of one ring, whose second arc is walked backwards: (0,0) (2,0) (2,2) (0,2) (0,0) in degrees.
const square = `{
	"transform": {"scale": [0.5, 2], "translate": [0, 0]},
	"objects": {"land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]]]}]}},
	"arcs": [[[0, 0], [4, 0], [0, 1]], [[0, 0], [0, 1], [4, 0]]]
}`

func TestCoastDecodesSharedArcs(t *testing.T) {
	body, err := coast([]byte(square))
	require.NoError(t, err)
	var got coastFile
	require.NoError(t, json.Unmarshal(body, &got))
	assert.Equal(t, coastFile{Units: 100, Rings: [][]int{{0, 0, 200, 0, 0, 200, -200, 0}}}, got)
}

func TestCoastHoldsNothingButLand(t *testing.T) {
	withCountries := `{"transform": {"scale": [1, 1]}, "objects": {"countries": {}, "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]]]}]}}, "arcs": [[[0, 0], [1, 0], [0, 1]], [[9, 9], [1, 1]]]}`
	body, err := coast([]byte(withCountries))
	require.NoError(t, err)
	assert.JSONEq(t, `{"units": 100, "rings": [[0, 0, 100, 0, 0, 100]]}`, string(body), "an arc that no land has, such as a border, is left out")
}

func TestCoastRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no JSON":         "x",
		"no land":         `{"objects": {"countries": {}}}`,
		"another kind":    `{"objects": {"land": {"geometries": [{"type": "Polygon"}]}}}`,
		"an unknown arc":  `{"objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[7]]]}]}}}`,
		"an unknown ^arc": `{"objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[-7]]]}]}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := coast([]byte(text))
			assert.ErrorIs(t, err, errTopology)
		})
	}
}
