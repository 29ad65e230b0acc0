package graphtest

import (
	"context"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func operationChecks() []check {
	return []check{
		{"operation/a repeated one returns its first revision", checkRepeated},
		{"operation/another input is a conflict", checkClash},
		{"operation/one without an id is invalid", checkNoOperation},
	}
}

func checkRepeated(k *kit) {
	op := k.operation()
	first := ok(k.store.Update(k.Context(), op, planOf(companies("a")...)))(k)
	k.write(companies("b")...)
	k.unchanged(func() {
		again := ok(k.store.Update(k.Context(), op,
			func(context.Context, graph.Reader) ([]graph.Record, error) {
				k.Error("a repeated operation is not planned")
				return nil, nil
			}))(k)
		assert.Equal(k, first, again)
	})
}

func checkClash(k *kit) {
	op := k.operation()
	ok(k.store.Update(k.Context(), op, planOf(companies("a")...)))(k)
	other := op
	other.Digest[31]++
	k.unchanged(func() {
		_, err := k.store.Update(k.Context(), other, planOf(companies("b")...))
		require.ErrorIs(k, err, graph.ErrConflict)
		assert.ErrorContains(k, err, string(op.ID))
	})
	upper := operation("OP-1")
	assert.EqualValues(k, 2, ok(k.store.Update(k.Context(), upper, planOf()))(k), "ids are exact")
}

func checkNoOperation(k *kit) {
	k.unchanged(func() {
		_, err := k.store.Update(k.Context(), graph.Operation{}, planOf(companies("a")...))
		require.ErrorIs(k, err, graph.ErrInvalid)
	})
}
