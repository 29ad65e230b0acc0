package kaspersky_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// loaded is a service with the pack on file.
func loaded(t *testing.T) *graph.Service {
	t.Helper()
	s := graph.NewService(graphtest.NewModel(time.Now), graph.Options{})
	got, err := seed.Load(t.Context(), s, kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
	require.Equal(t, graph.Revision(1), got.Revision)
	return s
}

func TestPackLoads(t *testing.T) {
	info, err := loaded(t).Info(t.Context())
	require.NoError(t, err)
	require.Equal(t, graph.Revision(1), info.Revision)
}
