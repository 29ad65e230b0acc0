package neo4jstore

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/sony/gobreaker/v2"

	"github.com/redthread-graph/redthread/graph"
)

const (
	lossesToOpen = 5               // in a row
	probeEvery   = 2 * time.Second // while the breaker is open
)

// breaker answers at once while the server cannot be reached: after some losses in a row only one call every while goes through,
// until one reaches the server.
type breaker struct {
	circuit *gobreaker.CircuitBreaker[[][]any]
	loss    atomic.Pointer[loss] // nil: the server was reached last
	lost    chan struct{}        // holds one while a new loss was not yet taken notice of
}

// loss is a time in which the server was not reached.
type loss struct {
	since time.Time
	why   string // as last seen
}

func newBreaker() *breaker {
	b := &breaker{lost: make(chan struct{}, 1)}
	b.circuit = gobreaker.NewCircuitBreaker[[][]any](gobreaker.Settings{
		Timeout:      probeEvery,
		ReadyToTrip:  func(counts gobreaker.Counts) bool { return counts.ConsecutiveFailures >= lossesToOpen },
		IsSuccessful: func(err error) bool { return !isLoss(err) },
		IsExcluded:   saysNothing,
		OnStateChange: func(_ string, _, to gobreaker.State) {
			if to == gobreaker.StateClosed {
				b.loss.Store(nil)
			}
		},
	})
	return b
}

// run runs a call, or fails at once with what was last known.
func (b *breaker) run(try func() ([][]any, error)) ([][]any, error) {
	rows, err := b.circuit.Execute(func() ([][]any, error) {
		rows, err := try()
		b.note(err)
		return rows, err
	})
	if errors.Is(err, gobreaker.ErrOpenState) || errors.Is(err, gobreaker.ErrTooManyRequests) {
		return nil, b.open()
	}
	return rows, err
}

// note remembers a loss. An answer ends it, but not one that comes late, when others have lost the server already.
func (b *breaker) note(err error) {
	before := b.loss.Load()
	var f *failure
	switch {
	case saysNothing(err):
	case isLoss(err) && errors.As(err, &f):
		now := &loss{since: time.Now(), why: f.sentence}
		if before != nil {
			now.since = before.since
		}
		b.loss.Store(now)
		if before == nil {
			b.tell()
		}
	case before != nil && b.circuit.State() == gobreaker.StateClosed:
		b.loss.Store(nil)
	}
}

// lostAfter says whether the server was still reached at a moment.
func (b *breaker) lostAfter(moment time.Time) bool {
	l := b.loss.Load()
	return l != nil && !l.since.Before(moment)
}

func (b *breaker) tell() {
	select {
	case b.lost <- struct{}{}:
	default: // one stands for all
	}
}

func (b *breaker) open() *failure {
	sentence := "the database is just being reached again"
	if l := b.loss.Load(); l != nil {
		sentence = fmt.Sprintf("the database has not been reached since %s: %s", l.since.UTC().Format(time.RFC3339), l.why)
	}
	return &failure{sentence: sentence, kind: graph.ErrUnavailable, turnedAway: true}
}

// isLoss says whether an error means that the server was not reached.
func isLoss(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.course == lost && errors.Is(f.kind, graph.ErrUnavailable)
}

// saysNothing says whether an error is one of the caller's, from which nothing follows about the server.
func saysNothing(err error) bool {
	var f *failure
	return errors.As(err, &f) && !isLoss(err) && f.cause == nil
}
