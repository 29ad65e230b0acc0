package graphtest

import (
	"strings"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func conflictChecks() []check {
	return []check{
		{"conflict/equal raw records are on file already", checkEqualAgain},
		{"conflict/another content under an id is refused", checkOtherContent},
		{"conflict/within one batch", checkConflictInBatch},
		{"conflict/a case of letters makes another id", checkCaseOfIDs},
	}
}

// filedRecords are one raw record of each type with an id, with all that they name.
func filedRecords() []graph.Record {
	c, layer := tie("1", "a", "OWNS", "b"), layerOf("l", "d", "A owns B.")
	return append(companies("a", "b"), documentOf("d"), layer, c, said("1", c, "a", quoteOf(layer, 6)),
		&graph.Judgement{
			ID: "jdg_1", Kind: graph.Identity, Verdict: graph.Same, Entities: []graph.EntityID{"ent_a", "ent_b"}, By: "x",
		},
		&graph.LayerTerms{Layer: layer.ID, Document: layer.Document, Terms: []graph.Term{"w:a", "w:owns"}})
}

func checkEqualAgain(k *kit) {
	k.write(filedRecords()...)
	before := dump(k, k.store, 0)
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	rev := k.write(filedRecords()...)
	assert.EqualValues(k, 2, rev, "the operation is on file")
	after := dump(k, k.store, 0)
	assert.Nil(k, after.Entries[len(after.Entries)-1].Record, "and has written nothing")
	before.Stamp, after.Stamp, before.Entries, after.Entries = graph.Stamp{}, graph.Stamp{}, nil, nil
	k.equal(before, after, "what is on file keeps its stamps")
	k.equal(changes, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
}

func checkOtherContent(k *kit) {
	k.write(filedRecords()...)
	c, layer := tie("1", "a", "OWNS", "b"), layerOf("l", "d", "A owns B.")
	e, d, j := entityOf("a", graph.Company), documentOf("d"), &graph.Judgement{}
	a := said("1", c, "a", quoteOf(layer, 5))
	e.Caption, d.Author, layer.Text, c.Predicate = "Other", "Somebody", "B owns A.", "CONTROLS"
	*j = graph.Judgement{
		ID: "jdg_1", Kind: graph.Identity, Verdict: graph.Different, Entities: []graph.EntityID{"ent_a", "ent_b"}, By: "x",
	}
	for _, given := range []struct {
		id, field string
		record    graph.Record
	}{
		{"ent_a", "caption", e},
		{"doc_d", "author", d},
		{"lay_l", "text", layer},
		{"clm_1", "predicate", c},
		{"ast_1", "evidence", a},
		{"jdg_1", "verdict", j},
	} {
		k.unchanged(func() {
			_, err := k.try(entityOf("new", graph.Company), given.record)
			require.ErrorIs(k, err, graph.ErrConflict, given.id)
			require.ErrorContains(k, err, given.id)
			assert.Contains(k, strings.ToLower(err.Error()), given.field, "the error names the field that differs")
		})
	}
}

func checkConflictInBatch(k *kit) {
	other := entityOf("a", graph.Company)
	other.Caption = "Other"
	k.unchanged(func() {
		_, err := k.try(entityOf("b", graph.Company), entityOf("a", graph.Company), other)
		require.ErrorIs(k, err, graph.ErrConflict)
	})
	k.write(entityOf("a", graph.Company), entityOf("a", graph.Company))
	assert.Len(k, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k), 1)
}

func checkCaseOfIDs(k *kit) {
	ids := []string{"straße", "Straße", "STRASSE", "e\u0301", "\u00e9", "𝕏", "x", " x", "x "}
	k.write(companies(ids...)...)
	k.read(0, func(r graph.Reader) {
		for _, id := range ids {
			rows := ok(r.Entities(k.Context(), []graph.EntityID{graph.EntityID("ent_" + id)}))(k)
			require.Len(k, rows, 1, id)
			assert.Equal(k, id, rows[graph.EntityID("ent_"+id)].Caption)
		}
		assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), len(ids))
	})
}
