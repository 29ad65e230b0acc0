package fakebolt_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// register is the smallest database: it numbers things as they are written.
type register struct {
	mu    sync.Mutex
	asked []fakebolt.Statement
	kept  []any
}

func (r *register) handle(s fakebolt.Statement) (fakebolt.Result, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, s)
	switch s.Text {
	case "read":
		records := make([][]any, len(r.kept))
		for i, thing := range r.kept {
			records[i] = []any{int64(i), thing}
		}
		return fakebolt.Result{Fields: []string{"number", "thing"}, Records: records}, nil
	case "write":
		return fakebolt.Result{Commit: func() error { return r.keep(s.Params["thing"]) }}, nil
	case "syntax":
		return fakebolt.Result{}, &fakebolt.RefusalError{Code: fakebolt.SyntaxError, Message: "what?"}
	default:
		return fakebolt.Result{}, fmt.Errorf("no statement is %q", s.Text)
	}
}

func (r *register) keep(thing any) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if slices.Contains(r.kept, thing) {
		return &fakebolt.RefusalError{Code: fakebolt.ConstraintViolated, Message: "it is there"}
	}
	r.kept = append(r.kept, thing)
	return nil
}

func (r *register) things() []any {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.kept)
}

func start(t *testing.T, o fakebolt.Options) (*fakebolt.Server, *register) {
	r := &register{}
	o.Handler = r.handle
	server, err := fakebolt.Start(o)
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	return server, r
}

func connect(t *testing.T, uri string) neo4j.DriverWithContext {
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth("neo4j", "secret", ""), func(c *config.Config) {
		c.FetchSize = 3
	})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, driver.Close(context.Background())) })
	return driver
}

// run runs a statement in a transaction of its own.
func run(ctx context.Context, driver neo4j.DriverWithContext, text string, params map[string]any) ([]*neo4j.Record, error) {
	mode := neo4j.AccessModeWrite
	if text == "read" {
		mode = neo4j.AccessModeRead
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j", AccessMode: mode})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	result, err := session.Run(ctx, text, params, neo4j.WithTxTimeout(time.Second))
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

func write(ctx context.Context, driver neo4j.DriverWithContext, thing any) error {
	_, err := run(ctx, driver, "write", map[string]any{"thing": thing})
	return err
}

func code(err error) string {
	if failure, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		return failure.Code
	}
	return ""
}

func TestServer_TalksToTheDriver(t *testing.T) {
	t.Parallel()
	for _, minor := range []int{1, 4, 7, 8} {
		t.Run(fmt.Sprintf("Bolt 5.%d", minor), func(t *testing.T) {
			t.Parallel()
			server, _ := start(t, fakebolt.Options{Minor: minor, Password: "secret"})
			driver := connect(t, "bolt://"+server.Address())
			for i := range 10 {
				require.NoError(t, write(t.Context(), driver, i))
			}
			records, err := run(t.Context(), driver, "read", nil)
			require.NoError(t, err)
			require.Len(t, records, 10)
			assert.Equal(t, []any{int64(9), int64(9)}, records[9].Values)
			assert.Equal(t, []string{"number", "thing"}, records[9].Keys)
			_, err = run(t.Context(), driver, "syntax", nil)
			assert.Equal(t, fakebolt.SyntaxError, code(err))
			_, err = run(t.Context(), driver, "nonsense", nil)
			assert.Equal(t, fakebolt.UnknownError, code(err))
			require.NoError(t, write(t.Context(), driver, "after a failure"))
			assert.Equal(t, 1, server.Accepted(), "all over one connection")
			assert.Equal(t, 1, server.Seen(fakebolt.Logon))
			assert.Equal(t, 14, server.Seen(fakebolt.Run))
			assert.Equal(t, 17, server.Seen(fakebolt.Pull), "ten things are read in four parts, of two statements nothing")
		})
	}
}

func TestServer_HandsTheStatementOn(t *testing.T) {
	t.Parallel()
	server, r := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	params := map[string]any{"thing": []any{int64(1), "two", []byte{3}, 4.5, nil, map[string]any{"six": true}}}
	_, err := run(t.Context(), driver, "read", params)
	require.NoError(t, err)
	assert.Equal(t, []fakebolt.Statement{
		{Text: "read", Params: params, Database: "neo4j", Read: true, Timeout: 1000},
	}, r.asked)
}

func TestServer_KeepsTransactions(t *testing.T) {
	t.Parallel()
	server, r := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{})
	for _, commits := range []bool{false, true} {
		tx, err := session.BeginTransaction(t.Context())
		require.NoError(t, err)
		for i := range 3 {
			_, err := tx.Run(t.Context(), "write", map[string]any{"thing": i})
			require.NoError(t, err)
		}
		_, err = tx.Run(t.Context(), "read", nil)
		require.NoError(t, err)
		assert.Empty(t, r.things(), "nothing is committed yet")
		if commits {
			require.NoError(t, tx.Commit(t.Context()))
		} else {
			require.NoError(t, tx.Rollback(t.Context()))
		}
	}
	require.NoError(t, session.Close(t.Context()))
	assert.Len(t, r.things(), 3)
	assert.Equal(t, 2, server.Seen(fakebolt.Begin))
	assert.Equal(t, 1, server.Seen(fakebolt.Commit))
	assert.Equal(t, 1, server.Seen(fakebolt.Rollback))
}

func TestServer_RefusesToWriteWhileReading(t *testing.T) {
	t.Parallel()
	server, r := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	_, err := session.Run(t.Context(), "write", nil)
	assert.Equal(t, fakebolt.AccessMode, code(err))
	require.NoError(t, session.Close(t.Context()))
	assert.Empty(t, r.things())
}

func TestServer_AnswersAFailingCommit(t *testing.T) {
	t.Parallel()
	server, r := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	require.NoError(t, write(t.Context(), driver, "once"))
	assert.Equal(t, fakebolt.ConstraintViolated, code(write(t.Context(), driver, "once")))
	assert.Len(t, r.things(), 1)
}

func TestServer_IsAClusterOfItself(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{})
	driver := connect(t, "neo4j://"+server.Address())
	require.NoError(t, write(t.Context(), driver, 1))
	records, err := run(t.Context(), driver, "read", nil)
	require.NoError(t, err)
	assert.Len(t, records, 1)
	assert.Equal(t, 1, server.Seen(fakebolt.Route))
}

func TestServer_InvitesTelemetry(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	_, err := neo4j.ExecuteQuery(t.Context(), driver, "read", nil, neo4j.EagerResultTransformer)
	require.NoError(t, err)
	assert.Equal(t, 1, server.Seen(fakebolt.Telemetry))
}

func TestServer_LetsInWhoKnowsThePassword(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{Password: "another"})
	driver := connect(t, "bolt://"+server.Address())
	assert.Equal(t, fakebolt.Unauthorized, code(write(t.Context(), driver, 1)))
	assert.Equal(t, 1, server.Seen(fakebolt.Logon))
}

func TestServer_StopsAndResumes(t *testing.T) {
	t.Parallel()
	server, _ := start(t, fakebolt.Options{})
	driver := connect(t, "bolt://"+server.Address())
	require.NoError(t, write(t.Context(), driver, 1))
	server.Stop()
	server.Stop()
	assert.Zero(t, server.Connections())
	require.Error(t, write(t.Context(), driver, 2))
	require.NoError(t, server.Resume())
	require.NoError(t, write(t.Context(), driver, 3))
	assert.Equal(t, 2, server.Accepted())
}
