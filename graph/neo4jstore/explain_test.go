package neo4jstore

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestExplain_Refusals tells each code of the server in a sentence that names what to change.
func TestExplain_Refusals(t *testing.T) {
	t.Parallel()
	c := reach(t, Options{URI: "bolt://db.example", Username: "ann", Password: "s3cret", Database: "case"})
	for _, test := range []struct {
		code, message string
		kind          error
		course        course
		words         []string
	}{
		{fakebolt.Unauthorized, "", graph.ErrUnavailable, final, []string{`"ann"`, "db.example:7687", "NEO4J_USERNAME", "NEO4J_PASSWORD", "not asked again"}},
		{fakebolt.AuthenticationLimit, "", graph.ErrUnavailable, final, []string{"locks", `"ann"`, "NEO4J_PASSWORD"}},
		{fakebolt.CredentialsExpired, "", graph.ErrUnavailable, final, []string{"has expired", "ALTER CURRENT USER", "NEO4J_PASSWORD"}},
		{fakebolt.AuthorizationExpired, "", graph.ErrUnavailable, passing, []string{"password anew"}},
		{fakebolt.Forbidden, "", graph.ErrUnavailable, final, []string{`"ann" may not`, `"case"`, "NEO4J_USERNAME"}},
		{"Neo.ClientError.Security.EncryptionRequired", "", graph.ErrUnavailable, final, []string{"EncryptionRequired", "NEO4J_USERNAME"}},
		{fakebolt.DatabaseNotFound, "", graph.ErrUnavailable, final, []string{`no database "case"`, "NEO4J_DATABASE"}},
		{fakebolt.DatabaseUnavailable, "", graph.ErrUnavailable, passing, []string{`"case"`, "not ready"}},
		{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "", graph.ErrReadOnly, final, []string{"only be read", "NEO4J_DATABASE"}},
		{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "", graph.ErrReadOnly, final, []string{"only be read", "NEO4J_DATABASE"}},
		{fakebolt.NotALeader, "", graph.ErrReadOnly, final, []string{"NEO4J_URI", "neo4j instead of bolt"}},
		{fakebolt.MemoryPoolOutOfMemory, "… db.memory.transaction.max threshold reached", graph.ErrTooLarge, final, []string{"db.memory.transaction.max"}},
		{fakebolt.MemoryPoolOutOfMemory, "… dbms.memory.transaction.total.max threshold reached", graph.ErrOverloaded, final, []string{"dbms.memory.transaction.total.max"}},
		{fakebolt.OutOfMemory, "", graph.ErrOverloaded, final, []string{"server.memory.heap.max_size"}},
		{fakebolt.DeadlockDetected, "", graph.ErrOverloaded, passing, []string{"other writes"}},
		{fakebolt.LockAcquisitionTimeout, "", graph.ErrOverloaded, passing, []string{"other writes"}},
		{fakebolt.NoThreadsAvailable, "", graph.ErrOverloaded, passing, []string{"too much to do"}},
		{fakebolt.Outdated, "", graph.ErrUnavailable, passing, []string{"Transaction.Outdated"}},
		{fakebolt.TimedOut, "", context.DeadlineExceeded, final, []string{"took too long", "db.transaction.timeout"}},
		{fakebolt.Terminated, "", graph.ErrUnavailable, passing, []string{"ended a statement"}},
		{fakebolt.LockClientStopped, "", graph.ErrUnavailable, passing, []string{"ended a statement"}},
		{fakebolt.CommitFailed, "", graph.ErrUnavailable, torn, []string{"TransactionCommitFailed", "log"}},
		{"Neo.TransientError.Cluster.ReplicationFailure", "", graph.ErrUnavailable, torn, []string{"did not agree"}},
		{fakebolt.SyntaxError, "Unknown function 'x'", nil, final, []string{"Statement.SyntaxError", "Unknown function 'x'"}},
		{fakebolt.AccessMode, "Writing in read access mode not allowed", nil, final, []string{"Statement.AccessMode"}},
		{fakebolt.ConstraintViolated, "already exists", nil, final, []string{"ConstraintValidationFailed"}},
	} {
		t.Run(test.code+test.message, func(t *testing.T) {
			t.Parallel()
			driver := &neo4j.Neo4jError{Code: test.code, Msg: test.message}
			f := c.explain(t.Context(), fmt.Errorf("run: %w", driver))
			assert.Equal(t, test.course, f.course)
			assert.Equal(t, test.kind, f.kind)
			if test.kind != nil {
				require.ErrorIs(t, f, test.kind)
			}
			require.ErrorIs(t, f, driver, "what the server said is kept for the caller")
			for _, word := range test.words {
				require.ErrorContains(t, f, word)
			}
			assert.NotContains(t, f.Error(), "s3cret")
		})
	}
}

// TestExplain_TheContextIsTheError holds whatever the driver says of a call whose caller has gone.
func TestExplain_TheContextIsTheError(t *testing.T) {
	t.Parallel()
	c := reach(t, Options{URI: "bolt://db.example"})
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancelLate := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancelLate()
	for _, driver := range []error{
		&neo4j.ConnectivityError{Inner: io.EOF}, &neo4j.Neo4jError{Code: fakebolt.DeadlockDetected}, errors.New("anything"),
	} {
		require.ErrorIs(t, c.explain(canceled, driver), context.Canceled)
		require.NotErrorIs(t, c.explain(canceled, driver), graph.ErrUnavailable)
		require.ErrorIs(t, c.explain(late, driver), context.DeadlineExceeded)
		assert.Equal(t, "context canceled", c.explain(canceled, driver).Error())
	}
}

func TestEnded_LooksAtTheClockItself(t *testing.T) {
	t.Parallel()
	require.NoError(t, ended(t.Context()))
	require.ErrorIs(t, ended(pastDeadline{t.Context()}), context.DeadlineExceeded)
}

// pastDeadline is a context whose timer has not yet noticed that its deadline passed.
type pastDeadline struct{ context.Context }

func (pastDeadline) Deadline() (time.Time, bool) { return time.Now().Add(-time.Nanosecond), true }

// TestExplain_Losses reaches for what is no Neo4j server.
func TestExplain_Losses(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		uri   func(t *testing.T) string
		words []string
	}{
		"no such host":     {func(*testing.T) string { return "bolt://no-such-host.invalid" }, []string{"no-such-host.invalid", "NEO4J_URI"}},
		"nothing listens":  {func(t *testing.T) string { t.Helper(); return "bolt://" + deafAddress(t) }, []string{"nothing listens at 127.0.0.1", "NEO4J_URI"}},
		"a web server":     {func(t *testing.T) string { t.Helper(); return "bolt://" + speak(t, "HTTP/1.1 400 Bad Request\r\n\r\n") }, []string{"speaks HTTP", "7687"}},
		"another protocol": {func(t *testing.T) string { t.Helper(); return "bolt://" + speak(t, "\x00\x00\x00\x00") }, []string{"Neo4j 5.26 or later is needed"}},
		"a future Bolt":    {func(t *testing.T) string { t.Helper(); return "bolt://" + speak(t, "\x00\x00\x00\x09") }, []string{"Neo4j 5.26 or later is needed"}},
		"it hangs up":      {func(t *testing.T) string { t.Helper(); return "bolt://" + speak(t, "") }, []string{"was cut"}},
		"no encryption":    {func(t *testing.T) string { t.Helper(); return "bolt+s://" + speak(t, "no TLS here") }, []string{"no secure connection", "bolt+ssc", "NEO4J_URI"}},
		"it hangs up on encryption": {
			func(t *testing.T) string { t.Helper(); return "bolt+s://" + speak(t, "") },
			[]string{"no secure connection", "check that TLS is enabled", "NEO4J_URI"},
		},
		"it is silent": {func(t *testing.T) string { t.Helper(); return "bolt://" + silentAddress(t) }, []string{"does not answer", "NEO4J_URI"}},
		"no server of a cluster": {
			func(t *testing.T) string { t.Helper(); return "neo4j://" + deafAddress(t) },
			[]string{"cannot be reached", "NEO4J_URI"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := reach(t, Options{URI: test.uri(t), Username: "neo4j", Password: "s3cret"})
			_, err := c.once(t.Context(), call{text: "RETURN 1", timeout: 5 * time.Second})
			require.ErrorIs(t, err, graph.ErrUnavailable)
			require.NotErrorIs(t, err, context.DeadlineExceeded, "nobody's time is up")
			for _, word := range test.words {
				require.ErrorContains(t, err, word)
			}
			assert.NotContains(t, err.Error(), "s3cret")
			assert.True(t, isLoss(err), "it counts for the breaker")
		})
	}
}

// deafAddress is one at which nothing listens.
func deafAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, listener.Close())
	return listener.Addr().String()
}

// speak starts a server that says the same to everyone, once asked, and hangs up.
func speak(t *testing.T, text string) string {
	t.Helper()
	return listen(t, func(wire net.Conn) {
		_, _ = bufio.NewReader(wire).ReadByte()
		_, _ = io.Copy(wire, strings.NewReader(text))
	})
}

// silentAddress starts a server that never answers.
func silentAddress(t *testing.T) string {
	t.Helper()
	return listen(t, func(wire net.Conn) { _, _ = io.Copy(io.Discard, wire) })
}

func listen(t *testing.T, meet func(net.Conn)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			wire, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = wire.Close() }()
				meet(wire)
			}()
		}
	}()
	return listener.Addr().String()
}

func TestExplain_TheDriver(t *testing.T) {
	t.Parallel()
	c := reach(t, Options{URI: "bolt://db.example"})
	closed := c.explain(t.Context(), &neo4j.UsageError{Message: "Pool closed"})
	require.ErrorIs(t, closed, graph.ErrUnavailable)
	require.ErrorContains(t, closed, "the store is closed")
	_, err := startFake(t, fakebolt.Options{}).reach(t, Options{}).read(t.Context(), "RETURN $x", map[string]any{"x": make(chan int)})
	require.ErrorContains(t, err, "chan int")
	require.NotErrorIs(t, err, graph.ErrUnavailable, "it is a fault of the program")
}
