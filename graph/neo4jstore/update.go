package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// How a try of a write ends that has written nothing.
var (
	errMoved = errors.New("another write came first") // it is planned anew
	// It waits for the end of the load.
	errLoadOpen = errors.New("an import, seed or copy is being written, or was broken off less than a minute ago: try again in a minute")
)

const (
	// settleWait is how long is tried to learn what became of a write whose answer was lost.
	settleWait = 5 * time.Second
	// settleGrace is how long of that may come after the deadline of whoever waits for the answer.
	settleGrace = 250 * time.Millisecond
	// loadPoll is how often is looked whether the load of another process has ended.
	loadPoll = 50 * time.Millisecond
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
	rev, err := s.whenFree(ctx, op, "", func(h *head) (graph.Revision, error) { return s.commit(ctx, op, h, plan) })
	if err != nil {
		return 0, fmt.Errorf("update: %w", err)
	}
	return rev, nil
}

// writeFunc is a write over what is on file. It may be called again after it failed.
type writeFunc func(h *head) (graph.Revision, error)

// whenFree takes the writer and runs a write, unless the operation is on file: then it gives its first revision. While a load of
// another operation than own is open, it lets the writer go and waits.
func (s *Store) whenFree(ctx context.Context, op graph.Operation, own graph.OperationID, write writeFunc) (graph.Revision, error) {
	deadline := time.Now().Add(s.options.LoadWait)
	for {
		ended := s.loads.ended()
		rev, err := s.takeTurn(ctx, op, own, write)
		if !errors.Is(err, errLoadOpen) {
			return rev, err
		}
		if err := waitForLoad(ctx, ended, deadline); err != nil {
			return 0, err
		}
	}
}

// waitForLoad waits until a load of this process ends, or it is time to look whether another one's did.
func waitForLoad(ctx context.Context, ended <-chan struct{}, deadline time.Time) error {
	left := time.Until(deadline)
	if left <= 0 {
		return fmt.Errorf("%w: %w", errLoadOpen, graph.ErrOverloaded)
	}
	timer := time.NewTimer(min(left, loadPoll))
	defer timer.Stop()
	select {
	case <-ended:
	case <-timer.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// takeTurn is one turn of whenFree: it tries again after what may pass.
func (s *Store) takeTurn(ctx context.Context, op graph.Operation, own graph.OperationID, write writeFunc) (graph.Revision, error) {
	if err := s.queue.Take(ctx); err != nil {
		return 0, err
	}
	defer s.queue.Free()
	if err := s.ensure(ctx); err != nil {
		return 0, err
	}
	for tries := 1; ; {
		rev, err := s.try(ctx, op, own, write)
		switch {
		case errors.Is(err, errMoved):
			continue
		case errors.Is(err, errUnsettled):
			if h, lost := s.outcome(ctx, op); lost == nil && h.first != nil {
				rev, _, err := h.repeated(op)
				return rev, err
			}
		case !errors.Is(err, errPassing):
			return rev, err
		}
		if tries == maxTries || pause(ctx, tries) != nil {
			return 0, err
		}
		tries++
	}
}

// try is one try of a write.
func (s *Store) try(ctx context.Context, op graph.Operation, own graph.OperationID, write writeFunc) (graph.Revision, error) {
	h, err := s.head(ctx, op)
	if err != nil {
		return 0, err
	}
	if rev, done, err := h.repeated(op); done || err != nil {
		return rev, err
	}
	switch {
	case h.load == nil && h.rev > h.published: // its writer did not come to publish it
		return 0, thenMoved(s.settleWrites(ctx))
	case h.load != nil && h.load.op.ID != own && h.load.passed:
		return 0, thenMoved(s.removeLoad(ctx, h.load))
	case h.load != nil && h.load.op.ID != own:
		return 0, errLoadOpen
	default:
		return write(h)
	}
}

// thenMoved is errMoved unless what had to be done first failed.
func thenMoved(err error) error {
	if err != nil {
		return err
	}
	return errMoved
}

// outcome reads what became of a write whose answer was lost, whatever became of its context.
func (s *Store) outcome(ctx context.Context, op graph.Operation) (*head, error) {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	if err := s.settleWrites(ctx); err != nil {
		return nil, err
	}
	return s.head(ctx, op)
}

// settleWrites waits for the writes under way: what they wrote is then seen, and those that have not come yet are refused. What a
// writer left unpublished is published.
func (s *Store) settleWrites(ctx context.Context) error {
	_, err := s.persist(ctx, statement("settle"), nil)
	return err
}

// persist runs a statement, which may well run twice, until it succeeds.
func (s *Store) persist(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	for tries := 1; ; tries++ {
		records, err := s.conn.write(ctx, text, params)
		if !errors.Is(err, errPassing) && !errors.Is(err, errUnsettled) {
			return records, err
		}
		if tries == maxTries || pause(ctx, tries) != nil {
			return nil, err
		}
	}
}

// commit plans and writes one revision, then publishes it.
func (s *Store) commit(ctx context.Context, op graph.Operation, h *head, plan graph.PlanFunc) (graph.Revision, error) {
	records, err := s.plan(ctx, h.base.stamp, plan)
	if err != nil {
		return 0, err
	}
	next := h.base.next(graph.Stamp{Revision: h.base.stamp.Revision + 1, Time: s.now(h.base.stamp), Operation: op})
	made, err := prepare(ctx, s.conn, &next, 0, records)
	if err != nil {
		return 0, err
	}
	params := made.params(&next)
	params["base"], params["fence"] = h.published, h.fence
	if err = s.write(ctx, "write_update", made, params); err != nil {
		return 0, err
	}
	return next.stamp.Revision, s.publish(ctx, next.stamp.Revision)
}

// plan runs a plan over a reader of its own, which lasts as long as the plan.
func (s *Store) plan(ctx context.Context, at graph.Stamp, plan graph.PlanFunc) ([]graph.Record, error) {
	onFile := s.readerInside(at)
	records, err := plan(ctx, onFile)
	return records, errors.Join(err, onFile.Close())
}

// write runs the one statement that writes rows. It is errMoved when the clock has moved.
func (s *Store) write(ctx context.Context, name string, r *rows, params map[string]any) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	records, err := s.conn.write(ctx, r.text(name), params)
	if err == nil && len(records) == 0 {
		return errMoved
	}
	return err
}

// publish makes a revision that is written the newest one that readers see, whatever became of ctx.
func (s *Store) publish(ctx context.Context, rev graph.Revision) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	_, err := s.persist(ctx, statement("publish"), map[string]any{"rev": int64(rev)})
	return err
}

// afterwards is a context for what is to be learnt of a write after it was sent, also when ctx has ended meanwhile.
func afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	wait := settleWait
	if deadline, ok := ctx.Deadline(); ok {
		wait = min(wait, max(time.Until(deadline), 0)+settleGrace)
	}
	return context.WithTimeout(context.WithoutCancel(ctx), wait)
}
