package graphtest

import (
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func competenceChecks() []check {
	return []check{{"competence/rows of bodies, as known at each revision", checkCompetence}}
}

func checkCompetence(k *kit) {
	rows := []graph.Competence{
		{
			Voice: graph.AuthorityVoice, Predicates: []string{"POSES_RISK_TO", "TARGETS"}, Jurisdiction: "US", Subject: "ICTS",
			Standard: "undue risk", Appealable: true,
		},
		{Voice: graph.RegisterVoice},
	}
	k.write(companies("a", "b", "c")...)
	k.write(&graph.BodyCompetence{Body: "ent_a", Rows: rows}, &graph.BodyCompetence{Body: "ent_b", Rows: rows[1:]})
	k.write(&graph.BodyCompetence{Body: "ent_a", Rows: rows[:1]}, &graph.BodyCompetence{Body: "ent_b"})
	k.write(&graph.BodyCompetence{Body: "ent_a", Rows: rows}, &graph.BodyCompetence{Body: "ent_a", Rows: rows[1:]})
	none, all := map[graph.EntityID][]graph.Competence{}, []graph.EntityID{"ent_a", "ent_b", "ent_c", "ent_none"}
	for rev, want := range map[graph.Revision]map[graph.EntityID][]graph.Competence{
		1: none,
		2: {"ent_a": rows, "ent_b": rows[1:]},
		3: {"ent_a": rows[:1], "ent_b": nil},
		4: {"ent_a": rows[1:], "ent_b": nil},
	} {
		k.read(rev, func(r graph.Reader) {
			k.equal(want, ok(r.Competence(k.Context(), nil))(k), "all bodies at revision %d", rev)
			got := ok(r.Competence(k.Context(), all))(k)
			k.equal(want, got, "named bodies at revision %d", rev)
			assert.Equal(k, want["ent_a"], got["ent_a"], "every field")
			one := ok(r.Competence(k.Context(), []graph.EntityID{"ent_b"}))(k)
			_, given := one["ent_b"]
			assert.Equal(k, rev > 1, given, "a body whose rows were taken away differs from one that never had any")
			assert.NotContains(k, one, graph.EntityID("ent_a"))
		})
	}
}
