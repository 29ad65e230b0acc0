package neo4jstore

import (
	"context"
	"errors"
	"time"
)

// The two ways in which a write fails that matter to whoever would try it again.
var (
	errUnsettled = errors.New("whether the write was kept is not known")
	errPassing   = errors.New("the write was not kept and may be tried again")
)

// course says how a failure may go on.
type course int

const (
	final   course = iota // the same statement would fail again
	passing               // the server rolled the statement back, and another try may succeed
	lost                  // the way to the server failed, before or after the statement went out
	torn                  // the server failed, perhaps while it committed
)

// failure is an error of the server, or of the way to it, as it is told: what is wrong and which setting mends it.
type failure struct {
	sentence string
	kind     error // a kind of graph, the error of a context, or nil for what only a fault of this program can cause
	course   course
	cause    error // what the server said, or nil
	settled  error // errUnsettled or errPassing of a write, or nil

	turnedAway bool // by the breaker: the server was not asked
}

// Error is the sentence with its kind; that of a context stands alone.
func (f *failure) Error() string {
	switch {
	case f.kind == nil:
		return f.sentence
	case f.sentence == "":
		return f.kind.Error()
	default:
		return f.sentence + ": " + f.kind.Error()
	}
}

// Unwrap gives the kind, what the server said, and whether a write may have been kept.
func (f *failure) Unwrap() []error {
	wrapped := make([]error, 0, 3)
	for _, err := range []error{f.kind, f.cause, f.settled} {
		if err != nil {
			wrapped = append(wrapped, err)
		}
	}
	return wrapped
}

// courseOf is how a failure may go on; that of any other error is final.
func courseOf(err error) course {
	if f, ok := errors.AsType[*failure](err); ok {
		return f.course
	}
	return final
}

// ended is the error of a context that is over. The driver looks at deadlines itself, and so may be told of one before the context is.
func ended(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}
