package neo4jstore

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// TestRealFaults ends a server of its own in the middle of what is asked of it, and starts it again.
func TestRealFaults(t *testing.T) {
	server := neo4jtest.Start(t)
	t.Run("stopped", func(t *testing.T) { comesBack(t, server, server.Stop) })
	t.Run("killed", func(t *testing.T) { comesBack(t, server, server.Kill) })
	t.Run("killed while a pack is loaded", func(t *testing.T) { loadsThePack(t, server) })
}

// emptyReal deletes what the test before left, and opens a store.
func emptyReal(t *testing.T, server *neo4jtest.Server, o Options) *Store {
	t.Helper()
	s := openProcess(t, o)
	require.NoError(t, s.ensure(t.Context()))
	_, err := s.conn.write(t.Context(), "MATCH (n:!Migration) DETACH DELETE n", nil)
	require.NoError(t, err)
	require.NotEmpty(t, server.Address().URI)
	return s
}

// comesBack is one store through the end of its server and its return.
func comesBack(t *testing.T, server *neo4jtest.Server, end func(t testing.TB)) {
	t.Helper()
	world := newTurningWorld(t, fewSpokes)
	s := emptyReal(t, server, optionsOf(server.Address()))
	tr := startTraffic(t, world, s)
	tr.moved(5)
	end(t)
	quickest := tr.away()
	back, reachable := portBack(s.conn.address), bareBack(t, server.Address())
	server.Restart(t)
	returned, bare := <-back, <-reachable
	tr.moved(5)
	tr.end()
	answer, read, write := tr.since(returned)
	writes, reads, failures := tr.counts()
	late := bare.Sub(returned)
	t.Logf("after its port's return a bare driver was answered in %s, the first answer came in %s, the first reading of %d ways in %s, the first write in %s; "+
		"while it was away an answer took %s; %d writes and %d readings succeeded, %d calls failed",
		late.Round(time.Millisecond), answer.Round(time.Millisecond), len(world.ways()), read.Round(time.Millisecond), write.Round(time.Millisecond), quickest,
		writes, reads, failures)
	assert.Less(t, answer, 5*time.Second+4*late, "five seconds, and what this machine is slower: a bare driver feels it, too")
	assert.Less(t, read, 2*time.Minute, "and the time in which a new server plans every way")
	assert.Less(t, write, 2*time.Minute)
	assert.Less(t, quickest, time.Second)
	require.Empty(t, world.once(t, s, tr.acknowledged), "none doubled, none lost")
	require.EqualValues(t, len(tr.acknowledged), world.checkAll(t, s))
}

// bareBack waits until a driver without anything of ours is answered again.
func bareBack(t *testing.T, at neo4jtest.Address) <-chan time.Time {
	t.Helper()
	driver := rawDriver(t, at)
	back := make(chan time.Time, 1)
	go func() {
		for t.Context().Err() == nil {
			if _, err := rawRead(t.Context(), driver, "RETURN 1", nil); err == nil {
				back <- time.Now()
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return back
}

// loadsThePack loads a pack, and imports its history, while the server is killed: both end as if it had not been.
func loadsThePack(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	clock := func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	model := graphtest.NewModel(clock)
	t.Cleanup(func() { require.NoError(t, model.Close()) })
	seeded := func(ctx context.Context, service *graph.Service) error {
		_, err := seed.Load(ctx, service, kaspersky.Files, kaspersky.PackFile)
		return err
	}
	require.NoError(t, seeded(t.Context(), graph.NewService(model, graph.Options{})))
	wantContent, wantHistory := exportsOf(t, model)
	o := optionsOf(server.Address())
	o.Clock = clock
	ways := []struct {
		name string
		load func(ctx context.Context, service *graph.Service) error
	}{
		{"seed", seeded},
		{"import", func(ctx context.Context, service *graph.Service) error {
			_, err := service.Import(ctx, strings.NewReader(wantHistory), func(int, int) {})
			return err
		}},
	}
	for _, way := range ways {
		s := emptyReal(t, server, o)
		kills, failures := killedWhileWriting(t, server, s, way.load)
		t.Logf("%s: the server was killed %d times, the load began again %d times", way.name, kills, failures)
		require.Positive(t, kills)
		content, history := exportsOf(t, s)
		if wantContent != content || wantHistory != history { // megabytes, not to be printed
			t.Errorf("%s: the exports differ", way.name)
		}
		again, err := seed.Load(t.Context(), graph.NewService(s, graph.Options{}), kaspersky.Files, kaspersky.PackFile)
		require.NoError(t, err)
		assert.EqualValues(t, 1, again.Revision, way.name)
	}
}

// killedWhileWriting kills the server twice while it writes what is loaded, if it is at it so long; the same call is made until it
// succeeds.
func killedWhileWriting(
	t *testing.T, server *neo4jtest.Server, s *Store, load func(ctx context.Context, service *graph.Service) error,
) (kills, failures int) {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		service := graph.NewService(s, graph.Options{})
		err := load(t.Context(), service)
		for ; err != nil && !t.Failed(); err = load(t.Context(), service) {
			assert.ErrorIs(t, err, graph.ErrUnavailable)
			failures++
			time.Sleep(20 * time.Millisecond)
		}
		done <- err
	}()
	for _, later := range []time.Duration{0, 300 * time.Millisecond} {
		if waitForWriting(t, s) {
			time.Sleep(later)
			server.Kill(t)
			kills++
			server.Restart(t)
		}
	}
	require.NoError(t, <-done)
	return kills, failures
}

// waitForWriting waits until the server is writing a revision, or a part of one; false when one is published already.
func waitForWriting(t *testing.T, s *Store) bool {
	t.Helper()
	watch := openProcess(t, s.options).conn
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		published, err := watch.read(t.Context(), "MATCH (c:Clock WHERE c.published > 0) RETURN count(c)", nil)
		require.NoError(t, err)
		if published[0][0] != int64(0) {
			return false
		}
		writing, err := watch.read(t.Context(),
			"SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q CONTAINS 'Revision {rev: $rev' AND NOT q STARTS WITH 'SHOW' RETURN count(*)", nil)
		require.NoError(t, err)
		if writing[0][0] != int64(0) {
			return true
		}
	}
	require.Fail(t, "nothing is written")
	return false
}

func exportsOf(t *testing.T, s graph.Store) (content, history string) {
	t.Helper()
	service := graph.NewService(s, graph.Options{})
	var c, h bytes.Buffer
	require.NoError(t, service.ExportContent(t.Context(), &c))
	require.NoError(t, service.Export(t.Context(), &h))
	return c.String(), h.String()
}
