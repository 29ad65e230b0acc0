package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestServer holds what a real server says and does against what is made of it. Its tests change the schema, one after the other,
// and so have a server of their own.
func TestServer(t *testing.T) {
	server := neo4jtest.Start(t)
	at := server.Address()
	o := Options{URI: at.URI, Username: at.Username, Password: at.Password, Database: at.Database}
	for name, test := range map[string]func(t *testing.T, o Options){
		"migrations":                         migrations,
		"processes migrate once":             processesMigrateOnce,
		"a dead process loses its lock":      deadProcessLosesItsLock,
		"a sentence for what is wrong":       wrongSettings,
		"a sentence for what takes too long": tooLong,
	} {
		t.Run(name, func(t *testing.T) { test(t, o) })
	}
}

// clearServer takes nodes and schema away.
func clearServer(t *testing.T, o Options) {
	t.Helper()
	c := reach(t, o)
	_, err := c.write(t.Context(), "MATCH (n) DETACH DELETE n", nil)
	require.NoError(t, err)
	for _, kind := range []struct{ list, drop string }{
		{"SHOW CONSTRAINTS YIELD name RETURN name", "DROP CONSTRAINT"},
		{"SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "DROP INDEX"},
	} {
		rows, err := c.read(t.Context(), kind.list, nil)
		require.NoError(t, err)
		for _, row := range rows {
			_, err := c.write(t.Context(), fmt.Sprintf("%s `%s`", kind.drop, row[0]), nil)
			require.NoError(t, err)
		}
	}
}

func openReal(t *testing.T, o Options) *Store {
	t.Helper()
	s, err := Open(o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func counted(t *testing.T, c *connection, text string) int64 {
	t.Helper()
	rows, err := c.read(t.Context(), text, nil)
	require.NoError(t, err)
	require.Len(t, rows, 1)
	n, _ := rows[0][0].(int64)
	return n
}

const (
	countNodes   = "MATCH (n) RETURN count(n)"
	countIndexes = "SHOW INDEXES YIELD name, type, state WHERE type <> 'LOOKUP' AND state = 'ONLINE' RETURN count(name)"
)

func migrations(t *testing.T, o Options) {
	t.Helper()
	clearServer(t, o)
	s := openReal(t, o)
	known, err := loadMigrations()
	require.NoError(t, err)

	pending, err := s.Migrate(t.Context(), true)
	require.NoError(t, err)
	assert.Equal(t, known, pending)
	assert.Zero(t, counted(t, s.conn, countNodes)+counted(t, s.conn, countIndexes), "a dry run changes nothing")

	applied, err := s.Migrate(t.Context(), false)
	require.NoError(t, err)
	require.Len(t, applied, len(known))
	assert.WithinDuration(t, time.Now(), applied[0].Applied, time.Hour)
	schema := 0
	for _, m := range known {
		for _, statement := range m.statements {
			if statement[:6] == "CREATE" {
				schema++
			}
		}
	}
	assert.EqualValues(t, schema+2, counted(t, s.conn, countIndexes), "each statement made one, and the lock and its like two")
	assert.EqualValues(t, 0, counted(t, s.conn, "MATCH (c:Clock {id: 1}) RETURN c.rev + c.published + c.turn"))

	again := openReal(t, o)
	pending, err = again.Migrate(t.Context(), true)
	require.NoError(t, err)
	assert.Empty(t, pending)
	_, err = again.conn.write(t.Context(), "MATCH (c:Clock {id: 1}) SET c.rev = 7", nil)
	require.NoError(t, err)
	_, err = again.conn.write(t.Context(), "MATCH (m:Migration) DELETE m", nil)
	require.NoError(t, err)
	require.NoError(t, again.ensure(t.Context()), "every statement may run twice")
	assert.EqualValues(t, 7, counted(t, s.conn, "MATCH (c:Clock {id: 1}) RETURN c.rev"), "the clock is made once")
}

func processesMigrateOnce(t *testing.T, o Options) {
	t.Helper()
	clearServer(t, o)
	const processes = 4
	var (
		starting sync.WaitGroup
		applied  [processes][]Migration
		failed   [processes]error
	)
	for i := range processes {
		s := openReal(t, o)
		starting.Go(func() { applied[i], failed[i] = s.Migrate(t.Context(), false) })
	}
	starting.Wait()
	require.NoError(t, errors.Join(failed[:]...))
	known, err := loadMigrations()
	require.NoError(t, err)
	assert.Len(t, slices.Concat(applied[:]...), len(known), "each is applied by one of them")
	c := reach(t, o)
	assert.EqualValues(t, 1, counted(t, c, "MATCH (l:MigrationLock) RETURN count(l)"))
	assert.EqualValues(t, 2, counted(t, c, "MATCH (c:Clock) RETURN count(c)"))
}

func deadProcessLosesItsLock(t *testing.T, o Options) {
	t.Helper()
	clearServer(t, o)
	dead := &migrationLock{conn: reach(t, o), owner: "dead"}
	require.NoError(t, dead.wait(t.Context()))
	s := openReal(t, o)
	near, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	err := s.ensure(near)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	assert.Zero(t, counted(t, s.conn, "MATCH (c:Clock) RETURN count(c)"))

	_, err = dead.conn.write(t.Context(), "MATCH (l:MigrationLock) SET l.lease = timestamp() - 1", nil)
	require.NoError(t, err)
	require.NoError(t, s.ensure(t.Context()))
	other := &migrationLock{conn: dead.conn, owner: "other"}
	require.NoError(t, other.wait(t.Context()))
	require.NoError(t, dead.renew(t.Context()), "it believes that it has it still")
	dead.taken = time.Time{}
	require.ErrorContains(t, dead.renew(t.Context()), "another process took over")
	require.NoError(t, dead.release(t.Context()), "it releases nothing that is not its own")
	other.taken = time.Time{}
	require.NoError(t, other.renew(t.Context()))
	assert.WithinDuration(t, time.Now(), other.taken, time.Minute)
}

// wrongSettings holds the codes that are explained against those of a real server.
func wrongSettings(t *testing.T, o Options) {
	t.Helper()
	c := reach(t, o)
	wrong := o
	wrong.Password = "not the password"
	_, err := reach(t, wrong).read(t.Context(), "RETURN 1", nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, "NEO4J_PASSWORD")
	assert.NotContains(t, err.Error(), wrong.Password)

	wrong = o
	wrong.Database = "elsewhere"
	_, err = reach(t, wrong).read(t.Context(), "RETURN 1", nil)
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, `no database "elsewhere": correct NEO4J_DATABASE`)

	_, err = c.read(t.Context(), "CREATE (:Thing)", nil)
	require.ErrorContains(t, err, "Statement.AccessMode")
	_, err = c.write(t.Context(), "CREATE (:Thing", nil)
	require.ErrorContains(t, err, "SyntaxError")
	require.NotErrorIs(t, err, errPassing)
	require.NotErrorIs(t, err, errUnsettled)
	assert.Zero(t, counted(t, c, "MATCH (n:Thing) RETURN count(n)"))
}

// tooLong runs a statement without end, once until its caller's time is up and once until the server ends it.
func tooLong(t *testing.T, o Options) {
	t.Helper()
	near, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	const endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a)"
	_, err := reach(t, o).read(near, endless, nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	o.ReadTimeout = 12 * time.Second // the server looks every two seconds, and has nine of the twelve
	_, err = reach(t, o).read(t.Context(), endless, nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.ErrorContains(t, err, "db.transaction.timeout")
}
