// Package turn gives the calls of a store their turn: a gate that lets them in until it is closed, and a queue for the one writer.
package turn

import (
	"fmt"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// Gate lets calls in until it is closed, and then waits for those inside. The zero value is open.
type Gate struct {
	mu     sync.Mutex
	shut   bool
	inside sync.WaitGroup
}

// Enter lets a call in, which must Leave; after Close it is ErrUnavailable.
func (g *Gate) Enter() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut {
		return Closed("store")
	}
	g.inside.Add(1)
	return nil
}

// Leave lets a call out.
func (g *Gate) Leave() { g.inside.Done() }

// Close says whether this call closed the gate, once all are out.
func (g *Gate) Close() bool {
	g.mu.Lock()
	first := !g.shut
	g.shut = true
	g.mu.Unlock()
	g.inside.Wait()
	return first
}

// Closed is what a closed thing answers: an ErrUnavailable.
func Closed(what string) error {
	return fmt.Errorf("the %s is closed: %w", what, graph.ErrUnavailable)
}
