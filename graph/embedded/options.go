package embedded

import (
	"runtime"
	"time"
)

// Options of a store; the zero value is useful.
type Options struct {
	// Clock tells the time of commits; nil: time.Now.
	Clock func() time.Time
	// Readers is how many statements are read at once; 0: as many as there are processors, at least 4.
	Readers int
	// QueueLength is how many writes may wait for the writer before more are ErrOverloaded; 0: 256.
	QueueLength int
	// LoadWait is how long a write waits for an open load to end before it is ErrOverloaded; 0: 5 s.
	LoadWait time.Duration
}

// The defaults of Options.
const (
	leastReaders       = 4
	defaultQueueLength = 256
	defaultLoadWait    = 5 * time.Second
)

func (o Options) withDefaults() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Readers <= 0 {
		o.Readers = max(leastReaders, runtime.NumCPU())
	}
	if o.QueueLength <= 0 {
		o.QueueLength = defaultQueueLength
	}
	if o.LoadWait <= 0 {
		o.LoadWait = defaultLoadWait
	}
	return o
}
