package turn_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestGate_LetsNobodyInOnceClosed(t *testing.T) {
	t.Parallel()
	var g turn.Gate
	require.NoError(t, g.Enter())
	var closing sync.WaitGroup
	closed := make(chan bool, 2)
	for range 2 {
		closing.Go(func() { closed <- g.Close() })
	}
	assert.Empty(t, closed, "a call is inside")
	g.Leave()
	closing.Wait()
	first, second := <-closed, <-closed
	assert.NotEqual(t, first, second, "one of the two closed it")
	require.ErrorIs(t, g.Enter(), graph.ErrUnavailable)
}

func TestQueue_HasPlaces(t *testing.T) {
	t.Parallel()
	q := turn.NewQueue(2)
	require.NoError(t, q.Join())
	require.NoError(t, q.Join())
	require.ErrorIs(t, q.Join(), graph.ErrOverloaded)
	q.Quit()
	require.NoError(t, q.Join())
	require.NoError(t, q.Take(t.Context()))
	q.Free()
	require.NoError(t, q.Take(t.Context()), "the writer goes from one to the next")
}

func TestReading_LetsCallsInWhileItAndItsStoreAreOpen(t *testing.T) {
	t.Parallel()
	var g turn.Gate
	r, inside := turn.NewReading(&g), turn.NewReading(nil)
	done, err := r.Begin(t.Context())
	require.NoError(t, err)
	closed := make(chan bool)
	go func() { closed <- g.Close() }()
	done()
	assert.True(t, <-closed, "the gate waits for the call")
	_, err = r.Begin(t.Context())
	require.ErrorContains(t, err, "the store is closed")
	done, err = inside.Begin(t.Context())
	require.NoError(t, err, "the call that it is used in is inside")
	done()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = inside.Begin(ctx)
	require.ErrorIs(t, err, context.Canceled)
	for range 2 {
		require.NoError(t, inside.Close())
		_, err = inside.Begin(t.Context())
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, "the reader is closed")
	}
}
