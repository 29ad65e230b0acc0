package neo4jstore

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// fakeDatabase answers the statements of a migration: it keeps which migrations are on file, and who has the lock.
type fakeDatabase struct {
	mu       sync.Mutex
	onFile   [][]any
	other    bool // another process has the lock
	applied  []string
	released int
}

func (d *fakeDatabase) answer(s fakebolt.Statement) (fakebolt.Result, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	one := func(values ...any) fakebolt.Result {
		return fakebolt.Result{Fields: make([]string, len(values)), Records: [][]any{values}}
	}
	keep := func(r fakebolt.Result) (fakebolt.Result, error) {
		r.Commit = func() error { return nil }
		return r, nil
	}
	switch s.Text {
	case statement("migration_list"):
		return fakebolt.Result{Fields: make([]string, 4), Records: d.onFile}, nil
	case statement("migration_take"):
		if d.other {
			return keep(fakebolt.Result{Fields: []string{"owner"}})
		}
		return keep(one(s.Params["owner"]))
	case statement("migration_release"):
		d.released++
		return keep(fakebolt.Result{})
	case statement("migration_keep"):
		d.onFile = append(d.onFile, []any{s.Params["number"], s.Params["name"], s.Params["checksum"], int64(1_000_000)})
		return keep(one(int64(1_000_000)))
	}
	switch {
	case strings.Contains(s.Text, "dbms.components"):
		return one("5.26.12"), nil
	case strings.Contains(s.Text, "awaitIndexes"):
		return fakebolt.Result{}, nil
	default:
		d.applied = append(d.applied, s.Text)
		return keep(fakebolt.Result{})
	}
}

func (d *fakeDatabase) statements() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string{}, d.applied...)
}

func openFake(t *testing.T, d *fakeDatabase, o Options) (*fakebolt.Server, *Store) {
	t.Helper()
	server, err := fakebolt.Start(fakebolt.Options{Handler: asWritten(d.answer), Password: "right"})
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	o.URI, o.Username = "bolt://"+server.Address(), "neo4j"
	if o.Password == "" {
		o.Password = "right"
	}
	s, err := Open(o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return server, s
}

func TestEnsure_MigratesOnceForAllCalls(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{}
	server, s := openFake(t, d, Options{})
	var calls sync.WaitGroup
	for range 8 {
		calls.Go(func() { assert.NoError(t, s.ensure(t.Context())) })
	}
	calls.Wait()
	known, err := loadMigrations()
	require.NoError(t, err)
	applied := d.statements()
	assert.Len(t, d.onFile, len(known))
	assert.Contains(t, applied, known[0].statements[0])
	assert.Equal(t, 1, d.released)
	asked := server.Seen(fakebolt.Run)
	for range 100 {
		require.NoError(t, s.ensure(t.Context()))
	}
	assert.Equal(t, asked, server.Seen(fakebolt.Run), "it costs nothing afterwards")
	again, err := s.Migrate(t.Context(), false)
	require.NoError(t, err)
	assert.Empty(t, again)
	over, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, s.ensure(over), context.Canceled)
}

// A server comes back with an empty database.
func TestEnsure_LooksAnewAfterAReturn(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{}
	server, s := openFake(t, d, Options{})
	require.NoError(t, s.ensure(t.Context()))
	s.stamps.put([]graph.Stamp{stampAt(1)}, 1)
	server.Stop()
	_, err := s.conn.read(t.Context(), "RETURN 1", nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	d.mu.Lock()
	d.onFile = nil
	d.mu.Unlock()
	require.NoError(t, server.Resume())
	require.Eventually(t, func() bool {
		_, _ = s.conn.read(t.Context(), "RETURN 1", nil)
		return s.conn.breaker.returns.Load() == 1
	}, time.Minute, 20*time.Millisecond)
	require.NoError(t, s.ensure(t.Context()))
	known, err := loadMigrations()
	require.NoError(t, err)
	assert.Len(t, d.onFile, len(known))
	_, remembered := s.stamps.get(1)
	assert.False(t, remembered)
}

func TestEnsure_ADatabaseThatIsUpToDateIsOnlyRead(t *testing.T) {
	t.Parallel()
	known, err := loadMigrations()
	require.NoError(t, err)
	d := &fakeDatabase{}
	for _, m := range known {
		d.onFile = append(d.onFile, []any{int64(m.Number), m.Name, m.Checksum, int64(1)})
	}
	_, s := openFake(t, d, Options{})
	require.NoError(t, s.ensure(t.Context()))
	assert.Empty(t, d.statements())
	assert.Zero(t, d.released)
}

func TestEnsure_IsTriedAgainAfterAFailure(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{}
	server, s := openFake(t, d, Options{})
	server.Inject(fakebolt.Fault{On: fakebolt.Run, Nth: 1, Do: fakebolt.Refuse, Code: fakebolt.Forbidden, Text: "entity_id"})
	err := s.ensure(t.Context())
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, `bring the schema up to date: migration 1 "model": user "neo4j" may not do this`)
	assert.Empty(t, d.onFile, "a migration is on file once it is whole")
	assert.Equal(t, 1, d.released)
	require.NoError(t, s.ensure(t.Context()))
	assert.NotEmpty(t, d.onFile)
}

// TestEnsure_FailsAtAnyStep refuses each of its statements once, and is tried again.
func TestEnsure_FailsAtAnyStep(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"which server":      "dbms.components",
		"what is on file":   statement("migration_list"),
		"a constraint":      "migration_lock_id",
		"another":           "migration_number",
		"the lock":          firstLine(statement("migration_take")),
		"a statement":       "claim_subject",
		"putting on file":   firstLine(statement("migration_keep")),
		"the lock's return": firstLine(statement("migration_release")),
		"indexes":           "awaitIndexes",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &fakeDatabase{}
			server, s := openFake(t, d, Options{})
			server.Inject(fakebolt.Fault{On: fakebolt.Run, Nth: 1, Do: fakebolt.Refuse, Code: fakebolt.Forbidden, Text: text})
			require.ErrorContains(t, s.ensure(t.Context()), "may not do this")
			require.NoError(t, s.ensure(t.Context()))
			assert.NotEmpty(t, d.onFile)
		})
	}
}

func TestEnsure_WantsMigrationsToBeReadable(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{onFile: [][]any{{"one", "model", "f", int64(1)}}}
	_, s := openFake(t, d, Options{})
	err := s.ensure(t.Context())
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "a string where a int64 is read")
}

func TestEnsure_GoesOnWhereTheServerWasLost(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{}
	server, s := openFake(t, d, Options{})
	server.Inject(
		fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: "entity_id"},
		fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: statement("migration_keep")},
		fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.Refuse, Code: fakebolt.DeadlockDetected, Text: statement("migration_take")},
	)
	require.NoError(t, s.ensure(t.Context()))
}

func TestEnsure_AnswersAtOnceWhatStaysSo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		onFile   []any
		password string
		words    string
	}{
		"a newer schema":   {[]any{int64(900), "future", "f", int64(1)}, "", "newer version of Redthread"},
		"a changed schema": {[]any{int64(1), "model", "f", int64(1)}, "", "was changed"},
		"a wrong password": {nil, "wrong", "NEO4J_PASSWORD"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &fakeDatabase{}
			if test.onFile != nil {
				d.onFile = [][]any{test.onFile}
			}
			server, s := openFake(t, d, Options{Password: test.password})
			for range 5 {
				err := s.ensure(t.Context())
				require.ErrorIs(t, err, graph.ErrUnavailable)
				require.ErrorContains(t, err, test.words)
			}
			_, err := s.Migrate(t.Context(), true)
			require.ErrorContains(t, err, test.words)
			assert.Equal(t, 1, server.Seen(fakebolt.Logon))
			assert.LessOrEqual(t, server.Seen(fakebolt.Run), 4, "two of ensure, two of the dry run")
			assert.Empty(t, d.statements())
		})
	}
}

func TestEnsure_WaitsForAnotherProcess(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{other: true}
	_, s := openFake(t, d, Options{})
	near, cancel := context.WithTimeout(t.Context(), 2*lockPoll)
	defer cancel()
	err := s.ensure(near)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.ErrorContains(t, err, "bring the schema up to date")
	assert.Empty(t, d.onFile)
	d.mu.Lock()
	d.other = false
	d.mu.Unlock()
	require.NoError(t, s.ensure(t.Context()))
}

func TestMigrate_DryRunAndClosedStore(t *testing.T) {
	t.Parallel()
	d := &fakeDatabase{}
	_, s := openFake(t, d, Options{})
	pending, err := s.Migrate(t.Context(), true)
	require.NoError(t, err)
	known, err := loadMigrations()
	require.NoError(t, err)
	assert.Equal(t, known, pending)
	assert.Empty(t, d.statements())
	applied, err := s.Migrate(t.Context(), false)
	require.NoError(t, err)
	require.Len(t, applied, len(known))
	assert.EqualValues(t, 1, applied[0].Applied.Unix())
	require.NoError(t, s.Close())
	_, err = s.Migrate(t.Context(), true)
	require.ErrorIs(t, err, graph.ErrUnavailable)
}
