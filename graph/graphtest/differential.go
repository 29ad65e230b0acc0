package graphtest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// Differential runs random programs of writes, loads and reads on a store and on the model and compares every answer, errors by
// their kinds. [Run] includes it.
func Differential(t *testing.T, newStore func(t *testing.T, clock func() time.Time) graph.Store) {
	t.Helper()
	rapid.Check(t, func(rt *rapid.T) {
		clock := newHandClock()
		k := kitOf(rt, clock, func() graph.Store { return newStore(t, clock.Now) })
		tw := &twins{kit: k, draw: rt, model: NewModel(clock.Now)}
		if !rapid.Bool().Draw(rt, "empty") {
			tw.found()
		}
		for range rapid.IntRange(1, 10).Draw(rt, "steps") {
			rapid.SampledFrom(tw.steps()).Draw(rt, "step").run(tw)
		}
		tw.compare()
	})
}

// twins are a store and the model of it, which are told and asked the same.
type twins struct {
	*kit
	draw  *rapid.T
	model *Model
	ops   []graph.Operation // of what was written so far
	load  *openLoad
}

// openLoad is the load in progress, with the owners for which it has written a record that may be given once a revision.
type openLoad struct {
	op      graph.Operation
	written map[string]bool
}

// step is one kind of step of a program.
type step struct {
	name string
	run  func(tw *twins)
}

// String names the step in a failing program.
func (s step) String() string { return s.name }

// steps are those that fit: while a load is open, other writes would only wait.
func (tw *twins) steps() []step {
	always := []step{{"read", (*twins).read}, {"read", (*twins).read}, {"tick", (*twins).tick}, {"repeat", (*twins).repeat}}
	if tw.load == nil {
		return append(always, step{"update", (*twins).update}, step{"update", (*twins).update}, step{"update", (*twins).update},
			step{"broken", (*twins).broken}, step{"append", (*twins).append})
	}
	return append(always, step{"append", (*twins).append}, step{"loading", (*twins).loading},
		step{"publish", (*twins).publish}, step{"abandon", (*twins).abandon})
}

// agree asks both and needs one answer.
func agree[V any](tw *twins, about string, ask func(s graph.Store) (V, error)) (V, error) {
	tw.Helper()
	want, wantErr := ask(tw.model)
	got, gotErr := ask(tw.store)
	require.Equal(tw, kindsOf(wantErr), kindsOf(gotErr), "%s: the model says %v, the store %v", about, wantErr, gotErr)
	require.Equal(tw, tidy(want), tidy(got), about)
	return got, gotErr
}

// errBroken is the error of a plan that fails.
var errBroken = errors.New("the plan is broken")

// kindsOf names the kinds that an error has.
func kindsOf(err error) []string {
	var kinds []string
	for _, kind := range []error{
		graph.ErrNotFound, graph.ErrInvalid, graph.ErrConflict, graph.ErrBeforeFirstRevision, graph.ErrUnavailable,
		graph.ErrOverloaded, context.Canceled, errBroken,
	} {
		if errors.Is(err, kind) {
			kinds = append(kinds, kind.Error())
		}
	}
	if err != nil && kinds == nil {
		return []string{"other"}
	}
	return kinds
}

func (tw *twins) tick() {
	tw.clock.Advance(time.Duration(rapid.IntRange(-2_000, 5_000_000).Draw(tw.draw, "nanoseconds")) * time.Microsecond / 10)
}

// found puts the whole universe on file, with drawn states of all.
func (tw *twins) found() {
	op, batch := tw.operation(), tw.everything()
	tw.ops = append(tw.ops, op)
	_, err := agree(tw, "found", func(s graph.Store) (graph.Revision, error) { return s.Update(tw.Context(), op, planOf(batch...)) })
	require.NoError(tw, err)
}

func (tw *twins) update() {
	op, batch := tw.operation(), tw.batch()
	if rapid.Bool().Draw(tw.draw, "any order") {
		batch = rapid.Permutation(batch).Draw(tw.draw, "order")
	}
	if rapid.IntRange(0, 4).Draw(tw.draw, "bad") == 0 {
		batch = append(batch, tw.bad()...)
	}
	_, err := agree(tw, "update", func(s graph.Store) (graph.Revision, error) {
		return s.Update(tw.Context(), op, planOf(batch...))
	})
	if err == nil {
		tw.ops = append(tw.ops, op)
	}
}

func (tw *twins) broken() {
	op, batch := tw.operation(), tw.batch()
	_, err := agree(tw, "broken update", func(s graph.Store) (graph.Revision, error) {
		return s.Update(tw.Context(), op, func(context.Context, graph.Reader) ([]graph.Record, error) { return batch, errBroken })
	})
	require.ErrorIs(tw, err, errBroken)
}

func (tw *twins) repeat() {
	if len(tw.ops) == 0 {
		return
	}
	op := rapid.SampledFrom(tw.ops).Draw(tw.draw, "operation")
	if rapid.Bool().Draw(tw.draw, "other input") {
		op.Digest[7]++
	}
	_, err := agree(tw, "repeated", func(s graph.Store) (graph.Revision, error) { return s.Update(tw.Context(), op, planOf()) })
	if err != nil {
		assert.ErrorIs(tw, err, graph.ErrConflict)
	}
}

// append takes records into the open load; after a failure the load is abandoned, since how much of it was taken is open.
func (tw *twins) append() {
	if tw.load == nil {
		tw.load = &openLoad{tw.operation(), map[string]bool{}}
	}
	batch := tw.load.once(tw.batch())
	if rapid.IntRange(0, 9).Draw(tw.draw, "bad") == 0 {
		batch = append(batch, tw.bad()...)
	}
	_, err := agree(tw, "load", func(s graph.Store) (graph.Revision, error) {
		return s.Load(tw.Context(), tw.load.op, graph.Stamp{}, sequence(nil, batch...))
	})
	if err != nil {
		tw.abandon()
	}
}

// once leaves out what the load has written for the same owner already.
func (l *openLoad) once(batch []graph.Record) []graph.Record {
	var kept []graph.Record
	for _, r := range batch {
		if owner := ownerOf(r); owner == "" || !l.written[owner] {
			l.written[owner], kept = true, append(kept, r)
		}
	}
	return kept
}

// ownerOf names the owner of a record that is given once a revision, "" for others.
func ownerOf(r graph.Record) string {
	switch r := r.(type) {
	case *graph.ClaimState:
		return fmt.Sprint("state of ", r.Claim)
	case *graph.EntityState:
		return fmt.Sprint("state of ", r.Entity)
	case *graph.ReviewDecision:
		return fmt.Sprint("decision on ", r.Assertion)
	case *graph.BodyCompetence:
		return fmt.Sprint("competence of ", r.Body)
	default:
		return ""
	}
}

func (tw *twins) loading() {
	all := everyID()
	_, err := agree(tw, "loading", func(s graph.Store) (contents, error) {
		r, err := s.Loading(tw.Context(), tw.load.op)
		if err != nil {
			return contents{}, err
		}
		return contentsOf(tw.kit, r, all).unstamped(), nil
	})
	require.NoError(tw, err)
}

func (tw *twins) publish() {
	_, err := agree(tw, "publish", func(s graph.Store) (graph.Revision, error) { return s.Publish(tw.Context(), tw.load.op) })
	require.NoError(tw, err)
	tw.ops, tw.load = append(tw.ops, tw.load.op), nil
}

func (tw *twins) abandon() {
	_, err := agree(tw, "abandon", func(s graph.Store) (struct{}, error) {
		return struct{}{}, s.Abandon(tw.Context(), tw.load.op)
	})
	require.NoError(tw, err)
	tw.load = nil
}
