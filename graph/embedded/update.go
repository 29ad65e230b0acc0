package embedded

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Update plans over the newest published revision and commits what the plan gives as the next one.
func (s *Store) Update(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	if err := checkOperation(op); err != nil {
		return 0, err
	}
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	if err := s.queue.Join(); err != nil {
		return 0, err
	}
	defer s.queue.Quit()
	rev, err := s.whenFree(ctx, op, "", func() (graph.Revision, error) { return s.commit(ctx, op, plan) })
	if err != nil {
		return 0, fmt.Errorf("update: %w", err)
	}
	return rev, nil
}

func checkOperation(op graph.Operation) error {
	if op.ID == "" {
		return graph.Invalid("operation.id", "", "an id")
	}
	return nil
}

// whenFree takes the writer and runs a write, unless the operation is on file: then it gives its first revision. While a load of
// another operation than own is open, it lets the writer go and waits.
func (s *Store) whenFree(
	ctx context.Context, op graph.Operation, own graph.OperationID, write func() (graph.Revision, error),
) (graph.Revision, error) {
	patience := time.NewTimer(s.options.LoadWait)
	defer patience.Stop()
	for {
		freed, rev, err := s.tryWrite(ctx, op, own, write)
		if freed == nil || err != nil {
			return rev, err
		}
		select {
		case <-freed:
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-patience.C:
			return 0, fmt.Errorf("a load is open: %w", graph.ErrOverloaded)
		}
	}
}

// tryWrite is one turn of whenFree: it gives a channel to wait on while another load is open.
func (s *Store) tryWrite(
	ctx context.Context, op graph.Operation, own graph.OperationID, write func() (graph.Revision, error),
) (<-chan struct{}, graph.Revision, error) {
	if err := s.queue.Take(ctx); err != nil {
		return nil, 0, err
	}
	defer s.queue.Free()
	if rev, done, err := s.repeated(ctx, op); done || err != nil {
		return nil, rev, err
	}
	s.mu.Lock()
	open, freed := s.state.load, s.freed
	s.mu.Unlock()
	if open != nil && open.op.ID != own {
		return freed, 0, nil
	}
	rev, err := write()
	return nil, rev, err
}

// repeated finds a published operation: it gives its first revision, or ErrConflict for another input.
func (s *Store) repeated(ctx context.Context, op graph.Operation) (graph.Revision, bool, error) {
	type ended struct {
		rev    graph.Revision
		digest []byte
	}
	found, err := gather(ctx, s.writer, func(rows *sql.Rows) (e ended, err error) { return e, rows.Scan(&e.rev, &e.digest) },
		`SELECT rev, digest FROM restored WHERE op = ?1
		UNION ALL SELECT * FROM (SELECT rev, digest FROM revision WHERE op = ?1 AND rev <= ?2 ORDER BY rev LIMIT 1) LIMIT 1`,
		string(op.ID), int64(s.current().published.Revision))
	if err != nil || len(found) == 0 {
		return 0, false, err
	}
	if string(found[0].digest) != string(op.Digest[:]) {
		return 0, true, conflict(string(op.ID), "input")
	}
	return found[0].rev, true, nil
}

// commit plans and writes one revision.
func (s *Store) commit(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	now := s.current()
	records, err := s.plan(ctx, now.published, plan)
	if err != nil {
		return 0, err
	}
	next := graph.Stamp{Revision: now.published.Revision + 1, Time: s.now(now.published), Operation: op}
	var restated []int64
	err = s.transact(ctx, func(t *tx) error {
		t.begin(next.Revision, newLogged(next.Revision))
		if err := t.writeStamp(ctx, next); err != nil {
			return err
		}
		if err := t.putAll(ctx, sequenceOf(records)); err != nil {
			return err
		}
		restated = t.restated
		return t.publish(context.WithoutCancel(ctx), next.Revision, t.counts)
	})
	if err != nil {
		return 0, err
	}
	s.entities.advance(int64(next.Revision), restated)
	s.advance(state{published: next})
	return next.Revision, nil
}

// plan runs a plan over a reader of its own, which lasts as long as the plan.
func (s *Store) plan(ctx context.Context, at graph.Stamp, plan graph.PlanFunc) ([]graph.Record, error) {
	onFile := s.readerInside(at)
	records, err := plan(ctx, onFile)
	if err != nil {
		return nil, err
	}
	return records, onFile.Close()
}

func sequenceOf(records []graph.Record) func(yield func(graph.Record, error) bool) {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (t *tx) writeStamp(ctx context.Context, stamp graph.Stamp) error {
	return t.run(context.WithoutCancel(ctx), "INSERT INTO revision VALUES (?, ?, ?, ?)",
		int64(stamp.Revision), micros(stamp.Time), string(stamp.Operation.ID), stamp.Operation.Digest[:])
}

// publish makes a revision the newest one that readers see, and adds up the counts.
func (t *tx) publish(ctx context.Context, rev graph.Revision, more counts) error {
	known, err := readCounts(ctx, t, "SELECT counts FROM clock")
	if err != nil {
		return err
	}
	text, err := json.Marshal(known.plus(more))
	if err != nil {
		return err
	}
	return t.run(ctx, "UPDATE clock SET published = ?, counts = ?", int64(rev), string(text))
}

func readCounts(ctx context.Context, src source, text string) (counts, error) {
	kept, err := one(ctx, src, scanText, text)
	if err != nil {
		return nil, err
	}
	found := counts{}
	if err := json.Unmarshal([]byte(kept), &found); err != nil {
		return nil, fmt.Errorf("counts: %w (%w)", graph.ErrUnavailable, err)
	}
	return found, nil
}
