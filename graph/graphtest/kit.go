package graphtest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// tester is what a case needs of [testing.T] and of [rapid.T].
type tester interface {
	Helper()
	Context() context.Context
	Cleanup(end func())
	Error(args ...any)
	Errorf(format string, args ...any)
	FailNow()
}

// kit is what a case works with: an empty store, the clock that the store tells the time by, and fresh operations.
type kit struct {
	tester
	store graph.Store
	clock *handClock
	fresh func() graph.Store
	mu    sync.Mutex
	ops   int
}

func newKit(t *testing.T, newStore func(t *testing.T, clock func() time.Time) graph.Store) *kit {
	t.Helper()
	clock := newHandClock()
	return kitOf(t, clock, func() graph.Store { return newStore(t, clock.Now) })
}

func kitOf(t tester, clock *handClock, fresh func() graph.Store) *kit {
	k := &kit{tester: t, clock: clock, fresh: fresh}
	k.begin()
	return k
}

// begin closes the store, if there is one, and goes on with an empty one: a store may need a server of its own, and to start
// a second one takes longer than most cases.
func (k *kit) begin() {
	k.Helper()
	if k.store != nil {
		require.NoError(k, k.store.Close())
	}
	s := k.fresh()
	k.Cleanup(func() { assert.NoError(k, s.Close(), "a closed store may be closed again") })
	k.store = s
}

// operation makes a fresh operation.
func (k *kit) operation() graph.Operation {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ops++
	return operation(fmt.Sprintf("op-%d", k.ops))
}

// operation makes the operation of a name; its digest follows from that.
func operation(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

// write puts records on file as one revision, a second after the last one.
func (k *kit) write(records ...graph.Record) graph.Revision {
	k.Helper()
	rev, err := k.try(records...)
	require.NoError(k, err)
	return rev
}

// try is write for records that may be refused.
func (k *kit) try(records ...graph.Record) (graph.Revision, error) {
	k.clock.Advance(time.Second)
	return k.store.Update(k.Context(), k.operation(), planOf(records...))
}

// planOf is the plan that writes the same records over whatever is on file.
func planOf(records ...graph.Record) graph.PlanFunc {
	return func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil }
}

// read opens a reader for the time of a function; at 0 at the newest revision.
func (k *kit) read(at graph.Revision, see func(r graph.Reader)) {
	k.Helper()
	r, err := k.store.Snapshot(k.Context(), at)
	require.NoError(k, err)
	defer func() { assert.NoError(k, r.Close()) }()
	see(r)
}

// equal compares what was read with what was expected, telling no empty list from a missing one.
func (k *kit) equal(want, got any, about ...any) {
	k.Helper()
	assert.Equal(k, tidy(want), tidy(got), about...)
}

// ok gives the result of a call that may not fail.
func ok[V any](v V, err error) func(k *kit) V {
	return func(k *kit) V {
		k.Helper()
		require.NoError(k, err)
		return v
	}
}

// together does n things at once and needs all of them to succeed.
func (k *kit) together(n int, work func(i int) error) {
	k.Helper()
	failed := make([]error, n)
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() { failed[i] = work(i) })
	}
	group.Wait()
	require.NoError(k, errors.Join(failed...))
}

// sequence streams records, and at the end err unless it is nil.
func sequence(err error, records ...graph.Record) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// edges reads all of a stream.
func (k *kit) edges(r graph.Reader, q graph.ExpandQuery) []graph.Edge {
	k.Helper()
	var found []graph.Edge
	for e, err := range r.Expand(k.Context(), q) {
		require.NoError(k, err)
		found = append(found, e)
	}
	return found
}

// handClock is a clock that is moved by hand.
type handClock struct {
	mu  sync.Mutex
	now time.Time
}

func newHandClock() *handClock {
	return &handClock{now: time.Date(2026, 3, 1, 12, 0, 0, 123456789, time.FixedZone("UTC+3", 3*60*60))}
}

// Now is the time, in a zone that is not UTC.
func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock, back if d is negative.
func (c *handClock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
