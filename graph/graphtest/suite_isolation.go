package graphtest

import (
	"context"
	"errors"

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
		k.together(8, func(int) error {
			for range 5 {
				rows, err := r.Entities(k.Context(), []graph.EntityID{theHub})
				if err != nil {
					return err
				}
				assert.Len(k, rows, 1)
				n := 0
				for _, err := range r.Expand(k.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{theHub}}) {
					if err != nil {
						return err
					}
					n++
				}
				assert.Equal(k, 100, n)
			}
			return nil
		})
	})
}

// checkWholeRevisions writes pairs of entities and reads beside that: a reader never sees one without the other.
func checkWholeRevisions(k *kit) {
	const pairs = 40
	done := make(chan struct{})
	k.together(4, func(i int) error {
		if i == 0 {
			defer close(done)
			return writePairs(k, pairs)
		}
		for {
			if err := readPairs(k); err != nil {
				return err
			}
			select {
			case <-done:
				return nil
			default:
			}
		}
	})
}

func writePairs(k *kit, pairs int) error {
	for i := range pairs {
		if _, err := k.try(companies(numbered("left", i), numbered("right", i))...); err != nil {
			return err
		}
	}
	return nil
}

func readPairs(k *kit) error {
	r, err := k.store.Snapshot(k.Context(), 0)
	if err != nil {
		return err
	}
	rows, err := r.ListEntities(k.Context(), graph.EntityQuery{})
	assert.Len(k, rows, 2*int(r.Stamp().Revision), "two entities a revision")
	return errors.Join(err, r.Close())
}
