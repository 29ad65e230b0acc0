package neo4jstore

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestRealRefusals are the settings that a server does not go along with, each told in one sentence that names what to change.
func TestRealRefusals(t *testing.T) {
	server := neo4jtest.Start(t)
	o := optionsOf(server.Address())
	world := newTurningWorld(t, fewSpokes)
	world.begin(t, openProcess(t, o))
	t.Run("a wrong password is sent once", func(t *testing.T) { wrongPassword(t, o) })
	t.Run("a wrong database", func(t *testing.T) {
		wrong := o
		wrong.Database = "elsewhere"
		refuses(t, openProcess(t, wrong), `no database "elsewhere": correct NEO4J_DATABASE`)
	})
	t.Run("a statement for which there is no memory", func(t *testing.T) {
		s := openProcess(t, o)
		_, err := s.conn.read(t.Context(), "UNWIND range(1, 100000000) AS n RETURN size(collect(toString(n)))", nil)
		require.ErrorIs(t, err, graph.ErrOverloaded)
		require.ErrorContains(t, err, "dbms.memory.transaction.total.max")
		_, err = world.check(t, s, 0, 0)
		require.NoError(t, err, "the server is well")
	})
	t.Run("a newer schema", func(t *testing.T) {
		_, err := openProcess(t, o).conn.write(t.Context(), "CREATE (:Migration {number: 99, name: 'later', checksum: 'c', applied: 1})", nil)
		require.NoError(t, err)
		refuses(t, openProcess(t, o), `written by a newer version of Redthread (its schema has migration 99 "later"`)
	})
}

// refuses checks that every call says the same.
func refuses(t *testing.T, s *Store, words string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for range 3 {
		_, err := s.Snapshot(ctx, 0)
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, words)
		_, err = s.Update(ctx, realOperation("refused"), (&turningWorld{spokes: fewSpokes}).plan)
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, words)
		assert.NotContains(t, err.Error(), s.options.Password)
	}
}

// wrongPassword counts by the server's lock, which closes at the third wrong login: two stores that ask six times each leave it
// open, a third one closes it.
func wrongPassword(t *testing.T, o Options) {
	t.Helper()
	wrong := o
	wrong.Password = "not the password"
	const words = "correct NEO4J_USERNAME and NEO4J_PASSWORD"
	for range 2 {
		refuses(t, openProcess(t, wrong), words)
	}
	right := openProcess(t, o)
	_, err := right.Snapshot(t.Context(), 0)
	require.NoError(t, err, "the user is not locked")
	for range 3 {
		refuses(t, openProcess(t, wrong), words)
	}
	locked := openProcess(t, o)
	_, err = locked.Snapshot(t.Context(), 0)
	require.ErrorIs(t, err, graph.ErrUnavailable, "three wrong logins lock: the count above means something")
	require.ErrorContains(t, err, "locks user")
	require.Eventually(t, func() bool {
		_, err := locked.Snapshot(t.Context(), 0)
		return err == nil
	}, time.Minute, 200*time.Millisecond, "the lock passes")
}

func TestReal_NobodyIsThere(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, listener.Close())
	for name, test := range map[string]struct{ address, words string }{
		"no such port": {listener.Addr().String(), "nothing listens at " + listener.Addr().String()},
		"no such host": {"redthread.invalid:7687", "correct NEO4J_URI"},
	} {
		t.Run(name, func(t *testing.T) {
			refuses(t, openProcess(t, Options{URI: "bolt://" + test.address, Username: "neo4j", Password: "a password"}), test.words)
		})
	}
}

// TestReal_ALoadWhoseProcessIsKilledKeepsOthersForItsLease and no longer; nobody ever sees anything of it.
func TestReal_ALoadWhoseProcessIsKilledKeepsOthersForItsLease(t *testing.T) {
	o := optionsOf(neo4jtest.Empty(t))
	o.LoadWait, o.LoadLease = 100*time.Millisecond, 4*time.Second
	world := newTurningWorld(t, fewSpokes)
	s := openProcess(t, o)
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, s)}
	loader := startProcess(t, o, fewSpokes)
	require.EqualValues(t, 2, loader.ask("load half"))
	require.Empty(t, loader.kill())
	killed := time.Now()
	overloaded := 0
	for {
		_, err := world.check(t, s, 0, 0)
		require.NoError(t, err)
		rev, err := s.Update(t.Context(), realOperation("next"), world.plan)
		if err == nil {
			acknowledged["next"] = rev
			break
		}
		require.ErrorIs(t, err, graph.ErrOverloaded)
		overloaded++
	}
	t.Logf("%d times a load was open; the next write came %s after the kill, under a lease of %s",
		overloaded, time.Since(killed).Round(time.Millisecond), o.LoadLease)
	assert.Less(t, time.Since(killed), o.LoadLease+30*time.Second)
	require.Empty(t, world.once(t, s, acknowledged))
	require.EqualValues(t, 2, world.checkAll(t, s))
	rows, err := s.conn.read(t.Context(), "MATCH (c:Clock {id: 1}) RETURN c.load, COUNT { (:Restated) }", nil)
	require.NoError(t, err)
	assert.Equal(t, [][]any{{nil, int64(0)}}, rows, "nothing is left of it")
}
