package neo4jstore

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestReal_ADeadlockIsTriedAgain forces deadlocks: a writer holds the clock and waits for the hub's state; another transaction, which
// holds more locks, so that the server spares it, has the state of the last spoke and waits for the clock; then the hub's state is
// let go, and the writer asks for that of the last spoke. The writer is an Update, then a chunk of a load.
func TestReal_ADeadlockIsTriedAgain(t *testing.T) {
	const rounds = 3
	o := optionsOf(neo4jtest.Empty(t))
	world := newTurningWorld(t, fewSpokes)
	s := openProcess(t, o)
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, s)}
	driver, err := neo4j.NewDriverWithContext(o.URI, neo4j.BasicAuth(o.Username, o.Password, ""))
	require.NoError(t, err)
	defer func() { require.NoError(t, driver.Close(context.WithoutCancel(t.Context()))) }()
	_, err = s.conn.write(t.Context(), "UNWIND range(1, 1000) AS n CREATE (:Held)", nil)
	require.NoError(t, err)
	for _, way := range []struct {
		name  string
		write func(ctx context.Context, op graph.Operation) (graph.Revision, error)
	}{
		{"update", func(ctx context.Context, op graph.Operation) (graph.Revision, error) {
			return s.Update(ctx, op, world.plan)
		}},
		{"load", func(ctx context.Context, op graph.Operation) (graph.Revision, error) {
			next := world.records(len(acknowledged) + 1)
			if _, err := s.Load(ctx, op, graph.Stamp{}, stream(next...)); err != nil {
				return 0, err
			}
			return s.Publish(ctx, op)
		}},
	} {
		ended := 0
		for n := range rounds {
			op := realOperation(fmt.Sprint(way.name, " in the way ", n))
			rev, victim := inTheWay(t, s, driver, func() (graph.Revision, error) { return way.write(t.Context(), op) })
			acknowledged[op.ID] = rev
			if victim {
				ended++
			}
		}
		t.Logf("%s: %d circles: the server ended the writer's transaction in %d", way.name, rounds, ended)
		assert.Positive(t, ended, "%s: the server ends the one with fewer locks", way.name)
	}
	require.Empty(t, world.once(t, s, acknowledged))
	require.EqualValues(t, 1+2*rounds, world.checkAll(t, s))
}

// inTheWay brings a write into a circle, and says whether the server ended the write's transaction and not the other.
func inTheWay(
	t *testing.T, s *Store, driver neo4j.DriverWithContext, write func() (graph.Revision, error),
) (rev graph.Revision, victim bool) {
	t.Helper()
	first, last := holding(t, driver, realHub), holding(t, driver, spokeID(fewSpokes-1))
	require.NoError(t, last.take("MATCH (x:Held) SET x.held = 1 REMOVE x.held"))
	var group sync.WaitGroup
	group.Go(func() {
		var err error
		rev, err = write()
		assert.NoError(t, err)
	})
	waitForBlocked(t, s, 1)
	group.Go(func() {
		victim = last.take("MATCH (x:Clock {id: 1}) SET x.held = 1 REMOVE x.held") == nil
		last.end()
	})
	waitForBlocked(t, s, 2)
	first.end()
	group.Wait()
	return rev, victim
}

// holder is a transaction that is open as long as the test wants.
type holder struct {
	t       *testing.T
	session neo4j.SessionWithContext
	tx      neo4j.ExplicitTransaction
}

// holding opens one that holds the states of an entity.
func holding(t *testing.T, driver neo4j.DriverWithContext, id graph.EntityID) *holder {
	t.Helper()
	h := &holder{t: t, session: driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})}
	var err error
	h.tx, err = h.session.BeginTransaction(t.Context())
	require.NoError(t, err)
	require.NoError(t, h.take(fmt.Sprintf("MATCH (x:EntityState {entity: '%s'}) SET x.held = 1 REMOVE x.held", id)))
	return h
}

func (h *holder) take(text string) error {
	result, err := h.tx.Run(h.t.Context(), text, nil)
	if err == nil {
		_, err = result.Consume(h.t.Context())
	}
	return err
}

// end lets all go; it has changed nothing.
func (h *holder) end() {
	assert.NoError(h.t, h.tx.Close(h.t.Context()))
	assert.NoError(h.t, h.session.Close(h.t.Context()))
}

// waitForBlocked waits until so many transactions wait for locks of others.
func waitForBlocked(t *testing.T, s *Store, want int64) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		rows, err := s.conn.read(t.Context(), "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*)", nil)
		require.NoError(t, err)
		if rows[0][0] == want {
			return
		}
		require.True(t, time.Now().Before(deadline), "%v wait, not %d", rows[0][0], want)
	}
}
