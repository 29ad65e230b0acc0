package graphtest

import (
	"slices"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func entityChecks() []check {
	return []check{
		{"entities/missing and repeated ids", checkMissingEntities},
		{"entities/orders", checkEntityOrders},
		{"entities/filters", checkEntityFilters},
		{"entities/limit", checkEntityLimit},
	}
}

func checkMissingEntities(k *kit) {
	k.write(companies("a", "b")...)
	k.read(0, func(r graph.Reader) {
		ids := []graph.EntityID{"ent_b", "ent_nobody", "", "ent_a", "ent_b", "ENT_A", "ent_a "}
		rows := ok(r.Entities(k.Context(), ids))(k)
		assert.Len(k, rows, 2)
		assert.Equal(k, graph.EntityID("ent_a"), rows["ent_a"].ID)
		assert.Equal(k, graph.EntityID("ent_b"), rows["ent_b"].ID)
		assert.Empty(k, ok(r.Entities(k.Context(), nil))(k))
		assert.Empty(k, ok(r.Entities(k.Context(), []graph.EntityID{"ent_nobody"}))(k))
		many := make([]graph.EntityID, 0, 3000)
		for i := range 3000 {
			many = append(many, graph.EntityID(numbered("ent_none", i)))
		}
		assert.Len(k, ok(r.Entities(k.Context(), append(many, "ent_a")))(k), 1)
	})
}

// namedWorld is entities whose order by name, by degree and by id all differ.
func namedWorld() []graph.Record {
	var records []graph.Record
	for i, name := range []string{"zeta", "Ångström", "alpha", "ALPHA", "Ярослав", "中国", "𝕏", "", "alpha ", "Straße", "strasse"} {
		id := numbered("e", (i*7)%11)
		records = append(records, entityOf(id, graph.Company), entityState(id, name, i%4*10))
	}
	return records
}

func checkEntityOrders(k *kit) {
	k.write(namedWorld()...)
	k.read(0, func(r graph.Reader) {
		for _, order := range []graph.EntityOrder{"", graph.ByID, graph.ByName, graph.ByDegree} {
			rows := ok(r.ListEntities(k.Context(), graph.EntityQuery{Order: order}))(k)
			assert.Len(k, rows, 11)
			assert.True(k, slices.IsSortedFunc(rows, func(a, b *graph.EntityRow) int {
				return comesBefore(order, a, b)
			}), "order %q", order)
		}
	})
}

// comesBefore is -1 or 1; equals are told apart by id.
func comesBefore(order graph.EntityOrder, a, b *graph.EntityRow) int {
	first := a.ID < b.ID
	nameA, nameB := graph.SortName(a.State.Name), graph.SortName(b.State.Name)
	switch {
	case order == graph.ByName && nameA != nameB:
		first = nameA < nameB
	case order == graph.ByDegree && a.State.Degree != b.State.Degree:
		first = a.State.Degree > b.State.Degree
	}
	if first {
		return -1
	}
	return 1
}

func checkEntityFilters(k *kit) {
	k.write(append(everyEntity(), documentOf("1"))...)
	k.read(0, func(r graph.Reader) {
		all := ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k)
		for _, kinds := range []graph.Kinds{0, graph.AllKinds, graph.KindsOf(graph.Person), graph.KindsOf(graph.Measure, graph.City)} {
			for _, specificity := range [][]graph.Specificity{nil, {}, {graph.Unnamed}, {graph.Group, graph.Named}} {
				want := slices.DeleteFunc(slices.Clone(all), func(row *graph.EntityRow) bool {
					return kinds != 0 && !slices.Contains(kinds.List(), row.Kind) ||
						len(specificity) > 0 && !slices.Contains(specificity, row.Specificity)
				})
				got := ok(r.ListEntities(k.Context(), graph.EntityQuery{Kinds: kinds, Specificity: specificity}))(k)
				k.equal(want, got, "kinds %v, specificity %v", kinds.List(), specificity)
			}
		}
	})
}

func checkEntityLimit(k *kit) {
	k.write(namedWorld()...)
	k.read(0, func(r graph.Reader) {
		for limit, want := range map[int]int{0: 11, 1: 1, 5: 5, 11: 11, 5000: 11} {
			assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{Limit: limit, Order: graph.ByName}))(k), want)
		}
		after := &graph.EntityKey{ID: "ent_zzz"}
		assert.Empty(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{After: after}))(k))
	})
}
