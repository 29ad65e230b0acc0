package graphtest

import (
	"context"
	"errors"
	"sync"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func isolationChecks() []check {
	return []check{
		{"isolation/a reader sees its revision, whatever is written meanwhile", checkIsolated},
		{"isolation/a plan's reader too", checkPlanIsolated},
		{"isolation/a reader during a load", checkIsolatedFromLoad},
		{"isolation/one reader serves several goroutines", checkSharedReader},
		{"isolation/reads beside writes see whole revisions", checkWholeRevisions},
	}
}

// filedIDs are the ids of all raw records that are published.
func (k *kit) filedIDs() filed {
	k.Helper()
	return idsOf(ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k))
}

func checkIsolated(k *kit) {
	steps := chronicle()
	for _, records := range steps[:4] {
		k.write(records...)
	}
	ids := k.filedIDs()
	want := contentsOf(k, ok(k.store.Snapshot(k.Context(), 0))(k), ids)
	reader := ok(k.store.Snapshot(k.Context(), 0))(k)
	old := ok(k.store.Snapshot(k.Context(), 2))(k)
	wantOld := contentsOf(k, ok(k.store.Snapshot(k.Context(), 2))(k), ids)
	for _, records := range steps[4:] {
		k.write(records...)
	}
	k.equal(want, contentsOf(k, reader, ids))
	k.equal(wantOld, contentsOf(k, old, ids))
}

func checkPlanIsolated(k *kit) {
	k.write(companies("a")...)
	refused := errors.New("no")
	_, err := k.store.Update(k.Context(), k.operation(), func(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
		_, err := onFile.ListEntities(ctx, graph.EntityQuery{})
		return companies("b"), errors.Join(err, refused)
	})
	require.ErrorIs(k, err, refused)
	k.read(0, func(r graph.Reader) { assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 1) })
}

func checkIsolatedFromLoad(k *kit) {
	steps := chronicle()
	for _, records := range steps[:4] {
		k.write(records...)
	}
	ids := k.filedIDs()
	want := contentsOf(k, ok(k.store.Snapshot(k.Context(), 0))(k), ids)
	before := ok(k.store.Snapshot(k.Context(), 0))(k)
	op := k.operation()
	for _, records := range steps[4:6] {
		ok(k.store.Load(k.Context(), op, graph.Stamp{}, sequence(nil, records...)))(k)
	}
	k.equal(want, contentsOf(k, ok(k.store.Snapshot(k.Context(), 0))(k), ids))
	during := ok(k.store.Snapshot(k.Context(), 0))(k)
	ok(k.store.Publish(k.Context(), op))(k)
	k.equal(want, contentsOf(k, before, ids))
	k.equal(want, contentsOf(k, during, ids))
}

func checkSharedReader(k *kit) {
	k.write(hubWorld(100)...)
	k.read(0, func(r graph.Reader) {
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				for range 5 {
					rows, err := r.Entities(k.Context(), []graph.EntityID{"ent_hub"})
					assert.NoError(k, err)
					assert.Len(k, rows, 1)
					n := 0
					for _, err := range r.Expand(k.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{"ent_hub"}}) {
						assert.NoError(k, err)
						n++
					}
					assert.Equal(k, 100, n)
				}
			})
		}
		group.Wait()
	})
}

// checkWholeRevisions writes pairs of entities and reads beside that: a reader never sees one without the other.
func checkWholeRevisions(k *kit) {
	const pairs = 40
	var group sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		group.Go(func() {
			for {
				see(k, pairs)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range pairs {
		k.write(companies(numbered("left", i), numbered("right", i))...)
	}
	close(done)
	group.Wait()
}

func see(k *kit, pairs int) {
	r, err := k.store.Snapshot(k.Context(), 0)
	if !assert.NoError(k, err) {
		return
	}
	rows, err := r.ListEntities(k.Context(), graph.EntityQuery{})
	assert.NoError(k, err)
	assert.LessOrEqual(k, len(rows), 2*pairs)
	assert.EqualValues(k, 2*r.Stamp().Revision, len(rows), "two entities a revision")
	assert.NoError(k, r.Close())
}
