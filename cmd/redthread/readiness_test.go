package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

var (
	errDown = fmt.Errorf("nothing listens at 127.0.0.1:7687: %w", graph.ErrUnavailable)
	errBusy = fmt.Errorf("a load is open: %w", graph.ErrOverloaded)
)

// patient is a waiting whose sleeps are written down instead of slept.
type patient struct {
	waiting
	slept []time.Duration
	log   bytes.Buffer
}

func newPatient() *patient {
	p := &patient{}
	p.waiting = waiting{ready: newReadiness(), log: slog.New(slog.NewJSONHandler(&p.log, nil))}
	p.sleep = func(ctx context.Context, d time.Duration) error {
		p.slept = append(p.slept, d)
		return ctx.Err()
	}
	return p
}

// reasons are what was logged.
func (p *patient) reasons(t *testing.T) []string {
	t.Helper()
	var said []string
	for line := range strings.Lines(p.log.String()) {
		var entry struct{ Level, Msg, Reason string }
		require.NoError(t, json.Unmarshal([]byte(line), &entry))
		assert.Equal(t, "WARN", entry.Level)
		assert.Equal(t, "not ready", entry.Msg)
		said = append(said, entry.Reason)
	}
	return said
}

// failing fails with each error in turn, then not at all.
func failing(failures ...error) func(context.Context) error {
	return func(context.Context) error {
		if len(failures) == 0 {
			return nil
		}
		err := failures[0]
		failures = failures[1:]
		return err
	}
}

func TestWaitsUntilTheStoreAnswers(t *testing.T) {
	p := newPatient()
	require.NoError(t, p.until(t.Context(), failing(errDown, errDown, errDown, errBusy, errDown)))
	assert.Equal(t, []time.Duration{
		250 * time.Millisecond, 500 * time.Millisecond, time.Second, time.Second, time.Second,
	}, p.slept)
	assert.Equal(t, []string{errDown.Error(), errBusy.Error(), errDown.Error()}, p.reasons(t), "each reason once in a row")
	assert.Equal(t, errDown, p.ready.reason(), "until the caller says that it is ready")
}

func TestWaitsForWhatPassesOnly(t *testing.T) {
	for _, passing := range []error{
		errDown, errBusy, graph.ErrReadOnly, context.DeadlineExceeded, fmt.Errorf("seed: %w", errDown),
	} {
		p := newPatient()
		require.NoError(t, p.until(t.Context(), failing(passing)), "%v", passing)
		assert.Len(t, p.slept, 1)
	}
	for _, lasting := range []error{graph.ErrInvalid, graph.ErrConflict, errors.New("no case")} {
		p := newPatient()
		require.ErrorIs(t, p.until(t.Context(), failing(lasting)), lasting)
		assert.Empty(t, p.slept)
		assert.Empty(t, p.log.String())
	}
}

func TestWaitingEndsWithTheServer(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	p := newPatient()
	err := p.until(ctx, func(context.Context) error {
		stop()
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, context.Canceled)
	})
	require.ErrorIs(t, err, context.Canceled)
	assert.Empty(t, p.slept)
	assert.Empty(t, p.log.String(), "nobody is to be told")

	ctx, stop = context.WithCancel(t.Context())
	p = newPatient()
	p.sleep = nil
	tries := 0
	err = p.until(ctx, func(context.Context) error {
		tries++
		time.AfterFunc(time.Millisecond, stop) // while it sleeps
		return errDown
	})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 1, tries)
}

func TestPauseIsSlept(t *testing.T) {
	require.NoError(t, waiting{}.pause(t.Context(), time.Nanosecond))
}

// flakyStore fails as often as it is told before it answers.
type flakyStore struct {
	graph.Store
	info, update []error
}

func (s *flakyStore) Info(ctx context.Context) (graph.Info, error) {
	if err := pop(&s.info); err != nil {
		return graph.Info{}, err
	}
	return s.Store.Info(ctx)
}

func (s *flakyStore) Update(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	failure := pop(&s.update)
	if errors.Is(failure, errUnknownEnd) {
		if _, err := s.Store.Update(ctx, op, plan); err != nil {
			return 0, err
		}
	}
	if failure != nil {
		return 0, failure
	}
	return s.Store.Update(ctx, op, plan)
}

// errUnknownEnd is a failure after the write was kept.
var errUnknownEnd = fmt.Errorf("the connection was cut: %w", graph.ErrUnavailable)

func pop(failures *[]error) error {
	if len(*failures) == 0 {
		return nil
	}
	first := (*failures)[0]
	*failures = (*failures)[1:]
	return first
}

func memory(t *testing.T) *embedded.Store {
	t.Helper()
	store, err := embedded.Open(t.Context(), embedded.InMemory, embedded.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, store.Close()) })
	return store
}

// TestSeedsOnceThroughFailures cuts the way to the database before and after the write is kept.
func TestSeedsOnceThroughFailures(t *testing.T) {
	store := memory(t)
	flaky := &flakyStore{Store: store, info: []error{errDown, nil, errDown}, update: []error{errBusy, errUnknownEnd}}
	p, w := newPatient(), newWorld()
	require.NoError(t, w.prepare(t.Context(), flaky, &settings{Store: neo4jStore}, p.waiting))
	info, err := store.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(1), info.Revision)
	said := p.reasons(t)
	require.Len(t, said, 4)
	for i, want := range []error{errDown, errBusy, errDown, errUnknownEnd} {
		assert.Contains(t, said[i], want.Error())
	}

	require.NoError(t, w.prepare(t.Context(), store, &settings{Store: neo4jStore}, p.waiting), "another server")
	info, err = store.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(1), info.Revision)
}

// TestFolderIsNotWaitedFor ends the server at once where waiting cannot help.
func TestFolderIsNotWaitedFor(t *testing.T) {
	p := newPatient()
	err := newWorld().prepare(t.Context(), &flakyStore{info: []error{errDown}}, &settings{Store: embeddedStore}, p.waiting)
	require.ErrorIs(t, err, errDown)
	assert.Empty(t, p.slept)
}

func TestNoSeedWaitsForTheStoreAlone(t *testing.T) {
	store := memory(t)
	p := newPatient()
	flaky := &flakyStore{Store: store, info: []error{errDown}}
	require.NoError(t, newWorld().prepare(t.Context(), flaky, &settings{Store: neo4jStore, NoSeed: true}, p.waiting))
	info, err := store.Info(t.Context())
	require.NoError(t, err)
	assert.Zero(t, info.Revision)
}

// overtakenStore is written by somebody else between the question whether it is empty and the first write.
type overtakenStore struct{ graph.Store }

func (s overtakenStore) Update(ctx context.Context, op graph.Operation, plan graph.PlanFunc) (graph.Revision, error) {
	draft := graph.Draft{Entities: []graph.Entity{{ID: "ent_other", Kind: graph.Company, Caption: "Other"}}}
	if _, err := graph.NewService(s.Store, graph.Options{}).Write(ctx, "first", draft); err != nil {
		return 0, err
	}
	return s.Store.Update(ctx, op, plan)
}

func TestOvertakenSeedingAddsNothing(t *testing.T) {
	store := memory(t)
	w := newWorld()
	require.NoError(t, w.prepare(t.Context(), overtakenStore{store}, &settings{Store: neo4jStore}, newPatient().waiting))
	info, err := store.Info(t.Context())
	require.NoError(t, err)
	assert.Equal(t, graph.Revision(1), info.Revision)
	assert.Equal(t, 1, info.Counts[graph.EntityRecord])
	assert.Empty(t, w.out.String())
}
