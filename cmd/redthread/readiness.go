package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Why the server is not ready at first.
var (
	errAsking  = errors.New("the store has not answered yet")
	errSeeding = errors.New("the reference case is being loaded")
)

// readiness is why requests cannot be answered yet.
type readiness struct {
	mu  sync.Mutex
	why error // nil: they can
}

func newReadiness() *readiness { return &readiness{why: errAsking} }

// reason is nil once requests can be answered.
func (r *readiness) reason() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.why
}

func (r *readiness) set(why error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.why = why
}

// Waits between two tries to reach a store: from a quarter of a second, doubling. With the longest a server is ready within five
// seconds of its database. A wrong password is not tried again: the store remembers that it was refused.
const (
	firstWait   = 250 * time.Millisecond
	longestWait = time.Second
)

// waiting repeats a step until the store answers it.
type waiting struct {
	ready *readiness
	log   *slog.Logger
	sleep func(ctx context.Context, d time.Duration) error // nil: as long as that
}

// until repeats a step whose failure passes, and says why meanwhile: the probe at any time, the log once for each reason.
func (w waiting) until(ctx context.Context, step func(context.Context) error) error {
	said := ""
	for wait := firstWait; ; wait = min(2*wait, longestWait) {
		err := step(ctx)
		if err == nil || ctx.Err() != nil || !passes(err) {
			return err
		}
		w.ready.set(err)
		if err.Error() != said {
			said = err.Error()
			w.log.LogAttrs(ctx, slog.LevelWarn, "not ready", slog.String("reason", said))
		}
		if err := w.pause(ctx, wait); err != nil {
			return err
		}
	}
}

func (w waiting) pause(ctx context.Context, d time.Duration) error {
	if w.sleep != nil {
		return w.sleep(ctx, d)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// passes says whether a failure may be gone later: the store cannot be asked or written, or somebody else is loading.
func passes(err error) bool {
	for _, kind := range []error{graph.ErrUnavailable, graph.ErrOverloaded, graph.ErrReadOnly, context.DeadlineExceeded} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

// errNotEmpty is why the reference case is not loaded: somebody wrote something first.
var errNotEmpty = errors.New("the store is not empty")

// emptyStore takes an operation only as the first one.
type emptyStore struct{ graph.Store }

// Update fails with errNotEmpty when another operation was first.
func (s emptyStore) Update(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	return s.Store.Update(ctx, op, func(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
		if newest := onFile.Stamp().Revision; newest != 0 {
			return nil, fmt.Errorf("%w: it holds revision %d", errNotEmpty, newest)
		}
		return plan(ctx, onFile)
	})
}
