package fakebolt

import (
	"errors"
	"io"
	"sync"
)

var errCut = errors.New("the connection is cut")

// meter counts the bytes that the server answers, on all connections together, and lets no more through than it may.
type meter struct {
	mu    sync.Mutex
	sent  int
	limit int // bytes until the cut; -1: none
}

func (m *meter) cutAfter(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.limit = n
}

func (m *meter) total() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.sent
}

// write sends data, or, when the limit lies within it, what comes before: then it is errCut, and the limit is gone.
func (m *meter) write(w io.Writer, data []byte) error {
	allowed, cut := m.allow(len(data))
	if _, err := w.Write(data[:allowed]); err != nil {
		return err
	}
	if cut {
		return errCut
	}
	return nil
}

func (m *meter) allow(n int) (allowed int, cut bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	allowed = n
	if m.limit >= 0 && m.limit <= n {
		allowed, cut = m.limit, true
		m.limit = -1
	} else if m.limit >= 0 {
		m.limit -= n
	}
	m.sent += allowed
	return allowed, cut
}
