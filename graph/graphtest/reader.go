package graphtest

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/redthread-graph/redthread/graph"
)

// reader reads one world of the model.
type reader struct {
	*world
	closed atomic.Bool
}

var _ graph.Reader = (*reader)(nil)

func (m *Model) reader(w *world) *reader { return &reader{world: w} }

// Stamp is that of the world's revision.
func (r *reader) Stamp() graph.Stamp { return r.stamp() }

// Close ends the reader.
func (r *reader) Close() error {
	r.closed.Store(true)
	return nil
}

// ready fails when ctx is done or the reader closed.
func (r *reader) ready(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if r.closed.Load() {
		return fmt.Errorf("the reader is closed: %w", graph.ErrUnavailable)
	}
	return nil
}

// rows reads the ids that are on file.
func rows[K comparable, V any](ctx context.Context, r *reader, ids []K, row func(K) (V, bool)) (map[K]V, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	found := map[K]V{}
	for _, id := range ids {
		if v, ok := row(id); ok {
			found[id] = v
		}
	}
	return found, nil
}

// lists makes one list for each owner.
func lists[K, V any](ctx context.Context, r *reader, owners []K, list func(K) []V) ([][]V, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	found := make([][]V, len(owners))
	for i, owner := range owners {
		found[i] = list(owner)
	}
	return found, nil
}

// page cuts an ordered list: from the first element that lies beyond the key on, at most limit, all at 0.
func page[V any](list []V, beyond func(V) bool, limit int) []V {
	for len(list) > 0 && !beyond(list[0]) {
		list = list[1:]
	}
	if limit > 0 && len(list) > limit {
		list = list[:limit]
	}
	return list
}

// among says whether a list, which restricts nothing when empty, holds v.
func among[V comparable](allowed []V, v V) bool {
	if slices.Contains(allowed, v) {
		return true
	}
	return len(allowed) == 0
}
