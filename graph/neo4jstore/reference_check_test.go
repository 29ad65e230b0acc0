package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// checkByHand changes a relationship, removes one and adds one, as Neo4j Browser can; nodes stay as they are. A check finds each.
func checkByHand(t *testing.T, s *Store, service *graph.Service) {
	t.Helper()
	for _, change := range []struct{ name, text, says string }{
		{"nothing", "RETURN 0", ""},
		{"an allegation made a fact", "MATCH ()-[r:ALLEGED_COOPERATES_WITH]->() WITH r LIMIT 1 SET r.standing = 'RECORDED' RETURN r.claim", "its tie on file is"},
		{"a tie removed", "MATCH ()-[r:PART_OF]->() WITH r, r.claim AS claim LIMIT 1 DELETE r RETURN claim", "its tie is not on file"},
		{"a tie added", "MATCH (a:Person), (b:Company) WITH a, b LIMIT 1 MATCH ()-[o:LOCATED_IN]->() WITH a, b, o LIMIT 1 " +
			"CREATE (a)-[r:OWNS]->(b) SET r = properties(o) RETURN r.claim", "a tie on file that nothing makes"},
	} {
		t.Run(change.name, func(t *testing.T) {
			claim := told(t, s, change.text, nil)[0][0]
			var drifts []graph.Drift
			_, err := service.Check(t.Context(), func(d graph.Drift) { drifts = append(drifts, d) }, nil)
			require.NoError(t, err)
			if change.says == "" {
				assert.Empty(t, drifts)
				return
			}
			named := map[string]string{}
			for _, d := range drifts {
				named[d.ID] += d.Problem
			}
			assert.Contains(t, named[claim.(string)], change.says)
		})
	}
	t.Run("a tie of a stranger", func(t *testing.T) {
		told(t, s, "MATCH ()-[o:LOCATED_IN]->(b:Entity) WITH b, o LIMIT 1 MATCH (e:Company) WITH e, b, o LIMIT 1 "+
			"CREATE (a:Entity:Company) SET a = e{.*, id: 'ent_stranger'} "+
			"CREATE (a)-[r:LOCATED_IN]->(b) SET r = properties(o), r.claim = 'clm_strange'", nil)
		_, err := service.Check(t.Context(), func(graph.Drift) {}, nil)
		require.ErrorContains(t, err, "entity ent_stranger, at the end of clm_strange, is not on file", "no reader can read it")
	})
}
