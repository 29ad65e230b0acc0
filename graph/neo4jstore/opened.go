package neo4jstore

import (
	"fmt"
	"slices"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// openedLoads are the loads in which this process takes part, with the tokens that they may have: a load whose token is another
// one was ended, or taken over, by another process.
type openedLoads struct {
	mu     sync.Mutex
	tokens map[graph.OperationID][]string
	freed  chan struct{} // closed, and made anew, whenever a load ends
}

func newOpenedLoads() *openedLoads {
	return &openedLoads{tokens: map[graph.OperationID][]string{}, freed: make(chan struct{})}
}

// ended gives a channel that is closed when a load of this process ends.
func (o *openedLoads) ended() <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.freed
}

// remember keeps the tokens that a load may have: several while it is open which of them was written.
func (o *openedLoads) remember(op graph.OperationID, tokens ...string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.tokens[op] = tokens
}

// known gives the tokens that a load may have; none of one in which this process takes no part.
func (o *openedLoads) known(op graph.OperationID) []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.tokens[op]
}

// forget ends this process's part in a load, and lets those who wait for it look again.
func (o *openedLoads) forget(op graph.OperationID) {
	o.mu.Lock()
	delete(o.tokens, op)
	o.mu.Unlock()
	o.wake()
}

// wake lets those who wait for a load look again.
func (o *openedLoads) wake() {
	o.mu.Lock()
	defer o.mu.Unlock()
	close(o.freed)
	o.freed = make(chan struct{})
}

// check fails with ErrConflict unless the open load of op, nil if there is none, is the one in which this process takes part. A
// process that takes no part may join in.
func (o *openedLoads) check(op graph.OperationID, open *load) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	tokens, ours := o.tokens[op]
	if !ours || open != nil && slices.Contains(tokens, open.token) {
		return nil
	}
	return fmt.Errorf("load %s was abandoned, or goes on elsewhere: %w", op, graph.ErrConflict)
}
