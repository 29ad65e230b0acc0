package neo4jstore

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// known is a row of the tie on file.
func knownRow(s graph.Stretch, since, until int64) stretchRow {
	return stretchRow{stretch: s, since: since, until: until}
}

func tieState(stretches ...graph.Stretch) *graph.ClaimState {
	return &graph.ClaimState{Claim: "tie", Stretches: stretches}
}

func TestPrepare_ReplacesStretches(t *testing.T) {
	t.Parallel()
	alleged := stated(0, 9)
	alleged.Standing, alleged.Tier = graph.Alleged, graph.AllegedTier
	certain := stated(0, 9)
	certain.Certain = []graph.DayRange{{From: 1, To: 2}, {From: 4, To: 4}}
	empty := stated(0, 9)
	empty.Certain = []graph.DayRange{}
	for name, test := range map[string]struct {
		onFile []stretchRow
		given  []*graph.ClaimState
		fresh  int     // rows that are written
		ended  [][]any // claim, since, from, until, and until which revision from now on
		drop   int
		logged bool
		count  int
	}{
		"new":                   {nil, []*graph.ClaimState{tieState(stated(0, 9))}, 1, nil, 0, true, 1},
		"equal":                 {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState(empty)}, 0, nil, 0, false, 0},
		"other days":            {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState(stated(0, 8))}, 1, [][]any{{"tie", int64(1), int64(0), int64(open), int64(3)}}, 0, true, 0},
		"other standing":        {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState(alleged)}, 1, [][]any{{"tie", int64(1), int64(0), int64(open), int64(3)}}, 0, true, 0},
		"other certain days":    {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState(certain)}, 1, [][]any{{"tie", int64(1), int64(0), int64(open), int64(3)}}, 0, true, 0},
		"one of two stays":      {[]stretchRow{knownRow(stated(0, 9), 1, open), knownRow(stated(20, 29), 2, open)}, []*graph.ClaimState{tieState(stated(20, 29))}, 0, [][]any{{"tie", int64(1), int64(0), int64(open), int64(3)}}, 0, true, -1},
		"emptied":               {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState()}, 0, [][]any{{"tie", int64(1), int64(0), int64(open), int64(3)}}, 0, true, -1},
		"never had one":         {nil, []*graph.ClaimState{tieState()}, 0, nil, 0, false, 0},
		"the last counts":       {nil, []*graph.ClaimState{tieState(alleged, stated(20, 29)), tieState(stated(0, 9))}, 1, nil, 0, true, 1},
		"given and taken back":  {[]stretchRow{knownRow(stated(0, 9), 1, open)}, []*graph.ClaimState{tieState(alleged), tieState(stated(0, 9))}, 0, nil, 0, true, 0},
		"reopened by the load":  {[]stretchRow{knownRow(stated(0, 9), 1, 3), knownRow(alleged, 3, open)}, []*graph.ClaimState{tieState(stated(0, 9))}, 0, [][]any{{"tie", int64(1), int64(0), int64(3), int64(open)}}, 1, false, 0},
		"sent again":            {[]stretchRow{knownRow(stated(0, 9), 1, 3), knownRow(alleged, 3, open)}, []*graph.ClaimState{tieState(alleged)}, 0, nil, 0, true, 0},
		"replaced in one load":  {[]stretchRow{knownRow(stated(0, 9), 3, open)}, []*graph.ClaimState{tieState(alleged)}, 1, nil, 1, true, 0},
		"closed stay as closed": {[]stretchRow{knownRow(stated(0, 9), 1, 3)}, []*graph.ClaimState{tieState()}, 0, nil, 0, true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := town()
			f.stretches["tie"] = test.onFile
			var records []graph.Record
			for _, s := range test.given {
				records = append(records, s)
			}
			r, next := mustDecide(t, f, 3, records...)
			assert.Len(t, r.list("stretches"), test.fresh)
			assert.Len(t, r.list("edges"), test.fresh, "an edge for each stretch of a tie")
			assert.Equal(t, test.ended, r.list("ended_stretches"))
			assert.Len(t, r.list("ended_edges"), len(test.ended))
			assert.Len(t, r.list("dropped_stretches"), test.drop)
			assert.Len(t, r.list("dropped_edges"), test.drop)
			assert.Equal(t, test.logged, len(r.list("changes")) == 1)
			assert.Equal(t, test.count, next.counts[graph.StandingRecord])
			assert.Zero(t, next.raw)
		})
	}
}

func TestPrepare_AnotherAllegationIsAnotherContent(t *testing.T) {
	t.Parallel()
	f := town()
	f.stretches["tie"] = []stretchRow{knownRow(stated(0, 9), 1, open)}
	accused := tieState(stated(0, 9))
	accused.Allegation = true
	r, _ := mustDecide(t, f, 2, accused)
	assert.Len(t, r.list("stretches"), 1)
	assert.Len(t, r.list("ended_stretches"), 1)
}

func TestPrepare_ProjectsEdges(t *testing.T) {
	t.Parallel()
	s := stated(5, 8)
	s.Tier, s.Contested, s.ShareMin, s.Certain = graph.AllegedTier, true, 7, []graph.DayRange{{From: 5, To: 6}, {From: 8, To: 8}}
	r, _ := mustDecide(t, town(), 2, tieState(s))
	certain := []int64{5, 6, 8, 8}
	assert.Equal(t, [][]any{{
		"a", "b", "ALLEGED_OWNS", "tie", "OWNS", "FACT", "STATED", "ALLEGED", true, int64(5), int64(8), int64(7), int64(graph.WholeShare), certain,
	}}, r.list("edges"))
	assert.Equal(t, [][]any{{
		"tie", "STATED", "ALLEGED", true, false, int64(5), int64(8), int64(7), int64(graph.WholeShare), certain,
	}}, r.list("stretches"))

	loop := owns("loop", "a", "a")
	r, _ = mustDecide(t, town(), 2, loop, &graph.ClaimState{Claim: "loop", Stretches: []graph.Stretch{stated(0, 9)}})
	require.Len(t, r.list("edges"), 1, "a tie to itself is one relationship")

	r, _ = mustDecide(t, town(), 2, &graph.ClaimState{Claim: "value", Stretches: []graph.Stretch{stated(0, 9)}})
	assert.Empty(t, r.list("edges"), "a value has no far end")
	assert.Len(t, r.list("stretches"), 1)
}

func TestPrepare_WritesByFewTexts(t *testing.T) {
	t.Parallel()
	f := town()
	f.stretches["tie"] = []stretchRow{knownRow(stated(0, 9), 1, open)}
	ends, _ := mustDecide(t, f, 2, tieState())
	begins, _ := mustDecide(t, town(), 2, tieState(stated(0, 9)))
	for _, name := range []string{"write_update", "write_load"} {
		for _, r := range []relationship{*relationshipsByName()["OWNS"], *relationshipsByName()["VOID_OWNS"]} {
			assert.Regexp(t, `\[x:(\w+\|)*`+r.name+`[|\]]`, ends.text(name))
		}
		assert.NotContains(t, begins.text(name), "[x:", "where no edge ends, the many types are left out")
		assert.Equal(t, begins.text(name), newRows().text(name), "another text for other rows would have to be planned")
	}

	odd := stated(0, 9)
	odd.Tier = "X]->() DETACH DELETE (n) //"
	_, _, err := decided(t, town(), 2, tieState(odd))
	require.ErrorIs(t, err, graph.ErrInvalid, "only names of the table stand in a statement")
}

func TestScanStretchRow(t *testing.T) {
	t.Parallel()
	c := &cells{values: []any{
		"ALLEGED", "ALLEGED", true, true, int64(-3), int64(9), int64(1), int64(2), []any{int64(1), int64(2), int64(4), int64(4)}, int64(5), int64(6),
	}}
	row := scanStretchRow(c)
	require.NoError(t, c.err)
	assert.Equal(t, stretchRow{stretch: graph.Stretch{
		DayRange: graph.DayRange{From: -3, To: 9}, Standing: graph.Alleged, Tier: graph.AllegedTier, Contested: true, ShareMin: 1, ShareMax: 2,
		Certain: []graph.DayRange{{From: 1, To: 2}, {From: 4, To: 4}},
	}, allegation: true, since: 5, until: 6}, row)
}
