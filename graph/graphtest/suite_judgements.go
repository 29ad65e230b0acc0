package graphtest

import (
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func judgementChecks() []check {
	return []check{{"judgements/of what they name and their own, in the order of writing", checkJudgements}}
}

func checkJudgements(k *kit) {
	k.write(spokenWorld()...)
	identity := func(id string, verdict graph.Verdict, one, two graph.EntityID) *graph.Judgement {
		return &graph.Judgement{
			ID: graph.JudgementID("jdg_" + id), Kind: graph.Identity, Verdict: verdict, Entities: []graph.EntityID{one, two}, By: "x",
		}
	}
	coverage := &graph.Judgement{ID: "jdg_b", Kind: graph.Coverage, Verdict: graph.Explicit, Denial: "ast_third", Claim: "clm_owns"}
	k.write(identity("z", graph.Same, "ent_a", "ent_b"), coverage)
	k.write(identity("c", graph.Different, "ent_a", "ent_b"), identity("a", graph.UnsureVerdict, "ent_b", "ent_m"))
	k.read(0, func(r graph.Reader) {
		owners := []string{"ent_b", "ent_a", "ent_none", "ast_third", "clm_owns", "jdg_c", "ent_b", ""}
		lists := ok(r.ListJudgements(k.Context(), owners))(k)
		require.Len(k, lists, len(owners))
		var got [][]graph.JudgementID
		for _, list := range lists {
			var ids []graph.JudgementID
			for _, row := range list {
				ids = append(ids, row.ID)
			}
			got = append(got, ids)
		}
		k.equal([][]graph.JudgementID{
			{"jdg_z", "jdg_a", "jdg_c"}, {"jdg_z", "jdg_c"}, nil, {"jdg_b"}, {"jdg_b"}, {"jdg_c"}, {"jdg_z", "jdg_a", "jdg_c"}, nil,
		}, got)
		assert.EqualValues(k, 2, lists[0][0].Stamp.Revision)
	})
	k.read(2, func(r graph.Reader) {
		assert.Len(k, ok(r.ListJudgements(k.Context(), []string{"ent_a"}))(k)[0], 1, "as known then")
	})
}
