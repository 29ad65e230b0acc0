package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// warmer is a store whose server answers its first questions sooner when it was warmed before.
type warmer interface {
	// Warm prepares the server for common requests; readOnly leaves out those that write.
	Warm(ctx context.Context, readOnly bool) error
	// Lost receives once the server was lost: one that comes back may have been started again, and is cold.
	Lost() <-chan struct{}
}

const (
	// warmTime bounds one try: a server that takes longer has enough to do.
	warmTime = 2 * time.Minute
	// Waits between two tries, doubling. One before a server that is away costs nothing.
	firstWarmWait   = time.Second
	longestWarmWait = 2 * time.Second
	// lookEvery is how often is looked whether the server is there, which a quiet store would not see: no server starts in less.
	lookEvery = 3 * time.Second
)

// keepWarm warms a store while it serves already, and again whenever its server was lost and is back, until ctx ends. A try that
// fails is repeated: without warming requests are answered, but the first ones late.
func keepWarm(ctx context.Context, store graph.Store, readOnly bool, log *slog.Logger) {
	w, ok := store.(warmer)
	if !ok {
		return
	}
	wait := firstWarmWait
	for ctx.Err() == nil {
		select {
		case <-w.Lost(): // this try will find it back
		default:
		}
		if err := warmOnce(ctx, w, readOnly, log, wait == firstWarmWait); err != nil {
			_ = waiting{}.pause(ctx, wait) // the loop sees the end of ctx
			wait = min(2*wait, longestWarmWait)
			continue
		}
		wait = firstWarmWait
		awaitLoss(ctx, store, w.Lost())
	}
}

// awaitLoss returns when the server was lost, or ctx ends. It asks the smallest question now and then: the answer does not matter.
func awaitLoss(ctx context.Context, store graph.Store, lost <-chan struct{}) {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-lost:
			return
		case <-look.C:
			if reader, err := store.Snapshot(ctx, 0); err == nil {
				_ = reader.Close()
			}
		}
	}
}

// warmOnce logs the first failure of a row where it is seen.
func warmOnce(ctx context.Context, w warmer, readOnly bool, log *slog.Logger, first bool) error {
	began := time.Now()
	bounded, cancel := context.WithTimeout(ctx, warmTime)
	defer cancel()
	err := w.Warm(bounded, readOnly)
	switch {
	case err == nil:
		log.LogAttrs(ctx, slog.LevelDebug, "warmed", slog.Duration("took", time.Since(began)))
	case ctx.Err() != nil: // the program ends
	case first:
		log.LogAttrs(ctx, slog.LevelWarn, "not warmed yet", slog.String("reason", err.Error()))
	default:
		log.LogAttrs(ctx, slog.LevelDebug, "not warmed yet", slog.String("reason", err.Error()))
	}
	return err
}
