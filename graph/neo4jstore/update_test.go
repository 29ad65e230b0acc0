package neo4jstore

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// twoStores opens two stores of one empty database, as two processes have them.
func twoStores(t *testing.T, o Options) (first, second *Store) {
	t.Helper()
	at := neo4jtest.Empty(t)
	o.URI, o.Username, o.Password, o.Database = at.URI, at.Username, at.Password, at.Database
	stores := make([]*Store, 2)
	for i := range stores {
		var err error
		stores[i], err = Open(o)
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, stores[i].Close()) })
	}
	return stores[0], stores[1]
}

// writes is the plan that writes the same records over whatever is on file.
func writes(records ...graph.Record) graph.PlanFunc {
	return func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil }
}

// countingPlan names an entity after the revision over which it is planned: two plans over one revision would clash.
func countingPlan(_ context.Context, onFile graph.Reader) ([]graph.Record, error) {
	e := someCompany(fmt.Sprintf("ent_after_%d", onFile.Stamp().Revision))
	return []graph.Record{e, &graph.EntityState{Entity: e.ID, Name: e.Caption, Terms: []graph.Term{"w:company"}}}, nil
}

// clockOf reads what the clock holds.
func clockOf(t *testing.T, s *Store) map[string]any {
	t.Helper()
	found, _ := told(t, s, "MATCH (c:Clock {id: 1}) RETURN properties(c)", nil)[0][0].(map[string]any)
	return found
}

func TestUpdate_WritersOfTwoProcesses(t *testing.T) {
	a, b := twoStores(t, Options{})
	const writers, each = 8, 6
	var mu sync.Mutex
	var group sync.WaitGroup
	seen := map[graph.Revision]int{}
	for w := range writers {
		group.Go(func() {
			s := []*Store{a, b}[w%2]
			for i := range each {
				rev, err := s.Update(t.Context(), operationOf(fmt.Sprintf("writer %d, %d", w, i)), countingPlan)
				if !assert.NoError(t, err) { //nolint:testifylint // in a goroutine
					return
				}
				mu.Lock()
				seen[rev]++
				mu.Unlock()
			}
		})
	}
	group.Wait()
	require.Len(t, seen, writers*each, "none is lost, none is doubled")
	changes, err := b.Changes(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	require.Len(t, changes, writers*each)
	for i, change := range changes {
		assert.Equal(t, graph.ChangePosition{Revision: graph.Revision(i + 1), Ordinal: 1}, change.ChangePosition)
		assert.Equal(t, fmt.Sprintf("ent_after_%d", i), change.ID, "each is planned over the one before")
		assert.True(t, i == 0 || change.Time.After(changes[i-1].Time))
	}
	assert.Equal(t, []any{int64(writers * each), int64(writers * each)}, []any{clockOf(t, a)["rev"], clockOf(t, a)["published"]})
}

func TestUpdate_OneOperationFromTwoProcesses(t *testing.T) {
	a, b := twoStores(t, Options{})
	op := operationOf("once")
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			rev, err := []*Store{a, b}[i%2].Update(t.Context(), op, countingPlan)
			assert.NoError(t, err) //nolint:testifylint // in a goroutine
			assert.EqualValues(t, 1, rev)
		})
	}
	group.Wait()
	assert.EqualValues(t, 1, told(t, a, "MATCH (n:Entity) RETURN count(n)", nil)[0][0])
	assert.EqualValues(t, 1, told(t, a, "MATCH (n:Revision) RETURN count(n)", nil)[0][0])
	op.Digest[0]++
	_, err := b.Update(t.Context(), op, countingPlan)
	require.ErrorIs(t, err, graph.ErrConflict)
	require.ErrorContains(t, err, "once")
}

func TestUpdate_PlansAnewWhenTheClockMoved(t *testing.T) {
	a, b := twoStores(t, Options{})
	var seen []graph.Revision
	rev, err := a.Update(t.Context(), operationOf("slow"), func(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
		seen = append(seen, onFile.Stamp().Revision)
		if len(seen) == 1 {
			if _, err := b.Update(ctx, operationOf("quick"), countingPlan); err != nil {
				return nil, err
			}
		}
		return countingPlan(ctx, onFile)
	})
	require.NoError(t, err)
	assert.EqualValues(t, 2, rev)
	assert.Equal(t, []graph.Revision{0, 1}, seen)
}

func TestUpdate_PublishesWhatAKilledWriterLeft(t *testing.T) {
	a, b := twoStores(t, Options{})
	op := operationOf("killed")
	_, err := a.Update(t.Context(), operationOf("before"), countingPlan)
	require.NoError(t, err)
	_, err = a.Update(t.Context(), op, countingPlan)
	require.NoError(t, err)
	told(t, a, "MATCH (c:Clock) SET c.published = 1", nil)
	r, err := b.Snapshot(t.Context(), 0)
	require.NoError(t, err)
	assert.EqualValues(t, 1, r.Stamp().Revision, "readers do not see it")
	require.NoError(t, r.Close())
	rev, err := b.Update(t.Context(), op, countingPlan)
	require.NoError(t, err)
	assert.EqualValues(t, 2, rev, "the operation is on file")
	told(t, a, "MATCH (c:Clock) SET c.published = 1", nil)
	rev, err = b.Update(t.Context(), operationOf("after"), countingPlan)
	require.NoError(t, err)
	assert.EqualValues(t, 3, rev)
	rev, err = b.RevisionAt(t.Context(), time.Now().Add(time.Hour))
	require.NoError(t, err)
	assert.EqualValues(t, 3, rev)
}

func TestUpdate_AWriteThatComesLateIsRefused(t *testing.T) {
	s := emptyStore(t)
	ctx := t.Context()
	require.NoError(t, s.ensure(ctx))
	op := operationOf("late")
	h, err := s.head(ctx, op)
	require.NoError(t, err)
	require.NoError(t, s.settleWrites(ctx), "its writer gave it up")
	_, err = s.commit(ctx, op, h, countingPlan)
	require.ErrorIs(t, err, errMoved)
	rev, err := s.Update(ctx, op, countingPlan)
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
}

func TestUpdate_KeepsWhatTheRevisionAddsUpTo(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("counted")
	rev, err := s.Update(t.Context(), op, writes(someCompany("a"), someCompany("b"), owns("tie", "a", "b"), tieState(stated(0, 9), stated(20, 29))))
	require.NoError(t, err)
	_, err = s.Update(t.Context(), operationOf("next"), writes(tieState(stated(0, 9))))
	require.NoError(t, err)
	h, err := s.head(t.Context(), op)
	require.NoError(t, err)
	assert.Equal(t, map[graph.RecordKind]int{graph.EntityRecord: 2, graph.ClaimRecord: 1, graph.StandingRecord: 1}, h.base.counts)
	assert.Equal(t, []int{1, 0}, []int{h.base.entries, h.base.raw})
	assert.Equal(t, &first{int64(rev), op.Digest[:]}, h.first)
	assert.Nil(t, h.load)
}

func TestUpdate_WaitsForTheLoadOfAnotherProcess(t *testing.T) {
	a, b := twoStores(t, Options{LoadWait: time.Minute})
	op := operationOf("load")
	loadInto(t, a, op, someCompany("a"))
	written := make(chan error)
	go func() {
		_, err := b.Update(t.Context(), operationOf("waits"), countingPlan)
		written <- err
	}()
	rev, err := a.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	require.NoError(t, <-written)
	h, err := b.head(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 2, h.published)
}
