package kaspersky_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// The same case in every store is the same bytes: its content, and under the same clock its history too.
func TestEveryStoreHoldsTheSameCase(t *testing.T) {
	clock := func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	disk, err := embedded.Open(context.Background(), t.TempDir(), embedded.Options{Clock: clock})
	require.NoError(t, err)
	exports := map[string][2][32]byte{}
	for name, store := range map[string]graph.Store{"embedded": disk, "model": graphtest.NewModel(clock)} {
		service := graph.NewService(store, graph.Options{})
		_, err := seed.Load(context.Background(), service, kaspersky.Files, kaspersky.PackFile)
		require.NoError(t, err, name)
		var content, history bytes.Buffer
		require.NoError(t, service.ExportContent(context.Background(), &content), name)
		require.NoError(t, service.Export(context.Background(), &history), name)
		require.NotZero(t, content.Len(), name)
		exports[name] = [2][32]byte{sha256.Sum256(content.Bytes()), sha256.Sum256(history.Bytes())}
		require.NoError(t, store.Close(), name)
	}
	assert.Equal(t, exports["model"], exports["embedded"])
}
