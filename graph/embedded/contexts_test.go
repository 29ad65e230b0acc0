package embedded_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

func contextOf(t *testing.T) (context.Context, context.CancelFunc) {
	t.Helper()
	return context.WithCancel(t.Context())
}

// blocked starts a write whose plan waits until it is released.
func blocked(t *testing.T, s graph.Store) (release func(), done <-chan error) {
	t.Helper()
	planning, free, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		_, err := s.Update(context.WithoutCancel(t.Context()), operation("blocked"), func(context.Context, graph.Reader) ([]graph.Record, error) {
			close(planning)
			<-free
			return []graph.Record{company("blocked")}, nil
		})
		ended <- err
	}()
	<-planning
	return func() { close(free) }, ended
}

func TestUpdate_AFullQueueIsOverloaded(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{QueueLength: 1})
	release, done := blocked(t, s)
	_, err := s.Update(t.Context(), operation("too many"), planOf(company("a")))
	require.ErrorIs(t, err, graph.ErrOverloaded)
	release()
	require.NoError(t, <-done)
	assert.EqualValues(t, 2, write(t, s, "too many", company("a")), "it may be tried again")
}

func TestUpdate_WaitingEndsWithTheContext(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{})
	release, done := blocked(t, s)
	ctx, cancel := contextOf(t)
	waiting := make(chan error, 1)
	go func() {
		_, err := s.Update(ctx, operation("waiting"), planOf(company("a")))
		waiting <- err
	}()
	cancel()
	require.ErrorIs(t, <-waiting, context.Canceled)
	release()
	require.NoError(t, <-done)
	assert.Equal(t, []graph.EntityID{"ent_blocked"}, entities(t, s))
}

func TestUpdate_WaitsForALoadAsLongAsAsked(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{LoadWait: time.Millisecond})
	load(t, s, "load", company("a"))
	_, err := s.Update(t.Context(), operation("waiting"), planOf(company("b")))
	require.ErrorIs(t, err, graph.ErrOverloaded)
	_, err = s.Load(t.Context(), operation("other load"), graph.Stamp{}, sequence(company("b")))
	require.ErrorIs(t, err, graph.ErrOverloaded)
}

func TestUpdate_GoesOnWhenTheLoadEnds(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{LoadWait: time.Minute})
	load(t, s, "load", company("a"))
	done := make(chan error, 1)
	go func() {
		_, err := s.Update(context.WithoutCancel(t.Context()), operation("waiting"), planOf(company("b")))
		done <- err
	}()
	require.NoError(t, s.Abandon(t.Context(), operation("load")))
	require.NoError(t, <-done)
	assert.Equal(t, []graph.EntityID{"ent_b"}, entities(t, s))
}

func TestClose_WaitsForTheWriter(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir, embedded.Options{})
	release, done := blocked(t, s)
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	require.Eventually(t, func() bool {
		_, err := s.Info(context.WithoutCancel(t.Context()))
		return err != nil
	}, time.Minute, time.Millisecond, "nobody else comes in")
	release()
	require.NoError(t, <-done, "the write under way is finished")
	require.NoError(t, <-closed)
	assert.Equal(t, []graph.EntityID{"ent_blocked"}, entities(t, open(t, dir, embedded.Options{})))
}

func TestClose_AnOpenReaderReadsNoMore(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{})
	write(t, s, "first", company("a"))
	r, err := s.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	require.NoError(t, s.Close())
	_, err = r.Entities(t.Context(), []graph.EntityID{"ent_a"})
	require.ErrorIs(t, err, graph.ErrUnavailable)
	require.NoError(t, r.Close())
}

func TestExpand_AWalkThatStopsReadsNoFurther(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{Readers: 1})
	var records []graph.Record
	var frontier []graph.EntityID
	for n := range 300 {
		records = append(records, filed(n)...)
		frontier = append(frontier, records[len(records)-13].(*graph.Entity).ID)
	}
	write(t, s, "many", records...)
	ctx, cancel := contextOf(t)
	defer cancel()
	read(t, s, func(r graph.Reader) {
		seen := 0
		for e, err := range r.Expand(ctx, graph.ExpandQuery{Frontier: frontier}) {
			if seen++; seen <= 128 {
				require.NoError(t, err)
				assert.Equal(t, seen-1, e.Position)
				// The one reading connection is free while a caller looks at an edge.
				_, err := r.Entities(ctx, []graph.EntityID{e.Far})
				require.NoError(t, err)
			}
			if seen == 128 {
				cancel()
			}
			if seen > 128 {
				require.ErrorIs(t, err, context.Canceled)
			}
		}
		assert.Equal(t, 129, seen, "the next part of the frontier is not read")
	})
}

func TestLoad_ACancelledOneLeavesNothing(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir(), embedded.Options{})
	ctx, cancel := contextOf(t)
	_, err := s.Load(ctx, operation("load"), graph.Stamp{}, func(yield func(graph.Record, error) bool) {
		for n := range 10_000 {
			if n == 6_000 {
				cancel()
			}
			if !yield(company(string(rune('a'+n%26))+string(rune('a'+n/26%26))+string(rune('a'+n/676))), nil) {
				return
			}
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	assert.EqualValues(t, 1, load(t, s, "load", company("a")), "it may be tried again")
	_, err = s.Publish(t.Context(), operation("load"))
	require.NoError(t, err)
	assert.Equal(t, []graph.EntityID{"ent_a"}, entities(t, s))
}
