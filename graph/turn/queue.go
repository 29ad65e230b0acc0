package turn

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// Queue gives the writer to one call at a time. Of ordinary writes only so many may wait.
type Queue struct {
	places chan struct{}
	slot   chan struct{}
}

// NewQueue makes a queue in which length ordinary writes may wait.
func NewQueue(length int) *Queue {
	return &Queue{places: make(chan struct{}, length), slot: make(chan struct{}, 1)}
}

// Join takes a place in the queue, or fails with ErrOverloaded.
func (q *Queue) Join() error {
	select {
	case q.places <- struct{}{}:
		return nil
	default:
		return fmt.Errorf("%d writes are waiting: %w", cap(q.places), graph.ErrOverloaded)
	}
}

// Quit gives the place back.
func (q *Queue) Quit() { <-q.places }

// Take waits for the writer.
func (q *Queue) Take(ctx context.Context) error {
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

// Free lets the next call write.
func (q *Queue) Free() { <-q.slot }
