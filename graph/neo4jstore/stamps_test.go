package neo4jstore

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func stampAt(rev graph.Revision) graph.Stamp {
	return graph.Stamp{Revision: rev, Time: time.UnixMicro(int64(rev)).UTC(), Operation: operationOf("op")}
}

func TestStamps_RemembersOnlyWhatWasPublishedBeforeItWasRead(t *testing.T) {
	t.Parallel()
	c := newStamps()
	c.put([]graph.Stamp{{}, stampAt(1), stampAt(2), stampAt(3)}, 2)
	for rev, want := range map[int64]bool{0: false, 1: true, 2: true, 3: false} {
		_, ok := c.get(rev)
		assert.Equal(t, want, ok, "revision %d", rev)
	}
	found := map[int64]graph.Stamp{0: {}}
	wanted, published := c.fill(found, []int64{2, 3, 0, 2, 3, 4, 1})
	assert.Equal(t, []int64{3, 4}, wanted, "each once")
	assert.EqualValues(t, 2, published)
	assert.Equal(t, stampAt(2), found[2])
	assert.Equal(t, stampAt(1), found[1])
	c.put([]graph.Stamp{stampAt(1)}, 1)
	_, published = c.fill(found, nil)
	assert.EqualValues(t, 2, published, "it never goes back")
}

// A database that was emptied under a store is brought up to date again.
func TestStamps_AreForgottenWithTheDatabase(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s)
	readerOf(t, s, 0)
	told(t, s, "MATCH (c:Clock) DELETE c", nil)
	told(t, s, "MATCH (m:Migration) DELETE m", nil)
	assert.Zero(t, readerOf(t, s, 0).Stamp().Revision)
	assert.False(t, s.schema.ready.Load())
	_, remembered := s.stamps.get(1)
	assert.False(t, remembered)
	require.NoError(t, s.ensure(t.Context()))
	known, err := loadMigrations()
	require.NoError(t, err)
	assert.EqualValues(t, len(known), counted(t, s.conn, "MATCH (m:Migration) RETURN count(m)"))
}

func TestStamps_AreBounded(t *testing.T) {
	t.Parallel()
	c := newStamps()
	for rev := range graph.Revision(maxStamps + 10) {
		c.put([]graph.Stamp{stampAt(rev + 1)}, maxStamps+10)
		require.LessOrEqual(t, len(c.known), maxStamps)
	}
	stamp, ok := c.get(maxStamps + 10)
	assert.True(t, ok)
	assert.Equal(t, stampAt(maxStamps+10), stamp)
}

func TestStampsOf_AsksOnceForWhatItDoesNotRemember(t *testing.T) {
	s := emptyStore(t)
	for range 3 {
		putOnFile(t, s)
	}
	other, err := Open(s.options)
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	readerOf(t, other, 0)
	found, err := other.stampsOf(t.Context(), []int64{3, 1, 2, 0, 1})
	require.NoError(t, err)
	want, err := s.stampsOf(t.Context(), []int64{1, 2, 3})
	require.NoError(t, err)
	assert.Equal(t, want, found)
	assert.Equal(t, graph.Stamp{}, found[0])
	assert.Equal(t, graph.OperationID("op-2"), found[2].Operation.ID)

	told(t, s, "MATCH (v:Revision) DETACH DELETE v", nil)
	again, err := other.stampsOf(t.Context(), []int64{1, 2, 3})
	require.NoError(t, err, "they are remembered")
	assert.Equal(t, found, again)
	_, err = other.stampsOf(t.Context(), []int64{2, 4})
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "revision 4")
}

func TestStampsOf_ForgetsWhatALoadMayStillChange(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s)
	op := operationOf("load")
	_, err := s.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) { yield(company(1), nil) })
	require.NoError(t, err)
	r, err := s.Loading(t.Context(), op)
	require.NoError(t, err)
	rows, err := r.Entities(t.Context(), []graph.EntityID{company(1).ID})
	require.NoError(t, err)
	require.NoError(t, r.Close())
	assert.EqualValues(t, 2, rows[company(1).ID].Stamp.Revision)
	_, remembered := s.stamps.get(2)
	assert.False(t, remembered, "its time will be that of its publication")
	_, err = s.Publish(t.Context(), op)
	require.NoError(t, err)
	stamp := readerOf(t, s, 2).Stamp()
	known, remembered := s.stamps.get(2)
	assert.True(t, remembered)
	assert.Equal(t, stamp, known)
}
