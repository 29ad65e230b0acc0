package neo4jstore

import (
	"context"
	"sync/atomic"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/turn"
)

// reader sees one revision. It holds no transaction: every statement names the revision.
type reader struct {
	store  *Store
	rev    int64
	stamp  graph.Stamp
	inside bool // it is used inside a write, for which the gate is open anyway
	closed atomic.Bool
}

func (s *Store) readerAt(stamp graph.Stamp) *reader {
	return &reader{store: s, rev: int64(stamp.Revision), stamp: stamp}
}

// Stamp is that of the revision that the reader sees.
func (r *reader) Stamp() graph.Stamp { return r.stamp }

// Close ends the reader.
func (r *reader) Close() error {
	r.closed.Store(true)
	return nil
}

// begin lets one call of the reader in; done must be called after it.
func (r *reader) begin(ctx context.Context) (done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if r.closed.Load() {
		return nil, turn.Closed("reader")
	}
	if r.inside {
		return func() {}, nil
	}
	if err := r.store.gate.Enter(); err != nil {
		return nil, err
	}
	return r.store.gate.Leave, nil
}
