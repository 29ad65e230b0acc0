package neo4jstore

import (
	"fmt"
	"slices"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// openedLoads are the loads in which this process takes part, with the tokens that their clocks may have: a load whose token is
// another one was ended, or taken over, by another process.
type openedLoads struct {
	mu     sync.Mutex
	tokens map[graph.OperationID]clockTokens
	freed  chan struct{} // closed, and made anew, whenever a load ends
}

// loadClock is one of the two nodes whose locks order the writes of a load.
type loadClock int64

const (
	storeClock loadClock = 1 // orders all writes of the store
	termsClock loadClock = 2 // orders those of a load that write search terms of texts
)

// clockTokens are the tokens that the clocks of a load may have: of each several while it is open which of them was written.
type clockTokens map[loadClock][]string

func newOpenedLoads() *openedLoads {
	return &openedLoads{tokens: map[graph.OperationID]clockTokens{}, freed: make(chan struct{})}
}

// ended gives a channel that is closed when a load of this process ends.
func (o *openedLoads) ended() <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.freed
}

// hold keeps the one token that all clocks of a load have: this process has opened or taken it.
func (o *openedLoads) hold(op graph.OperationID, token string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.tokens[op] = clockTokens{storeClock: {token}, termsClock: {token}}
}

// remember keeps the tokens that a clock of a load may have.
func (o *openedLoads) remember(op graph.OperationID, c loadClock, tokens ...string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if held := o.tokens[op]; held != nil { // else it has ended meanwhile
		held[c] = tokens
	}
}

// known gives the tokens that a clock of a load may have; none of a load in which this process takes no part.
func (o *openedLoads) known(op graph.OperationID, c loadClock) []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.tokens[op][c]
}

// isSettled says whether nothing that this process has sent of a load may still be written.
func (o *openedLoads) isSettled(op graph.OperationID) bool {
	return len(o.known(op, storeClock)) == 1 && len(o.known(op, termsClock)) == 1
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
	if !ours || open != nil && slices.Contains(tokens[storeClock], open.token) {
		return nil
	}
	return elsewhere(op)
}

func elsewhere(op graph.OperationID) error {
	return fmt.Errorf("load %s was abandoned, or goes on elsewhere: %w", op, graph.ErrConflict)
}
