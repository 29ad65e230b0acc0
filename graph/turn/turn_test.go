package turn_test

import (
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
