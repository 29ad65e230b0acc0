package embedded_test

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

// TestMain runs the tests, or the process that the crash test kills.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashFolder); dir != "" {
		os.Exit(writeUntilKilled(dir))
	}
	goleak.VerifyTestMain(m)
}

func newStore(t *testing.T, clock func() time.Time) graph.Store {
	t.Helper()
	s, err := embedded.Open(t.Context(), t.TempDir(), embedded.Options{Clock: clock, LoadWait: 50 * time.Millisecond})
	require.NoError(t, err)
	return s
}

func TestStore(t *testing.T) { graphtest.Run(t, newStore) }
