package graphtest

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Model is a store in memory, as plain as the contract allows: each revision is a [world] of its own, and a write makes the
// next world or none. It is the oracle of the differential test and the base line of the benchmarks.
type Model struct {
	// Patience is how long a write waits for an open load to end before it fails with ErrOverloaded.
	Patience time.Duration

	clock func() time.Time

	mu     sync.Mutex
	closed bool
	// newest is the world at the newest published revision; past are the records of each revision, from the first.
	newest *world
	past   []written
	load   *load
	// loads are the published ones: a restored history does not hold its load's operation.
	loads map[graph.OperationID]ended
	// freed is closed, and made anew, whenever a load ends.
	freed chan struct{}
}

// written is what one revision wrote.
type written struct {
	stamp   graph.Stamp
	records []graph.Record
}

// ended is an operation with the revision that it returned.
type ended struct {
	op       graph.Operation
	revision graph.Revision
}

var _ graph.Store = (*Model)(nil)

// NewModel makes an empty store that tells the time by clock.
func NewModel(clock func() time.Time) *Model {
	return &Model{
		Patience: 50 * time.Millisecond,
		clock:    clock,
		newest:   newWorld(),
		loads:    map[graph.OperationID]ended{},
		freed:    make(chan struct{}),
	}
}

// Close ends the store; whatever is asked of it afterwards is ErrUnavailable.
func (m *Model) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.closed {
		m.closed = true
		m.wake()
	}
	return nil
}

// lock takes the mutex unless ctx is done or the store is closed.
func (m *Model) lock(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	if m.closed {
		m.mu.Unlock()
		return fmt.Errorf("the model is closed: %w", graph.ErrUnavailable)
	}
	return nil
}

// wake lets every write that waits for a load look again.
func (m *Model) wake() {
	close(m.freed)
	m.freed = make(chan struct{})
}

// now is the time of a commit that follows a world: never before the last one, whatever the clock says.
func (m *Model) now(w *world) time.Time {
	now := m.clock().UTC().Truncate(time.Microsecond)
	if after := w.stamp().Time.Add(time.Microsecond); w.revision() > 0 && now.Before(after) {
		return after
	}
	return now
}

// repeated finds an operation that is published already: it returns its first revision, or ErrConflict for another input.
func (m *Model) repeated(op graph.Operation) (graph.Revision, bool, error) {
	first, ok := m.loads[op.ID]
	if !ok {
		first, ok = m.newest.operation(op.ID)
	}
	if !ok {
		return 0, false, nil
	}
	return first.revision, true, sameInput(first.op, op)
}

func sameInput(first, again graph.Operation) error {
	if first.Digest != again.Digest {
		return conflict(string(first.ID), "input")
	}
	return nil
}

func conflict(id, field string) error {
	return fmt.Errorf("%s is on file with another %s: %w", id, field, graph.ErrConflict)
}

func checkOperation(op graph.Operation) error {
	if op.ID == "" {
		return graph.Invalid("operation.id", "", "an id")
	}
	return nil
}
