package neo4jstore

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestFaults_BreakerSparesAServerThatIsAway shows that after five losses in a row no connection is attempted, but for one each two
// seconds; and that once one reaches the server, all do.
func TestFaults_BreakerSparesAServerThatIsAway(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w := newFaultWorld(t, false, true)
	defer w.server.Stop()
	defer func() { assert.NoError(t, w.store.Close()) }()
	w.server.Inject(fakebolt.Fault{On: fakebolt.Connect, Do: fakebolt.Cut})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	ask := func() error {
		_, _, err := w.read(ctx, "first")
		return err
	}

	require.ErrorIs(t, ask(), graph.ErrUnavailable, "it tries until the breaker opens")
	assert.Equal(t, lossesToOpen, w.server.Accepted(), "attempts before the breaker opens")
	for range 1000 {
		require.ErrorIs(t, ask(), graph.ErrUnavailable)
	}
	_, err := w.update(ctx, "first")
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "has not been reached since")
	assert.Equal(t, lossesToOpen, w.server.Accepted(), "while it is open nobody knocks")

	w.untilAccepted(ask, lossesToOpen+1)
	for range 100 {
		require.ErrorIs(t, ask(), graph.ErrUnavailable)
	}
	assert.Equal(t, lossesToOpen+1, w.server.Accepted(), "one knock, and again nobody")

	w.server.Inject()
	w.again(func(ctx context.Context) error { _, err := w.update(ctx, "first"); return err })
	require.NoError(t, ask())
	assert.Equal(t, lossesToOpen+2, w.server.Accepted(), "the first that is let in serves all")
}

// untilAccepted calls until the server has accepted so many connections.
func (w *faultWorld) untilAccepted(call func() error, n int) {
	for start := time.Now(); w.server.Accepted() < n; time.Sleep(10 * time.Millisecond) {
		require.Error(w.t, call())
		require.Less(w.t, time.Since(start), 5*probeEvery, "there is a probe")
	}
}

// TestFaults_ServerReturns shows that a store outlives its server, and that calls while it is away end at once.
func TestFaults_ServerReturns(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w := newFaultWorld(t, false, false)
	defer w.server.Stop()
	defer func() { assert.NoError(t, w.store.Close()) }()
	w.server.Stop()
	for range 3 {
		_, err := w.update(t.Context(), "first")
		require.ErrorIs(t, err, graph.ErrUnavailable)
	}
	require.NoError(t, w.server.Resume())
	var rev graph.Revision
	w.again(func(ctx context.Context) (err error) {
		rev, err = w.update(ctx, "first")
		return err
	})
	assert.EqualValues(t, 1, rev)

	w.server.Stop()
	_, err := w.update(t.Context(), "second")
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.NoError(t, w.server.Resume())
	w.again(func(ctx context.Context) error { _, err := w.update(ctx, "second"); return err })
	w.holdsOnce("first", 1)
	w.holdsOnce("second", 2)
}

// TestFaults_CloseOfASilentServer shows that a store can be closed before a server that reads no more.
func TestFaults_CloseOfASilentServer(t *testing.T) {
	for _, do := range []fakebolt.Action{fakebolt.Cut, fakebolt.Stall, fakebolt.StallUnanswered} {
		t.Run(do.String(), func(t *testing.T) {
			w := newFaultWorld(t, false, true)
			_, err := w.update(t.Context(), "first")
			require.NoError(t, err)
			w.server.Inject(fakebolt.Fault{On: fakebolt.Goodbye, Do: do})
			require.NoError(t, w.store.Close())
			_, err = w.update(t.Context(), "second")
			require.ErrorIs(t, err, graph.ErrUnavailable)
			assert.Equal(t, 1, w.server.Accepted())
		})
	}
}
