package neo4jstore

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sony/gobreaker/v2"

	"github.com/redthread-graph/redthread/graph"
)

const (
	lossesToOpen = 5               // in a row
	probeEvery   = 2 * time.Second // while the breaker is open
	// probeWait is how long a call waits for what a probe finds: long enough for a server that answers, and for one that refuses.
	probeWait = 5 * time.Millisecond
)

// breaker answers at once while the server cannot be reached: after some losses in a row it only sends a probe every while, until one
// reaches the server. Calls have a probe sent, and are none: a server that is silent would keep them waiting.
type breaker struct {
	circuit *gobreaker.CircuitBreaker[[][]any]
	loss    atomic.Pointer[loss] // nil: the server was reached last
	lost    chan struct{}        // holds one while a new loss was not yet taken notice of
	ask     tryFunc              // whether the server is there
	probes  sync.WaitGroup
	returns atomic.Int64 // how often the server came back
}

// tryFunc is a call of the server.
type tryFunc func() ([][]any, error)

// loss is a time in which the server was not reached.
type loss struct {
	since time.Time
	why   string // as last seen
}

func newBreaker(ask tryFunc) *breaker {
	b := &breaker{lost: make(chan struct{}, 1), ask: ask}
	b.circuit = gobreaker.NewCircuitBreaker[[][]any](gobreaker.Settings{
		Timeout:      probeEvery,
		ReadyToTrip:  func(counts gobreaker.Counts) bool { return counts.ConsecutiveFailures >= lossesToOpen },
		IsSuccessful: func(err error) bool { return !isLoss(err) },
		IsExcluded:   saysNothing,
		OnStateChange: func(_ string, _, to gobreaker.State) {
			if to == gobreaker.StateClosed {
				b.loss.Store(nil)
				b.returns.Add(1)
			}
		},
	})
	return b
}

// run runs a call, or fails at once with what was last known.
func (b *breaker) run(try tryFunc) ([][]any, error) {
	if b.circuit.State() == gobreaker.StateHalfOpen {
		b.probe()
	}
	if b.circuit.State() != gobreaker.StateClosed {
		return nil, b.open()
	}
	return b.execute(try)
}

// probe has the server asked whether it is there, unless that is done already.
func (b *breaker) probe() {
	done := make(chan struct{})
	b.probes.Go(func() {
		defer close(done)
		_, _ = b.execute(b.ask) // the breaker has taken notice
	})
	wait := time.NewTimer(probeWait)
	defer wait.Stop()
	select {
	case <-done:
	case <-wait.C:
	}
}

func (b *breaker) execute(try tryFunc) ([][]any, error) {
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
