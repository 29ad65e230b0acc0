package neo4jstore

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Load appends records to the open load of op chunk by chunk: when it fails, the chunks before stay. While it waits for a record
// the load's lease does not pass.
func (s *Store) Load(
	ctx context.Context, op graph.Operation, at graph.Stamp, records iter.Seq2[graph.Record, error],
) (graph.Revision, error) {
	if err := checkOperation(op); err != nil {
		return 0, err
	}
	if err := s.gate.Enter(); err != nil {
		return 0, err
	}
	defer s.gate.Leave()
	at.Time = at.Time.UTC().Truncate(time.Microsecond)
	var failed error // a sequence is not read twice: its failure is not tried again
	rev, err := s.whenFree(ctx, op, op.ID, func(h *head) (rev graph.Revision, err error) {
		if err := s.joinLoad(ctx, op, h, at.Revision != 0); err != nil {
			return 0, err
		}
		rev, failed = s.appendLoad(ctx, h, at, records)
		return rev, nil
	})
	if err = errors.Join(err, failed); err != nil {
		return 0, fmt.Errorf("load: %w", err)
	}
	return rev, nil
}

// joinLoad takes part in the load of op, which it opens unless it is open. One in which others take part, or of which a write may
// still be under way, it takes.
func (s *Store) joinLoad(ctx context.Context, op graph.Operation, h *head, history bool) error {
	if err := s.loads.check(op.ID, h.load); err != nil {
		return err
	}
	if h.load == nil {
		return s.openLoad(ctx, op, h, history)
	}
	if _, err := h.loadOf(op); err != nil {
		return err
	}
	if h.load.isEnding() {
		return thenMoved(s.removeLoad(ctx, h.load))
	}
	if s.loads.isSettled(op.ID) {
		return nil
	}
	token := rand.Text()
	if err := s.takeLoad(ctx, h.load, token); err != nil {
		return err
	}
	s.loads.hold(op.ID, token)
	return nil
}

func (s *Store) openLoad(ctx context.Context, op graph.Operation, h *head, history bool) error {
	if history && h.published != 0 {
		return fmt.Errorf("a history is restored into an empty store only, and this one holds revision %d: %w",
			h.published, graph.ErrConflict)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	opened := &load{op: op, history: history, token: rand.Text()}
	records, err := s.conn.write(ctx, statement("load_open"), map[string]any{
		"base": h.published, "fence": h.fence, "op": string(op.ID), "digest": op.Digest[:], "history": history,
		"token": opened.token, "lease": s.options.LoadLease.Milliseconds(),
	})
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return errMoved
	}
	h.load = opened
	s.loads.hold(op.ID, opened.token)
	return nil
}

// takeLoad gives a load a token on all its clocks: what others, or a write whose answer was lost, would still write of it is refused
// from now on. It is errMoved when another came first.
func (s *Store) takeLoad(ctx context.Context, l *load, token string) error {
	_, err := s.step(ctx, statement("load_take"), map[string]any{
		"load": string(l.op.ID), "was": l.token, "token": token, "lease": s.options.LoadLease.Milliseconds(),
	})
	return err
}

// appendLoad writes records as the load's next revision, or as more of its newest one.
func (s *Store) appendLoad(
	ctx context.Context, h *head, at graph.Stamp, records iter.Seq2[graph.Record, error],
) (graph.Revision, error) {
	stamp := s.loadStamp(h, at)
	if err := h.follows(stamp); err != nil {
		return 0, err
	}
	a := &appending{
		things: s.penOf(h.load.op.ID, storeClock), terms: s.penOf(h.load.op.ID, termsClock),
		published: h.published, newest: h.newest,
	}
	if !h.began() || stamp.Revision != h.newest.stamp.Revision {
		a.newest = h.newest.next(stamp)
	}
	defer s.renewing(ctx, h.load.op.ID, "")()
	return stamp.Revision, a.all(ctx, records)
}

// loadStamp is the stamp of what the load writes next: the one given, else one revision of the load's own operation.
func (s *Store) loadStamp(h *head, at graph.Stamp) graph.Stamp {
	switch {
	case at.Revision != 0 || h.began() && h.load.history:
		return at
	case h.began():
		return h.newest.stamp
	default:
		return graph.Stamp{Revision: h.base.stamp.Revision + 1, Time: s.now(h.base.stamp), Operation: h.load.op}
	}
}

// follows fails unless a stamp continues the load's newest revision or begins the next one, later than that.
func (h *head) follows(stamp graph.Stamp) error {
	last := h.newest.stamp
	same := stamp.Revision == last.Revision && stamp.Time.Equal(last.Time) && stamp.Operation == last.Operation
	if h.began() && same {
		return nil
	}
	next := !h.began() || h.load.history && stamp.Revision != 0
	if next && stamp.Revision == last.Revision+1 && stamp.Time.After(last.Time) {
		return checkOperation(stamp.Operation)
	}
	return graph.Invalid("stamp", fmt.Sprintf("%d at %s", stamp.Revision, stamp.Time),
		fmt.Sprintf("the stamp of revision %d, or a later one of revision %d", last.Revision, last.Revision+1))
}
