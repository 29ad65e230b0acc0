package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCutPartsAtTheDateLine(t *testing.T) {
	for name, c := range map[string]struct {
		ring [][2]int
		want [][][2]int
	}{
		"away from it": {[][2]int{{0, 0}, {100, 0}, {0, 100}}, [][][2]int{{{0, 0}, {100, 0}, {0, 100}}}},
		"across it": {
			[][2]int{{17900, 0}, {-17900, 0}, {-17900, 100}, {17900, 100}},
			[][][2]int{
				{{17900, 0}, {18000, 0}, {18000, 100}, {17900, 100}},
				{{-18000, 0}, {-17900, 0}, {-17900, 100}, {-18000, 100}},
			},
		},
		"across it from the east": {
			[][2]int{{-17900, 0}, {-17900, 100}, {17900, 100}, {17900, 0}},
			[][][2]int{
				{{-18000, 0}, {-17900, 0}, {-17900, 100}, {-18000, 100}},
				{{18000, 0}, {18000, 100}, {17900, 100}, {17900, 0}},
			},
		},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, cut(unwrap(c.ring))) })
	}
}

func TestUnwrapLeadsAroundThePole(t *testing.T) {
	south := [][2]int{{17000, -7000}, {5000, -7500}, {-5000, -7500}, {-17000, -7000}}
	got := cut(unwrap(south))
	low := 0
	for _, piece := range got {
		for _, point := range piece {
			low = min(low, point[1])
			assert.LessOrEqual(t, point[0], halfTurn)
			assert.GreaterOrEqual(t, point[0], -halfTurn)
		}
	}
	assert.Equal(t, -9000, low, "it reaches the pole")
}

// TestCutKeepsTheLand holds that the pieces have the area of the whole, wherever the date line crosses it, and no jump.
func TestCutKeepsTheLand(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		west, south := rapid.IntRange(-halfTurn, halfTurn-1).Draw(r, "west"), rapid.IntRange(-8000, 7000).Draw(r, "south")
		width, height := rapid.IntRange(1, 9000).Draw(r, "width"), rapid.IntRange(1, 1000).Draw(r, "height")
		wrapped := func(lon int) int { return (lon+3*halfTurn)%(2*halfTurn) - halfTurn }
		ring := [][2]int{{wrapped(west), south}, {wrapped(west + width), south}, {wrapped(west + width), south + height}, {wrapped(west), south + height}}
		total := 0
		for _, piece := range cut(unwrap(ring)) {
			total += area(piece)
			for i, point := range piece {
				next := piece[(i+1)%len(piece)]
				require.Less(r, max(point[0]-next[0], next[0]-point[0]), halfTurn, "a line goes across the map")
			}
		}
		assert.Equal(r, 2*width*height, total)
	})
}

// area is twice what an outline that goes against the clock holds.
func area(ring [][2]int) int {
	sum := 0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p[0]*q[1] - q[0]*p[1]
	}
	return sum
}
