package graphtest

import (
	"context"
	"fmt"
	"sync"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func concurrencyChecks() []check {
	return []check{
		{"concurrency/eight writers: one revision a write, planned over the newest", checkWriters},
		{"concurrency/one operation written by eight at once is written once", checkOneOperation},
	}
}

// counting is a plan that writes an entity named after how many there are: two plans over one state would clash.
func counting(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
	rows, err := onFile.ListEntities(ctx, graph.EntityQuery{})
	if err != nil {
		return nil, err
	}
	e := entityOf(numbered("n", len(rows)), graph.Company)
	e.Caption = fmt.Sprintf("after revision %d", onFile.Stamp().Revision)
	return []graph.Record{e, entityState(numbered("n", len(rows)), e.Caption, len(rows))}, nil
}

func checkWriters(k *kit) {
	const writers, each = 8, 10
	var mu sync.Mutex
	seen := map[graph.Revision]int{}
	k.together(writers, func(w int) error {
		for i := range each {
			rev, err := k.store.Update(k.Context(), operation(fmt.Sprintf("writer %d, %d", w, i)), counting)
			if err != nil {
				return err
			}
			mu.Lock()
			seen[rev]++
			mu.Unlock()
		}
		return nil
	})
	require.Len(k, seen, writers*each, "a revision for each write")
	for rev := graph.Revision(1); rev <= writers*each; rev++ {
		assert.Equal(k, 1, seen[rev], "revision %d", rev)
		k.read(rev, func(r graph.Reader) {
			rows := ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k)
			require.Len(k, rows, int(rev))
			last := rows[len(rows)-1]
			assert.Equal(k, fmt.Sprintf("after revision %d", rev-1), last.Caption)
			assert.Equal(k, rev, last.Stamp.Revision)
		})
	}
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	require.Len(k, changes, writers*each)
	for i, change := range changes {
		assert.Equal(k, graph.ChangePosition{Revision: graph.Revision(i + 1), Ordinal: 1}, change.ChangePosition)
		assert.True(k, i == 0 || change.Time.After(changes[i-1].Time), "times grow")
	}
}

func checkOneOperation(k *kit) {
	op := k.operation()
	k.together(8, func(int) error {
		rev, err := k.store.Update(k.Context(), op, counting)
		assert.EqualValues(k, 1, rev)
		return err
	})
	k.read(0, func(r graph.Reader) { assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 1) })
}
