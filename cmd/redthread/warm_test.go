package main

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

var _ warmer = (*neo4jstore.Store)(nil)

// coldStore keeps how it was warmed.
type coldStore struct {
	graph.Store
	t        *testing.T
	lost     chan struct{}
	failures []error       // of the next tries
	takes    time.Duration // each
	running  bool
	away     atomic.Bool
	looks    atomic.Int64
	readOnly []bool
	at       []time.Duration // since the start
	start    time.Time
}

func (s *coldStore) Lost() <-chan struct{} { return s.lost }

// Snapshot sees when the server is away, as any question does.
func (s *coldStore) Snapshot(context.Context, graph.Revision) (graph.Reader, error) {
	s.looks.Add(1)
	if s.away.CompareAndSwap(true, false) {
		s.lost <- struct{}{}
	}
	return nil, graph.ErrUnavailable
}

func (s *coldStore) Warm(ctx context.Context, readOnly bool) error {
	assert.False(s.t, s.running, "one at a time")
	s.running = true
	defer func() { s.running = false }()
	deadline, bounded := ctx.Deadline()
	assert.True(s.t, bounded)
	assert.Equal(s.t, warmTime, time.Until(deadline))
	s.readOnly, s.at = append(s.readOnly, readOnly), append(s.at, time.Since(s.start))
	select {
	case <-time.After(s.takes):
	case <-ctx.Done():
		return ctx.Err()
	}
	if len(s.failures) == 0 {
		return nil
	}
	failure := s.failures[0]
	s.failures = s.failures[1:]
	return failure
}

// keptWarm runs the warming of a store while a test goes on, and gives what was logged.
func keptWarm(t *testing.T, s *coldStore, level slog.Level, readOnly bool, meanwhile func()) string {
	t.Helper()
	var out bytes.Buffer
	s.t, s.lost, s.start = t, make(chan struct{}, 1), time.Now()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		keepWarm(ctx, s, readOnly, slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: level})))
	}()
	synctest.Wait()
	meanwhile()
	cancel()
	<-ended
	return out.String()
}

func seconds(s ...int) []time.Duration {
	var all []time.Duration
	for _, n := range s {
		all = append(all, time.Duration(n)*time.Second)
	}
	return all
}

func TestKeepWarm_AgainWhenTheServerWasLost(t *testing.T) {
	t.Parallel()
	for _, readOnly := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			s := &coldStore{}
			log := keptWarm(t, s, slog.LevelDebug, readOnly, func() {
				time.Sleep(time.Hour)
				synctest.Wait()
				assert.Equal(t, seconds(0), s.at, "once is enough for a server that stays")
				s.failures = []error{graph.ErrUnavailable, graph.ErrUnavailable} // it is away
				s.lost <- struct{}{}
				time.Sleep(time.Hour)
				synctest.Wait()
			})
			assert.Equal(t, seconds(0, 3600, 3601, 3603), s.at)
			assert.Equal(t, []bool{readOnly, readOnly, readOnly, readOnly}, s.readOnly)
			assert.Equal(t, 2, strings.Count(log, `"msg":"warmed"`))
			assert.Equal(t, 2, strings.Count(log, `"msg":"not warmed yet","reason":"`+graph.ErrUnavailable.Error()+`"`))
		})
	}
}

func TestKeepWarm_RepeatsWhatFailed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &coldStore{}
		for range 6 {
			s.failures = append(s.failures, context.DeadlineExceeded)
		}
		log := keptWarm(t, s, slog.LevelInfo, false, func() {
			time.Sleep(time.Hour)
			synctest.Wait()
			s.failures = []error{graph.ErrOverloaded}
			s.lost <- struct{}{}
			time.Sleep(time.Hour)
			synctest.Wait()
		})
		assert.Equal(t, seconds(0, 1, 3, 5, 7, 9, 11, 3600, 3601), s.at, "it waits twice as long each time, up to a limit, and begins anew")
		require.Equal(t, 2, strings.Count(log, "\n"), "the first of a row is logged: %s", log)
		assert.Contains(t, log, `"level":"WARN","msg":"not warmed yet","reason":"context deadline exceeded"`)
	})
}

// TestKeepWarm_LooksForItself loses a server of which nobody asks anything, and looks at one that answers until ctx ends.
func TestKeepWarm_LooksForItself(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &coldStore{}
		keptWarm(t, s, slog.LevelDebug, false, func() {
			time.Sleep(31 * time.Second)
			assert.EqualValues(t, 10, s.looks.Load())
			s.away.Store(true)
			time.Sleep(time.Minute)
			synctest.Wait()
		})
		assert.Equal(t, seconds(0, 33), s.at)
	})
	synctest.Test(t, func(t *testing.T) {
		model := graphtest.NewModel(time.Now)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		awaitLoss(ctx, model, nil)
		require.NoError(t, model.Close())
	})
}

// TestKeepWarm_LostMeanwhile holds that a loss before a try is over with it, and one in the middle of it is not.
func TestKeepWarm_LostMeanwhile(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &coldStore{takes: 10 * time.Second, failures: []error{graph.ErrUnavailable}}
		keptWarm(t, s, slog.LevelDebug, false, func() {
			s.lost <- struct{}{} // why the first try fails
			time.Sleep(15 * time.Second)
			s.lost <- struct{}{} // in the middle of the second
			time.Sleep(time.Hour)
			synctest.Wait()
		})
		assert.Equal(t, seconds(0, 11, 21), s.at)
	})
}

func TestKeepWarm_EndsWithItsContext(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]*coldStore{
		"while it warms":        {takes: time.Minute},
		"while it waits":        {failures: []error{graph.ErrUnavailable}},
		"when nothing is to do": {},
	} {
		synctest.Test(t, func(t *testing.T) {
			keptWarm(t, s, slog.LevelDebug, false, func() {})
			assert.Len(t, s.at, 1, name)
		})
	}
	model := graphtest.NewModel(time.Now)
	t.Cleanup(func() { require.NoError(t, model.Close()) })
	keepWarm(t.Context(), model, false, slog.New(slog.DiscardHandler)) // has nothing to warm
}
