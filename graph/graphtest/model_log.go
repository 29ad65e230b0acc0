package graphtest

import (
	"context"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Snapshot opens a reader at a published revision. An old world is made again from the records of its revisions.
func (m *Model) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	if err := m.lock(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	newest := m.newest.revision()
	if at == 0 || at == newest {
		return m.reader(m.newest), nil
	}
	if at < 0 || at > newest {
		return nil, fmt.Errorf("revision %d: %w", at, graph.ErrNotFound)
	}
	w := newWorld()
	for _, step := range m.past {
		if step.stamp.Revision > at {
			break
		}
		w.stamps = append(w.stamps[:step.stamp.Revision-1], step.stamp)
		if err := w.write(step.records); err != nil {
			return nil, fmt.Errorf("revision %d cannot be made again: %w", step.stamp.Revision, err)
		}
	}
	return m.reader(w), nil
}

// RevisionAt gives the newest published revision at time t.
func (m *Model) RevisionAt(ctx context.Context, t time.Time) (graph.Revision, error) {
	if err := m.lock(ctx); err != nil {
		return 0, err
	}
	defer m.mu.Unlock()
	var found graph.Revision
	for _, s := range m.newest.stamps {
		if !s.Time.After(t) {
			found = s.Revision
		}
	}
	if found == 0 {
		return 0, fmt.Errorf("at %s: %w", t.Format(time.RFC3339Nano), graph.ErrBeforeFirstRevision)
	}
	return found, nil
}

// Changes lists the published changes after a position.
func (m *Model) Changes(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Change, error) {
	if err := m.lock(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	var found []graph.Change
	for _, l := range m.newest.log {
		if l.kind == "" || !beyond(l.rev, l.ordinal, after) {
			continue
		}
		if limit > 0 && len(found) == limit {
			break
		}
		stamp := m.newest.stampOf(l.rev)
		found = append(found, graph.Change{
			ChangePosition: graph.ChangePosition{Revision: l.rev, Ordinal: l.ordinal},
			Time:           stamp.Time, Operation: stamp.Operation.ID, Kind: l.kind, ID: l.id,
		})
	}
	return found, nil
}

func beyond(rev graph.Revision, ordinal int, after graph.ChangePosition) bool {
	return rev > after.Revision || rev == after.Revision && ordinal > after.Ordinal
}

// History lists the published raw records after a position; a revision without any is one entry, with ordinal 1.
func (m *Model) History(ctx context.Context, after graph.ChangePosition, limit int) ([]graph.Entry, error) {
	if err := m.lock(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	var found []graph.Entry
	for _, e := range m.newest.history() {
		if beyond(e.Stamp.Revision, e.Ordinal, after) && (limit <= 0 || len(found) < limit) {
			found = append(found, e)
		}
	}
	return found, nil
}

// Info counts what is published.
func (m *Model) Info(ctx context.Context) (graph.Info, error) {
	if err := m.lock(ctx); err != nil {
		return graph.Info{}, err
	}
	defer m.mu.Unlock()
	w := m.newest
	info := graph.Info{Engine: "model", Revision: w.revision(), Time: w.stamp().Time, Counts: w.counts()}
	if m.load != nil {
		op := m.load.op
		info.Open = &op
	}
	return info, nil
}
