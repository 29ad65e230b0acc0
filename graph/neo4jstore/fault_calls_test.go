package neo4jstore

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// TestFaults_Update breaks an update wherever it can break, then repeats it as its caller would: what was acknowledged is there
// once, what was not is there at most once, and the repetition answers the first revision.
func TestFaults_Update(t *testing.T) {
	cases := faultCases(updatePlaces())
	require.Greater(t, len(cases), 200)
	pace := measurePace(t)
	inGroup(t, cases, (*faultCase).name, func(t *testing.T, c *faultCase) {
		w := newFaultWorld(t, c.place.routed, true)
		w.pace = pace
		w.meet(c)
		var rev graph.Revision
		call := func(ctx context.Context) (err error) {
			rev, err = w.update(ctx, "first")
			return err
		}
		err := w.struck(c, call)
		acknowledged := rev
		w.again(call)
		if err == nil {
			assert.Equal(t, acknowledged, rev, "the repetition answers the first revision")
		}
		w.holdsOnce("first", rev)
		w.again(func(ctx context.Context) error {
			next, err := w.update(ctx, "second")
			assert.True(t, err != nil || next == rev+1, "%d comes after %d", next, rev)
			return err
		})
		w.holdsOnce("first", rev)
		w.unused()
	})
}

// TestFaults_Read breaks a read wherever it can break, then repeats it.
func TestFaults_Read(t *testing.T) {
	pace := measurePace(t)
	inGroup(t, faultCases(readPlaces()), (*faultCase).name, func(t *testing.T, c *faultCase) {
		w := newFaultWorld(t, c.place.routed, true)
		w.again(func(ctx context.Context) error { _, err := w.update(ctx, "first"); return err })
		w.open()
		w.pace = pace
		w.meet(c)
		call := func(ctx context.Context) error {
			rev, caption, err := w.read(ctx, "first")
			if err == nil {
				assert.EqualValues(t, 1, rev)
				assert.Equal(t, faultName, caption)
			}
			return err
		}
		_ = w.struck(c, call)
		w.again(call)
		w.holdsOnce("first", 1)
		w.unused()
	})
}

// meet lets the store come to know the server, unless the case is about just that.
func (w *faultWorld) meet(c *faultCase) {
	if !c.place.cold {
		w.again(func(ctx context.Context) error { return w.store.ensure(ctx) })
	}
}

// holdsOnce checks that an operation was written once, as the revision that its caller was told, and that nothing is left
// unpublished.
func (w *faultWorld) holdsOnce(name string, rev graph.Revision) {
	w.db.mu.Lock()
	defer w.db.mu.Unlock()
	times := 0
	for _, r := range w.db.revisions {
		if r.op == name {
			times++
			assert.EqualValues(w.t, rev, r.rev)
		}
	}
	assert.Equal(w.t, 1, times, "revisions of the operation")
	times = 0
	for _, e := range w.db.entities {
		if e.id() == "ent_"+name {
			times++
		}
	}
	assert.Equal(w.t, 1, times, "entities")
	assert.Equal(w.t, w.db.rev, w.db.published, "all is published")
	assert.Len(w.t, w.db.revisions, int(w.db.rev), "no gap")
}
