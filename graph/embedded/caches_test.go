package embedded

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/text"
)

func TestEntityCache_KnowsOneRevision(t *testing.T) {
	t.Parallel()
	c := newEntityCache()
	c.restart(3)
	c.put(2, map[int64]*graph.EntityRow{1: {}})
	c.put(4, map[int64]*graph.EntityRow{1: {}})
	_, wanted := c.get(3, []int64{1})
	assert.Equal(t, []int64{1}, wanted, "rows of other revisions are not taken in")
	row := &graph.EntityRow{}
	c.put(3, map[int64]*graph.EntityRow{1: row, 2: {}})
	found, wanted := c.get(3, []int64{1, 7, 2})
	assert.Same(t, row, found[1])
	assert.Equal(t, []int64{7}, wanted)
	_, wanted = c.get(2, []int64{1})
	assert.Equal(t, []int64{1}, wanted)
	c.advance(4, []int64{2})
	found, wanted = c.get(4, []int64{1, 2})
	assert.Same(t, row, found[1], "what a write left alone stays")
	assert.Equal(t, []int64{2}, wanted)
	c.restart(5)
	_, wanted = c.get(5, []int64{1})
	assert.Equal(t, []int64{1}, wanted)
}

func TestEntityCache_IsBounded(t *testing.T) {
	t.Parallel()
	c := newEntityCache()
	for first := range int64(6) {
		rows := map[int64]*graph.EntityRow{}
		for i := range int64(maxEntityRows / 3) {
			rows[first*maxEntityRows+i] = nil
		}
		c.put(0, rows)
		assert.LessOrEqual(t, len(c.rows), maxEntityRows)
	}
}

func TestLayerCache_ForgetsWhenItGrows(t *testing.T) {
	t.Parallel()
	c := newLayerCache()
	long := &layerText{index: text.NewIndex(strings.Repeat("x", maxLayerBytes/2))}
	c.put(0, 1, long)
	c.put(0, 2, long)
	found, wanted := c.get([]int64{1, 2, 3})
	assert.Len(t, found, 2)
	assert.Equal(t, []int64{3}, wanted)
	c.put(0, 3, long)
	found, _ = c.get([]int64{1, 2, 3})
	assert.Len(t, found, 1, "the newest stays")
}

func TestLayerCache_TakesNothingFromBeforeAReset(t *testing.T) {
	t.Parallel()
	c := newLayerCache()
	generation := c.current()
	c.reset()
	c.put(generation, 1, &layerText{index: text.NewIndex("x")})
	found, _ := c.get([]int64{1})
	assert.Empty(t, found)
}

func TestStamps_AreRememberedOncePublished(t *testing.T) {
	t.Parallel()
	c := newStamps()
	c.put([]graph.Stamp{{Revision: 1}, {Revision: 2}}, 1)
	_, known := c.get(1)
	assert.True(t, known)
	_, known = c.get(2)
	assert.False(t, known, "its time may still change")
	for rev := range maxStamps + 10 {
		c.put([]graph.Stamp{{Revision: graph.Revision(rev)}}, maxStamps*2)
	}
	assert.LessOrEqual(t, len(c.known), maxStamps)
}

func TestWords(t *testing.T) {
	t.Parallel()
	w := newWords([]string{"ONE", "TWO"})
	assert.EqualValues(t, 3, w.add("THREE"))
	key, ok := w.key("TWO")
	assert.True(t, ok)
	assert.EqualValues(t, 2, key)
	back, err := w.text(3)
	require.NoError(t, err)
	assert.Equal(t, "THREE", back)
	assert.Equal(t, "[1,3]", wordKeys(w, []string{"ONE", "FOUR", "THREE"}))
	assert.Equal(t, "[]", wordKeys(w, []string{"FOUR"}))
	w.cut(2)
	_, ok = w.key("THREE")
	assert.False(t, ok)
	for _, key := range []int64{0, 3, -1} {
		_, err = w.text(key)
		require.ErrorIs(t, err, graph.ErrUnavailable)
	}
}

func TestStatements_AreBounded(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for n := range maxStatements + 50 {
		found, err := gather(t.Context(), s.readers, scanKey, "SELECT 1 + "+listOf([]int64{int64(n)})[1:2])
		require.NoError(t, err)
		require.Len(t, found, 1)
	}
	for n := range 2 * maxStatements {
		_, err := gather(t.Context(), s.readers, scanText, "SELECT '"+strings.Repeat("x", n)+"'")
		require.NoError(t, err)
	}
	assert.Len(t, s.readers.prepared, maxStatements)
	assert.Zero(t, s.readers.db.Stats().InUse, "no statement holds a connection")
}
