package graph_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// inTurn gives drafts one by one, then an error if there is one.
func inTurn(drafts []graph.Draft, err error) iter.Seq2[graph.Draft, error] {
	return func(yield func(graph.Draft, error) bool) {
		for _, d := range drafts {
			if !yield(d, nil) {
				return
			}
		}
		if err != nil {
			yield(graph.Draft{}, err)
		}
	}
}

// pieces are the statements of the small world, each a draft.
func pieces(w *world) []graph.Draft {
	var out []graph.Draft
	for _, st := range []graph.Statement{w.alleged(), w.denied(), w.reported(), w.registered(), w.found()} {
		out = append(out, graph.Draft{Statements: []graph.Statement{st}})
	}
	return out
}

// bulkOf is the operation of one load, of one input or another.
func bulkOf(input byte) graph.Operation { return graph.Operation{ID: "bulk", Digest: [32]byte{input}} }

func TestLoadOfAnotherInputUnderOneIdIsAConflict(t *testing.T) {
	for name, interrupted := range map[string]error{"published": nil, "interrupted": context.Canceled} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			_, err := w.Load(context.Background(), bulkOf(1), inTurn(pieces(w)[:2], interrupted), nil)
			require.ErrorIs(t, err, interrupted)
			_, err = w.Load(context.Background(), bulkOf(2), inTurn(pieces(w)[2:], nil), nil)
			require.ErrorIs(t, err, graph.ErrConflict)

			_, err = w.Load(context.Background(), bulkOf(1), inTurn(pieces(w)[:2], nil), nil)
			require.NoError(t, err, "the first is left as it was")
			_, err = w.Load(context.Background(), bulkOf(2), inTurn(nil, nil), nil)
			require.ErrorIs(t, err, graph.ErrConflict)
			w.undrifted(t)
		})
	}
}

func TestLoadWantsAnOperation(t *testing.T) {
	w := newWorld(t)
	for _, op := range []graph.Operation{{Digest: [32]byte{1}}, {ID: "bulk"}} {
		_, err := w.Load(context.Background(), op, inTurn(pieces(w), nil), nil)
		require.ErrorIs(t, err, graph.ErrInvalid)
	}
}

func TestLoadEqualsSingleWrites(t *testing.T) {
	single := newWorld(t)
	for _, d := range pieces(single) {
		single.write(t, d)
	}
	bulk := newWorld(t)
	info, err := bulk.Info(context.Background())
	require.NoError(t, err)
	var told []int
	rev, err := bulk.Load(context.Background(), bulkOf(1), inTurn(pieces(bulk), nil), func(done int) { told = append(told, done) })
	require.NoError(t, err)
	assert.Equal(t, info.Revision+1, rev, "one revision")
	assert.Equal(t, []int{1, 2, 3, 4, 5}, told)
	assert.Equal(t, single.export(t, true), bulk.export(t, true))
	id := bulk.claimID(t, bulk.alleged())
	assert.Equal(t, single.claim(t, id).State, bulk.claim(t, id).State)
	bulk.undrifted(t)
}

func TestRefusedLoadLeavesNothing(t *testing.T) {
	w := newWorld(t)
	before := w.export(t, false)
	wrong := w.denied()
	wrong.Assertion.Evidence[0].Quote = "Acme said nothing at all."
	drafts := []graph.Draft{pieces(w)[0], {Statements: []graph.Statement{wrong}}}
	_, err := w.Load(context.Background(), bulkOf(1), inTurn(drafts, nil), nil)
	require.ErrorIs(t, err, graph.ErrEvidenceMismatch)
	require.ErrorContains(t, err, "draft 2")
	assert.Equal(t, before, w.export(t, false))
	w.write(t, pieces(w)[0])
	w.undrifted(t)
}

func TestInterruptedLoadIsResumed(t *testing.T) {
	w := newWorld(t)
	before := w.export(t, false)
	_, err := w.Load(context.Background(), bulkOf(1), inTurn(pieces(w)[:2], context.Canceled), nil)
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, before, w.export(t, false), "nothing is visible before it is published")

	_, err = w.Load(context.Background(), bulkOf(1), inTurn(pieces(w), nil), nil)
	require.NoError(t, err)
	whole := newWorld(t)
	_, err = whole.Load(context.Background(), bulkOf(1), inTurn(pieces(whole), nil), nil)
	require.NoError(t, err)
	assert.Equal(t, whole.export(t, true), w.export(t, true))
	w.undrifted(t)
}

func TestLoadFailsWithItsSource(t *testing.T) {
	w := newWorld(t)
	broken := errors.New("the source broke off")
	_, err := w.Load(context.Background(), bulkOf(1), inTurn(nil, broken), nil)
	require.ErrorIs(t, err, broken)
	w.write(t, pieces(w)[0])
}
