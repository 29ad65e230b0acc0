package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestRead_IsRepeated until it succeeds, unless the failure would come again.
func TestRead_IsRepeated(t *testing.T) {
	t.Parallel()
	refuse := func(code string, times int) []fakebolt.Fault {
		var faults []fakebolt.Fault
		for i := range times {
			faults = append(faults, fakebolt.Fault{On: fakebolt.Pull, Nth: i + 1, Do: fakebolt.Refuse, Code: code})
		}
		return faults
	}
	for name, test := range map[string]struct {
		faults []fakebolt.Fault
		tries  int
		kind   error // nil: it succeeds in the end
	}{
		"nothing wrong":              {nil, 1, nil},
		"cut once":                   {[]fakebolt.Fault{{On: fakebolt.Run, Nth: 1, Do: fakebolt.Cut}}, 2, nil},
		"cut in its answer":          {[]fakebolt.Fault{{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutHalfway}}, 2, nil},
		"cut three times":            {[]fakebolt.Fault{{On: fakebolt.Pull, Nth: 1, Do: fakebolt.Cut}, {On: fakebolt.Pull, Nth: 2, Do: fakebolt.CutUnanswered}, {On: fakebolt.Pull, Nth: 3, Do: fakebolt.Cut}}, 4, nil},
		"always cut: to the breaker": {[]fakebolt.Fault{{On: fakebolt.Run, Do: fakebolt.Cut}}, lossesToOpen, graph.ErrUnavailable},
		"a deadlock twice":           {refuse(fakebolt.DeadlockDetected, 2), 3, nil},
		"the database starts":        {refuse(fakebolt.DatabaseUnavailable, 5), 6, nil},
		"it never does":              {refuse(fakebolt.DatabaseUnavailable, 9), maxTries, graph.ErrUnavailable},
		"no memory":                  {refuse(fakebolt.MemoryPoolOutOfMemory, 9), 1, graph.ErrOverloaded},
		"too long":                   {refuse(fakebolt.TimedOut, 9), 1, context.DeadlineExceeded},
		"no such database":           {refuse(fakebolt.DatabaseNotFound, 9), 1, graph.ErrUnavailable},
		"the server failed":          {refuse(fakebolt.UnknownError, 9), 1, graph.ErrUnavailable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := startFake(t, fakebolt.Options{})
			c := server.reach(t, Options{})
			server.Inject(test.faults...)
			rows, err := c.read(t.Context(), "RETURN 1", nil)
			assert.Equal(t, test.tries, server.Seen(fakebolt.Run))
			if test.kind != nil {
				require.ErrorIs(t, err, test.kind)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, [][]any{{int64(1)}}, rows)
		})
	}
}

func TestRead_IsNotRepeatedOnceItsCallerHasGone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	server := startFake(t, fakebolt.Options{Handler: func(fakebolt.Statement) (fakebolt.Result, error) {
		cancel()
		return fakebolt.Result{}, &fakebolt.RefusalError{Code: fakebolt.DeadlockDetected}
	}})
	c := server.reach(t, Options{})
	_, err := c.read(ctx, "RETURN 1", nil)
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 1, server.Seen(fakebolt.Run))
}

// TestRead_GivesItsFailureWhenThereIsNoTimeForAnotherTry: what is wrong says more than that the time would be up.
func TestRead_GivesItsFailureWhenThereIsNoTimeForAnotherTry(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	_, err := c.read(t.Context(), "RETURN 1", nil)
	require.NoError(t, err)
	server.Inject(fakebolt.Fault{On: fakebolt.Pull, Do: fakebolt.Refuse, Code: fakebolt.DatabaseUnavailable})
	ask := func() error {
		near, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer cancel()
		_, err := c.read(near, "RETURN 2", nil)
		return err
	}
	err = ask()
	for tries := 0; errors.Is(err, context.DeadlineExceeded) && tries < 20; tries++ {
		err = ask() // the machine was too busy for a single try
	}
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "is not ready")
}

func TestCourseOf_OtherErrorsIsFinal(t *testing.T) {
	t.Parallel()
	assert.Equal(t, final, courseOf(errors.New("anything")))
	assert.False(t, mayPass(graph.ErrUnavailable))
	assert.True(t, mayPass(fmt.Errorf("read: %w", errTestLoss)))
}

// TestWrite_RunsOnceAndSaysWhatBecameOfIt breaks the conversation at every point of a write.
func TestWrite_RunsOnceAndSaysWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		on   fakebolt.Message
		do   fakebolt.Action
		code string
		kept int
		kind error
		says error // errPassing, errUnsettled or nil
	}{
		{fakebolt.Connect, fakebolt.Cut, "", 0, graph.ErrUnavailable, errPassing},
		{fakebolt.Hello, fakebolt.CutHalfway, "", 0, graph.ErrUnavailable, errPassing},
		{fakebolt.Logon, fakebolt.Cut, "", 0, graph.ErrUnavailable, errPassing},
		{fakebolt.Run, fakebolt.Cut, "", 0, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Run, fakebolt.CutAnswered, "", 0, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Pull, fakebolt.Cut, "", 0, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Pull, fakebolt.CutUnanswered, "", 1, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Pull, fakebolt.CutHalfway, "", 1, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Pull, fakebolt.CutAnswered, "", 1, nil, nil},
		{fakebolt.Pull, fakebolt.Stall, "", 0, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Pull, fakebolt.StallUnanswered, "", 1, graph.ErrUnavailable, errUnsettled},
		{fakebolt.Run, fakebolt.Refuse, fakebolt.DeadlockDetected, 0, graph.ErrOverloaded, errPassing},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.DeadlockDetected, 0, graph.ErrOverloaded, errPassing},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.DatabaseUnavailable, 0, graph.ErrUnavailable, errPassing},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.Terminated, 0, graph.ErrUnavailable, errPassing},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.MemoryPoolOutOfMemory, 0, graph.ErrOverloaded, nil},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.NotALeader, 0, graph.ErrReadOnly, nil},
		{fakebolt.Pull, fakebolt.Refuse, fakebolt.TimedOut, 0, context.DeadlineExceeded, nil},
		{fakebolt.Pull, fakebolt.RefuseUnanswered, fakebolt.CommitFailed, 1, graph.ErrUnavailable, errUnsettled},
	} {
		t.Run(fmt.Sprintf("%s %s %s", test.on, test.do, test.code), func(t *testing.T) {
			t.Parallel()
			server := startFake(t, fakebolt.Options{})
			c := server.reach(t, Options{WriteTimeout: 500 * time.Millisecond})
			server.Inject(fakebolt.Fault{On: test.on, Do: test.do, Code: test.code})
			_, err := c.write(t.Context(), writingText, nil)
			assert.LessOrEqual(t, server.Seen(fakebolt.Run), 1, "it runs once")
			assert.Equal(t, test.kept, server.writes())
			if test.kind == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, test.kind)
			for _, settled := range []error{errPassing, errUnsettled} {
				assert.Equal(t, errors.Is(test.says, settled), errors.Is(err, settled), "%v: %v", settled, err)
			}
		})
	}
}

// TestWrite_IsUnsettledWhenItsCallerLeaves: the server may have kept it, and the caller's going is what is told.
func TestWrite_IsUnsettledWhenItsCallerLeaves(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	server.Inject(fakebolt.Fault{On: fakebolt.Pull, Do: fakebolt.StallUnanswered})
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := c.write(ctx, writingText, nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.ErrorIs(t, err, errUnsettled)
	require.NotErrorIs(t, err, graph.ErrUnavailable)
	assert.Equal(t, 1, server.writes())
}

func TestWriteRepeatable_IsRepeated(t *testing.T) {
	t.Parallel()
	server := startFake(t, fakebolt.Options{})
	c := server.reach(t, Options{})
	server.Inject(
		fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered},
		fakebolt.Fault{On: fakebolt.Pull, Nth: 2, Do: fakebolt.Refuse, Code: fakebolt.DeadlockDetected},
	)
	_, err := c.writeRepeatable(t.Context(), writingText, nil)
	require.NoError(t, err)
	assert.Equal(t, 2, server.writes(), "the first was kept though nobody was told")
}

func TestPause_DoublesWithChance(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for tries := 1; tries < maxTries; tries++ {
			start := time.Now()
			require.NoError(t, pause(t.Context(), tries))
			whole := 25 * time.Millisecond << (tries - 1)
			assert.GreaterOrEqual(t, time.Since(start), whole/2)
			assert.LessOrEqual(t, time.Since(start), whole)
		}
	})
}

func TestPause_EndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		near, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		start := time.Now()
		require.ErrorIs(t, pause(near, 1), context.DeadlineExceeded)
		assert.Zero(t, time.Since(start), "there is no point in waiting past the end")

		canceled, cancelLater := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Millisecond, cancelLater)
		require.ErrorIs(t, pause(canceled, 5), context.Canceled)
		assert.Equal(t, 5*time.Millisecond, time.Since(start))
	})
}
