package graphtest

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Loading opens a reader at the newest world of op's load; before it has written, that is the newest published one.
func (m *Model) Loading(ctx context.Context, op graph.Operation) (graph.Reader, error) {
	if err := m.lock(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	l, err := m.loadOf(op)
	if errors.Is(err, graph.ErrNotFound) {
		return m.reader(m.newest), nil
	}
	if err != nil {
		return nil, err
	}
	return m.reader(l.newest), nil
}

// loadOf is the open load of op.
func (m *Model) loadOf(op graph.Operation) (*load, error) {
	if m.load == nil || m.load.op.ID != op.ID {
		return nil, fmt.Errorf("load %s: %w", op.ID, graph.ErrNotFound)
	}
	return m.load, sameInput(m.load.op, op)
}

// Publish makes the worlds of op's load the newest ones. Its own revision gets the time at which it becomes visible: what a
// reader of yesterday saw does not change.
func (m *Model) Publish(ctx context.Context, op graph.Operation) (graph.Revision, error) {
	if err := m.lock(ctx); err != nil {
		return 0, err
	}
	defer m.mu.Unlock()
	if rev, done, err := m.repeated(op); done {
		return rev, err
	}
	l, err := m.loadOf(op)
	if err != nil {
		return 0, err
	}
	if len(l.past) == 0 {
		return 0, fmt.Errorf("load %s has written nothing: %w", op.ID, graph.ErrNotFound)
	}
	if !l.history {
		l.restamp(m.now(m.newest))
	}
	m.past, m.newest, m.load = append(m.past, l.past...), l.newest, nil
	m.loads[op.ID] = ended{op, m.newest.revision()}
	m.wake()
	return m.newest.revision(), nil
}

// Abandon forgets the worlds of op's load.
func (m *Model) Abandon(ctx context.Context, op graph.Operation) error {
	if err := m.lock(ctx); err != nil {
		return err
	}
	defer m.mu.Unlock()
	if m.load == nil || m.load.op.ID != op.ID {
		return nil
	}
	if err := sameInput(m.load.op, op); err != nil {
		return err
	}
	m.load = nil
	m.wake()
	return nil
}
