package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// TestFaults_UpdateCutAtEachByte cuts the first update of a store after each byte that the server answers: the way back to the
// server is open, so that it must be acknowledged all the same, and be there once.
func TestFaults_UpdateCutAtEachByte(t *testing.T) {
	measured := newFaultWorld(t, false, true)
	_, err := measured.update(t.Context(), "first")
	require.NoError(t, err)
	whole := measured.server.Sent()
	require.Greater(t, whole, 500)
	sweep(t, cuts(whole, 1), (*fakebolt.Server).CutAfter, (*faultWorld).update)
}

// TestFaults_UpdateHalfSent cuts it so that the server has a part of what the client sends: around the ends of messages after each
// byte, and else, as the texts of statements are long, after some.
func TestFaults_UpdateHalfSent(t *testing.T) {
	measured := newFaultWorld(t, false, true)
	_, err := measured.update(t.Context(), "first")
	require.NoError(t, err)
	sweep(t, halves(t, measured.server, 13), (*fakebolt.Server).CutAfterHearing, (*faultWorld).update)
}

// TestFaults_LoadCut does both to a load and its publication.
func TestFaults_LoadCut(t *testing.T) {
	whole := func(w *faultWorld, ctx context.Context, name string) (graph.Revision, error) {
		if _, err := w.load(ctx, name); err != nil {
			return 0, err
		}
		return w.publish(ctx, name)
	}
	measured := newFaultWorld(t, false, true)
	_, err := whole(measured, t.Context(), "first")
	require.NoError(t, err)
	sweep(t, cuts(measured.server.Sent(), 3), (*fakebolt.Server).CutAfter, whole)
	sweep(t, halves(t, measured.server, 101), (*fakebolt.Server).CutAfterHearing, whole)
}

// halves are the numbers of bytes after which is cut what a client sends: near the ends of its messages each, else each step.
func halves(t *testing.T, server *fakebolt.Server, step int) []int {
	t.Helper()
	const near = 8
	ends := server.Heard()
	require.Greater(t, len(ends), 10)
	at := cuts(ends[len(ends)-1], step)
	for _, end := range ends {
		for k := max(end-near, 0); k < end+near; k++ {
			at = append(at, k)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// sweep writes to a store whose connection is cut somewhere: a write, the same again, and another. Each is acknowledged, within its
// deadline but for a few that a busy machine delays, and is there once.
func sweep(
	t *testing.T, cuts []int, cut func(s *fakebolt.Server, k int),
	write func(w *faultWorld, ctx context.Context, name string) (graph.Revision, error),
) {
	t.Helper()
	require.Greater(t, len(cuts), 200)
	pace := measurePace(t)
	var late atomic.Int64
	inGroup(t, cuts, cutName, func(t *testing.T, k int) {
		w := newFaultWorld(t, false, true)
		w.pace = pace
		cut(w.server, k)
		for _, want := range []struct {
			op  string
			rev graph.Revision
		}{{"first", 1}, {"first", 1}, {"second", 2}} {
			var rev graph.Revision
			call := func(ctx context.Context) (err error) { rev, err = write(w, ctx, want.op); return err }
			deadline := faultDeadline + 4*pace
			start := time.Now()
			err := w.within(deadline, call)
			if noTimeForAnother(err, deadline-time.Since(start)) {
				late.Add(1)
				err = w.within(faultPatience, call)
			}
			require.NoError(t, err)
			assert.Equal(t, want.rev, rev)
		}
		w.holdsOnce("first", 1)
	})
	assert.Less(t, int(late.Load()), len(cuts)/4, "writes that waited for more than a cut")
}

// noTimeForAnother says whether a call whose connection was cut ended since left was less than the wait before its next try.
func noTimeForAnother(err error, left time.Duration) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, graph.ErrUnavailable) && left <= 2*firstWait
}

// TestFaults_MigrationCut does so while the first call brings the schema of an empty database up to date.
func TestFaults_MigrationCut(t *testing.T) {
	measured := newFaultWorld(t, false, false)
	_, err := measured.update(t.Context(), "first")
	require.NoError(t, err)
	whole := measured.server.Sent()
	require.Greater(t, whole, 3000)

	inGroup(t, cuts(whole, 23), cutName, func(t *testing.T, k int) {
		w := newFaultWorld(t, false, false)
		w.server.CutAfter(k)
		ctx, cancel := context.WithTimeout(t.Context(), faultPatience)
		defer cancel()
		rev, err := w.update(ctx, "first")
		require.NoError(t, err)
		assert.EqualValues(t, 1, rev)
		w.holdsOnce("first", 1)
		w.db.mu.Lock()
		defer w.db.mu.Unlock()
		assert.Len(t, w.db.migrations, len(measured.db.migrations))
		assert.Empty(t, w.db.lock, "the schema is let go")
	})
}

// cuts are the numbers of bytes up to whole after which is cut, each step.
func cuts(whole, step int) []int {
	var found []int
	for k := 0; k < whole; k += step {
		found = append(found, k)
	}
	return found
}

func cutName(k int) string { return fmt.Sprintf("after %d bytes", k) }
