package embedded

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// queue gives the writer to one call at a time. Of ordinary writes only so many may wait.
type queue struct {
	places chan struct{}
	slot   chan struct{}
}

func newQueue(length int) *queue {
	return &queue{places: make(chan struct{}, length), slot: make(chan struct{}, 1)}
}

// join takes a place in the queue, or fails with ErrOverloaded.
func (q *queue) join() error {
	select {
	case q.places <- struct{}{}:
		return nil
	default:
		return fmt.Errorf("%d writes are waiting: %w", cap(q.places), graph.ErrOverloaded)
	}
}

func (q *queue) quit() { <-q.places }

// take waits for the writer.
func (q *queue) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case q.slot <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (q *queue) free() { <-q.slot }
