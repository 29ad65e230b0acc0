package graphtest

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// load is a bulk write in progress: worlds that nobody else sees yet.
type load struct {
	op      graph.Operation
	history bool // restores revisions with given stamps
	newest  *world
	past    []written
}

// Load appends records to the open load of op, all of them or, when one of them fails, none.
func (m *Model) Load(
	ctx context.Context, op graph.Operation, at graph.Stamp, records iter.Seq2[graph.Record, error],
) (graph.Revision, error) {
	if err := checkOperation(op); err != nil {
		return 0, err
	}
	rev, done, err := m.open(ctx, op, at)
	if err != nil || done {
		return rev, err
	}
	batch, err := gather(ctx, records)
	if err != nil {
		return 0, err
	}
	if err := m.lock(ctx); err != nil {
		return 0, err
	}
	defer m.mu.Unlock()
	if m.load == nil || m.load.op != op {
		return 0, fmt.Errorf("load %s was ended meanwhile: %w", op.ID, graph.ErrConflict)
	}
	return m.load.append(m.stampOf(at), batch)
}

// open waits until no other load is open, and opens that of op.
func (m *Model) open(ctx context.Context, op graph.Operation, at graph.Stamp) (graph.Revision, bool, error) {
	deadline := time.Now().Add(m.Patience)
	for {
		if err := m.lock(ctx); err != nil {
			return 0, false, err
		}
		rev, done, err := m.repeated(op)
		if !done && m.load == nil {
			err = m.start(op, at)
		}
		ready, freed := m.load != nil && m.load.op.ID == op.ID, m.freed
		if ready && !done && err == nil {
			err = sameInput(m.load.op, op)
		}
		m.mu.Unlock()
		if done || ready || err != nil {
			return rev, done, err
		}
		if err := wait(ctx, freed, time.Until(deadline)); err != nil {
			return 0, false, err
		}
	}
}

func (m *Model) start(op graph.Operation, at graph.Stamp) error {
	history := at.Revision != 0
	if history && m.newest.revision() != 0 {
		return fmt.Errorf("a history is restored into an empty store only: %w", graph.ErrConflict)
	}
	m.load = &load{op: op, history: history, newest: m.newest}
	return nil
}

func gather(ctx context.Context, records iter.Seq2[graph.Record, error]) ([]graph.Record, error) {
	var batch []graph.Record
	for r, err := range records {
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		batch = append(batch, r)
	}
	return batch, nil
}

// stampOf is the stamp of what the open load writes next: the one given, else one revision of the load's own operation.
func (m *Model) stampOf(at graph.Stamp) graph.Stamp {
	if at.Revision != 0 || len(m.load.past) > 0 && m.load.history {
		return at
	}
	if len(m.load.past) > 0 {
		return m.load.newest.stamp()
	}
	return graph.Stamp{Revision: m.newest.revision() + 1, Time: m.now(m.newest), Operation: m.load.op}
}

func (l *load) append(stamp graph.Stamp, batch []graph.Record) (graph.Revision, error) {
	if err := l.follows(stamp); err != nil {
		return 0, err
	}
	next := l.newest.next(stamp)
	if err := next.write(batch); err != nil {
		return 0, err
	}
	l.newest, l.past = next, append(l.past, written{stamp, batch})
	return stamp.Revision, nil
}

// follows says whether a stamp continues the load's newest revision or begins the next one, later than that.
func (l *load) follows(stamp graph.Stamp) error {
	last := l.newest.stamp()
	if stamp == last && len(l.past) > 0 {
		return nil
	}
	began := len(l.past) == 0 || l.history && stamp.Revision != 0
	if began && stamp.Revision == last.Revision+1 && stamp.Time.After(last.Time) {
		return checkOperation(stamp.Operation)
	}
	return graph.Invalid("stamp", fmt.Sprintf("%d at %s", stamp.Revision, stamp.Time),
		fmt.Sprintf("the stamp of revision %d, or a later one of revision %d", last.Revision, last.Revision+1))
}
