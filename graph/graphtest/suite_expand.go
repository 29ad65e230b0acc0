package graphtest

import (
	"slices"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func expandChecks() []check {
	return []check{
		{"expand/order", checkExpandOrder},
		{"expand/both ends see an edge, with the other's row", checkFarRow},
		{"expand/an entity's tie to itself is one edge, OUT", checkSelfTie},
		{"expand/parallel claims are edges of their own", checkParallel},
		{"expand/a claim with a value has no edge", checkNoEdge},
		{"expand/a frontier with missing and repeated entities", checkFrontier},
		{"expand/a hub", checkHub},
		{"expand/limit and place under each entity", checkExpandLimit},
		{"expand/a reader may be used inside and after a stream", checkInsideStream},
	}
}

// tied puts ties on file that stand STATED over all days.
func tied(claims ...*graph.Claim) []graph.Record {
	var records []graph.Record
	for _, c := range claims {
		records = append(records, standing(c, graph.Stated)...)
	}
	return records
}

func checkExpandOrder(k *kit) {
	late := tie("late", "a", "OWNS", "b")
	k.write(slices.Concat(companies("a", "b", "c", "C"),
		tied(tie("2", "a", "OWNS", "c"), tie("1", "a", "OWNS", "c"), tie("3", "b", "OWNS", "a"), tie("0", "a", "owns", "b"),
			tie("9", "c", "CONTROLS", "a"), tie("8", "a", "OWNS", "C")),
		[]graph.Record{late, stateOf(late, stretch(-5, 4, graph.Stated), stretch(9, 11, graph.Alleged), stretch(30, graph.MaxDay, graph.Stated))},
	)...)
	k.read(0, func(r graph.Reader) {
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_c", "ent_a", "ent_b"}})
		require.Len(k, edges, 3+9+5)
		assert.True(k, slices.IsSortedFunc(edges, func(a, b graph.Edge) int {
			if a.Position != b.Position {
				return a.Position - b.Position
			}
			return compareEdges(edgeKey(&a), edgeKey(&b))
		}))
		var claims []graph.ClaimID
		for _, e := range edges[3:12] {
			assert.Equal(k, graph.EntityID("ent_a"), e.Near)
			assert.Equal(k, 1, e.Position)
			claims = append(claims, e.Claim)
		}
		k.equal([]graph.ClaimID{"clm_9", "clm_8", "clm_3", "clm_late", "clm_late", "clm_late", "clm_1", "clm_2", "clm_0"}, claims)
	})
}

func checkFarRow(k *kit) {
	c := tie("1", "a", "OWNS", "p")
	person := entityOf("p", graph.Person)
	person.Specificity = graph.Unnamed
	k.write(append(companies("a"), person, c, stateOf(c, always(graph.Determined)), entityState("p", "P", 7), entityState("a", "A", 3))...)
	k.read(0, func(r graph.Reader) {
		rows := byID(k, r.Entities, "ent_a", "ent_p")
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a", "ent_p"}})
		want := graph.Edge{
			Near: "ent_a", Far: "ent_p", Direction: graph.Out, Claim: c.ID, Predicate: "OWNS", Modality: graph.Fact,
			Stretch: always(graph.Determined), FarRow: rows["ent_p"],
		}
		back := want
		back.Near, back.Far, back.Direction, back.Position, back.FarRow = "ent_p", "ent_a", graph.In, 1, rows["ent_a"]
		k.equal([]graph.Edge{want, back}, edges)
		assert.Equal(k, 7, edges[0].FarRow.State.Degree)
	})
}

func checkSelfTie(k *kit) {
	k.write(append(companies("a", "b"), tied(tie("1", "a", "OWNS", "a"), tie("2", "b", "OWNS", "a"))...)...)
	k.read(0, func(r graph.Reader) {
		for direction, want := range map[graph.Direction][]graph.ClaimID{
			"": {"clm_1", "clm_2"}, graph.Out: {"clm_1"}, graph.In: {"clm_2"},
		} {
			q := graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}, Filter: graph.EdgeFilter{Direction: direction}}
			var claims []graph.ClaimID
			for _, e := range k.edges(r, q) {
				claims = append(claims, e.Claim)
			}
			k.equal(want, claims, "direction %q", direction)
			total := 0
			for _, facet := range ok(r.Facets(k.Context(), q.Frontier, q.Filter))(k)["ent_a"] {
				total += facet.Count
			}
			assert.Equal(k, len(want), total, "direction %q", direction)
		}
	})
}

func checkParallel(k *kit) {
	k.write(append(companies("a", "b"), tied(
		tie("1", "a", "OWNS", "b"), tie("2", "a", "OWNS", "b"), tie("3", "b", "OWNS", "a"), tie("4", "a", "CONTROLS", "b"))...)...)
	k.read(0, func(r graph.Reader) {
		for _, near := range []graph.EntityID{"ent_a", "ent_b"} {
			var claims []graph.ClaimID
			for _, e := range k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{near}}) {
				claims = append(claims, e.Claim)
			}
			k.equal([]graph.ClaimID{"clm_4", "clm_1", "clm_2", "clm_3"}, claims)
		}
	})
}

func checkNoEdge(k *kit) {
	c := claimOf("1", "a", "NAME", graph.Name{Text: "A", Strength: graph.StrongName})
	k.write(append(companies("a"), standing(c, graph.Stated)...)...)
	k.read(0, func(r graph.Reader) {
		assert.Empty(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a", ""}}))
		assert.Empty(k, ok(r.Facets(k.Context(), []graph.EntityID{"ent_a"}, graph.EdgeFilter{}))(k)["ent_a"])
		k.equal([][]graph.ClaimID{{c.ID}}, k.claimIDs(r, graph.ClaimQuery{Role: graph.AsSubject, Owners: []string{"ent_a"}}))
	})
}

func checkFrontier(k *kit) {
	k.write(append(companies("a", "b"), tied(tie("1", "a", "OWNS", "b"))...)...)
	k.read(0, func(r graph.Reader) {
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_none", "ent_b", "", "ent_a", "ent_b"}})
		require.Len(k, edges, 3)
		for i, position := range []int{1, 3, 4} {
			assert.Equal(k, position, edges[i].Position)
		}
		assert.Equal(k, edges[0].Far, edges[2].Far)
		assert.Empty(k, k.edges(r, graph.ExpandQuery{}))
	})
}

// theHub is the entity of [hubWorld] that all others are tied to.
const theHub = "ent_hub"

// hubWorld is an entity with n ties, in turn to and from it; every third is alleged.
func hubWorld(n int) []graph.Record {
	records := companies("hub")
	for i := range n {
		far := numbered("far", (i*7919)%n)
		c := tie(numbered("h", i), "hub", "OWNS", far)
		if i%2 == 1 {
			c = tie(numbered("h", i), far, "MEMBER_OF", "hub")
		}
		s := graph.Stated
		if i%3 == 0 {
			s = graph.Alleged
		}
		records = append(records, entityOf(far, graph.Company), entityState(far, far, i), c, stateOf(c, always(s)))
	}
	return records
}

func checkHub(k *kit) {
	const n = 2000
	k.write(hubWorld(n)...)
	k.read(0, func(r graph.Reader) {
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{theHub}})
		require.Len(k, edges, n)
		seen := map[graph.ClaimID]bool{}
		for i := range edges {
			seen[edges[i].Claim] = true
			require.NotNil(k, edges[i].FarRow)
			require.Equal(k, edges[i].Far, edges[i].FarRow.ID)
			if i > 0 {
				require.Negative(k, compareEdges(edgeKey(&edges[i-1]), edgeKey(&edges[i])))
			}
		}
		assert.Len(k, seen, n)
		var far []graph.EntityID
		for _, e := range edges {
			far = append(far, e.Far)
		}
		assert.Len(k, k.edges(r, graph.ExpandQuery{Frontier: far}), n, "a frontier of as many entities")
		between := graph.ExpandQuery{Frontier: []graph.EntityID{theHub}, Filter: graph.EdgeFilter{Between: far[:1500]}}
		assert.Len(k, k.edges(r, between), 1500)
	})
}

func checkExpandLimit(k *kit) {
	k.write(hubWorld(30)...)
	k.write(tied(tie("x", "far-0000", "OWNS", "far-0001"))...)
	k.read(0, func(r graph.Reader) {
		frontier := []graph.EntityID{theHub, "ent_far-0001", theHub}
		edges := k.edges(r, graph.ExpandQuery{Frontier: frontier, Limit: 4})
		require.Len(k, edges, 4+2+4)
		after := edgeKey(&edges[3])
		next := k.edges(r, graph.ExpandQuery{Frontier: frontier, Limit: 4, After: &after})
		for _, e := range next {
			assert.Positive(k, compareEdges(edgeKey(&e), after))
		}
		require.GreaterOrEqual(k, len(next), 8)
		assert.Equal(k, 0, next[3].Position)
		assert.Equal(k, 2, next[len(next)-1].Position)
	})
}

func checkInsideStream(k *kit) {
	k.write(hubWorld(50)...)
	k.read(0, func(r graph.Reader) {
		q := graph.ExpandQuery{Frontier: []graph.EntityID{theHub}}
		n := 0
		for e, err := range r.Expand(k.Context(), q) {
			require.NoError(k, err)
			byID(k, r.Entities, e.Far)
			if n++; n == 10 {
				break
			}
		}
		assert.Len(k, k.edges(r, q), 50)
		assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 51)
	})
}
