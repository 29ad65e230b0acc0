package neo4jstore

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/graph"
)

// leasedWorld is a store whose loads have a short lease.
func leasedWorld(t *testing.T) *faultWorld {
	t.Helper()
	w := newFaultWorld(t, false, true)
	w.store.options.LoadLease = 300 * time.Millisecond
	return w
}

// renewals waits until the lease was renewed so often more.
func (w *faultWorld) renewals(more int) {
	w.t.Helper()
	before := w.renewed()
	require.Eventually(w.t, func() bool { return w.renewed() >= before+more }, faultPatience, time.Millisecond)
}

func (w *faultWorld) renewed() int {
	w.db.mu.Lock()
	defer w.db.mu.Unlock()
	return w.db.renewed
}

func leasedCompany(name string) *graph.Entity {
	return &graph.Entity{ID: graph.EntityID("ent_" + name), Kind: graph.Company, Specificity: graph.Named, Caption: faultName}
}

func TestLease_IsRenewedWhileALoadWaitsForRecords(t *testing.T) {
	w := leasedWorld(t)
	op := faultOperation("slow")
	_, err := w.store.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) {
		w.renewals(4) // longer than the lease
		_ = yield(leasedCompany("a"), nil)
		w.renewals(4)
	})
	require.NoError(t, err)
	rev, err := w.store.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	assert.Equal(t, 1, w.db.chunks)
}

func TestLease_IsRenewedWhileItsReaderIsOpen(t *testing.T) {
	w := leasedWorld(t)
	op := faultOperation("derived")
	_, err := w.store.Load(t.Context(), op, graph.Stamp{}, stream())
	require.NoError(t, err)
	r, err := w.store.Loading(t.Context(), op)
	require.NoError(t, err)
	w.renewals(4)
	for range 2 {
		require.NoError(t, r.Close())
	}

	h, err := w.store.head(t.Context(), op)
	require.NoError(t, err)
	was := w.db.load.token
	w.store.loads.hold(op.ID, "another's")
	w.store.renew(t.Context(), time.Second, op.ID, h.load.token)
	ended := w.renewed()
	w.store.loads.forget(op.ID)
	w.store.renew(t.Context(), time.Second, op.ID, "")
	assert.Equal(t, ended, w.renewed(), "the load of another is left alone")
	w.store.renew(t.Context(), time.Second, op.ID, was)
	assert.Equal(t, ended+1, w.renewed(), "one that this process sees, and may go on with, is kept")
}

// TestLease_OfALoadThatNobodyWorksOnPasses: its writer waits for nothing, and another writes.
func TestLease_OfALoadThatNobodyWorksOnPasses(t *testing.T) {
	w := leasedWorld(t)
	_, err := w.store.Load(t.Context(), faultOperation("left"), graph.Stamp{}, stream(leasedCompany("left")))
	require.NoError(t, err)
	w.store.options.LoadWait = faultPatience
	rev, err := w.update(t.Context(), "next")
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	w.holdsOnce("next", 1)
	_, err = w.store.Publish(t.Context(), faultOperation("left"))
	require.ErrorIs(t, err, graph.ErrConflict)
}

// TestLease_OfAReaderLeftOpen ends with its store.
func TestLease_OfAReaderLeftOpen(t *testing.T) {
	w := leasedWorld(t)
	op := faultOperation("left open")
	_, err := w.store.Load(t.Context(), op, graph.Stamp{}, stream())
	require.NoError(t, err)
	before := goleak.IgnoreCurrent()
	_, err = w.store.Loading(t.Context(), op)
	require.NoError(t, err)
	require.NoError(t, w.store.Close())
	goleak.VerifyNone(t, before)
}

func TestLease_IsRenewedInTheDatabase(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	loadInto(t, s, op, someCompany("a"))
	lease := func(tokens ...string) any {
		told(t, s, "MATCH (c:Clock {id: 1}) SET c.lease = 0", nil)
		s.loads.remember(op.ID, storeClock, tokens...)
		s.renew(t.Context(), time.Minute, op.ID, "")
		return told(t, s, "MATCH (c:Clock {id: 1}) RETURN c.lease > timestamp()", nil)[0][0]
	}
	token := s.loads.known(op.ID, storeClock)[0]
	assert.Equal(t, true, lease(token))
	assert.Equal(t, true, lease("not yet written", token))
	assert.Equal(t, false, lease("another's"))
	s.loads.remember(op.ID, storeClock, token)
	_, err := s.Publish(t.Context(), op)
	require.NoError(t, err)
	s.renew(t.Context(), time.Minute, op.ID, token)
	assert.NotContains(t, clockOf(t, s), "lease", "a load that is over has none")
}
