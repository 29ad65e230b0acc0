package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// claimCells are the cells of a claim of two stretches.
func claimCells() []any {
	return []any{
		int64(4), "clm_1", int64(9), "ent_a", "NAME", nil, "FACT",
		`{"type":"NAME","value":{"text":"A","strength":"STRONG"}}`, `[{"name":"role","value":"chair"}]`,
		[]any{
			[]any{int64(-5), int64(4), "STATED", "SAFE", true, int64(1), int64(2), []any{int64(0), int64(1), int64(3), int64(3)}, false},
			[]any{int64(5), int64(graph.MaxDay), "ALLEGED", "ALLEGED", false, int64(0), int64(graph.WholeShare), nil, true},
		},
	}
}

func TestScanClaim(t *testing.T) {
	t.Parallel()
	c := &cells{values: claimCells()}
	read := scanClaim(c)
	require.NoError(t, c.err)
	claim := graph.Claim{
		ID: "clm_1", Subject: "ent_a", Predicate: "NAME", Modality: graph.Fact,
		Value: graph.Name{Text: "A", Strength: graph.StrongName}, Qualifiers: []graph.Qualifier{{Name: "role", Value: "chair"}},
	}
	state := graph.ClaimState{Claim: "clm_1", Subject: "ent_a", Predicate: "NAME", Modality: graph.Fact, Allegation: true, Stretches: []graph.Stretch{
		{
			DayRange: graph.DayRange{From: -5, To: 4}, Standing: graph.Stated, Tier: graph.Safe, Contested: true, ShareMin: 1, ShareMax: 2,
			Certain: []graph.DayRange{{From: 0, To: 1}, {From: 3, To: 3}},
		},
		{DayRange: graph.DayRange{From: 5, To: graph.MaxDay}, Standing: graph.Alleged, Tier: graph.AllegedTier, ShareMax: graph.WholeShare},
	}}
	assert.Equal(t, claimRead{place: 4, rev: 9, row: &graph.ClaimRow{Claim: claim, State: state}}, read)
}

func TestScanClaim_WhatIsLeftOut(t *testing.T) {
	t.Parallel()
	values := claimCells()
	values[5], values[7], values[8], values[9] = "ent_b", nil, nil, []any{}
	c := &cells{values: values}
	row := scanClaim(c).row
	require.NoError(t, c.err)
	assert.Equal(t, graph.EntityID("ent_b"), row.Object)
	assert.Equal(t, row.Object, row.State.Object)
	assert.Nil(t, row.Value)
	assert.Nil(t, row.Qualifiers)
	assert.Nil(t, row.State.Stretches)
}

func TestScanClaim_Unreadable(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(values []any) []any{
		"too short":            func(values []any) []any { return values[:9] },
		"a number for an id":   func(values []any) []any { values[1] = int64(1); return values },
		"no value":             func(values []any) []any { values[7] = "{"; return values },
		"no qualifiers":        func(values []any) []any { values[8] = "7"; return values },
		"no list of stretches": func(values []any) []any { values[9] = "STATED"; return values },
		"a stretch of nothing": func(values []any) []any { values[9] = []any{nil}; return values },
		"a day in words":       func(values []any) []any { values[9] = []any{[]any{"today"}}; return values },
		"a run in words":       func(values []any) []any { values[9].([]any)[0].([]any)[7] = []any{"today"}; return values },
	} {
		c := &cells{values: spoil(claimCells())}
		scanClaim(c)
		require.ErrorIs(t, c.err, graph.ErrUnavailable, name)
	}
}

func TestScanState(t *testing.T) {
	t.Parallel()
	c := &cells{values: []any{"clm_1", int64(2), int64(0), int64(1), int64(3), "STATED", "SAFE", false, int64(0), int64(7), []any{int64(1), int64(2)}}}
	read := scanState(c)
	require.NoError(t, c.err)
	assert.Equal(t, stateRead{claim: "clm_1", since: 2, stretch: graph.Stretch{
		DayRange: graph.DayRange{From: 1, To: 3}, Standing: graph.Stated, Tier: graph.Safe, ShareMax: 7,
		Certain: []graph.DayRange{{From: 1, To: 2}},
	}}, read)
}

func TestDistinct(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"b", "a"}, distinct([]string{"b", "a", "b", "b", "a"}))
	assert.Empty(t, distinct[string](nil))
}
