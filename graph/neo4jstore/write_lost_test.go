package neo4jstore

import (
	"bytes"
	"context"
	"net"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// cutter stands between a store and the server. The next statement that holds a text reaches the server, whose answer is cut off:
// or, if it is early, the statement does not reach it.
type cutter struct {
	listener net.Listener
	server   string

	mu    sync.Mutex
	text  []byte // nil: nothing is cut
	early bool
	cuts  int
}

// startCutter starts one for the time of a test.
func startCutter(t *testing.T, server string) *cutter {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	c := &cutter{listener: listener, server: server}
	var group sync.WaitGroup
	group.Go(func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			group.Go(func() { c.serve(client) })
		}
	})
	t.Cleanup(func() {
		assert.NoError(t, listener.Close())
		group.Wait()
	})
	return c
}

// next cuts the next statement that holds a text.
func (c *cutter) next(text string, early bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.text, c.early = []byte(text), early
}

// strikes says whether what a client sends is to be cut.
func (c *cutter) strikes(sent []byte) (cut, early bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.text == nil || !bytes.Contains(sent, c.text) {
		return false, false
	}
	c.text = nil
	c.cuts++
	return true, c.early
}

func (c *cutter) serve(client net.Conn) {
	server, err := net.Dial("tcp", c.server)
	if err != nil {
		_ = client.Close()
		return
	}
	deaf := make(chan struct{}) // closed when the client is to hear no more
	var group sync.WaitGroup
	group.Go(func() {
		defer client.Close() //nolint:errcheck // cut off
		buffer := make([]byte, 1<<16)
		for {
			n, err := server.Read(buffer)
			if err != nil {
				return
			}
			select {
			case <-deaf:
				return
			default:
			}
			if _, err := client.Write(buffer[:n]); err != nil {
				return
			}
		}
	})
	c.send(client, server, deaf)
	group.Wait()
}

// send passes on what the client sends.
func (c *cutter) send(client, server net.Conn, deaf chan<- struct{}) {
	buffer := make([]byte, 1<<16)
	for {
		n, err := client.Read(buffer)
		cut, early := c.strikes(buffer[:n])
		if cut && !early {
			close(deaf)
		}
		if n > 0 && !early {
			_, _ = server.Write(buffer[:n])
		}
		if err != nil || early {
			_, _ = client.Close(), server.Close()
			return
		}
	}
}

// cutStore opens a store behind a cutter, and one that reaches the server straight.
func cutStore(t *testing.T) (cut, straight *Store, c *cutter) {
	t.Helper()
	at := neo4jtest.Empty(t)
	c = startCutter(t, strings.TrimPrefix(at.URI, "bolt://"))
	for _, uri := range []string{at.URI, "bolt://" + c.listener.Addr().String()} {
		s, err := Open(Options{URI: uri, Username: at.Username, Password: at.Password, Database: at.Database})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, s.Close()) })
		require.NoError(t, s.ensure(t.Context()))
		straight, cut = cut, s
	}
	return cut, straight, c
}

// TestWrites_WhoseAnswerIsLost cuts each statement of a write, before and after it reaches the server: what is acknowledged is on
// file once.
func TestWrites_WhoseAnswerIsLost(t *testing.T) {
	s, straight, c := cutStore(t)
	_, err := straight.Update(t.Context(), operationOf("first"), writes(someCompany("a")))
	require.NoError(t, err)
	want := graph.Revision(1)
	for name, test := range map[string]struct {
		text  string
		write func(ctx context.Context, op graph.Operation, id string) (graph.Revision, error)
	}{
		"update": {"CREATE (:Revision", s.update}, "publish": {"SET c.published = $rev", s.update},
		"head": {"WITH c, coalesce(c.rev, 0) AS rev", s.update}, "lookup": {".entities AS id", s.update},
		"open": {"SET c.load = $given.op", s.loadOne}, "chunk": {"c.loadToken = $given.next", s.loadOne},
		"stamp": {"SET v.time = $time\nFOREACH", s.loadOne}, "publish a load": {"SET c.published = now.rev\nREMOVE", s.loadOne},
		"marks": {"(m:Restated) WHERE m.rev <= $rev", s.loadOne},
	} {
		for _, early := range []bool{true, false} {
			label := name + map[bool]string{true: ", before", false: ", after"}[early]
			c.next(test.text, early)
			op := operationOf(label)
			rev, err := test.write(t.Context(), op, label)
			require.NoError(t, err, label)
			want++
			require.Equal(t, want, rev, label)
			rev, err = straight.Update(t.Context(), op, countingPlan)
			require.NoError(t, err, label)
			require.Equal(t, want, rev, "%s: it is on file", label)
			found := told(t, straight, "MATCH (e:Entity {id: $id}) RETURN count(e), min(e.rev)", map[string]any{"id": label})
			require.Equal(t, []any{int64(1), int64(want)}, found[0], label)
		}
	}
	require.Equal(t, 18, c.cuts, "each was cut")
}

// update writes one entity.
func (s *Store) update(ctx context.Context, op graph.Operation, id string) (graph.Revision, error) {
	return s.Update(ctx, op, writes(someCompany(id)))
}

// loadOne writes one entity by a load, and a state of another.
func (s *Store) loadOne(ctx context.Context, op graph.Operation, id string) (graph.Revision, error) {
	records := stream(someCompany(id), &graph.EntityState{Entity: "a", Name: id})
	if _, err := s.Load(ctx, op, graph.Stamp{}, records); err != nil {
		return 0, err
	}
	return s.Publish(ctx, op)
}
