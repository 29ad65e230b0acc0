package graphtest_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

var someSize = graphtest.Size{Entities: 3000, Claims: 15_000}

// made is what a generator yields, by type.
type made struct {
	entities   map[graph.EntityID]*graph.Entity
	states     map[graph.EntityID]*graph.EntityState
	claims     []*graph.Claim
	stands     map[graph.ClaimID]*graph.ClaimState
	layers     map[graph.LayerID]*graph.Layer
	assertions []*graph.Assertion
	all        []graph.Record
}

func generate(t *testing.T, g graphtest.Generator) made {
	t.Helper()
	m := made{
		entities: map[graph.EntityID]*graph.Entity{}, states: map[graph.EntityID]*graph.EntityState{},
		stands: map[graph.ClaimID]*graph.ClaimState{}, layers: map[graph.LayerID]*graph.Layer{},
	}
	for r, err := range g.Records() {
		require.NoError(t, err)
		m.all = append(m.all, r)
		switch r := r.(type) {
		case *graph.Entity:
			m.entities[r.ID] = r
		case *graph.EntityState:
			m.states[r.Entity] = r
		case *graph.Claim:
			m.claims = append(m.claims, r)
		case *graph.ClaimState:
			m.stands[r.Claim] = r
		case *graph.Layer:
			m.layers[r.ID] = r
		case *graph.Assertion:
			m.assertions = append(m.assertions, r)
		}
	}
	return m
}

func TestSizes(t *testing.T) {
	for name, claims := range map[string]int{"S": 50_000, "M": 1_000_000, "L": 10_000_000} {
		size, err := graphtest.SizeOf(name)
		require.NoError(t, err)
		assert.Equal(t, claims, size.Claims)
		assert.Equal(t, claims/5, size.Entities)
	}
	_, err := graphtest.SizeOf("XXL")
	require.ErrorIs(t, err, graph.ErrInvalid)
}

func TestGeneratorMakesItsSize(t *testing.T) {
	for _, size := range []graphtest.Size{someSize, {Entities: 40, Claims: 0}, {Entities: 40, Claims: 7}, {Entities: 200, Claims: 421}} {
		m := generate(t, graphtest.Generator{Seed: 1, Size: size})
		assert.Len(t, m.entities, size.Entities)
		assert.Len(t, m.states, size.Entities)
		assert.Len(t, m.claims, size.Claims)
		assert.Len(t, m.stands, size.Claims)
	}
}

func TestGeneratorIsSeeded(t *testing.T) {
	size := graphtest.Size{Entities: 200, Claims: 1000}
	one := generate(t, graphtest.Generator{Seed: 7, Size: size})
	assert.Equal(t, one.all, generate(t, graphtest.Generator{Seed: 7, Size: size}).all)
	assert.NotEqual(t, one.all, generate(t, graphtest.Generator{Seed: 8, Size: size}).all)
}

func TestGeneratorStops(t *testing.T) {
	total := len(generate(t, graphtest.Generator{Seed: 1, Size: graphtest.Size{Entities: 50, Claims: 100}}).all)
	for stop := 1; stop < total; stop += 13 {
		n := 0
		for _, err := range (graphtest.Generator{Seed: 1, Size: graphtest.Size{Entities: 50, Claims: 100}}).Records() {
			require.NoError(t, err)
			if n++; n == stop {
				break
			}
		}
		assert.Equal(t, stop, n)
	}
}

func TestGeneratorQuotesStandInTheirLayers(t *testing.T) {
	m := generate(t, graphtest.Generator{Seed: 1, Size: someSize})
	texts := map[graph.LayerID][]rune{}
	for id, layer := range m.layers {
		texts[id] = []rune(layer.Text)
	}
	var lengths []int
	for _, a := range m.assertions {
		require.NotEmpty(t, a.Evidence)
		require.LessOrEqual(t, len(a.Evidence), 3)
		for _, e := range a.Evidence {
			require.Equal(t, e.Quote, string(texts[e.Layer][e.Start:e.End]))
			lengths = append(lengths, e.End-e.Start)
		}
	}
	slices.Sort(lengths)
	assert.InDelta(t, 145, lengths[len(lengths)/2], 15, "median length of a quote")
}

func TestGeneratorHasTheShapeOfAWorld(t *testing.T) {
	m := generate(t, graphtest.Generator{Seed: 1, Size: someSize})
	degrees := map[graph.EntityID]int{}
	owners := map[graph.EntityID][]graph.EntityID{}
	standings, ended, most := map[graph.Standing]int{}, 0, 0
	perDocument := map[graph.LayerID]map[graph.ClaimID]bool{}
	for _, c := range m.claims {
		degrees[c.Subject]++
		if c.Object != c.Subject && c.Object != "" {
			degrees[c.Object]++
		}
		if c.Object == "" {
			degrees[c.Subject]--
		}
		if c.Predicate == "OWNS" {
			owners[c.Object] = append(owners[c.Object], c.Subject)
		}
		st := m.stands[c.ID].Stretches[0]
		if c.Predicate == "SHARES_DATA_WITH" {
			standings[st.Standing]++
		}
		if st.To != graph.MaxDay {
			ended++
		}
	}
	for _, a := range m.assertions {
		if perDocument[a.Evidence[0].Layer] == nil {
			perDocument[a.Evidence[0].Layer] = map[graph.ClaimID]bool{}
		}
		perDocument[a.Evidence[0].Layer][a.Claim] = true
		most = max(most, len(perDocument[a.Evidence[0].Layer]))
	}
	hub := 0
	for id, s := range m.states {
		assert.Equal(t, degrees[id], s.Degree)
		hub = max(hub, s.Degree)
	}
	assert.Greater(t, hub, someSize.Entities/4, "a country is a hub")
	assert.InDelta(t, .3*float64(len(m.claims)), ended, .03*float64(len(m.claims)), "three in ten are ended")
	assert.Equal(t, 30, standings[graph.Alleged]+standings[graph.Disputed]+standings[graph.Determined], "one entity in a hundred")
	assert.Greater(t, standings[graph.Alleged], standings[graph.Disputed])
	assert.Equal(t, 1500, most, "one document has a tenth of the claims, at most 2,000")
	assert.Less(t, len(owners), len(m.entities))
	assert.LessOrEqual(t, depth(owners), 12)
}

// depth is the longest chain of owners that does not meet itself.
func depth(owners map[graph.EntityID][]graph.EntityID) int {
	known := map[graph.EntityID]int{}
	var climb func(id graph.EntityID, below map[graph.EntityID]bool) int
	climb = func(id graph.EntityID, below map[graph.EntityID]bool) int {
		if d, ok := known[id]; ok {
			return d
		}
		below[id] = true
		defer delete(below, id)
		d := 1
		for _, owner := range owners[id] {
			if !below[owner] {
				d = max(d, 1+climb(owner, below))
			}
		}
		known[id] = d
		return d
	}
	deepest := 0
	for id := range owners {
		deepest = max(deepest, climb(id, map[graph.EntityID]bool{}))
	}
	return deepest
}

func TestGeneratorLoads(t *testing.T) {
	size := graphtest.Size{Entities: 500, Claims: 2500}
	model := graphtest.NewModel(time.Now)
	op := graph.Operation{ID: "generated"}
	_, err := model.Load(context.Background(), op, graph.Stamp{}, graphtest.Generator{Seed: 3, Size: size}.Records())
	require.NoError(t, err)
	_, err = model.Publish(t.Context(), op)
	require.NoError(t, err)
	info, err := model.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, size.Claims, info.Counts[graph.ClaimRecord])
	r, err := model.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	rows, err := r.ListEntities(t.Context(), graph.EntityQuery{Order: graph.ByDegree, Limit: 1})
	require.NoError(t, err)
	facets, err := r.Facets(t.Context(), []graph.EntityID{rows[0].ID}, graph.EdgeFilter{})
	require.NoError(t, err)
	total := 0
	for _, f := range facets[rows[0].ID] {
		total += f.Count
	}
	assert.Equal(t, rows[0].State.Degree, total, "degrees are counted edges")
	require.NoError(t, r.Close())
}
