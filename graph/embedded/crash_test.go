package embedded_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

const (
	// crashFolder names the folder in which a process started by the crash test writes.
	crashFolder = "REDTHREAD_CRASH_FOLDER"
	kills       = 10
)

// writeUntilKilled writes numbered sets of records, every third one as a load in three steps, and prints the number of each once
// it is acknowledged.
func writeUntilKilled(dir string) int {
	ctx := context.Background()
	s, err := embedded.Open(ctx, dir, embedded.Options{})
	for err == nil {
		var info graph.Info
		if info, err = s.Info(ctx); err != nil {
			break
		}
		n := int(info.Revision)
		op, records := operation(fmt.Sprint("write ", n)), filed(n)
		if n%3 == 2 {
			err = writeAsLoad(ctx, s, op, records)
		} else {
			_, err = s.Update(ctx, op, planOf(records...))
		}
		if err == nil {
			_, err = fmt.Fprintln(os.Stdout, n)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

func writeAsLoad(ctx context.Context, s graph.Store, op graph.Operation, records []graph.Record) error {
	for _, part := range [][]graph.Record{records[:4], records[4:9], records[9:]} {
		if _, err := s.Load(ctx, op, graph.Stamp{}, sequence(part...)); err != nil {
			return err
		}
	}
	_, err := s.Publish(ctx, op)
	return err
}

// killed runs the writing process, kills it some time after a number of writes, and gives the number of the last write that it
// acknowledged; -1 for none.
func killed(t *testing.T, dir string, writes int, later time.Duration) int {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	child := exec.CommandContext(t.Context(), self)
	child.Env = append(os.Environ(), crashFolder+"="+dir)
	var complaints strings.Builder
	child.Stderr = &complaints
	out, err := child.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, child.Start())
	last := -1
	lines := bufio.NewScanner(out)
	for range writes {
		if !lines.Scan() {
			break
		}
		last = number(t, lines.Text())
	}
	time.Sleep(later)
	require.NoError(t, child.Process.Kill())
	for lines.Scan() {
		last = number(t, lines.Text())
	}
	_, err = io.Copy(io.Discard, out)
	require.NoError(t, err)
	require.Error(t, child.Wait())
	require.Empty(t, complaints.String())
	return last
}

func number(t *testing.T, line string) int {
	t.Helper()
	n, err := strconv.Atoi(line)
	require.NoError(t, err)
	return n
}

func TestCrash_NothingAcknowledgedIsLostAndNothingIsTorn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	open := 0
	for range kills {
		acknowledged := killed(t, dir, 1+random.IntN(12), time.Duration(random.IntN(6000))*time.Microsecond)
		held, err := os.ReadFile(filepath.Join(dir, "redthread.lock"))
		require.NoError(t, err)
		require.NotEmpty(t, held, "the lock's file says that nobody closed the folder")
		if recovered(t, dir, acknowledged, random.IntN(2) == 0) {
			open++
		}
		soundFile(t, dir)
	}
	t.Logf("%d of %d kills left a load open", open, kills)
}

// recovered opens what a killed process left, ends a load that it left open, and checks that all writes are whole.
func recovered(t *testing.T, dir string, acknowledged int, resume bool) (wasOpen bool) {
	t.Helper()
	s, err := embedded.Open(t.Context(), dir, embedded.Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	info, err := s.Info(t.Context())
	require.NoError(t, err)
	writes := int(info.Revision)
	require.Greater(t, writes, acknowledged, "writes 0 to %d were acknowledged", acknowledged)
	require.LessOrEqual(t, writes, acknowledged+2, "at most one write was under way")
	whole(t, s, writes)
	if info.Open == nil {
		return false
	}
	require.Equal(t, operation(fmt.Sprint("write ", writes)), *info.Open)
	if resume {
		require.NoError(t, writeAsLoad(t.Context(), s, *info.Open, filed(writes)))
		writes++
	} else {
		require.NoError(t, s.Abandon(t.Context(), *info.Open))
	}
	whole(t, s, writes)
	return true
}

// whole checks that exactly the first n sets of records are on file, each with all its parts.
func whole(t *testing.T, s *embedded.Store, n int) {
	t.Helper()
	entries, err := s.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	require.Len(t, entries, 9*n)
	changes, err := s.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	require.Len(t, changes, 10*n)
	require.Len(t, entities(t, s), 2*n)
	for kind, count := range counts(t, s) {
		each := 1
		if kind == graph.EntityRecord {
			each = 2
		}
		require.Equal(t, each*n, count, kind)
	}
	read(t, s, func(r graph.Reader) {
		for i := range n {
			wholeSet(t, r, i)
		}
	})
}

func wholeSet(t *testing.T, r graph.Reader, n int) {
	t.Helper()
	records := filed(n)
	said := records[5].(*graph.Assertion)
	rows, err := r.Assertions(t.Context(), []graph.AssertionID{said.ID})
	require.NoError(t, err)
	require.Equal(t, *said, rows[said.ID].Assertion)
	require.NotNil(t, rows[said.ID].Decision)
	found := 0
	for e, err := range r.Expand(t.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{said.Speaker}}) {
		require.NoError(t, err)
		assert.Equal(t, said.Claim, e.Claim)
		assert.Equal(t, 1, e.FarRow.State.Degree)
		found++
	}
	require.Equal(t, 1, found)
	hits, err := r.Search(t.Context(), graph.TermQuery{
		Target: graph.EntityTerms, Sets: []graph.TermSet{{Terms: []graph.Term{graph.Term(fmt.Sprintf("w:a%d", n))}, Least: 1}}, Limit: 5,
	})
	require.NoError(t, err)
	require.Equal(t, []string{string(said.Speaker)}, hits.IDs)
}

// soundFile lets the engine itself look for damage.
func soundFile(t *testing.T, dir string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, databaseFile))
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	var verdict string
	require.NoError(t, db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict))
	require.Equal(t, "ok", verdict)
	var broken int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM pragma_foreign_key_check").Scan(&broken))
	require.Zero(t, broken)
}
