package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestListJudgements_InTheOrderOfWriting(t *testing.T) {
	s := emptyStore(t)
	a, b := company(1), company(2)
	judged := func(id graph.JudgementID, v graph.Verdict) *graph.Judgement {
		return &graph.Judgement{ID: id, Kind: graph.Identity, Verdict: v, Entities: []graph.EntityID{a.ID, b.ID}, By: "tests"}
	}
	covers := &graph.Judgement{ID: "jdg_3", Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_1", Claim: "clm_1"}
	putOnFile(t, s, a, b, judged("jdg_2", graph.Same), judged("jdg_1", graph.Different))
	putOnFile(t, s, judged("jdg_0", graph.UnsureVerdict), covers)
	owners := []string{string(a.ID), "", "ent_none", "jdg_1", "clm_1", "ast_1", string(a.ID)}
	for rev, want := range map[graph.Revision][][]graph.JudgementID{
		1: {{"jdg_1", "jdg_2"}, nil, nil, {"jdg_1"}, nil, nil, {"jdg_1", "jdg_2"}},
		2: {{"jdg_1", "jdg_2", "jdg_0"}, nil, nil, {"jdg_1"}, {"jdg_3"}, {"jdg_3"}, {"jdg_1", "jdg_2", "jdg_0"}},
	} {
		lists, err := readerOf(t, s, rev).ListJudgements(t.Context(), owners)
		require.NoError(t, err)
		got := make([][]graph.JudgementID, len(lists))
		for i, rows := range lists {
			for _, row := range rows {
				got[i] = append(got[i], row.ID)
				assert.Equal(t, row.ID == "jdg_0" || row.ID == "jdg_3", row.Stamp.Revision == 2, row.ID)
			}
		}
		assert.Equal(t, want, got, "at revision %d", rev)
	}
	lists, err := readerOf(t, s, 0).ListJudgements(t.Context(), []string{"jdg_3"})
	require.NoError(t, err)
	assert.Equal(t, *covers, lists[0][0].Judgement)
}

func TestCompetence_IsThatOfTheRevision(t *testing.T) {
	s := emptyStore(t)
	given := func(e *graph.Entity, jurisdictions ...string) *graph.BodyCompetence {
		table := &graph.BodyCompetence{Body: e.ID}
		for _, j := range jurisdictions {
			table.Rows = append(table.Rows, graph.Competence{Voice: graph.RegisterVoice, Jurisdiction: j, Predicates: []string{"OWNS"}})
		}
		return table
	}
	a, b, c := company(1), company(2), company(3)
	putOnFile(t, s, a, b, c)
	putOnFile(t, s, given(a, "DE", "FR"))
	putOnFile(t, s, given(b, "US"), given(a, "IT"))
	putOnFile(t, s, given(a))
	type byBody = map[graph.EntityID][]graph.Competence
	for rev, want := range map[graph.Revision]byBody{
		1: {},
		2: {a.ID: given(a, "DE", "FR").Rows},
		3: {a.ID: given(a, "IT").Rows, b.ID: given(b, "US").Rows},
		4: {a.ID: nil, b.ID: given(b, "US").Rows},
	} {
		r := readerOf(t, s, rev)
		for name, bodies := range map[string][]graph.EntityID{"all": nil, "each": {a.ID, b.ID, c.ID, "ent_none"}} {
			got, err := r.Competence(t.Context(), bodies)
			require.NoError(t, err)
			require.Len(t, got, len(want), "%s at revision %d", name, rev)
			for body, rows := range want {
				assert.Contains(t, got, body)
				assert.ElementsMatch(t, rows, got[body], "%s at revision %d", name, rev)
			}
		}
	}
}
