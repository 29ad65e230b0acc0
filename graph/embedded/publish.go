package embedded

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Loading opens a reader at the newest revision of op's load; before it has written, at the newest published one.
func (s *Store) Loading(ctx context.Context, op graph.Operation) (graph.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	open, err := s.loadOf(op)
	if errors.Is(err, graph.ErrNotFound) {
		return s.readerAt(s.current().published), nil
	}
	if err != nil {
		return nil, err
	}
	return s.readerAt(open.last), nil
}

// loadOf is the open load of op.
func (s *Store) loadOf(op graph.Operation) (*load, error) {
	open := s.current().load
	if open == nil || open.op.ID != op.ID {
		return nil, fmt.Errorf("load %s: %w", op.ID, graph.ErrNotFound)
	}
	return open, sameInput(open.op, op)
}

// Publish makes all that op's load wrote visible. A revision of its own gets the time at which that happens: what a reader of
// yesterday saw does not change.
func (s *Store) Publish(ctx context.Context, op graph.Operation) (graph.Revision, error) {
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	if err := s.queue.Take(ctx); err != nil {
		return 0, err
	}
	defer s.queue.Free()
	if rev, done, err := s.repeated(ctx, op); done || err != nil {
		return rev, err
	}
	open, err := s.loadOf(op)
	if err != nil {
		return 0, err
	}
	if !open.began {
		return 0, fmt.Errorf("load %s has written nothing: %w", op.ID, graph.ErrNotFound)
	}
	now := s.current()
	next := open.last
	if !open.history {
		next.Time = s.now(now.published)
	}
	if err := s.transact(ctx, func(t *tx) error { return t.publishLoad(context.WithoutCancel(ctx), open, next) }); err != nil {
		return 0, fmt.Errorf("publish: %w", err)
	}
	s.entities.restart(int64(next.Revision))
	s.advance(state{published: next})
	return next.Revision, nil
}

func (t *tx) publishLoad(ctx context.Context, open *load, next graph.Stamp) error {
	added, err := readCounts(ctx, t, "SELECT counts FROM load")
	if err != nil {
		return err
	}
	if err := t.run(ctx, "UPDATE revision SET time = ? WHERE rev = ?", micros(next.Time), int64(next.Revision)); err != nil {
		return err
	}
	if open.history {
		if err := t.run(ctx, "INSERT INTO restored VALUES (?, ?, ?)",
			string(open.op.ID), open.op.Digest[:], int64(next.Revision)); err != nil {
			return err
		}
	}
	if err := t.run(ctx, "DELETE FROM load"); err != nil {
		return err
	}
	return t.publish(ctx, next.Revision, added)
}
