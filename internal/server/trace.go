package server

import (
	"context"
	"crypto/rand"
	"sync"
)

// trace is what the access log wants to know of one request. It holds nothing that was asked.
type trace struct {
	id string

	mu       sync.Mutex
	code     string // of the first error shown
	internal int    // internal errors met
}

type traceKey struct{}

// withTrace gives a request a new id; none is taken from outside.
func withTrace(ctx context.Context) (context.Context, *trace) {
	t := &trace{id: rand.Text()}
	return context.WithValue(ctx, traceKey{}, t), t
}

// traceOf is the trace of a request, an empty one outside of a request.
func traceOf(ctx context.Context) *trace {
	if t, ok := ctx.Value(traceKey{}).(*trace); ok {
		return t
	}
	return &trace{}
}

// fail notes the code of an error that is shown; the first one stays.
func (t *trace) fail(code string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.code == "" {
		t.code = code
	}
}

// countInternal returns how many internal errors there have been, this one included.
func (t *trace) countInternal() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.internal++
	return t.internal
}

func (t *trace) outcome() (code string, internal int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.code, t.internal
}
