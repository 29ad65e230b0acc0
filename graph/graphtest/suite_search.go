package graphtest

import (
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func searchChecks() []check {
	return []check{
		{"search/sets in turn, each by id, none twice", checkSearchSets},
		{"search/kinds restrict ids, not counts", checkSearchKinds},
		{"search/limit and cut", checkSearchLimit},
		{"search/terms are exact", checkSearchExact},
		{"search/as of a revision", checkSearchRevisions},
		{"search/documents hold the terms of all their layers", checkSearchDocuments},
	}
}

func termsWorld() []graph.Record {
	person := entityOf("d", graph.Person)
	return append(companies("a", "b", "c"), person,
		entityState("a", "a", 0, "w:east", "w:north", "w:west"), entityState("b", "b", 0, "w:north", "w:west"),
		entityState("c", "c", 0, "w:west"), entityState("d", "d", 0, "n:east", "w:east", "w:north"))
}

func (k *kit) find(r graph.Reader, q graph.TermQuery) graph.TermHits {
	k.Helper()
	return ok(r.Search(k.Context(), q))(k)
}

func checkSearchSets(k *kit) {
	k.write(termsWorld()...)
	compass := []graph.Term{"w:north", "w:west", "w:east"}
	k.read(0, func(r graph.Reader) {
		for _, ask := range []struct {
			name string
			sets []graph.TermSet
			want []string
		}{
			{"one set", []graph.TermSet{{Terms: compass, Least: 2}}, []string{"ent_a", "ent_b", "ent_d"}},
			{"all terms", []graph.TermSet{{Terms: compass, Least: 3}}, []string{"ent_a"}},
			{"any term", []graph.TermSet{{Terms: compass, Least: 1}}, []string{"ent_a", "ent_b", "ent_c", "ent_d"}},
			{"least 0 means 1", []graph.TermSet{{Terms: compass[:1]}}, []string{"ent_a", "ent_b", "ent_d"}},
			{"more than there are", []graph.TermSet{{Terms: compass, Least: 4}}, nil},
			{"a term counts once", []graph.TermSet{{Terms: []graph.Term{"w:west", "w:west"}, Least: 2}}, nil},
			{
				"in turn",
				[]graph.TermSet{{Terms: []graph.Term{"n:east"}, Least: 1}, {Terms: compass, Least: 2}, {Terms: compass, Least: 1}},
				[]string{"ent_d", "ent_a", "ent_b", "ent_c"},
			},
			{"an empty set", []graph.TermSet{{}, {Terms: compass, Least: 3}}, []string{"ent_a"}},
			{"no set", nil, nil},
		} {
			hits := k.find(r, graph.TermQuery{Target: graph.EntityTerms, Sets: ask.sets, Limit: 10})
			k.equal(ask.want, hits.IDs, ask.name)
			assert.False(k, hits.Cut, ask.name)
		}
	})
}

func checkSearchKinds(k *kit) {
	k.write(termsWorld()...)
	k.read(0, func(r graph.Reader) {
		q := graph.TermQuery{
			Target: graph.EntityTerms, Kinds: graph.KindsOf(graph.Person, graph.City), Limit: 10,
			Sets: []graph.TermSet{{Terms: []graph.Term{"w:north", "w:none"}, Least: 1}, {Terms: []graph.Term{"n:east", "w:west"}, Least: 2}},
		}
		want := map[graph.Term]int{"w:north": 3, "w:none": 0, "n:east": 1, "w:west": 3}
		hits := k.find(r, q)
		k.equal([]string{"ent_d"}, hits.IDs)
		assert.Equal(k, want, hits.Holds, "every term of the query, over all kinds")
		q.Kinds = graph.AllKinds
		assert.Equal(k, []string{"ent_a", "ent_b", "ent_d"}, k.find(r, q).IDs)
	})
}

func checkSearchLimit(k *kit) {
	var records []graph.Record
	for i := range 1100 {
		id := numbered("e", i)
		records = append(records, entityOf(id, graph.Company), entityState(id, id, 0, "w:all", graph.Term("w:"+id)))
	}
	k.write(records...)
	all := []graph.TermSet{{Terms: []graph.Term{"w:e-0007"}, Least: 1}, {Terms: []graph.Term{"w:all"}, Least: 1}}
	k.read(0, func(r graph.Reader) {
		for limit, want := range map[int]int{1: 1, 2: 2, 999: 999, 1000: 1000, 0: 1000, 5000: 1000} {
			hits := k.find(r, graph.TermQuery{Target: graph.EntityTerms, Sets: all, Limit: limit})
			assert.Len(k, hits.IDs, want, "limit %d", limit)
			assert.True(k, hits.Cut, "limit %d", limit)
			assert.Equal(k, "ent_e-0007", hits.IDs[0])
			assert.Equal(k, 1100, hits.Holds["w:all"], "counts are not cut")
		}
		hits := k.find(r, graph.TermQuery{Target: graph.EntityTerms, Sets: all[:1], Limit: 1})
		assert.False(k, hits.Cut, "as many as the limit are not cut")
	})
}

func checkSearchExact(k *kit) {
	terms := []graph.Term{"w:É", "w:e\u0301", "w:é", "w:%", "w:_", "w:a b", "w:𝕏", "w:ab", "W:AB", "w:'\""}
	var records []graph.Record
	for i, term := range terms {
		id := numbered("e", i)
		records = append(records, entityOf(id, graph.Company), entityState(id, id, 0, term))
	}
	k.write(records...)
	k.read(0, func(r graph.Reader) {
		for i, term := range terms {
			k.equal([]string{"ent_" + numbered("e", i)}, k.search(r, term), string(term))
		}
	})
}

func checkSearchRevisions(k *kit) {
	k.write(entityOf("a", graph.Company), entityState("a", "Old", 0, "w:both", "w:old"))
	k.write(entityState("a", "New", 0, "w:both", "w:new"), entityOf("b", graph.Company), entityState("b", "B", 0, "w:new"))
	k.write(entityState("a", "New", 0))
	for rev, want := range map[graph.Revision]map[graph.Term][]string{
		1: {"w:old": {"ent_a"}, "w:new": nil, "w:both": {"ent_a"}},
		2: {"w:old": nil, "w:new": {"ent_a", "ent_b"}, "w:both": {"ent_a"}},
		3: {"w:old": nil, "w:new": {"ent_b"}, "w:both": nil},
	} {
		k.read(rev, func(r graph.Reader) {
			for term, ids := range want {
				sets := []graph.TermSet{{Terms: []graph.Term{term}, Least: 1}}
				hits := k.find(r, graph.TermQuery{Target: graph.EntityTerms, Sets: sets, Limit: 9})
				k.equal(ids, hits.IDs, "%s at revision %d", term, rev)
				assert.Equal(k, len(ids), hits.Holds[term])
			}
		})
	}
}

func checkSearchDocuments(k *kit) {
	layers := []*graph.Layer{layerOf("1", "a", "x"), layerOf("2", "a", "y"), layerOf("3", "b", "z")}
	held := [][]graph.Term{{"w:one", "w:two"}, {"w:two", "w:three"}, {"w:two"}}
	k.write(documentOf("a"), documentOf("b"), layers[0], &graph.LayerTerms{Layer: layers[0].ID, Document: "doc_a", Terms: held[0]})
	k.write(layers[1], layers[2], &graph.LayerTerms{Layer: layers[1].ID, Document: "doc_a", Terms: held[1]},
		&graph.LayerTerms{Layer: layers[2].ID, Document: "doc_b", Terms: held[2]})
	q := graph.TermQuery{
		Target: graph.TextTerms, Limit: 9, Kinds: graph.KindsOf(graph.Person),
		Sets: []graph.TermSet{{Terms: []graph.Term{"w:one", "w:two", "w:three"}, Least: 3}, {Terms: []graph.Term{"w:two"}, Least: 1}},
	}
	k.read(0, func(r graph.Reader) {
		hits := k.find(r, q)
		k.equal([]string{"doc_a", "doc_b"}, hits.IDs, "kinds are of entities")
		assert.Equal(k, map[graph.Term]int{"w:one": 1, "w:two": 2, "w:three": 1}, hits.Holds, "a document counts once")
		assert.Empty(k, k.search(r, "w:two"), "terms of documents are none of entities")
	})
	k.read(1, func(r graph.Reader) {
		hits := k.find(r, q)
		k.equal([]string{"doc_a"}, hits.IDs)
		assert.Equal(k, map[graph.Term]int{"w:one": 1, "w:two": 1, "w:three": 0}, hits.Holds)
	})
}
