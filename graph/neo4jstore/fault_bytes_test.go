package neo4jstore

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// TestFaults_UpdateCutAtEachByte cuts the first update of a store after each byte that the server answers: the way back to the
// server is open, so that it must be acknowledged all the same, and be there once.
func TestFaults_UpdateCutAtEachByte(t *testing.T) {
	measured := newFaultWorld(t, false, true)
	_, err := measured.update(t.Context(), "first")
	require.NoError(t, err)
	whole := measured.server.Sent()
	require.Greater(t, whole, 500)

	inGroup(t, cuts(whole, 1), cutName, func(t *testing.T, k int) {
		w := newFaultWorld(t, false, true)
		w.server.CutAfter(k)
		ctx, cancel := context.WithTimeout(t.Context(), faultPatience)
		defer cancel()
		for _, want := range []struct {
			op  string
			rev graph.Revision
		}{{"first", 1}, {"first", 1}, {"second", 2}} {
			rev, err := w.update(ctx, want.op)
			require.NoError(t, err)
			assert.Equal(t, want.rev, rev)
		}
		w.holdsOnce("first", 1)
	})
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
