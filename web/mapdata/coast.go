package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// topology is the part of TopoJSON 1.0 that the land of world-atlas uses: quantised arcs, which neighbouring rings share.
type topology struct {
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Objects struct {
		Land struct {
			Geometries []struct {
				Type string    `json:"type"`
				Arcs [][][]int `json:"arcs"`
			} `json:"geometries"`
		} `json:"land"`
	} `json:"objects"`
	Arcs [][][2]float64 `json:"arcs"`
}

// errTopology is the error for land that is not as world-atlas gives it.
var errTopology = errors.New("topology")

// coastUnits is how many units a degree has in coast.json.
const coastUnits = 100

// coastFile is coast.json: the outlines of land, each as longitude and latitude of its first point and then the steps from
// point to point, in units of a degree. The last point joins the first.
type coastFile struct {
	Units int     `json:"units"`
	Rings [][]int `json:"rings"`
}

// coast decodes the outlines of land. It knows land alone: no border is in its source, so that none can be drawn.
func coast(topojson []byte) ([]byte, error) {
	var t topology
	if err := json.Unmarshal(topojson, &t); err != nil {
		return nil, fmt.Errorf("%w: %w", errTopology, err)
	}
	out := coastFile{Units: coastUnits}
	for _, geometry := range t.Objects.Land.Geometries {
		if geometry.Type != "MultiPolygon" {
			return nil, fmt.Errorf("%w: land is a %q, want MultiPolygon", errTopology, geometry.Type)
		}
		for _, polygon := range geometry.Arcs {
			for _, arcs := range polygon {
				ring, err := t.ring(arcs)
				if err != nil {
					return nil, err
				}
				for _, piece := range cut(unwrap(ring)) {
					out.Rings = append(out.Rings, steps(piece))
				}
			}
		}
	}
	if len(out.Rings) == 0 {
		return nil, fmt.Errorf("%w: no land in objects.land", errTopology)
	}
	return json.Marshal(out)
}

// ring joins arcs to one outline, in units of a degree; a negative number is the arc ^n, walked backwards.
func (t topology) ring(arcs []int) ([][2]int, error) {
	var ring [][2]int
	for _, n := range arcs {
		i := max(n, ^n)
		if i >= len(t.Arcs) {
			return nil, fmt.Errorf("%w: arc %d, but there are %d", errTopology, n, len(t.Arcs))
		}
		points := t.points(t.Arcs[i])
		if n < 0 {
			for a, b := 0, len(points)-1; a < b; a, b = a+1, b-1 {
				points[a], points[b] = points[b], points[a]
			}
		}
		ring = append(ring, points...)
	}
	return ring, nil
}

// points undoes the quantisation of an arc.
func (t topology) points(arc [][2]float64) [][2]int {
	out := make([][2]int, len(arc))
	at := [2]float64{}
	for i, step := range arc {
		for axis := range at {
			at[axis] += step[axis]
			out[i][axis] = int(math.Round((at[axis]*t.Transform.Scale[axis] + t.Transform.Translate[axis]) * coastUnits))
		}
	}
	return out
}

// steps writes an outline as its first point and the steps from there, without steps of no length and without the last
// point, which is the first again.
func steps(ring [][2]int) []int {
	out := []int{ring[0][0], ring[0][1]}
	at := ring[0]
	for _, point := range ring[1:] {
		if point != at && point != ring[0] {
			out = append(out, point[0]-at[0], point[1]-at[1])
			at = point
		}
	}
	return out
}
