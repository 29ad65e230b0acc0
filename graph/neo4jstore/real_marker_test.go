package neo4jstore

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

const realSpokes = 20

// watchers read all the while, in every way, the newest revision and some older one, and compare what they find.
type watchers struct {
	group sync.WaitGroup
	over  chan struct{}
	reads atomic.Int64
	seen  sync.Map // the revisions that were read as the newest
}

// watch starts as many watchers as there are stores. They end with the test at the latest.
func (w *turningWorld) watch(t *testing.T, stores ...*Store) *watchers {
	t.Helper()
	watching := &watchers{over: make(chan struct{})}
	for n, s := range stores {
		watching.group.Go(func() {
			var before graph.Revision
			for pass := n; ; pass++ {
				select {
				case <-watching.over:
					return
				default:
				}
				newest, err := w.check(t, s, 0, pass)
				if err == nil && newest > 0 {
					assert.GreaterOrEqual(t, newest, before, "what was published stays so")
					before = newest
					_, err = w.check(t, s, 1+rand.N(newest), pass)
				}
				if err != nil {
					t.Error(err)
				}
				if t.Failed() {
					return
				}
				watching.reads.Add(2)
				watching.seen.Store(newest, true)
			}
		})
	}
	return watching
}

func (w *watchers) end() (revisions int) {
	close(w.over)
	w.group.Wait()
	w.seen.Range(func(any, any) bool { revisions++; return true })
	return revisions
}

// TestReal_ReadersSeeAllOfARevisionOrNone: two processes write revisions that each close and open every stretch and every state.
func TestReal_ReadersSeeAllOfARevisionOrNone(t *testing.T) {
	const each = 20
	o := optionsOf(neo4jtest.Empty(t))
	world := newTurningWorld(t, realSpokes)
	writers := []*Store{openProcess(t, o), openProcess(t, o)}
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, writers[0])}
	watching := world.watch(t, openProcess(t, o), writers[0], writers[1])
	var (
		group sync.WaitGroup
		mu    sync.Mutex
	)
	start := time.Now()
	for w, s := range writers {
		group.Go(func() {
			for n := range each {
				op := realOperation(fmt.Sprintf("writer %d, %d", w, n))
				rev, err := s.Update(t.Context(), op, world.plan)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				acknowledged[op.ID] = rev
				mu.Unlock()
			}
		})
	}
	group.Wait()
	wrote := time.Since(start)
	seen := watching.end()
	t.Logf("%d revisions of 2 processes in %s, each of %d stretches and %d states; %d readings of %d ways, %d revisions read as the newest",
		2*each, wrote.Round(time.Millisecond), realSpokes, realSpokes+1, watching.reads.Load(), len(world.ways()), seen)
	require.Empty(t, world.once(t, writers[0], acknowledged))
	require.EqualValues(t, 2*each+1, world.checkAll(t, openProcess(t, o)))
}

// TestReal_AKilledWriterIsNeverSeenInPart kills a writing process again and again: some at any moment, some as soon as it is seen
// to have written a revision that it has not yet published.
func TestReal_AKilledWriterIsNeverSeenInPart(t *testing.T) {
	const kills = 6
	o := optionsOf(neo4jtest.Empty(t))
	world := newTurningWorld(t, realSpokes)
	next := openProcess(t, o)
	acknowledged := map[graph.OperationID]graph.Revision{"first": world.begin(t, next)}
	unpublished, kept := 0, 0
	var slowest time.Duration
	watching := world.watch(t, openProcess(t, o), openProcess(t, o))
	for kill := range kills {
		writer := startProcess(t, o, realSpokes)
		name := fmt.Sprintf("killed %d, ", kill)
		said := writeThenDie(t, next, writer, name, kill%2 == 1)
		for n, rev := range said {
			acknowledged[graph.OperationID(fmt.Sprint(name, n+1))] = rev
		}
		rev, published := clock(t, next)
		if rev > published {
			unpublished++
		}
		start := time.Now()
		op := realOperation(fmt.Sprintf("next %d", kill))
		after, err := next.Update(t.Context(), op, world.plan)
		require.NoError(t, err, "nobody waits for the dead")
		slowest = max(slowest, time.Since(start))
		acknowledged[op.ID] = after
		require.Greater(t, after, said[len(said)-1])
		others := world.once(t, next, acknowledged)
		require.LessOrEqual(t, len(others), 1, "what was under way is there or not: %v", others)
		for _, op := range others {
			assert.EqualValues(t, fmt.Sprint(name, len(said)+1), op)
			acknowledged[op] = after - 1
			kept++
		}
	}
	seen := watching.end()
	t.Logf("%d kills: %d left a revision written and not published, %d writes without acknowledgement were kept; "+
		"the slowest next write took %s; %d acknowledged, %d readings, %d revisions read as the newest",
		kills, unpublished, kept, slowest.Round(time.Millisecond), len(acknowledged)-kept, watching.reads.Load(), seen)
	assert.Less(t, slowest, o.withDefaults().LoadLease, "nobody waits for a lease")
	require.Empty(t, world.once(t, next, acknowledged))
	require.EqualValues(t, len(acknowledged), world.checkAll(t, openProcess(t, o)))
}

// writeThenDie lets a process write and kills it: as soon as a revision is seen that it has not published, or at some moment. It
// gives what the process acknowledged.
func writeThenDie(t *testing.T, s *Store, writer *otherProcess, name string, unpublished bool) []graph.Revision {
	t.Helper()
	writer.tell("writeOn " + name)
	said := []graph.Revision{writer.hear()}
	require.Positive(t, said[0], "it ended: %s", &writer.said)
	if unpublished {
		for range 400 {
			if rev, published := clock(t, s); rev > published {
				break
			}
		}
	} else {
		time.Sleep(time.Duration(rand.N(150)) * time.Millisecond)
	}
	return append(said, writer.kill()...)
}

// clock reads which revision is written and which is published.
func clock(t *testing.T, s *Store) (rev, published int64) {
	t.Helper()
	rows, err := s.conn.read(t.Context(), "MATCH (c:Clock {id: 1}) RETURN c.rev, c.published", nil)
	require.NoError(t, err)
	require.Len(t, rows, 1)
	c := &cells{values: rows[0]}
	rev, published = c.integer(), c.integer()
	require.NoError(t, c.err)
	return rev, published
}
