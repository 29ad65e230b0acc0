package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func TestAssertionList(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		query  graph.AssertionQuery
		says   []string
		params map[string]any
	}{
		{
			"about claims",
			graph.AssertionQuery{Role: graph.AboutClaim},
			[]string{"MATCH (a:Assertion {claim: owner}) USING INDEX SEEK a:Assertion(claim) RETURN a", "WITH DISTINCT a WHERE a.rev <= $rev\n"},
			map[string]any{"limit": int64(rowsAtOnce)},
		},
		{
			"of speakers",
			graph.AssertionQuery{Role: graph.BySpeaker, Limit: 4},
			[]string{"(a:Assertion {speaker: owner})", "(a:Assertion {for: owner})"},
			map[string]any{"limit": int64(4)},
		},
		{
			"of documents",
			graph.AssertionQuery{Role: graph.OfDocument, Limit: 4},
			[]string{"(e:Evidence {document: owner})<-[:EVIDENCE]-(a)"},
			map[string]any{"limit": int64(4)},
		},
		{
			"with a target",
			graph.AssertionQuery{Role: graph.AtTarget, Limit: 4},
			[]string{"(a:Assertion {target: owner})"},
			map[string]any{"limit": int64(4)},
		},
		{
			"restricted",
			graph.AssertionQuery{
				Role: graph.AboutClaim, Limit: 4, Stances: []graph.Stance{graph.Denies}, Claims: []graph.ClaimID{"clm_1"},
				About: []graph.EntityID{"ent_a"}, After: &graph.AssertionKey{Revision: 3, ID: "ast_3"},
			},
			[]string{
				"a.rev <= $rev AND a.stance IN $stances AND a.claim IN $claims AND EXISTS { (a)-[:ABOUT]->(c) WHERE",
				" AND (a.rev > $after OR a.rev = $after AND a.id > $afterID)",
			},
			map[string]any{
				"limit": int64(4), "stances": []string{"DENIES"}, "claims": []string{"clm_1"}, "about": []string{"ent_a"},
				"after": int64(3), "afterID": "ast_3",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text, params := assertionList(&test.query)
			for _, said := range test.says {
				assert.Contains(t, text, said)
			}
			assert.NotContains(t, text, "/*", "every place is filled")
			assert.Equal(t, test.params, params)
		})
	}
	text, _ := assertionList(&graph.AssertionQuery{Role: "NONE"})
	assert.Empty(t, text)
}
