package embedded

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// longStore holds revisions of 1, 700, no, 255, 256 and 257 records, one without raw ones, and more small ones than are read at
// once.
func longStore(t *testing.T) *Store {
	t.Helper()
	s := opened(t)
	made := 0
	many := func(n int) []graph.Record {
		var records []graph.Record
		for range n {
			records = append(records, companyOf(fmt.Sprintf("%05d", made), "Company"))
			made++
		}
		return records
	}
	write := func(records ...graph.Record) {
		_, err := s.Update(t.Context(), operationOf(fmt.Sprint(s.current().published.Revision)), planned(records...))
		require.NoError(t, err)
	}
	write(many(700)...)
	write()
	for n := range 3 {
		write(many(runLength - 1 + n)...)
	}
	write(world(1)...)
	write(closing()[0])
	for range runsAtOnce + 3 {
		write(many(1)...)
	}
	write()
	return s
}

func TestChanges_InPages(t *testing.T) {
	t.Parallel()
	s := longStore(t)
	all, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	for i, c := range all[1:] {
		before := all[i]
		next := c.Revision == before.Revision && c.Ordinal == before.Ordinal+1 || c.Revision > before.Revision && c.Ordinal == 1
		require.True(t, next, "%v after %v", c.ChangePosition, before.ChangePosition)
	}
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, len(all)).Draw(t, "from")
		limit := rapid.IntRange(1, 2000).Draw(t, "limit")
		after := graph.ChangePosition{}
		if from > 0 {
			after = all[from-1].ChangePosition
		}
		page, err := s.Changes(t.Context(), after, limit)
		require.NoError(t, err)
		assert.Equal(t, all[from:min(from+limit, len(all))], append([]graph.Change{}, page...))
	})
}

func TestHistory_InPages(t *testing.T) {
	t.Parallel()
	s := longStore(t)
	all, err := s.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	empty := 0
	for _, e := range all {
		if e.Record == nil {
			empty++
			assert.Equal(t, 1, e.Ordinal)
		}
	}
	assert.Equal(t, 3, empty, "two empty plans, and one that derived alone")
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, len(all)).Draw(t, "from")
		limit := rapid.IntRange(1, 2000).Draw(t, "limit")
		after := graph.ChangePosition{}
		if from > 0 {
			after = graph.ChangePosition{Revision: all[from-1].Stamp.Revision, Ordinal: all[from-1].Ordinal}
		}
		page, err := s.History(t.Context(), after, limit)
		require.NoError(t, err)
		assert.Equal(t, all[from:min(from+limit, len(all))], append([]graph.Entry{}, page...))
	})
}

func TestLog_TakesFewBytes(t *testing.T) {
	t.Parallel()
	s := opened(t)
	var records []graph.Record
	for n := range 1000 {
		records = append(records, companyOf(fmt.Sprintf("%05d", n), "Company"))
	}
	_, err := s.Update(t.Context(), operationOf("many"), planned(records...))
	require.NoError(t, err)
	size, err := one(t.Context(), s.readers, scanKey, "SELECT sum(length(entries)) FROM log WHERE rev = 2")
	require.NoError(t, err)
	assert.Less(t, size, int64(2100), "two bytes a record")
}

func TestLogged_KnowsWhatMayComeAgain(t *testing.T) {
	t.Parallel()
	seen := newLogged(3)
	for _, kind := range loggedKinds() {
		assert.True(t, seen.first(kind, 500), kind)
		assert.True(t, seen.first(kind, 64), kind)
		assert.True(t, seen.first(kind, 63), kind)
	}
	for _, kind := range []graph.RecordKind{graph.DecisionRecord, graph.CompetenceRecord, graph.StandingRecord} {
		assert.False(t, seen.first(kind, 64), kind)
	}
	assert.True(t, seen.first(graph.ClaimRecord, 64), "a claim comes once anyway")
}

func TestBitSet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var set bitSet
		held := map[int64]bool{}
		for _, key := range rapid.SliceOf(rapid.Int64Range(0, 300)).Draw(t, "keys") {
			var fresh bool
			set, fresh = set.with(key)
			assert.Equal(t, !held[key], fresh, "%d", key)
			held[key] = true
		}
	})
}
