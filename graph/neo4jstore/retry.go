package neo4jstore

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	maxTries  = 6
	firstWait = 25 * time.Millisecond
)

// read runs a reading statement, again after a failure that may pass, inside its deadline.
func (c *connection) read(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	return c.readWithin(ctx, c.options.ReadTimeout, text, params)
}

func (c *connection) readWithin(
	ctx context.Context, timeout time.Duration, text string, params map[string]any,
) ([][]any, error) {
	start := time.Now()
	var before error
	for tries := 1; ; tries++ {
		rows, err := c.once(ctx, call{
			mode: neo4j.AccessModeRead, text: text, params: params, timeout: timeout - time.Since(start), whole: timeout,
		})
		if before != nil && isTurnedAway(err) && c.breaker.lostAfter(start) {
			return nil, asSeen(before)
		}
		if err == nil || tries == maxTries || !mayPass(err) || time.Since(start) >= timeout-firstWait {
			return rows, err
		}
		if pause(ctx, tries) != nil {
			if over := ended(ctx); over != nil {
				return nil, &failure{kind: over}
			}
			return nil, err
		}
		before = err
	}
}

func isTurnedAway(err error) bool {
	f, ok := errors.AsType[*failure](err)
	return ok && f.turnedAway
}

// asSeen is the loss that a call was the first to see, before the breaker turned it away: it says more than that the server has not
// been reached since this second. Another try would be turned away as well.
func asSeen(before error) error {
	f, ok := errors.AsType[*failure](before)
	if !ok {
		return before
	}
	seen := *f
	seen.course = final
	return &seen
}

// mayPass says whether a read that failed is worth another try.
func mayPass(err error) bool {
	c := courseOf(err)
	return c == lost || c == passing
}

// write runs a writing statement once.
func (c *connection) write(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	timeout := c.options.WriteTimeout
	return c.once(ctx, call{mode: neo4j.AccessModeWrite, text: text, params: params, timeout: timeout, whole: timeout})
}

// writeRepeatable runs a writing statement that does no more if it runs twice, again after a failure that may pass.
func (c *connection) writeRepeatable(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	for tries := 1; ; tries++ {
		rows, err := c.write(ctx, text, params)
		if err == nil || tries == maxTries || !mayPass(err) || pause(ctx, tries) != nil {
			return rows, err
		}
	}
}

// pause waits before the next of so many tries: 25 ms, then twice as long each time, less up to a half by chance so that those
// who failed together do not try together. It does not wait past the end of ctx: it fails at once.
func pause(ctx context.Context, tries int) error {
	wait := firstWait << (tries - 1)
	wait -= rand.N(wait / 2) //nolint:gosec // chance, not a secret
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait {
		return context.DeadlineExceeded
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
