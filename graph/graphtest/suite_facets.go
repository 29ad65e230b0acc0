package graphtest

import (
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func facetChecks() []check {
	return []check{
		{"facets/count edges, in order", checkFacets},
		{"facets/a hub", checkHubFacets},
	}
}

func checkFacets(k *kit) {
	var records []graph.Record
	for i, s := range graph.Standings() {
		out, in := tie(numbered("o", i), "a", "OWNS", "b"), tie(numbered("i", i), "b", "OWNS", "a")
		records = append(records, out, in, stateOf(out, stretch(0, 9, s), stretch(20, 29, s)), stateOf(in, stretch(0, 9, s)))
	}
	more := tie("more", "a", "CONTROLS", "b")
	k.write(append(append(companies("a", "b", "c"), records...), standing(more, graph.Stated)...)...)
	want := []graph.Facet{{Direction: graph.Out, Predicate: "CONTROLS", Standing: graph.Stated, Count: 1}}
	for _, s := range graph.Standings() {
		want = append(want, graph.Facet{Direction: graph.Out, Predicate: "OWNS", Standing: s, Count: 2})
	}
	for _, s := range graph.Standings() {
		want = append(want, graph.Facet{Direction: graph.In, Predicate: "OWNS", Standing: s, Count: 1})
	}
	k.read(0, func(r graph.Reader) {
		ids := []graph.EntityID{"ent_c", "ent_a", "ent_none", "ent_a"}
		facets := ok(r.Facets(k.Context(), ids, graph.EdgeFilter{}))(k)
		assert.Equal(k, want, facets["ent_a"], "OUT before IN, predicates by name, standings in the order of the rules")
		assert.Empty(k, facets["ent_c"])
		assert.Empty(k, facets["ent_none"])
		assert.NotContains(k, facets, graph.EntityID("ent_b"))
		at := ok(r.Facets(k.Context(), ids, graph.EdgeFilter{At: new(graph.Day(25)), Tiers: []graph.Tier{graph.AllegedTier}}))(k)
		assert.Equal(k, []graph.Facet{
			{Direction: graph.Out, Predicate: "OWNS", Standing: graph.Disputed, Count: 1},
			{Direction: graph.Out, Predicate: "OWNS", Standing: graph.Alleged, Count: 1},
		}, at["ent_a"])
		assert.Empty(k, ok(r.Facets(k.Context(), nil, graph.EdgeFilter{}))(k))
	})
}

func checkHubFacets(k *kit) {
	k.write(hubWorld(2000)...)
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, []graph.Facet{
			{Direction: graph.Out, Predicate: "OWNS", Standing: graph.Alleged, Count: 334},
			{Direction: graph.Out, Predicate: "OWNS", Standing: graph.Stated, Count: 666},
			{Direction: graph.In, Predicate: "MEMBER_OF", Standing: graph.Alleged, Count: 333},
			{Direction: graph.In, Predicate: "MEMBER_OF", Standing: graph.Stated, Count: 667},
		}, ok(r.Facets(k.Context(), []graph.EntityID{theHub}, graph.EdgeFilter{}))(k)[theHub])
	})
}
