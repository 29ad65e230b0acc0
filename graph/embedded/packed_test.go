package embedded

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestPackKeys_AreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.Int64Range(-1<<40, 1<<40)).Draw(t, "keys")
		back, err := unpackKeys(packKeys(keys))
		require.NoError(t, err)
		assert.Equal(t, some(keys), back)
	})
}

func TestPackRuns_AreReadBack(t *testing.T) {
	t.Parallel()
	day := rapid.Map(rapid.Int32(), func(n int32) graph.Day { return graph.Day(n) })
	rapid.Check(t, func(t *rapid.T) {
		runs := rapid.SliceOf(rapid.Custom(func(t *rapid.T) graph.DayRange {
			return graph.DayRange{From: day.Draw(t, "from"), To: day.Draw(t, "to")}
		})).Draw(t, "runs")
		back, err := unpackRuns(packRuns(runs))
		require.NoError(t, err)
		assert.Equal(t, some(runs), back)
	})
}

func TestPackRuns_OpenEndsAreShort(t *testing.T) {
	t.Parallel()
	assert.Nil(t, packRuns(nil))
	assert.LessOrEqual(t, len(packRuns([]graph.DayRange{{From: 19_000, To: 19_000}})), 4)
	assert.LessOrEqual(t, len(packRuns([]graph.DayRange{{From: graph.MinDay, To: graph.MaxDay}})), 10)
}

func TestPackAnchors_AreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		anchors := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) anchor {
			start := rapid.IntRange(-1, 1<<30).Draw(t, "start")
			return anchor{
				layer: rapid.Int64Range(1, 1<<40).Draw(t, "layer"), document: rapid.Int64Range(0, 1<<40).Draw(t, "document"),
				start: start, end: start + rapid.IntRange(-5, 1<<20).Draw(t, "length"), page: rapid.String().Draw(t, "page"),
			}
		}), 0, 4).Draw(t, "anchors")
		back, err := unpackAnchors(packAnchors(anchors))
		require.NoError(t, err)
		assert.Equal(t, some(anchors), back)
	})
}

func TestPackEntries_AreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOf(rapid.Custom(func(t *rapid.T) entry {
			kind := rapid.IntRange(0, len(loggedKinds())-1).Draw(t, "kind")
			return entry{kind: byte(kind), key: rapid.Int64Range(1, 1<<40).Draw(t, "key")}
		})).Draw(t, "entries")
		back, err := unpackEntries(packEntries(entries))
		require.NoError(t, err)
		assert.Equal(t, some(entries), back)
	})
}

func TestUnpack_DamagedBytesAreAnError(t *testing.T) {
	t.Parallel()
	endless := []byte{0xff, 0xff}
	_, err := unpackKeys(endless)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	_, err = unpackRuns([]byte{2})
	require.ErrorIs(t, err, errPacked, "a run has two ends")
	_, err = unpackAnchors([]byte{1, 1, 2, 2, 9, 'x'})
	require.ErrorIs(t, err, errPacked, "the page is longer than what is left")
	_, err = unpackEntries([]byte{byte(len(loggedKinds())), 2})
	require.ErrorIs(t, err, errPacked, "a kind that nobody knows")
}

func FuzzUnpackAnchors(f *testing.F) {
	f.Add(packAnchors([]anchor{{1, 2, 3, 40, "iv"}, {5, 0, 0, 0, ""}}))
	f.Add([]byte{0xff})
	f.Fuzz(func(t *testing.T, packed []byte) {
		anchors, err := unpackAnchors(packed)
		if err != nil {
			require.ErrorIs(t, err, errPacked)
			return
		}
		back, err := unpackAnchors(packAnchors(anchors))
		require.NoError(t, err)
		assert.Equal(t, anchors, back)
	})
}
