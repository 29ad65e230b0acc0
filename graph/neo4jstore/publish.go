package neo4jstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Loading opens a reader at the newest revision of op's load; before it has written, at the newest published one. While it is open
// the load's lease does not pass.
func (s *Store) Loading(ctx context.Context, op graph.Operation) (graph.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.gate.Enter(); err != nil {
		return nil, err
	}
	defer s.gate.Leave()
	if err := s.ensure(ctx); err != nil {
		return nil, fmt.Errorf("loading: %w", err)
	}
	h, err := s.head(ctx, op)
	if err != nil {
		return nil, fmt.Errorf("loading: %w", err)
	}
	if err := s.loads.check(op.ID, h.load); err != nil && h.first == nil {
		return nil, err
	}
	open, err := h.loadOf(op)
	if errors.Is(err, graph.ErrNotFound) {
		return s.readerAt(h.base.stamp), nil
	}
	if err != nil {
		return nil, err
	}
	r := s.readerAt(h.newest.stamp)
	r.ended = s.renewing(ctx, op.ID, open.token)
	return r, nil
}

// Publish makes all that op's load wrote visible. A revision of its own gets the time at which that happens: what a reader of
// yesterday saw does not change.
func (s *Store) Publish(ctx context.Context, op graph.Operation) (graph.Revision, error) {
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	rev, err := s.takeTurn(ctx, op, op.ID, func(h *head) (graph.Revision, error) { return s.publishLoad(ctx, op, h) })
	if errors.Is(err, errLoadOpen) {
		err = fmt.Errorf("load %s: another one is open: %w", op.ID, graph.ErrNotFound)
	}
	if err != nil {
		return 0, fmt.Errorf("publish: %w", err)
	}
	s.loads.forget(op.ID)
	return rev, nil
}

func (s *Store) publishLoad(ctx context.Context, op graph.Operation, h *head) (graph.Revision, error) {
	if err := s.loads.check(op.ID, h.load); err != nil {
		return 0, err
	}
	open, err := h.loadOf(op)
	if err != nil {
		return 0, err
	}
	if !h.began() || open.isEnding() {
		return 0, fmt.Errorf("load %s has written nothing: %w", op.ID, graph.ErrNotFound)
	}
	stamp := h.newest.stamp
	if !open.history {
		stamp.Time = s.now(h.base.stamp)
	}
	params := map[string]any{
		"op": string(op.ID), "digest": op.Digest[:], "token": open.token, "time": stamp.Time.UnixMicro(),
		"lease": s.options.LoadLease.Milliseconds(),
	}
	for _, name := range []string{"publish_stamp", "publish_load"} {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		records, err := s.conn.write(ctx, statement(name), params)
		if err != nil {
			return 0, err
		}
		if len(records) == 0 {
			return 0, errMoved
		}
	}
	s.dropMarks(ctx, stamp.Revision)
	return stamp.Revision, nil
}

// dropMarks removes what abandoning the load would have needed. What is left of it does no harm: the next load's goes with it.
func (s *Store) dropMarks(ctx context.Context, rev graph.Revision) {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	_, _ = s.persist(ctx, statement("publish_marks"), map[string]any{"rev": int64(rev)})
}
