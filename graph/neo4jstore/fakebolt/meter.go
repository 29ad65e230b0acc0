package fakebolt

import (
	"errors"
	"io"
	"slices"
	"sync"
)

var errCut = errors.New("the connection is cut")

// meter counts the bytes that go one way, on all connections together, and lets no more through than it may.
type meter struct {
	mu    sync.Mutex
	sent  int
	limit int   // bytes until the cut; -1: none
	marks []int // how many were sent when
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

// mark notes how many bytes have gone through, but for those that wait.
func (m *meter) mark(waiting int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.marks = append(m.marks, m.sent-waiting)
}

func (m *meter) marked() []int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.marks)
}

// metered reads as much as its meter lets through; then it is errCut.
type metered struct {
	io.Reader
	meter *meter
}

func (r *metered) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	allowed, cut := r.meter.allow(n)
	if cut {
		err = errCut
	}
	return allowed, err
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
