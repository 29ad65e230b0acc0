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

func TestLoadEqualsSingleWrites(t *testing.T) {
	single := newWorld(t)
	for _, d := range pieces(single) {
		single.write(t, d)
	}
	bulk := newWorld(t)
	info, err := bulk.Info(context.Background())
	require.NoError(t, err)
	var told []int
	rev, err := bulk.Load(context.Background(), "bulk", inTurn(pieces(bulk), nil), func(done int) { told = append(told, done) })
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
	_, err := w.Load(context.Background(), "bulk", inTurn(drafts, nil), nil)
	require.ErrorIs(t, err, graph.ErrEvidenceMismatch)
	require.ErrorContains(t, err, "draft 2")
	assert.Equal(t, before, w.export(t, false))
	w.write(t, pieces(w)[0])
	w.undrifted(t)
}

func TestInterruptedLoadIsResumed(t *testing.T) {
	w := newWorld(t)
	before := w.export(t, false)
	_, err := w.Load(context.Background(), "bulk", inTurn(pieces(w)[:2], context.Canceled), nil)
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, before, w.export(t, false), "nothing is visible before it is published")

	_, err = w.Load(context.Background(), "bulk", inTurn(pieces(w), nil), nil)
	require.NoError(t, err)
	whole := newWorld(t)
	_, err = whole.Load(context.Background(), "bulk", inTurn(pieces(whole), nil), nil)
	require.NoError(t, err)
	assert.Equal(t, whole.export(t, true), w.export(t, true))
	w.undrifted(t)
}

func TestLoadFailsWithItsSource(t *testing.T) {
	w := newWorld(t)
	broken := errors.New("the source broke off")
	_, err := w.Load(context.Background(), "bulk", inTurn(nil, broken), nil)
	require.ErrorIs(t, err, broken)
	w.write(t, pieces(w)[0])
}
