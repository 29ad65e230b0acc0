package neo4jstore

import (
	"context"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// renewals is how often the lease of a load is renewed within its length, while this process works on the load.
const renewals = 3

// renewing keeps the lease of the load of op from passing until end is called: while records are derived, or awaited, nothing is
// written that would do so. A load in which this process takes no part yet is known by the token with which it was seen; "" for
// none. To end twice does nothing.
func (s *Store) renewing(ctx context.Context, op graph.OperationID, seen string) (end func()) {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	every := max(s.options.LoadLease/renewals, time.Millisecond)
	var working sync.WaitGroup
	working.Go(func() {
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-ticks.C:
			case <-ctx.Done():
				return
			}
			if s.gate.Enter() != nil {
				return
			}
			s.renew(ctx, every, op, seen)
			s.gate.Leave()
		}
	})
	return func() {
		stop()
		working.Wait()
	}
}

// renew renews the lease of a load, if it is still the one that is meant. What fails is tried again when it is time for the next.
func (s *Store) renew(ctx context.Context, within time.Duration, op graph.OperationID, seen string) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	tokens := s.loads.known(op, storeClock)
	if len(tokens) == 0 && seen != "" {
		tokens = []string{seen}
	}
	if len(tokens) == 0 {
		return
	}
	_, _ = s.conn.write(ctx, statement("load_renew"), map[string]any{
		"op": string(op), "tokens": tokens, "lease": s.options.LoadLease.Milliseconds(),
	})
}
