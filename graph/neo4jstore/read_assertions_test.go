package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func filedAssertion() graph.Assertion {
	return graph.Assertion{
		ID: "ast_1", Claim: "clm_1", Stance: graph.Asserts, Voice: graph.PublisherVoice, Speaker: "ent_a", Review: graph.Machine,
		Capacity: graph.Capacity{Role: "editor", For: "ent_b"},
		Evidence: []graph.Evidence{{Document: "doc_d", Layer: "lay_l", Start: 3, End: 5}, {Document: "doc_d", Layer: "lay_l", Start: 9, End: 12}},
	}
}

// assertionCells are the cells of a row of that assertion.
func assertionCells(t *testing.T, decision any) []any {
	t.Helper()
	a := filedAssertion()
	body, err := graph.MarshalRecord(&a)
	require.NoError(t, err)
	return []any{int64(1), int64(8), string(body), []any{"is", "not"}, decision}
}

func TestScanAssertion(t *testing.T) {
	t.Parallel()
	want := filedAssertion()
	want.Evidence[0].Quote, want.Evidence[1].Quote = "is", "not"
	c := &cells{values: assertionCells(t, nil)}
	read := scanAssertion(c)
	require.NoError(t, c.err)
	assert.Equal(t, assertionRead{place: 1, rev: 8, row: &graph.AssertionRow{Assertion: want}}, read)

	c = &cells{values: assertionCells(t, []any{int64(9), `{"assertion":"ast_1","state":"ACCEPTED","by":"ann"}`})}
	read = scanAssertion(c)
	require.NoError(t, c.err)
	assert.Equal(t, int64(9), read.decided)
	assert.Equal(t, graph.ReviewDecision{Assertion: "ast_1", State: graph.Accepted, By: "ann"}, read.row.Decision.ReviewDecision)
}

func TestScanAssertion_Unreadable(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(values []any){
		"a quote is missing":      func(values []any) { values[3] = []any{"is"} },
		"no quotes":               func(values []any) { values[3] = nil },
		"a quote in numbers":      func(values []any) { values[3] = []any{"is", int64(7)} },
		"no record":               func(values []any) { values[2] = "[" },
		"a decision of nothing":   func(values []any) { values[4] = []any{} },
		"a decision in no format": func(values []any) { values[4] = []any{int64(1), "accepted"} },
	} {
		values := assertionCells(t, nil)
		spoil(values)
		c := &cells{values: values}
		scanAssertion(c)
		require.ErrorIs(t, c.err, graph.ErrUnavailable, name)
	}
}
