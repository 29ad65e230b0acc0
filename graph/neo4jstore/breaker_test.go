package neo4jstore

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

var (
	errTestLoss  = &failure{sentence: "the connection was cut", kind: graph.ErrUnavailable, course: lost}
	errTestOther = &failure{sentence: "nobody is there", kind: graph.ErrUnavailable, course: lost}
)

// tried counts the calls that a breaker lets through, and its probes.
type tried struct {
	breaker       *breaker
	count, probes int
	probe         func() error // what a probe finds
}

// newTried is before a server that nobody reaches.
func newTried() *tried {
	c := &tried{probe: func() error { return errTestOther }}
	c.breaker = newBreaker(func() ([][]any, error) {
		c.probes++
		return nil, c.probe()
	})
	return c
}

// newOpened has lost that server so often that its breaker is open.
func newOpened(t *testing.T) *tried {
	t.Helper()
	c := newTried()
	for range lossesToOpen {
		require.ErrorIs(t, c.run(errTestLoss), errTestLoss)
	}
	return c
}

func (c *tried) run(err error) error {
	_, answered := c.breaker.run(func() ([][]any, error) {
		c.count++
		return nil, err
	})
	return answered
}

func TestBreaker_OpensAfterLossesInARow(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newTried()
		first := time.Now().UTC().Format(time.RFC3339)
		for range lossesToOpen - 1 {
			require.ErrorIs(t, c.run(errTestLoss), errTestLoss)
			time.Sleep(time.Second)
		}
		require.ErrorIs(t, c.run(errTestOther), errTestOther)
		for range 3 {
			err := c.run(nil)
			require.ErrorIs(t, err, graph.ErrUnavailable)
			require.ErrorContains(t, err, "since "+first+": nobody is there", "since when, and why")
			require.NotErrorIs(t, err, errPassing, "whoever waits for it waits in vain")
			assert.Equal(t, final, courseOf(err))
		}
		assert.Equal(t, lossesToOpen, c.count, "an open breaker asks nobody")
	})
}

func TestBreaker_SendsOneProbeAtATime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newOpened(t)
		require.ErrorContains(t, c.run(nil), "the connection was cut", "nobody asks yet")
		time.Sleep(probeEvery + time.Millisecond)
		require.ErrorContains(t, c.run(nil), "nobody is there", "what the probe found")
		time.Sleep(probeEvery + time.Millisecond)
		leave := make(chan struct{})
		c.probe = func() error { <-leave; return nil }
		for range 3 {
			start := time.Now()
			require.ErrorContains(t, c.run(nil), "nobody is there", "a probe is under way")
			assert.LessOrEqual(t, time.Since(start), probeWait)
		}
		close(leave)
		synctest.Wait()
		assert.Equal(t, []int{lossesToOpen, 2}, []int{c.count, c.probes}, "no call was a probe")
		require.NoError(t, c.run(nil), "the server is back")
		for range lossesToOpen - 1 {
			require.ErrorIs(t, c.run(errTestLoss), errTestLoss, "the count begins anew")
		}
	})
}

func TestBreaker_ACallOutlivesTheProbeThatFindsTheServer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newOpened(t)
		time.Sleep(probeEvery + time.Millisecond)
		c.probe = func() error { time.Sleep(probeWait / 2); return nil }
		require.NoError(t, c.run(nil), "it goes on by itself")
	})
}

func TestBreaker_CountsLossesAlone(t *testing.T) {
	t.Parallel()
	said := &neo4j.Neo4jError{Code: fakebolt.SyntaxError}
	for name, test := range map[string]struct {
		err    error
		breaks bool // the row of losses
	}{
		"success":             {nil, true},
		"a wrong statement":   {&failure{sentence: "no", cause: said}, true},
		"a deadlock":          {&failure{kind: graph.ErrOverloaded, course: passing, cause: said}, true},
		"a wrong database":    {&failure{kind: graph.ErrUnavailable, cause: said}, true},
		"too long a read":     {&failure{kind: context.DeadlineExceeded, cause: said}, true},
		"a caller that left":  {&failure{kind: context.Canceled, course: lost}, false},
		"a caller's deadline": {&failure{kind: context.DeadlineExceeded, course: lost}, false},
		"no connection free":  {&failure{kind: graph.ErrOverloaded}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newTried()
			for range lossesToOpen - 1 {
				require.Error(t, c.run(errTestLoss))
			}
			for range lossesToOpen {
				require.Equal(t, test.err, c.run(test.err), "it never opens the breaker")
			}
			require.ErrorIs(t, c.run(errTestLoss), errTestLoss)
			opened := !errors.Is(c.run(errTestLoss), errTestLoss)
			assert.Equal(t, test.breaks, !opened)
		})
	}
}

// TestBreaker_TellsOfEachLoss once, and of none that only a caller had.
func TestBreaker_TellsOfEachLoss(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newTried()
		require.NoError(t, c.run(nil))
		require.Error(t, c.run(&failure{kind: context.Canceled, course: lost}))
		assert.Empty(t, c.breaker.lost)
		for range lossesToOpen {
			require.Error(t, c.run(errTestLoss))
		}
		require.Len(t, c.breaker.lost, 1)
		<-c.breaker.lost
		time.Sleep(probeEvery + time.Millisecond)
		require.Error(t, c.run(nil), "still the same loss")
		time.Sleep(probeEvery + time.Millisecond)
		c.probe = func() error { return nil }
		require.NoError(t, c.run(nil))
		assert.Empty(t, c.breaker.lost)
		for range 2 {
			require.Error(t, c.run(errTestLoss))
			require.NoError(t, c.run(nil))
		}
		assert.Len(t, c.breaker.lost, 1, "one tells of two")
	})
}

// TestBreaker_AServerThatComesBack goes through the whole connection.
func TestBreaker_AServerThatComesBack(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	_, err := c.read(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
	server.Stop()
	_, err = c.read(t.Context(), "RETURN 1", nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "nothing listens at "+server.Address())
	_, err = c.read(t.Context(), "RETURN 1", nil)
	require.ErrorContains(t, err, "has not been reached since")
	require.ErrorContains(t, err, "nothing listens at "+server.Address())
	start := time.Now()
	for range 100 {
		_, err = c.write(t.Context(), writingText, nil)
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.NotErrorIs(t, err, errUnsettled)
	}
	assert.Less(t, time.Since(start), 100*10*time.Millisecond, "it answers at once")
	require.NoError(t, server.Resume())
	require.Eventually(t, func() bool {
		_, err := c.read(t.Context(), "RETURN 1", nil)
		return err == nil
	}, 10*time.Second, 50*time.Millisecond)
}

// TestBreaker_TheFirstToLoseTheServerSaysHow and all later ones also since when.
func TestBreaker_TheFirstToLoseTheServerSaysHow(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	server.Inject(fakebolt.Fault{On: fakebolt.Connect, Do: fakebolt.Cut})
	const how = "was cut: see whether Neo4j is well there"
	_, err := c.read(t.Context(), "RETURN 1", nil)
	require.ErrorContains(t, err, how)
	require.NotContains(t, err.Error(), "since")
	assert.Equal(t, final, courseOf(err))
	require.Equal(t, lossesToOpen, server.Accepted())
	require.Eventually(t, func() bool {
		_, err := c.read(t.Context(), "RETURN 1", nil)
		return assert.ErrorContains(t, err, how) && assert.ErrorContains(t, err, "has not been reached since") &&
			server.Accepted() > lossesToOpen
	}, time.Minute, 20*time.Millisecond, "there is a probe")
}

// A server that is being stopped refuses some while it has already left others.
func TestBreaker_ALateAnswerDoesNotHideTheLoss(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newTried()
		leave := make(chan struct{})
		go func() {
			_, err := c.breaker.run(func() ([][]any, error) {
				<-leave
				return nil, &failure{sentence: "shutting down", kind: graph.ErrUnavailable, cause: &neo4j.Neo4jError{}}
			})
			assert.Error(t, err)
		}()
		synctest.Wait()
		for range lossesToOpen {
			require.Error(t, c.run(errTestLoss))
		}
		close(leave)
		synctest.Wait()
		require.ErrorContains(t, c.run(nil), "the connection was cut")
	})
}
