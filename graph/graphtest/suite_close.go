package graphtest

import (
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func closeChecks() []check {
	return []check{
		{"close/a closed store is unavailable", checkClosedStore},
		{"close/a closed reader reads no more", checkClosedReader},
	}
}

func checkClosedStore(k *kit) {
	k.write(filedRecords()...)
	require.NoError(k, k.store.Close())
	require.NoError(k, k.store.Close(), "again")
	for name, err := range storeCalls(k.Context(), k.store, k.operation()) {
		require.ErrorIs(k, err, graph.ErrUnavailable, name)
	}
}

func checkClosedReader(k *kit) {
	k.write(filedRecords()...)
	r := ok(k.store.Snapshot(k.Context(), 0))(k)
	stamp := r.Stamp()
	require.NoError(k, r.Close())
	require.NoError(k, r.Close(), "again")
	for name, err := range readerCalls(k.Context(), r) {
		require.ErrorIs(k, err, graph.ErrUnavailable, name)
	}
	assert.Equal(k, stamp, r.Stamp())
}
