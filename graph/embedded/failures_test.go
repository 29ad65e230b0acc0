package embedded

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// opened is a store that holds one company.
func opened(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), t.TempDir(), Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	_, err = s.Update(t.Context(), graph.Operation{ID: "first"}, planned(companyOf("first", "First")))
	require.NoError(t, err)
	return s
}

func companyOf(id, caption string) *graph.Entity {
	return &graph.Entity{ID: graph.EntityID("ent_" + id), Kind: graph.Company, Specificity: graph.Named, Caption: caption}
}

func planned(records ...graph.Record) graph.PlanFunc {
	return func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil }
}

// pragma sets one on the connection that writes.
func pragma(t *testing.T, s *Store, text string) {
	t.Helper()
	_, err := s.writer.conn.ExecContext(t.Context(), "PRAGMA "+text)
	require.NoError(t, err)
}

// unharmed checks that a failed write left nothing, and that the same write goes through once its cause is gone.
func unharmed(t *testing.T, s *Store, op graph.OperationID, records ...graph.Record) {
	t.Helper()
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, 1, info.Revision)
	assert.Equal(t, 1, info.Counts[graph.EntityRecord])
	r, err := s.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	rows, err := r.ListEntities(t.Context(), graph.EntityQuery{})
	require.NoError(t, err)
	assert.Len(t, rows, 1)
	rev, err := s.Update(t.Context(), graph.Operation{ID: op}, planned(records...))
	require.NoError(t, err)
	assert.EqualValues(t, 2, rev)
	checkFile(t, s)
}

func checkFile(t *testing.T, s *Store) {
	t.Helper()
	verdict, err := one(t.Context(), s.readers, scanText, "PRAGMA integrity_check")
	require.NoError(t, err)
	assert.Equal(t, "ok", verdict)
	broken, err := gather(t.Context(), s.readers, scanText, `SELECT "table" FROM pragma_foreign_key_check`)
	require.NoError(t, err)
	assert.Empty(t, broken)
}

// bulky are records that need many pages, with words and predicates of their own.
func bulky() []graph.Record {
	var records []graph.Record
	for i := range 100 {
		e := companyOf(fmt.Sprint("bulky-", i), strings.Repeat("long ", 400))
		e.Kind = graph.EntityKind(fmt.Sprint("KIND ", i))
		records = append(records, e)
	}
	return records
}

func TestUpdate_OnAFullDisk(t *testing.T) {
	t.Parallel()
	s := opened(t)
	pages, err := one(t.Context(), s.readers, scanKey, "PRAGMA page_count")
	require.NoError(t, err)
	pragma(t, s, fmt.Sprintf("max_page_count = %d", pages+5))
	for range 2 {
		_, err = s.Update(t.Context(), graph.Operation{ID: "bulky"}, planned(bulky()...))
		require.ErrorIs(t, err, graph.ErrUnavailable)
		require.ErrorContains(t, err, "the disk is full")
	}
	pragma(t, s, "max_page_count = 1000000")
	unharmed(t, s, "bulky", bulky()...)
}

func TestLoad_OnAFullDisk(t *testing.T) {
	t.Parallel()
	s := opened(t)
	pages, err := one(t.Context(), s.readers, scanKey, "PRAGMA page_count")
	require.NoError(t, err)
	pragma(t, s, fmt.Sprintf("max_page_count = %d", pages+5))
	op := graph.Operation{ID: "load"}
	_, err = s.Load(t.Context(), op, graph.Stamp{}, sequenceOf(bulky()))
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.NoError(t, s.Abandon(t.Context(), op), "what is open can be abandoned on a full disk")
	pragma(t, s, "max_page_count = 1000000")
	unharmed(t, s, "bulky", bulky()...)
}

func TestUpdate_WhereNothingMayBeWritten(t *testing.T) {
	t.Parallel()
	s := opened(t)
	pragma(t, s, "query_only = 1")
	_, err := s.Update(t.Context(), graph.Operation{ID: "more"}, planned(companyOf("more", "More")))
	require.ErrorIs(t, err, graph.ErrReadOnly)
	require.ErrorContains(t, err, "cannot be written")
	pragma(t, s, "query_only = 0")
	unharmed(t, s, "more", companyOf("more", "More"))
}

func TestUpdate_ATextThatIsTooLong(t *testing.T) {
	t.Parallel()
	s := opened(t)
	pragma(t, s, "cache_size = -1000")
	huge := companyOf("huge", strings.Repeat("x", 1<<20))
	_, err := s.Update(t.Context(), graph.Operation{ID: "huge"}, planned(huge))
	require.NoError(t, err, "a megabyte is nothing")
	r, err := s.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	rows, err := r.Entities(t.Context(), []graph.EntityID{huge.ID})
	require.NoError(t, err)
	assert.Equal(t, *huge, rows[huge.ID].Entity)
}

// A word of a write that was undone must not be read under the key that another word gets next.
func TestUpdate_WordsOfAnUndoneWriteAreForgotten(t *testing.T) {
	t.Parallel()
	s := opened(t)
	before := s.words.count()
	odd := companyOf("odd", "Odd")
	odd.Kind = "ODD"
	lost := &graph.Claim{ID: "clm_lost", Subject: "ent_nobody", Predicate: "OWNS", Modality: graph.Fact}
	_, err := s.Update(t.Context(), graph.Operation{ID: "undone"}, planned(odd, lost))
	require.ErrorIs(t, err, graph.ErrNotFound)
	require.ErrorContains(t, err, "ent_nobody")
	assert.Equal(t, before, s.words.count())
	even := companyOf("even", "Even")
	even.Kind = "EVEN"
	_, err = s.Update(t.Context(), graph.Operation{ID: "done"}, planned(even))
	require.NoError(t, err)
	r, err := s.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	rows, err := r.Entities(t.Context(), []graph.EntityID{even.ID, odd.ID})
	require.NoError(t, err)
	require.Len(t, rows, 1)
	assert.Equal(t, graph.EntityKind("EVEN"), rows[even.ID].Kind)
}

func TestRead_ADamagedFileIsAnError(t *testing.T) {
	t.Parallel()
	s := opened(t)
	for name, text := range map[string]string{
		"a word that is not on file": "UPDATE entity SET kind = 999",
		"broken JSON":                `UPDATE entity SET more = '{"count":'`,
	} {
		_, err := s.writer.conn.ExecContext(t.Context(), text)
		require.NoError(t, err, name)
		s.entities.restart(1)
		r, err := s.Snapshot(t.Context(), 0)
		require.NoError(t, err)
		_, err = r.Entities(t.Context(), []graph.EntityID{"ent_first"})
		require.ErrorIs(t, err, graph.ErrUnavailable, name)
		_, err = r.ListEntities(t.Context(), graph.EntityQuery{Order: graph.ByName})
		require.ErrorIs(t, err, graph.ErrUnavailable, name)
		_, err = s.writer.conn.ExecContext(t.Context(), "UPDATE entity SET kind = 1, more = NULL")
		require.NoError(t, err, name)
	}
}

func TestExplain_LeavesOtherErrorsAlone(t *testing.T) {
	t.Parallel()
	odd := errors.New("odd")
	require.NoError(t, explain(t.Context(), nil))
	assert.Equal(t, odd, explain(t.Context(), odd))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	assert.Equal(t, context.Canceled, explain(ctx, odd), "a done context comes first")
}

func TestUnwritable_TellsRightsFromTheRest(t *testing.T) {
	t.Parallel()
	for cause, kind := range map[error]error{
		syscall.EROFS: graph.ErrReadOnly, os.ErrPermission: graph.ErrReadOnly, syscall.EIO: graph.ErrUnavailable,
	} {
		err := unwritable("/data", cause)
		require.ErrorIs(t, err, kind)
		require.ErrorIs(t, err, cause)
		assert.ErrorContains(t, err, "folder /data cannot be")
	}
}

// readOnlyFolder is a folder of the kernel's in which nobody may make a file.
const readOnlyFolder = "/proc/self"

func TestOpen_AFolderThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(readOnlyFolder); err != nil {
		readOnly := t.TempDir()
		require.NoError(t, os.Chmod(readOnly, 0o500))
		_, err := Open(t.Context(), readOnly, Options{})
		require.ErrorIs(t, err, graph.ErrReadOnly)
		return
	}
	_, err := Open(t.Context(), readOnlyFolder, Options{})
	require.ErrorContains(t, err, "folder "+readOnlyFolder+" cannot be")
	_, err = Open(t.Context(), readOnlyFolder+"/store", Options{})
	require.ErrorIs(t, err, graph.ErrUnavailable)
	assert.ErrorContains(t, err, "cannot be made")
}
