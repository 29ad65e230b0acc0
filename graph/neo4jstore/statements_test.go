package neo4jstore

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

var updateStatements = flag.Bool("update-statements", false, "rewrite testdata/statements.golden")

// TestStatements keeps how reading statements look when they are put together; a parameter is shown by its name alone.
func TestStatements(t *testing.T) {
	t.Parallel()
	yes, day := true, graph.Day(0)
	var out strings.Builder
	show := func(name, text string) {
		out.WriteString("== " + name + "\n" + strings.TrimSpace(text) + "\n\n")
	}
	claims := func(name string, q graph.ClaimQuery) {
		text, _ := claimList(&q)
		show("claims: "+name, text)
	}
	after := &graph.ClaimKey{Predicate: "OWNS", ID: "clm_1"}
	claims("of subjects", graph.ClaimQuery{Role: graph.AsSubject})
	claims("of either end, after a place", graph.ClaimQuery{Role: graph.AnyEnd, After: after})
	claims("of the store, chosen predicates, judged", graph.ClaimQuery{
		Predicates: []string{"OWNS"}, Standings: []graph.Standing{graph.Stated}, Contested: &yes, Allegation: true, At: &day,
	})
	claims("in documents", graph.ClaimQuery{Role: graph.InDocument, Predicates: []string{"OWNS"}})
	claims("of speakers", graph.ClaimQuery{Role: graph.SaidBy})
	claims("of claims", graph.ClaimQuery{Role: graph.ReferredClaim})
	show("claims by id", statement("claims", claimParts()...))
	show("assertions by id", statement("assertions", assertionRow()))
	show("rows of several kinds", rowsText())
	text, _ := assertionList(&graph.AssertionQuery{
		Role: graph.BySpeaker, Stances: []graph.Stance{graph.Denies}, About: []graph.EntityID{"ent_a"}, After: &graph.AssertionKey{Revision: 1},
	})
	show("assertions of speakers, restricted", text)
	owns := graph.EdgeFilter{Predicates: []string{"OWNS"}, Tiers: []graph.Tier{graph.Safe}}
	text, _ = expansion(&graph.ExpandQuery{Filter: owns})
	show("edges", text)
	owns.Direction, owns.At, owns.Between = graph.In, &day, []graph.EntityID{"ent_a"}
	text, _ = expansion(&graph.ExpandQuery{Filter: owns, Limit: 1, After: &graph.EdgeKey{Predicate: "OWNS"}})
	show("a page of edges that come in, restricted", text)
	match, _ := matchEdges(&owns, nil, map[string]any{})
	show("facets", match.in(facetsText()))
	text, _ = search(&graph.TermQuery{Target: graph.EntityTerms, Kinds: 1, Sets: make([]graph.TermSet, 3)}, 1)
	show("search of entities", text)
	text, _ = search(&graph.TermQuery{Target: graph.TextTerms, Sets: make([]graph.TermSet, 1)}, 1)
	show("search of documents", text)

	const golden = "testdata/statements.golden"
	if *updateStatements {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(out.String()), 0o600))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), out.String())
}
