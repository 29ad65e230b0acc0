package turn

import (
	"context"
	"sync/atomic"
)

// Reading lets the calls of one reader in, while both it and its store are open.
type Reading struct {
	gate   *Gate
	closed atomic.Bool
}

// NewReading is that of a reader which asks at the gate of its store; one that is used inside a call of the store, for which the gate
// is open anyway, has no gate.
func NewReading(gate *Gate) *Reading { return &Reading{gate: gate} }

// Begin lets one call in; done must be called after it.
func (r *Reading) Begin(ctx context.Context) (done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if r.closed.Load() {
		return nil, Closed("reader")
	}
	if r.gate == nil {
		return func() {}, nil
	}
	if err := r.gate.Enter(); err != nil {
		return nil, err
	}
	return r.gate.Leave, nil
}

// Close ends the reader; a second time does nothing.
func (r *Reading) Close() error {
	r.closed.Store(true)
	return nil
}
