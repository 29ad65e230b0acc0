package embedded

import (
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func stepsOf(t *testing.T, files map[string]string) []migration {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder["migrations/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	steps, err := migrations(folder)
	require.NoError(t, err)
	return steps
}

// freshWriter is a connection to an empty file.
func freshWriter(t *testing.T) *writer {
	t.Helper()
	db, conn, err := openWriter(t.Context(), filepath.Join(t.TempDir(), fileName))
	require.NoError(t, err)
	w := newWriter(db, conn)
	t.Cleanup(func() { require.NoError(t, w.close()) })
	return w
}

func TestMigrate_GoesForwardStepByStep(t *testing.T) {
	t.Parallel()
	w := freshWriter(t)
	first := map[string]string{"0001_one.sql": "CREATE TABLE one (x INTEGER); INSERT INTO one VALUES (1);"}
	require.NoError(t, migrate(t.Context(), w.conn, stepsOf(t, first)))
	second := map[string]string{
		"0001_one.sql": first["0001_one.sql"], "0002_two.sql": "CREATE TABLE two AS SELECT x + 1 AS x FROM one", "0010_ten.sql": "INSERT INTO two VALUES (10)",
	}
	for range 2 {
		require.NoError(t, migrate(t.Context(), w.conn, stepsOf(t, second)), "a second time it changes nothing")
	}
	found, err := gather(t.Context(), w, scanKey, "SELECT x FROM two ORDER BY x")
	require.NoError(t, err)
	assert.Equal(t, []int64{2, 10}, found)
	require.ErrorIs(t, migrate(t.Context(), w.conn, stepsOf(t, first)), graph.ErrUnavailable, "there is no way back")
}

func TestMigrate_AFailingStepLeavesTheFileAlone(t *testing.T) {
	t.Parallel()
	w := freshWriter(t)
	good := map[string]string{"0001_one.sql": "CREATE TABLE one (x INTEGER)"}
	require.NoError(t, migrate(t.Context(), w.conn, stepsOf(t, good)))
	err := migrate(t.Context(), w.conn, stepsOf(t, map[string]string{
		"0001_one.sql": good["0001_one.sql"], "0002_two.sql": "CREATE TABLE two (x INTEGER)", "0003_bad.sql": "CREATE TABLE one (y INTEGER)",
	}))
	require.ErrorContains(t, err, "0003_bad.sql")
	applied, err := appliedSteps(t.Context(), w.conn)
	require.NoError(t, err)
	assert.Len(t, applied, 1, "not even the good one before it")
	require.NoError(t, migrate(t.Context(), w.conn, stepsOf(t, good)))
}

func TestMigrations_AreNumbered(t *testing.T) {
	t.Parallel()
	_, err := migrations(fstest.MapFS{"migrations/first.sql": &fstest.MapFile{}})
	require.ErrorContains(t, err, "first.sql")
	steps, err := migrations(migrationFiles)
	require.NoError(t, err)
	for i, step := range steps {
		assert.Equal(t, i+1, step.number, "no number is left out")
		assert.Len(t, step.sum(), 64)
	}
}

// Tables are STRICT, so that a column holds what it says.
func TestSchema_IsStrict(t *testing.T) {
	t.Parallel()
	s := opened(t)
	loose, err := gather(t.Context(), s.readers, scanText,
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
	require.NoError(t, err)
	assert.Empty(t, loose)
}

// The pragmas on which durability rests are those of the connections in use.
func TestConnections_HaveTheirPragmas(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for name, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "query_only": "0",
	} {
		var got string
		require.NoError(t, s.writer.conn.QueryRowContext(t.Context(), "PRAGMA "+name).Scan(&got))
		assert.Equal(t, want, got, name)
	}
	for name, want := range map[string]string{"query_only": "1", "busy_timeout": "5000", "journal_mode": "wal"} {
		got, err := one(t.Context(), s.readers, scanText, "PRAGMA "+name)
		require.NoError(t, err)
		assert.Equal(t, want, got, name)
	}
	_, err := s.readers.exec(t.Context(), "DELETE FROM entity")
	require.ErrorIs(t, explain(t.Context(), err), graph.ErrReadOnly)
}
