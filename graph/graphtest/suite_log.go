package graphtest

import (
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func logChecks() []check {
	return []check{
		{"changes/one for each raw record and each state that changed, in the order given", checkChanges},
		{"changes/pages", checkChangePages},
		{"entries/raw records as they were written", checkEntries},
		{"entries/pages", checkEntryPages},
		{"info/counts what is published", checkInfo},
	}
}

// changed is what a change is about.
type changed struct {
	Kind graph.RecordKind
	ID   string
}

func checkChanges(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	layer := layerOf("l", "d", "text")
	a := said("1", c, "a", quoteOf(layer, 2))
	k.write(entityState("b", "B", 0), entityOf("b", graph.Company), stateOf(c, always(graph.Stated)), c, documentOf("d"), a, layer,
		entityOf("a", graph.Company), &graph.LayerTerms{Layer: layer.ID, Document: layer.Document})
	k.write(entityOf("b", graph.Company), stateOf(c, always(graph.Stated)), c)
	k.write(&graph.ReviewDecision{Assertion: a.ID, State: graph.Rejected}, stateOf(c), &graph.BodyCompetence{Body: "ent_b"},
		&graph.Judgement{ID: "jdg_1", Kind: graph.Identity, Entities: []graph.EntityID{"ent_a", "ent_b"}, Verdict: graph.Same})
	want := map[graph.Revision][]changed{
		1: {
			{graph.EntityRecord, "ent_b"},
			{graph.StandingRecord, "clm_1"},
			{graph.ClaimRecord, "clm_1"},
			{graph.DocumentRecord, "doc_d"},
			{graph.AssertionRecord, "ast_1"},
			{graph.LayerRecord, "lay_l"},
			{graph.EntityRecord, "ent_a"},
		},
		3: {
			{graph.DecisionRecord, "ast_1"},
			{graph.StandingRecord, "clm_1"},
			{graph.CompetenceRecord, "ent_b"},
			{graph.JudgementRecord, "jdg_1"},
		},
	}
	got := map[graph.Revision][]changed{}
	for _, change := range ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k) {
		got[change.Revision] = append(got[change.Revision], changed{change.Kind, change.ID})
		assert.Equal(k, len(got[change.Revision]), change.Ordinal, "ordinals count from 1 without gaps")
		k.read(change.Revision, func(r graph.Reader) {
			k.equal(r.Stamp().Time, change.Time)
			assert.Equal(k, r.Stamp().Operation.ID, change.Operation)
		})
	}
	assert.Equal(k, want, got)
}

func checkChangePages(k *kit) {
	for _, records := range chronicle() {
		k.write(records...)
	}
	all := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	for _, limit := range []int{1, 2, 5, len(all), 1000} {
		var read []graph.Change
		var at graph.ChangePosition
		for {
			page := ok(k.store.Changes(k.Context(), at, limit))(k)
			read = append(read, page...)
			require.LessOrEqual(k, len(read), len(all), "no change twice")
			if len(page) < limit {
				break
			}
			at = page[len(page)-1].ChangePosition
		}
		k.equal(all, read, "pages of %d", limit)
	}
	for _, change := range ok(k.store.Changes(k.Context(), graph.ChangePosition{Revision: 5}, 0))(k) {
		assert.GreaterOrEqual(k, change.Revision, graph.Revision(5), "ordinal 0 is before the first of a revision")
	}
	assert.Empty(k, ok(k.store.Changes(k.Context(), graph.ChangePosition{Revision: 99}, 10))(k))
}

func checkEntries(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	layer := layerOf("l", "d", "A owns B.")
	a := said("1", c, "a", quoteOf(layer, 6))
	decision := &graph.ReviewDecision{Assertion: a.ID, State: graph.Rejected, By: "x", Reason: "y"}
	competence := &graph.BodyCompetence{Body: "ent_b", Rows: []graph.Competence{{Voice: graph.AuthorityVoice, Jurisdiction: "US"}}}
	judgement := &graph.Judgement{ID: "jdg_1", Kind: graph.Coverage, Denial: a.ID, Claim: c.ID, Verdict: graph.General}
	given := [][]graph.Record{
		{entityOf("b", graph.Company), c, fullDocument(), documentOf("d"), a, layer, entityOf("a", graph.Company)},
		{competence, judgement, decision},
		nil,
	}
	k.write(append(given[0], stateOf(c, always(graph.Stated)), entityState("a", "A", 1))...)
	k.write(append([]graph.Record{stateOf(c), &graph.LayerTerms{Layer: layer.ID}}, given[1]...)...)
	k.write(c, stateOf(c, always(graph.Stated)))
	var want []graph.Entry
	for i, records := range given {
		k.read(graph.Revision(i+1), func(r graph.Reader) {
			for j, record := range records {
				want = append(want, graph.Entry{Stamp: r.Stamp(), Ordinal: j + 1, Record: record})
			}
			if len(records) == 0 {
				want = append(want, graph.Entry{Stamp: r.Stamp(), Ordinal: 1})
			}
		})
	}
	k.equal(want, ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k))
}

func checkEntryPages(k *kit) {
	for _, records := range chronicle() {
		k.write(records...)
	}
	all := ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k)
	for _, limit := range []int{1, 2, 5, len(all), 1000} {
		var read []graph.Entry
		var at graph.ChangePosition
		for {
			page := ok(k.store.History(k.Context(), at, limit))(k)
			read = append(read, page...)
			require.LessOrEqual(k, len(read), len(all), "no entry twice")
			if len(page) < limit {
				break
			}
			last := page[len(page)-1]
			at = graph.ChangePosition{Revision: last.Stamp.Revision, Ordinal: last.Ordinal}
		}
		k.equal(all, read, "pages of %d", limit)
	}
}

func checkInfo(k *kit) {
	for _, records := range chronicle() {
		k.write(records...)
	}
	info := ok(k.store.Info(k.Context()))(k)
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, r.Stamp().Revision, info.Revision)
		k.equal(r.Stamp().Time, info.Time)
	})
	for kind, want := range map[graph.RecordKind]int{
		graph.EntityRecord: 3, graph.DocumentRecord: 1, graph.LayerRecord: 2, graph.ClaimRecord: 2, graph.AssertionRecord: 2,
		graph.DecisionRecord: 2, graph.JudgementRecord: 1, graph.CompetenceRecord: 1, graph.StandingRecord: 2,
	} {
		assert.Equal(k, want, info.Counts[kind], string(kind))
	}
	assert.Nil(k, info.Open)
	assert.GreaterOrEqual(k, info.SizeBytes, int64(0))
}
