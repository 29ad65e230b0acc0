package embedded_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

const databaseFile = "redthread.db"

// refused opens a folder that must be refused with one of the sentences, and leaves its file as it is.
func refused(t *testing.T, dir string, kind error, says ...string) {
	t.Helper()
	before := contentsOf(t, dir)
	_, err := embedded.Open(t.Context(), dir, embedded.Options{})
	require.ErrorIs(t, err, kind)
	for _, words := range says {
		require.ErrorContains(t, err, words)
	}
	assert.Equal(t, before, contentsOf(t, dir), "the file is not touched")
}

func contentsOf(t *testing.T, dir string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, databaseFile))
	if err != nil {
		return nil
	}
	return content
}

// inFile runs statements on a closed store's file.
func inFile(t *testing.T, dir string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, databaseFile))
	require.NoError(t, err)
	for _, text := range statements {
		_, err := db.ExecContext(t.Context(), text)
		require.NoError(t, err, text)
	}
	require.NoError(t, db.Close())
}

// filledFolder is the folder of a closed store that holds a little.
func filledFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "made", "on demand")
	s := open(t, dir, embedded.Options{})
	write(t, s, "first", filed(1)...)
	require.NoError(t, s.Close())
	return dir
}

func TestOpen_GoesOnWhereItWasClosed(t *testing.T) {
	t.Parallel()
	dir := filledFolder(t)
	s := open(t, dir, embedded.Options{})
	before, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, 1, before.Revision)
	assert.Equal(t, []graph.EntityID{"ent_a1", "ent_b1"}, entities(t, s))
	rev, err := s.Update(t.Context(), operation("first"), planOf(company("other")))
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev, "the operation is on file")
	assert.EqualValues(t, 2, write(t, s, "second", filed(2)...))
	require.NoError(t, s.Close())
	s = open(t, dir, embedded.Options{})
	assert.Len(t, entities(t, s), 4)
	assert.Equal(t, map[graph.RecordKind]int{
		graph.EntityRecord: 4, graph.DocumentRecord: 2, graph.LayerRecord: 2, graph.ClaimRecord: 2, graph.AssertionRecord: 2,
		graph.DecisionRecord: 2, graph.JudgementRecord: 2, graph.CompetenceRecord: 2, graph.StandingRecord: 2,
	}, counts(t, s))
}

func TestClose_LeavesOneFileAndTheLock(t *testing.T) {
	t.Parallel()
	dir := filledFolder(t)
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	assert.Equal(t, []string{databaseFile, "redthread.lock"}, names, "the write-ahead log is emptied")
	held, err := os.ReadFile(filepath.Join(dir, "redthread.lock"))
	require.NoError(t, err)
	assert.Empty(t, held, "nobody works here")
}

func TestOpen_TimeNeverGoesBackOverAReopening(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	s := open(t, dir, embedded.Options{Clock: clock})
	write(t, s, "first", company("a"))
	require.NoError(t, s.Close())
	now = now.Add(-time.Hour)
	s = open(t, dir, embedded.Options{Clock: clock})
	write(t, s, "second", company("b"))
	read(t, s, func(r graph.Reader) {
		assert.Equal(t, now.Add(time.Hour+time.Microsecond), r.Stamp().Time)
	})
}

func TestOpen_InMemoryLeavesNothing(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	s := open(t, embedded.InMemory, embedded.Options{})
	other := open(t, embedded.InMemory, embedded.Options{})
	write(t, s, "first", company("a"))
	assert.Empty(t, entities(t, other), "each has a folder of its own")
	made, err := os.ReadDir(temporary)
	require.NoError(t, err)
	assert.Len(t, made, 2)
	require.NoError(t, s.Close())
	require.NoError(t, other.Close())
	left, err := os.ReadDir(temporary)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestOpen_OneAtATime(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir, embedded.Options{})
	write(t, s, "first", company("a"))
	_, err := embedded.Open(t.Context(), dir, embedded.Options{})
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.ErrorContains(t, err, dir)
	require.ErrorContains(t, err, fmt.Sprintf("in use by process %d", os.Getpid()))
	write(t, s, "second", company("b"))
	require.NoError(t, s.Close())
	assert.Len(t, entities(t, open(t, dir, embedded.Options{})), 2, "the second attempt did no harm")
}

func TestOpen_AFileInPlaceOfTheFolder(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, []byte("mine"), 0o600))
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		_, err := embedded.Open(t.Context(), dir, embedded.Options{})
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, dir+" cannot be made")
	}
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "mine", string(content))
}

func TestOpen_AFolderInPlaceOfAFile(t *testing.T) {
	t.Parallel()
	for _, name := range []string{databaseFile, "redthread.lock"} {
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, name), 0o700))
		_, err := embedded.Open(t.Context(), dir, embedded.Options{})
		require.ErrorIs(t, err, graph.ErrUnavailable, name)
		assert.ErrorContains(t, err, dir)
	}
}

func TestOpen_AFileThatIsNoDatabase(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"a text": "Dear Sir or Madam,\n", "a short one": "SQLite", "almost": "SQLite format 2\x00 and so on",
	} {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, databaseFile), []byte(content), 0o600), name)
		refused(t, dir, graph.ErrUnavailable, "no SQLite database", databaseFile)
	}
}

func TestOpen_AnEmptyFileIsAFreshStore(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, databaseFile), nil, 0o600))
	s := open(t, dir, embedded.Options{})
	assert.EqualValues(t, 1, write(t, s, "first", company("a")))
}

func TestOpen_AnotherProgramsDatabase(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	inFile(t, dir, "CREATE TABLE bookmark (url TEXT)", "INSERT INTO bookmark VALUES ('https://example.org')")
	refused(t, dir, graph.ErrUnavailable, "another program", "name another folder")
}

func TestOpen_ANewerVersionsFile(t *testing.T) {
	t.Parallel()
	dir := filledFolder(t)
	inFile(t, dir, "INSERT INTO migration VALUES (9999, '9999_future.sql', 'abc')")
	refused(t, dir, graph.ErrUnavailable, "newer version", "9999")
}

func TestOpen_AFileOfAnotherMigration(t *testing.T) {
	t.Parallel()
	dir := filledFolder(t)
	inFile(t, dir, "UPDATE migration SET sum = 'abc' WHERE number = 1")
	refused(t, dir, graph.ErrUnavailable, "another migration 0001")
}

func TestOpen_ADamagedFile(t *testing.T) {
	t.Parallel()
	harm := map[string]func(content []byte) []byte{
		"cut off": func(content []byte) []byte { return content[:len(content)/2] },
		"overwritten": func(content []byte) []byte {
			return append(content[:4096*2:4096*2], make([]byte, len(content)-4096*2)...)
		},
		"only a head":  func(content []byte) []byte { return content[:100] },
		"garbled root": func(content []byte) []byte { copy(content[100:200], make([]byte, 100)); return content },
	}
	for name, change := range harm {
		dir := filledFolder(t)
		path := filepath.Join(dir, databaseFile)
		require.NoError(t, os.WriteFile(path, change(contentsOf(t, dir)), 0o600))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "redthread.lock"), []byte("1\n"), 0o600), "as after an unclean stop")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			refused(t, dir, graph.ErrUnavailable, databaseFile)
		})
	}
}

func TestOpen_ACancelledContext(t *testing.T) {
	t.Parallel()
	dir := filledFolder(t)
	ctx, cancel := contextOf(t)
	cancel()
	_, err := embedded.Open(ctx, dir, embedded.Options{})
	require.ErrorIs(t, err, ctx.Err())
	assert.Len(t, entities(t, open(t, dir, embedded.Options{})), 2, "the folder is free and whole")
}

func TestInfo_NamesEngineAndSize(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{})
	before, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Regexp(t, `^sqlite 3\.\d+`, before.Engine)
	assert.Len(t, before.Counts, 9, "every kind is counted, be it as none")
	var many []graph.Record
	for n := range 200 {
		many = append(many, filed(n)...)
	}
	write(t, s, "many", many...)
	after, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.Greater(t, after.SizeBytes, before.SizeBytes+50_000)
	assert.Equal(t, 400, after.Counts[graph.EntityRecord])
}
