package graphtest

import (
	"context"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Update plans over the newest world and commits if no other write came first; else it plans again.
func (m *Model) Update(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	if err := checkOperation(op); err != nil {
		return 0, err
	}
	deadline := time.Now().Add(m.Patience)
	for {
		base, done, rev, err := m.begin(ctx, op, deadline)
		if err != nil || done {
			return rev, err
		}
		records, err := m.plan(ctx, base, plan)
		if err != nil {
			return 0, err
		}
		if rev, ok, err := m.commit(ctx, op, base, records); ok || err != nil {
			return rev, err
		}
	}
}

// begin gives the world to plan over, once no load is open, or what a repeated operation returned the first time.
func (m *Model) begin(ctx context.Context, op graph.Operation, deadline time.Time) (*world, bool, graph.Revision, error) {
	for {
		if err := m.lock(ctx); err != nil {
			return nil, false, 0, err
		}
		rev, done, err := m.repeated(op)
		base, loading, freed := m.newest, m.load != nil, m.freed
		m.mu.Unlock()
		if err != nil {
			return nil, false, 0, err
		}
		if done || !loading {
			return base, done, rev, nil
		}
		if err := wait(ctx, freed, time.Until(deadline)); err != nil {
			return nil, false, 0, err
		}
	}
}

func wait(ctx context.Context, freed <-chan struct{}, patience time.Duration) error {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-freed:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return fmt.Errorf("a load is open: %w", graph.ErrOverloaded)
	}
}

func (m *Model) plan(ctx context.Context, base *world, plan graph.PlanFunc) ([]graph.Record, error) {
	onFile := m.reader(base)
	records, err := plan(ctx, onFile)
	if err != nil {
		return nil, err
	}
	return records, onFile.Close()
}

// commit makes the next world unless the newest one is no longer the base.
func (m *Model) commit(
	ctx context.Context, op graph.Operation, base *world, records []graph.Record,
) (graph.Revision, bool, error) {
	if err := m.lock(ctx); err != nil {
		return 0, false, err
	}
	defer m.mu.Unlock()
	if m.newest != base || m.load != nil {
		return 0, false, nil
	}
	stamp := graph.Stamp{Revision: base.revision() + 1, Time: m.now(base), Operation: op}
	next := base.next(stamp)
	if err := next.write(records); err != nil {
		return 0, false, err
	}
	m.newest, m.past = next, append(m.past, written{stamp, records})
	return stamp.Revision, true, nil
}
