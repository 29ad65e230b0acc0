package fakebolt_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestFaults shows at each message what a client sees of a fault, and whether the server has committed.
func TestFaults(t *testing.T) {
	t.Parallel()
	const fails, hangs = "fails", "hangs"
	for _, test := range []struct {
		on        fakebolt.Message
		do        fakebolt.Action
		client    string // "": it sees nothing
		committed bool
	}{
		{fakebolt.Connect, fakebolt.Cut, fails, false},
		{fakebolt.Connect, fakebolt.CutUnanswered, fails, false},
		{fakebolt.Connect, fakebolt.CutHalfway, fails, false},
		{fakebolt.Connect, fakebolt.CutAnswered, fails, false},
		{fakebolt.Connect, fakebolt.Stall, hangs, false},
		{fakebolt.Connect, fakebolt.StallHalfway, hangs, false},
		{fakebolt.Connect, fakebolt.Refuse, fails, false},
		{fakebolt.Hello, fakebolt.Cut, fails, false},
		{fakebolt.Hello, fakebolt.Stall, hangs, false},
		{fakebolt.Hello, fakebolt.Refuse, fails, false},
		{fakebolt.Logon, fakebolt.CutHalfway, fails, false},
		{fakebolt.Logon, fakebolt.StallUnanswered, hangs, false},
		{fakebolt.Logon, fakebolt.Refuse, fails, false},
		{fakebolt.Run, fakebolt.Cut, fails, false},
		{fakebolt.Run, fakebolt.CutUnanswered, fails, false},
		{fakebolt.Run, fakebolt.CutHalfway, fails, false},
		{fakebolt.Run, fakebolt.CutAnswered, fails, false},
		{fakebolt.Run, fakebolt.Stall, hangs, false},
		{fakebolt.Run, fakebolt.Late, hangs, false},
		{fakebolt.Run, fakebolt.Refuse, fails, false},
		{fakebolt.Pull, fakebolt.Cut, fails, false},
		{fakebolt.Pull, fakebolt.CutUnanswered, fails, true},
		{fakebolt.Pull, fakebolt.CutHalfway, fails, true},
		{fakebolt.Pull, fakebolt.CutAnswered, "", true},
		{fakebolt.Pull, fakebolt.Stall, hangs, false},
		{fakebolt.Pull, fakebolt.StallUnanswered, hangs, true},
		{fakebolt.Pull, fakebolt.StallHalfway, hangs, true},
		{fakebolt.Pull, fakebolt.Late, hangs, true},
		{fakebolt.Pull, fakebolt.Refuse, fails, false},
		{fakebolt.Pull, fakebolt.RefuseUnanswered, fails, true},
		{fakebolt.Goodbye, fakebolt.Stall, "", true},
	} {
		t.Run(fmt.Sprintf("%s %s", test.on, test.do), func(t *testing.T) {
			t.Parallel()
			server, r := start(t, fakebolt.Options{})
			server.Inject(fakebolt.Fault{On: test.on, Nth: 1, Do: test.do, Code: fakebolt.DatabaseUnavailable})
			driver := connect(t, "bolt://"+server.Address())
			ctx, cancel := context.WithTimeout(t.Context(), patience(test.client == hangs))
			defer cancel()
			err := write(ctx, driver, 1)
			switch test.client {
			case fails:
				require.Error(t, err)
				require.NoError(t, ctx.Err(), "it did not have to wait")
			case hangs:
				require.ErrorIs(t, ctx.Err(), context.DeadlineExceeded)
				require.Error(t, err)
			default:
				require.NoError(t, err)
			}
			if test.do == fakebolt.Refuse && test.on != fakebolt.Connect {
				assert.Equal(t, fakebolt.DatabaseUnavailable, code(err))
			}
			if test.committed {
				assert.Eventually(t, func() bool { return len(r.things()) == 1 }, 10*time.Second, time.Millisecond)
			} else {
				assert.Empty(t, r.things())
			}
			if test.do == fakebolt.CutAnswered && test.client == "" {
				require.Error(t, write(t.Context(), driver, 2), "it is kept among the idle, though it is dead")
			}
			require.NoError(t, write(t.Context(), driver, 2), "the next is spared")
		})
	}
}

// patience is how long a client waits: a little where it must come to its end.
func patience(hangs bool) time.Duration {
	if hangs {
		return 100 * time.Millisecond
	}
	return time.Minute
}

func TestFault_OfReset(t *testing.T) {
	t.Parallel()
	for _, do := range []fakebolt.Action{fakebolt.Cut, fakebolt.CutUnanswered, fakebolt.CutHalfway, fakebolt.Refuse} {
		t.Run(do.String(), func(t *testing.T) {
			t.Parallel()
			server, r := start(t, fakebolt.Options{})
			server.Inject(fakebolt.Fault{On: fakebolt.Reset, Nth: 1, Do: do, Code: fakebolt.UnknownError})
			driver := connect(t, "bolt://"+server.Address())
			_, err := run(t.Context(), driver, "syntax", nil)
			assert.Equal(t, fakebolt.SyntaxError, code(err))
			require.NoError(t, write(t.Context(), driver, 1))
			assert.Len(t, r.things(), 1)
			assert.Equal(t, 2, server.Accepted(), "the first connection is lost")
		})
	}
}

func TestFault_OfATransaction(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		do        fakebolt.Action
		committed int
	}{{fakebolt.Cut, 0}, {fakebolt.Refuse, 0}, {fakebolt.CutUnanswered, 1}, {fakebolt.RefuseUnanswered, 1}} {
		t.Run(test.do.String(), func(t *testing.T) {
			t.Parallel()
			server, r := start(t, fakebolt.Options{})
			server.Inject(fakebolt.Fault{On: fakebolt.Commit, Nth: 1, Do: test.do, Code: fakebolt.CommitFailed})
			driver := connect(t, "bolt://"+server.Address())
			session := driver.NewSession(t.Context(), neo4j.SessionConfig{})
			tx, err := session.BeginTransaction(t.Context())
			require.NoError(t, err)
			_, err = tx.Run(t.Context(), "write", map[string]any{"thing": 1})
			require.NoError(t, err)
			require.Error(t, tx.Commit(t.Context()))
			require.NoError(t, session.Close(t.Context()))
			assert.Len(t, r.things(), test.committed)
		})
	}
}

func TestFault_OfOneStatementAlone(t *testing.T) {
	t.Parallel()
	server, r := start(t, fakebolt.Options{})
	server.Inject(fakebolt.Fault{On: fakebolt.Pull, Do: fakebolt.Refuse, Code: fakebolt.DeadlockDetected, Text: "writ"})
	driver := connect(t, "bolt://"+server.Address())
	for range 2 {
		assert.Equal(t, fakebolt.DeadlockDetected, code(write(t.Context(), driver, 1)))
		_, err := run(t.Context(), driver, "read", nil)
		require.NoError(t, err)
	}
	assert.Equal(t, 2, server.Struck())
	server.Inject()
	assert.Zero(t, server.Struck())
	require.NoError(t, write(t.Context(), driver, 1))
	assert.Len(t, r.things(), 1)
}

// TestCutAfter cuts a write after each byte that the server answers: the client fails, and the server has committed or not by
// where the cut lies.
func TestCutAfter(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{})
	require.NoError(t, write(t.Context(), connect(t, "bolt://"+server.Address()), "measured"))
	whole := server.Sent()
	require.Greater(t, whole, 100)
	committed := 0
	for k := range whole {
		server, r := start(t, fakebolt.Options{})
		server.CutAfter(k)
		driver := connect(t, "bolt://"+server.Address())
		require.Error(t, write(t.Context(), driver, 1), "after %d of %d bytes", k, whole)
		if n := len(r.things()); n < committed {
			assert.Fail(t, "a later cut undoes no commit", "after %d bytes", k)
		} else {
			committed = n
		}
		require.NoError(t, write(t.Context(), driver, 2), "the cut comes once")
	}
	assert.Equal(t, 1, committed, "before the last byte the transaction had committed")
}

// TestCutAfterHearing cuts a write after each byte that the client sends: it is committed once its PULL has come whole.
func TestCutAfterHearing(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{})
	require.NoError(t, write(t.Context(), connect(t, "bolt://"+server.Address()), 1))
	ends := server.Heard()
	require.GreaterOrEqual(t, len(ends), 4, "HELLO, LOGON, RUN and PULL")
	whole := ends[len(ends)-1]
	for k := range whole + 1 {
		server, r := start(t, fakebolt.Options{})
		server.CutAfterHearing(k)
		driver := connect(t, "bolt://"+server.Address())
		err := write(t.Context(), driver, 1)
		if k == whole {
			assert.Len(t, r.things(), 1)
			require.Error(t, write(t.Context(), driver, 2), "the connection is kept among the idle, though it is dead")
		} else {
			require.Error(t, err, "after %d of %d bytes", k, whole)
			assert.Empty(t, r.things(), "after %d of %d bytes", k, whole)
		}
		require.NoError(t, write(t.Context(), driver, 2), "the cut comes once")
	}
}
