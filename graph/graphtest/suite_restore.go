package graphtest

import (
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func restoreChecks() []check {
	return []check{
		{"restore/a history keeps its stamps", checkRestored},
		{"restore/into an empty store only", checkRestoreEmpty},
		{"restore/a stamp must follow the last one", checkStampOrder},
		{"restore/a history may repeat an operation", checkRestoreRepeats},
		{"restore/abandoned, the store is empty again", checkRestoreAbandoned},
	}
}

// original writes the chronicle by updates and gives the stamp of each revision.
func original(k *kit) []graph.Stamp {
	k.Helper()
	var stamps []graph.Stamp
	for _, records := range chronicle() {
		k.write(records...)
		k.read(0, func(r graph.Reader) { stamps = append(stamps, r.Stamp()) })
	}
	return stamps
}

// restore loads the chronicle under given stamps, in two parts a revision as raw and derived records are.
func restore(k *kit, s graph.Store, op graph.Operation, stamps []graph.Stamp) {
	k.Helper()
	for i, records := range chronicle()[:len(stamps)] {
		for _, part := range [][]graph.Record{records[:len(records)/2], records[len(records)/2:]} {
			rev := ok(s.Load(k.Context(), op, stamps[i], sequence(nil, part...)))(k)
			assert.Equal(k, stamps[i].Revision, rev)
		}
		r := ok(s.Loading(k.Context(), op))(k)
		k.equal(stamps[i], r.Stamp())
		require.NoError(k, r.Close())
	}
}

func checkRestored(k *kit) {
	stamps := original(k)
	var first []contents
	for _, stamp := range stamps {
		first = append(first, dump(k, k.store, stamp.Revision))
	}
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	k.clock.Advance(-24 * time.Hour)
	k.begin()
	twin, op := k.store, operation("restore")
	restore(k, twin, op, stamps)
	assert.Zero(k, ok(twin.Info(k.Context()))(k).Revision)
	last := stamps[len(stamps)-1]
	for range 2 {
		assert.Equal(k, last.Revision, ok(twin.Publish(k.Context(), op))(k))
	}
	for i, stamp := range stamps {
		k.equal(first[i], dump(k, twin, stamp.Revision), "revision %d", stamp.Revision)
		assert.Equal(k, stamp.Revision, ok(twin.RevisionAt(k.Context(), stamp.Time))(k))
		assert.Equal(k, stamp.Revision, ok(twin.Update(k.Context(), stamp.Operation, planOf(companies("x")...)))(k),
			"the operations of a history are on file")
	}
	k.equal(changes, ok(twin.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
	assert.Equal(k, last.Revision, ok(twin.Load(k.Context(), op, stamps[0], sequence(nil)))(k), "a published restore takes in no more")
	assert.Equal(k, last.Revision+1, ok(twin.Update(k.Context(), k.operation(), planOf()))(k))
	r := ok(twin.Snapshot(k.Context(), 0))(k)
	k.equal(last.Time.Add(time.Microsecond), r.Stamp().Time, "time goes on from the history's end")
	require.NoError(k, r.Close())
}

func checkRestoreEmpty(k *kit) {
	k.write(companies("a")...)
	k.unchanged(func() {
		stamp := graph.Stamp{Revision: 2, Time: k.clock.Now().Add(time.Hour).UTC().Truncate(time.Microsecond), Operation: k.operation()}
		op := k.operation()
		_, err := k.store.Load(k.Context(), op, stamp, sequence(nil, companies("b")...))
		require.ErrorIs(k, err, graph.ErrConflict)
		require.NoError(k, k.store.Abandon(k.Context(), op))
	})
}

func checkStampOrder(k *kit) {
	stamps := original(k)
	k.begin()
	twin, op := k.store, operation("restore")
	late, nameless, early := stamps[1], stamps[0], stamps[2]
	nameless.Operation = graph.Operation{}
	early.Time = stamps[1].Time
	for _, step := range []struct {
		name string
		good int
		bad  graph.Stamp
	}{
		{"begins at 1", 0, late},
		{"names its operation", 0, nameless},
		{"no gap", 1, stamps[2]},
		{"never back", 3, stamps[1]},
		{"later than the last", 2, early},
	} {
		if step.good > 0 {
			restore(k, twin, op, stamps[:step.good])
		}
		_, err := twin.Load(k.Context(), op, step.bad, sequence(nil))
		require.ErrorIs(k, err, graph.ErrInvalid, step.name)
		require.NoError(k, twin.Abandon(k.Context(), op))
	}
}

// checkRestoreRepeats restores a history whose two revisions name one operation, as a joined or edited export may: stores know no rule
// against it, and the first of them counts.
func checkRestoreRepeats(k *kit) {
	op, repeated := operation("restore"), k.operation()
	at := k.clock.Now().UTC().Truncate(time.Microsecond)
	for i, id := range []string{"a", "b"} {
		stamp := graph.Stamp{Revision: graph.Revision(i + 1), Time: at.Add(time.Duration(i) * time.Second), Operation: repeated}
		assert.Equal(k, stamp.Revision, ok(k.store.Load(k.Context(), op, stamp, sequence(nil, companies(id)...)))(k))
	}
	assert.EqualValues(k, 2, ok(k.store.Publish(k.Context(), op))(k))
	assert.EqualValues(k, 1, ok(k.store.Update(k.Context(), repeated, planOf(companies("c")...)))(k))
	k.read(0, func(r graph.Reader) { assert.Equal(k, repeated, r.Stamp().Operation) })
}

func checkRestoreAbandoned(k *kit) {
	stamps := original(k)
	whole := dump(k, k.store, 0)
	k.begin()
	twin, op := k.store, operation("restore")
	empty := dump(k, twin, 0)
	restore(k, twin, op, stamps[:5])
	require.NoError(k, twin.Abandon(k.Context(), op))
	k.equal(empty, dump(k, twin, 0))
	assert.Zero(k, ok(twin.Info(k.Context()))(k).Revision)
	restore(k, twin, op, stamps)
	assert.Equal(k, stamps[len(stamps)-1].Revision, ok(twin.Publish(k.Context(), op))(k))
	k.equal(whole, dump(k, twin, 0))
}
