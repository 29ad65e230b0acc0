package neo4jstore

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

func TestConnection_SendsAStatementAsItShould(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{Database: "case", ReadTimeout: 8 * time.Second, WriteTimeout: 40 * time.Second})
	rows, err := c.read(t.Context(), "RETURN $x", map[string]any{"x": "a"})
	require.NoError(t, err)
	assert.Equal(t, [][]any{{int64(1)}}, rows)
	_, err = c.write(t.Context(), writingText, nil)
	require.NoError(t, err)
	near, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	_, err = c.read(near, "RETURN 1", nil)
	require.NoError(t, err)

	asked := server.statements()
	require.Len(t, asked, 3)
	assert.Equal(t, []bool{true, false, true}, []bool{asked[0].Read, asked[1].Read, asked[2].Read}, "a read may not write")
	assert.Equal(t, map[string]any{"x": "a"}, asked[0].Params)
	assert.Equal(t, 1, server.writes())
	for i, limit := range []int64{8_000, 40_000, 2_000} {
		assert.Equal(t, "case", asked[i].Database)
		assert.Positive(t, asked[i].Timeout)
		assert.Less(t, asked[i].Timeout, limit, "the server gives up first")
	}
	assert.Zero(t, server.Seen(fakebolt.Telemetry))
	assert.Zero(t, server.Seen(fakebolt.Begin), "one round trip a statement")
	assert.Equal(t, 1, server.Accepted(), "connections are kept")
}

func TestConnection_ReadsThroughAClusterAddress(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := reach(t, Options{URI: "neo4j://" + server.Address()})
	rows, err := c.read(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
	assert.Equal(t, [][]any{{int64(1)}}, rows)
	assert.Equal(t, 1, server.Seen(fakebolt.Route))
}

func TestServerTimeout_IsShorter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		left := time.Duration(rapid.Int64Range(int64(2*time.Millisecond), int64(time.Hour)).Draw(t, "left"))
		given := serverTimeout(left)
		assert.Less(t, given, left)
		assert.GreaterOrEqual(t, given, time.Millisecond, "0 is no timeout at all")
		assert.LessOrEqual(t, left-given, 3*time.Second)
	})
	assert.Equal(t, time.Millisecond, serverTimeout(-time.Second))
}

// TestConnection_DoesNotWaitForASilentServer bounds every call, with or without a deadline of the caller.
func TestConnection_DoesNotWaitForASilentServer(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		caller time.Duration // 0: it has no deadline
		kind   error
		words  string
	}{
		"the caller's deadline": {60 * time.Millisecond, context.DeadlineExceeded, "deadline exceeded"},
		"that of the options":   {0, graph.ErrUnavailable, "did not answer within 80ms"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := startFake(t, fakebolt.Options{})
			c := server.reach(t, Options{ReadTimeout: 80 * time.Millisecond})
			ctx := t.Context()
			_, err := c.read(ctx, "RETURN 1", nil)
			require.NoError(t, err)
			server.Inject(fakebolt.Fault{On: fakebolt.Pull, Do: fakebolt.Stall})
			if test.caller > 0 {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, test.caller)
				defer cancel()
			}
			_, err = c.read(ctx, "RETURN 2", nil)
			require.ErrorIs(t, err, test.kind)
			require.ErrorContains(t, err, test.words)
			for _, other := range []error{context.DeadlineExceeded, graph.ErrUnavailable} {
				assert.Equal(t, errors.Is(test.kind, other), errors.Is(err, other))
			}
			assert.Len(t, server.statements(), 2, "its time is up: it is not tried again")
		})
	}
}

// TestConnection_NamesTheWholeTimeOfAMuteServer whose greeting is awaited by several tries, the last of which has little time left.
func TestConnection_NamesTheWholeTimeOfAMuteServer(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{ReadTimeout: 3 * time.Second})
	server.Inject(
		fakebolt.Fault{On: fakebolt.Connect, Nth: 1, Do: fakebolt.Cut},
		fakebolt.Fault{On: fakebolt.Run, Do: fakebolt.Stall},
	)
	_, err := c.read(t.Context(), "RETURN 1", nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, server.Address()+" did not answer within 3s: ")
	require.ErrorContains(t, err, "Neo4j's log")
	require.ErrorContains(t, err, "correct NEO4J_URI")
	assert.Equal(t, 2, server.Accepted(), "there was a try before")
}

func TestConnection_ACallThatIsOverAsksNothing(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := c.read(ctx, "RETURN 1", nil)
	require.ErrorIs(t, err, context.Canceled)
	_, err = c.write(ctx, writingText, nil)
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, errUnsettled, "nothing was sent")
	assert.Zero(t, server.Accepted())
}

// TestConnection_IsOverloadedWhenAllConnectionsAreBusy holds one statement in the server and waits for the only connection.
func TestConnection_IsOverloadedWhenAllConnectionsAreBusy(t *testing.T) {
	t.Parallel()
	entered, leave := make(chan struct{}), make(chan struct{})
	server := startFake(t, fakebolt.Options{Handler: func(fakebolt.Statement) (fakebolt.Result, error) {
		entered <- struct{}{}
		<-leave
		return fakebolt.Result{}, nil
	}})
	c := server.reach(t, Options{Connections: 1})
	var busy sync.WaitGroup
	busy.Go(func() {
		_, err := c.read(t.Context(), "RETURN 1", nil)
		assert.NoError(t, err)
	})
	<-entered
	_, err := c.read(t.Context(), "RETURN 2", nil)
	require.ErrorIs(t, err, graph.ErrOverloaded)
	require.ErrorContains(t, err, "all 1 connections to the server have been busy for 2s")
	require.NotErrorIs(t, err, graph.ErrUnavailable)
	near, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = c.read(near, "RETURN 3", nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	close(leave)
	busy.Wait()
	go func() { <-entered }()
	_, err = c.read(t.Context(), "RETURN 4", nil)
	require.NoError(t, err, "the connection is free again")
}

func TestConnection_RemembersARefusedPassword(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{Password: "right"})
	c := server.reach(t, Options{Username: "neo4j", Password: "wrong"})
	for range 5 {
		_, err := c.read(t.Context(), "RETURN 1", nil)
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, "NEO4J_PASSWORD")
		_, err = c.write(t.Context(), writingText, nil)
		require.ErrorContains(t, err, "NEO4J_PASSWORD")
		require.NotErrorIs(t, err, errPassing)
	}
	assert.Equal(t, 1, server.Seen(fakebolt.Logon), "three refusals would lock the user")
	right := server.reach(t, Options{Username: "neo4j", Password: "right"})
	_, err := right.read(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
}

func TestConnection_ClosedIsUnavailable(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	_, err := c.read(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
	require.NoError(t, c.close())
	_, err = c.once(t.Context(), call{mode: neo4j.AccessModeRead, text: "RETURN 1", timeout: time.Second})
	require.ErrorIs(t, err, graph.ErrUnavailable)
}
