package neo4jstore

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// traffic is two readers and two writers of one store, each of which goes on through failures: a writer repeats its operation until
// it is told a revision.
type traffic struct {
	t     *testing.T
	world *turningWorld
	store *Store
	over  chan struct{}
	group sync.WaitGroup
	ended sync.Once

	mu           sync.Mutex
	acknowledged map[graph.OperationID]graph.Revision
	writes       []time.Time // when each succeeded
	reads        []time.Time
	answers      []time.Time // when a snapshot was opened: one small statement
	failures     map[string]int
}

func startTraffic(t *testing.T, w *turningWorld, s *Store) *traffic {
	t.Helper()
	tr := &traffic{
		t: t, world: w, store: s, over: make(chan struct{}), failures: map[string]int{},
		acknowledged: map[graph.OperationID]graph.Revision{"first": w.begin(t, s)},
	}
	for n := range 2 {
		tr.group.Go(func() { tr.write(n) })
		tr.group.Go(func() { tr.read(n) })
	}
	t.Cleanup(tr.end) // of a test that fails before it ends it
	return tr
}

func (tr *traffic) running() bool {
	select {
	case <-tr.over:
		return false
	case <-time.After(10 * time.Millisecond):
		return true
	}
}

func (tr *traffic) write(n int) {
	for i := 0; tr.running(); i++ {
		op := realOperation(fmt.Sprintf("writer %d, %d", n, i))
		rev, err := tr.store.Update(tr.t.Context(), op, tr.world.plan)
		for ; err != nil && !tr.t.Failed(); rev, err = tr.store.Update(tr.t.Context(), op, tr.world.plan) {
			tr.failed(err)
			time.Sleep(10 * time.Millisecond)
		}
		tr.mu.Lock()
		tr.acknowledged[op.ID] = rev
		tr.writes = append(tr.writes, time.Now())
		tr.mu.Unlock()
	}
}

func (tr *traffic) read(n int) {
	for pass := n; tr.running(); pass++ {
		if r, err := tr.store.Snapshot(tr.t.Context(), 0); err == nil {
			tr.mu.Lock()
			tr.answers = append(tr.answers, time.Now())
			tr.mu.Unlock()
			assert.NoError(tr.t, r.Close())
		}
		_, err := tr.world.check(tr.t, tr.store, 0, pass)
		if err != nil {
			tr.failed(err)
			continue
		}
		tr.mu.Lock()
		tr.reads = append(tr.reads, time.Now())
		tr.mu.Unlock()
	}
}

// failed holds what is told of a server that is away to its form.
func (tr *traffic) failed(err error) {
	if !errors.Is(err, graph.ErrUnavailable) {
		tr.t.Errorf("not what a server that is away should be told as: %v", err)
	}
	assert.NotContains(tr.t, err.Error(), tr.store.options.Password)
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.failures[strings.TrimPrefix(err.Error(), "update: ")]++
}

// counts are how many writes and reads succeeded and how many calls failed.
func (tr *traffic) counts() (writes, reads, failures int) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	for _, n := range tr.failures {
		failures += n
	}
	return len(tr.writes), len(tr.reads), failures
}

// moved waits until so many more writes and reads have succeeded.
func (tr *traffic) moved(more int) {
	tr.t.Helper()
	writes, reads, _ := tr.counts()
	require.Eventually(tr.t, func() bool {
		w, r, _ := tr.counts()
		return w >= writes+more && r >= reads+more
	}, 2*time.Minute, 10*time.Millisecond, "it goes on")
}

// away waits until calls fail, and gives how long one takes that fails once the breaker is open.
func (tr *traffic) away() time.Duration {
	tr.t.Helper()
	_, _, before := tr.counts()
	require.Eventually(tr.t, func() bool {
		_, _, failures := tr.counts()
		return failures >= before+20
	}, time.Minute, 10*time.Millisecond, "calls fail")
	quickest := time.Hour
	for range 20 {
		start := time.Now()
		_, err := tr.store.Snapshot(tr.t.Context(), 0)
		quickest = min(quickest, time.Since(start))
		require.ErrorIs(tr.t, err, graph.ErrUnavailable)
	}
	_, err := tr.store.Snapshot(tr.t.Context(), 0)
	require.ErrorContains(tr.t, err, tr.store.conn.address)
	return quickest
}

// since gives how long after a moment the first small statement, the first reading in every way and the first write succeeded.
func (tr *traffic) since(back time.Time) (answer, read, write time.Duration) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	first := func(times []time.Time) time.Duration {
		for _, at := range times {
			if at.After(back) {
				return at.Sub(back)
			}
		}
		return time.Hour
	}
	return first(tr.answers), first(tr.reads), first(tr.writes)
}

func (tr *traffic) end() {
	tr.t.Helper()
	tr.ended.Do(func() {
		close(tr.over)
		tr.group.Wait()
		for sentence, n := range tr.failures {
			tr.t.Logf("%d times: %s", n, sentence)
		}
	})
}

// portBack waits in the background for an address to take connections again, and gives when it did.
func portBack(address string) <-chan time.Time {
	back := make(chan time.Time, 1)
	go func() {
		for deadline := time.Now().Add(5 * time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
			connection, err := net.DialTimeout("tcp", address, time.Second)
			if err == nil && errors.Join(connection.Close()) == nil {
				break
			}
		}
		back <- time.Now()
	}()
	return back
}
