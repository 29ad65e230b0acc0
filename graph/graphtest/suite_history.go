package graphtest

import (
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func historyChecks() []check {
	return []check{
		{"history/every revision reads as it did when it was the newest", checkAsKnownThen},
		{"history/of stretches, by day, then revision", checkStateHistory},
	}
}

// chronicle is a history in which everything that can change does.
func chronicle() [][]graph.Record {
	c, d := tie("1", "a", "OWNS", "b"), tie("2", "b", "CONTROLS", "a")
	layer, newer := layerOf("1", "1", "A owns B."), layerOf("2", "1", "A owns B!")
	a := said("1", c, "a", quoteOf(layer, 8))
	denial := said("2", c, "b", quoteOf(newer, 4))
	denial.Stance = graph.Denies
	accused := stateOf(c, stretch(0, 99, graph.Disputed))
	accused.Allegation = true
	return [][]graph.Record{
		append(companies("a", "b"), documentOf("1"), layer, c, a, stateOf(c, always(graph.Stated)),
			entityState("a", "A", 1, "w:a"), entityState("b", "B", 1, "w:b"),
			&graph.LayerTerms{Layer: layer.ID, Document: "doc_1", Terms: []graph.Term{"w:a"}}),
		{d, stateOf(d, stretch(0, 9, graph.Alleged)), entityState("a", "A", 2, "w:a"), entityState("b", "B", 2, "w:b")},
		nil,
		{newer, denial, accused, &graph.BodyCompetence{Body: "ent_a", Rows: []graph.Competence{{Voice: graph.RegisterVoice}}}},
		{&graph.ReviewDecision{Assertion: a.ID, State: graph.Rejected}, stateOf(c), entityState("a", "Aleph", 0, "w:aleph")},
		{&graph.Judgement{ID: "jdg_1", Kind: graph.Coverage, Verdict: graph.Explicit, Denial: denial.ID, Claim: d.ID}},
		{&graph.ReviewDecision{Assertion: a.ID, State: graph.Accepted}, accused, &graph.BodyCompetence{Body: "ent_a"}},
		{stateOf(c, stretch(0, 99, graph.Disputed), stretch(200, 300, graph.Stated)), entityOf("c", graph.Person)},
		{stateOf(c, stretch(0, 99, graph.Disputed), stretch(200, 250, graph.Stated)), stateOf(d), entityState("a", "A", 1, "w:a")},
	}
}

func checkAsKnownThen(k *kit) {
	var then []contents
	for _, records := range chronicle() {
		k.write(records...)
		then = append(then, dump(k, k.store, 0))
	}
	for i, want := range then {
		k.equal(want, dump(k, k.store, graph.Revision(i+1)), "revision %d", i+1)
	}
}

func checkStateHistory(k *kit) {
	for _, records := range chronicle() {
		k.write(records...)
	}
	type span struct {
		from         graph.Day
		since, until graph.Revision
	}
	for rev, want := range map[graph.Revision][]span{
		1: {{graph.MinDay, 1, 0}},
		4: {{graph.MinDay, 1, 4}, {0, 4, 0}},
		5: {{graph.MinDay, 1, 4}, {0, 4, 5}},
		9: {{graph.MinDay, 1, 4}, {0, 4, 5}, {0, 7, 8}, {0, 8, 0}, {200, 8, 9}, {200, 9, 0}},
	} {
		var got []span
		for _, row := range k.history(rev, "clm_1") {
			got = append(got, span{row.From, row.Since.Revision, row.Until.Revision})
		}
		assert.Equal(k, want, got, "at revision %d", rev)
	}
	k.read(0, func(r graph.Reader) {
		rows := ok(r.StateHistory(k.Context(), []graph.ClaimID{"clm_2", "clm_none", "clm_1", "clm_2"}))(k)
		assert.Len(k, rows["clm_2"], 1)
		assert.Len(k, rows["clm_1"], 6)
		assert.Empty(k, rows["clm_none"])
	})
}
