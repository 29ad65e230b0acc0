package neo4jstore

import (
	"fmt"
	"sync/atomic"

	"github.com/redthread-graph/redthread/graph/turn"
)

// Store keeps a graph in a Neo4j database. Make one with [Open].
type Store struct {
	options Options
	conn    *connection
	schema  *schema
	gate    turn.Gate
	queue   *turn.Queue
	stamps  *stamps
	loads   *openedLoads
	version atomic.Pointer[string] // of the server, once it was asked
}

// Open makes a store of a database. It does not wait for the server: whatever is asked before that answers is ErrUnavailable and
// says why, and the schema is brought up to date when it first does. An address that no server can have is ErrInvalid.
func Open(o Options) (*Store, error) {
	o = o.withDefaults()
	conn, err := connect(o)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return &Store{
		options: o, conn: conn, schema: newSchema(), queue: turn.NewQueue(o.QueueLength), stamps: newStamps(), loads: newOpenedLoads(),
	}, nil
}

// Close waits for the calls under way, then closes the connections. What is asked afterwards is ErrUnavailable; Close again is
// nothing.
func (s *Store) Close() error {
	if !s.gate.Close() {
		return nil
	}
	return s.conn.close()
}
