package graphtest

import (
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func revisionChecks() []check {
	return []check{
		{"revision/unknown ones are not found", checkUnknownRevision},
		{"revision/at an instant", checkRevisionAt},
	}
}

func checkUnknownRevision(k *kit) {
	for range 2 {
		for _, rev := range []graph.Revision{-1, 3, 1 << 40} {
			_, err := k.store.Snapshot(k.Context(), rev)
			require.ErrorIs(k, err, graph.ErrNotFound, "revision %d", rev)
		}
		k.write(companies("a")...)
	}
	k.read(2, func(r graph.Reader) { assert.EqualValues(k, 2, r.Stamp().Revision) })
}

func checkRevisionAt(k *kit) {
	_, err := k.store.RevisionAt(k.Context(), k.clock.Now())
	require.ErrorIs(k, err, graph.ErrBeforeFirstRevision, "an empty store")
	var times []time.Time
	for range 3 {
		k.write()
		k.read(0, func(r graph.Reader) { times = append(times, r.Stamp().Time) })
	}
	k.clock.Advance(-time.Hour)
	k.write()
	for _, ask := range []struct {
		at   time.Time
		want graph.Revision
	}{
		{times[0], 1},
		{times[1].Add(-time.Nanosecond), 1},
		{times[1].In(time.FixedZone("", 3600)), 2},
		{times[2], 3},
		{times[2].Add(999 * time.Nanosecond), 3},
		{times[2].Add(time.Microsecond), 4},
		{times[2].Add(1000 * time.Hour), 4},
	} {
		assert.Equal(k, ask.want, ok(k.store.RevisionAt(k.Context(), ask.at))(k), "at %s", ask.at)
	}
	for _, at := range []time.Time{times[0].Add(-time.Nanosecond), {}} {
		_, err := k.store.RevisionAt(k.Context(), at)
		require.ErrorIs(k, err, graph.ErrBeforeFirstRevision)
	}
}
