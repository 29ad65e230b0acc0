package neo4jstore

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// TestBreaker_LetsTheFirstCallThroughWithinOneInterval: whenever a server comes back, a call goes through to it no later than one
// interval and the pause between two calls afterwards; the clock of the test is no clock of the machine.
func TestBreaker_LetsTheFirstCallThroughWithinOneInterval(t *testing.T) {
	t.Parallel()
	const between = 10 * time.Millisecond
	for away := time.Duration(0); away <= 2*probeEvery; away += probeEvery / 16 {
		t.Run(fmt.Sprint("away for ", away), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := newOpened(t)
				for back := time.Now().Add(away); time.Now().Before(back); time.Sleep(between) {
					require.Error(t, c.run(errTestLoss))
				}
				returned, before := time.Now(), c.count
				c.probe = func() error { return nil }
				for c.run(nil) != nil {
					time.Sleep(between)
				}
				assert.LessOrEqual(t, time.Since(returned), probeEvery+between)
				assert.Equal(t, before+1, c.count, "the first that goes through is answered")
			})
		})
	}
}

// TestFaults_TheFirstCallsAfterAReturn: a store whose server was away reads and writes again with the first connection that it
// makes, and one more at most.
func TestFaults_TheFirstCallsAfterAReturn(t *testing.T) {
	w := newFaultWorld(t, false, true)
	_, err := w.update(t.Context(), "first")
	require.NoError(t, err)
	w.server.Stop()
	ask := func(ctx context.Context) error {
		_, _, err := w.read(ctx, "first")
		return err
	}
	for range 2 * lossesToOpen {
		require.ErrorIs(t, ask(t.Context()), graph.ErrUnavailable)
	}
	away := w.server.Accepted()
	require.NoError(t, w.server.Resume())
	w.again(ask)
	w.again(func(ctx context.Context) error { _, err := w.update(ctx, "second"); return err })
	assert.LessOrEqual(t, w.server.Accepted()-away, 2)
	rev, _, err := w.read(t.Context(), "second")
	require.NoError(t, err)
	assert.EqualValues(t, 2, rev)
	w.holdsOnce("first", 1)
	w.holdsOnce("second", 2)
}
