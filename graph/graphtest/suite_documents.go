package graphtest

import (
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func documentChecks() []check {
	return []check{
		{"documents/missing ids", checkMissingDocuments},
		{"documents/of entities, aligned with their owners", checkDocumentsOf},
		{"documents/all, with filters and pages", checkAllDocuments},
	}
}

func checkMissingDocuments(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		assert.Len(k, ok(r.Documents(k.Context(), []graph.DocumentID{"doc_none", "doc_1", "doc_1", ""}))(k), 1)
		assert.Empty(k, ok(r.Documents(k.Context(), nil))(k))
		assert.Len(k, ok(r.Layers(k.Context(), []graph.LayerID{"lay_none", "lay_one", "lay_one"}))(k), 1)
		assert.Empty(k, ok(r.Layers(k.Context(), nil))(k))
	})
}

// documentIDs reads the ids of each list.
func (k *kit) documentIDs(r graph.Reader, q graph.DocumentQuery) [][]graph.DocumentID {
	k.Helper()
	var out [][]graph.DocumentID
	for _, list := range ok(r.ListDocuments(k.Context(), q))(k) {
		var ids []graph.DocumentID
		for _, row := range list {
			ids = append(ids, row.ID)
		}
		out = append(out, ids)
	}
	return out
}

func checkDocumentsOf(k *kit) {
	k.write(spokenWorld()...)
	k.read(0, func(r graph.Reader) {
		q := graph.DocumentQuery{Owners: []graph.EntityID{"ent_b", "ent_m", "ent_a", "ent_none", "ent_b"}}
		both := []graph.DocumentID{"doc_1", "doc_2"}
		k.equal([][]graph.DocumentID{both, nil, both, nil, both}, k.documentIDs(r, q))
		q.Limit = 1
		k.equal([][]graph.DocumentID{both[:1], nil, both[:1], nil, both[:1]}, k.documentIDs(r, q))
		q.After = "doc_1"
		k.equal([][]graph.DocumentID{both[1:], nil, both[1:], nil, both[1:]}, k.documentIDs(r, q))
	})
	third := layerOf("three", "3", "three")
	k.write(documentOf("3"), third)
	k.write(said("late", claimOf("says", "b", "CONDUCT", graph.Text{Wording: "x"}), "speaker", quoteOf(third, 5)))
	for rev, want := range map[graph.Revision]int{1: 2, 2: 2, 3: 3} {
		k.read(rev, func(r graph.Reader) {
			assert.Len(k, k.documentIDs(r, graph.DocumentQuery{Owners: []graph.EntityID{"ent_b"}})[0], want, "revision %d", rev)
		})
	}
}

func checkAllDocuments(k *kit) {
	english, german, bare := documentOf("b"), documentOf("c"), documentOf("a")
	english.Language, german.Language, english.Publisher, german.Publisher = "en", "de", "ent_p", "ent_p"
	k.write(append(companies("p"), english, german, bare)...)
	k.read(0, func(r graph.Reader) {
		for _, ask := range []struct {
			q    graph.DocumentQuery
			want []graph.DocumentID
		}{
			{graph.DocumentQuery{}, []graph.DocumentID{"doc_a", "doc_b", "doc_c"}},
			{graph.DocumentQuery{Limit: 2}, []graph.DocumentID{"doc_a", "doc_b"}},
			{graph.DocumentQuery{After: "doc_a"}, []graph.DocumentID{"doc_b", "doc_c"}},
			{graph.DocumentQuery{Language: "de"}, []graph.DocumentID{"doc_c"}},
			{graph.DocumentQuery{Language: "DE"}, nil},
			{graph.DocumentQuery{Publisher: "ent_p"}, []graph.DocumentID{"doc_b", "doc_c"}},
			{graph.DocumentQuery{Publisher: "ent_p", Language: "en"}, []graph.DocumentID{"doc_b"}},
			{graph.DocumentQuery{Publisher: "ent_q"}, nil},
		} {
			k.equal([][]graph.DocumentID{ask.want}, k.documentIDs(r, ask.q), "%+v", ask.q)
		}
	})
}
