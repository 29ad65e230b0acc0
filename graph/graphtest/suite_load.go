package graphtest

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func loadChecks() []check {
	return []check{
		{"load/equal to single writes", checkLoadEqual},
		{"load/unpublished until it is published", checkUnpublished},
		{"load/its time is that of its publication", checkLoadTime},
		{"load/its reader", checkLoading},
		{"load/other writes wait, then are refused", checkLoadBlocks},
		{"load/a write that waits goes on", checkLoadFrees},
		{"load/interrupted and resumed", checkResumed},
		{"load/abandoned, it leaves no trace", checkAbandoned},
		{"load/a conflict is refused", checkLoadConflict},
		{"load/repeated calls", checkLoadRepeated},
		{"load/the last state given counts", checkLoadLastState},
		{"load/without records", checkEmptyLoad},
	}
}

// load appends records to the load of op.
func (k *kit) load(op graph.Operation, records ...graph.Record) graph.Revision {
	k.Helper()
	return ok(k.store.Load(k.Context(), op, graph.Stamp{}, sequence(nil, records...)))(k)
}

func checkLoadEqual(k *kit) {
	op := k.operation()
	for chunk := range slices.Chunk(World(), 17) {
		assert.EqualValues(k, 1, k.load(op, chunk...))
	}
	assert.EqualValues(k, 1, ok(k.store.Publish(k.Context(), op))(k))
	bulk := dump(k, k.store, 0).unstamped()
	var loaded, written []changed
	for _, change := range ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k) {
		loaded = append(loaded, changed{change.Kind, change.ID})
		assert.Equal(k, graph.ChangePosition{Revision: 1, Ordinal: len(loaded)}, change.ChangePosition)
	}
	k.begin()
	for _, record := range World() {
		ok(k.store.Update(k.Context(), k.operation(), planOf(record)))(k)
	}
	k.equal(dump(k, k.store, 0).unstamped(), bulk)
	for _, change := range ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k) {
		written = append(written, changed{change.Kind, change.ID})
	}
	k.equal(written, loaded)
}

func checkUnpublished(k *kit) {
	steps := chronicle()
	k.write(steps[0]...)
	op := k.operation()
	was, info := dump(k, k.store, 0), ok(k.store.Info(k.Context()))(k)
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	for _, records := range steps[1:4] {
		assert.EqualValues(k, 2, k.load(op, records...))
		k.equal(was, dump(k, k.store, 0))
		k.equal(changes, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
		k.read(0, func(r graph.Reader) { k.equal([]string{"ent_a"}, k.search(r, "w:a")) })
		_, err := k.store.Snapshot(k.Context(), 2)
		require.ErrorIs(k, err, graph.ErrNotFound)
		assert.EqualValues(k, 1, ok(k.store.RevisionAt(k.Context(), k.clock.Now().Add(time.Hour)))(k))
	}
	during := ok(k.store.Info(k.Context()))(k)
	require.NotNil(k, during.Open)
	assert.Equal(k, op, *during.Open)
	assert.Equal(k, info.Revision, during.Revision)
	k.equal(info.Counts, during.Counts)
	ok(k.store.Publish(k.Context(), op))(k)
	assert.Nil(k, ok(k.store.Info(k.Context()))(k).Open)
	k.read(0, func(r graph.Reader) {
		assert.EqualValues(k, 2, r.Stamp().Revision)
		assert.Equal(k, op, r.Stamp().Operation)
	})
	k.equal(was, dump(k, k.store, 1), "what was known then stays")
}

func checkLoadTime(k *kit) {
	k.write(companies("a")...)
	op := k.operation()
	k.clock.Advance(time.Hour)
	k.load(op, companies("b")...)
	between := k.clock.Now()
	assert.EqualValues(k, 1, ok(k.store.RevisionAt(k.Context(), between))(k))
	k.clock.Advance(time.Hour)
	ok(k.store.Publish(k.Context(), op))(k)
	assert.EqualValues(k, 1, ok(k.store.RevisionAt(k.Context(), between))(k), "the answer for an instant stays what it was")
	assert.EqualValues(k, 2, ok(k.store.RevisionAt(k.Context(), k.clock.Now()))(k))
	k.read(0, func(r graph.Reader) {
		k.equal(k.clock.Now().UTC().Truncate(time.Microsecond), r.Stamp().Time)
		k.equal(r.Stamp(), byID(k, r.Entities, "ent_b")["ent_b"].Stamp)
	})
}

// loading opens the reader of op's load for the time of a function.
func (k *kit) loading(op graph.Operation, see func(r graph.Reader)) {
	k.Helper()
	r := ok(k.store.Loading(k.Context(), op))(k)
	defer func() { assert.NoError(k, r.Close()) }()
	see(r)
}

func checkLoading(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), standing(c, graph.Alleged)...)...)
	op := k.operation()
	k.loading(op, func(r graph.Reader) {
		assert.EqualValues(k, 1, r.Stamp().Revision, "before the load has written, the newest published one")
	})
	k.load(op, entityOf("c", graph.Person))
	k.loading(op, func(r graph.Reader) {
		assert.EqualValues(k, 2, r.Stamp().Revision)
		assert.Equal(k, op, r.Stamp().Operation)
		assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 3)
		assert.Len(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_b"}}), 1)
	})
	k.load(op, stateOf(c))
	k.loading(op, func(r graph.Reader) {
		assert.Empty(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_b"}}))
	})
	_, err := k.store.Loading(k.Context(), graph.Operation{ID: op.ID})
	require.ErrorIs(k, err, graph.ErrConflict)
}

func checkLoadBlocks(k *kit) {
	first := k.operation()
	ok(k.store.Update(k.Context(), first, planOf(companies("a")...)))(k)
	op := k.operation()
	k.load(op, companies("b")...)
	_, err := k.try(companies("c")...)
	require.ErrorIs(k, err, graph.ErrOverloaded)
	_, err = k.store.Load(k.Context(), k.operation(), graph.Stamp{}, sequence(nil, companies("c")...))
	require.ErrorIs(k, err, graph.ErrOverloaded)
	assert.EqualValues(k, 1, ok(k.store.Update(k.Context(), first, planOf()))(k), "a repeated operation need not wait")
	ctx, cancel := context.WithCancel(k.Context())
	cancel()
	_, err = k.store.Update(ctx, k.operation(), planOf())
	require.ErrorIs(k, err, context.Canceled)
	ok(k.store.Publish(k.Context(), op))(k)
	assert.EqualValues(k, 3, k.write(companies("c")...))
}

func checkLoadFrees(k *kit) {
	for _, end := range []func(op graph.Operation) error{
		func(op graph.Operation) error { _, err := k.store.Publish(k.Context(), op); return err },
		func(op graph.Operation) error { return k.store.Abandon(k.Context(), op) },
	} {
		op := k.operation()
		k.load(op, companies(string(op.ID))...)
		written := make(chan error)
		go func() {
			// A store may give up before the load ends; then the write is tried again.
			err := graph.ErrOverloaded
			for tries := 0; errors.Is(err, graph.ErrOverloaded) && tries < 100; tries++ {
				_, err = k.store.Update(k.Context(), operation("waits for "+string(op.ID)), counting)
			}
			written <- err
		}()
		require.NoError(k, end(op))
		require.NoError(k, <-written)
	}
	k.read(0, func(r graph.Reader) { assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 3) })
}

func checkResumed(k *kit) {
	k.write(companies("first")...)
	op, cut := k.operation(), errors.New("the stream was cut")
	all := World()
	_, err := k.store.Load(k.Context(), op, graph.Stamp{}, sequence(cut, all[:40]...))
	require.ErrorIs(k, err, cut)
	k.load(op, all[:60]...)
	k.load(op, all...)
	assert.EqualValues(k, 2, ok(k.store.Publish(k.Context(), op))(k))
	resumed := dump(k, k.store, 0).unstamped()
	history := ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k)
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	k.begin()
	k.write(companies("first")...)
	again := k.operation()
	k.load(again, all...)
	ok(k.store.Publish(k.Context(), again))(k)
	k.equal(dump(k, k.store, 0).unstamped(), resumed)
	assert.Len(k, history, len(ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k)), "nothing is on file twice")
	assert.Len(k, changes, len(ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)))
}

func checkAbandoned(k *kit) {
	steps := chronicle()
	for _, records := range steps[:4] {
		k.write(records...)
	}
	op := k.operation()
	changes := ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k)
	k.unchanged(func() {
		for _, records := range steps[4:] {
			k.load(op, records...)
		}
		other := op
		other.Digest[0]++
		require.ErrorIs(k, k.store.Abandon(k.Context(), other), graph.ErrConflict)
		require.NoError(k, k.store.Abandon(k.Context(), k.operation()), "another operation has no load")
		require.NotNil(k, ok(k.store.Info(k.Context()))(k).Open)
		require.NoError(k, k.store.Abandon(k.Context(), op))
	})
	k.equal(changes, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
	k.read(0, func(r graph.Reader) {
		k.equal([]string{"ent_a"}, k.search(r, "w:a"))
		assert.Empty(k, k.search(r, "w:aleph"))
	})
	require.NoError(k, k.store.Abandon(k.Context(), op), "without a load it does nothing")
	for _, records := range steps[4:] {
		assert.Greater(k, k.write(records...), graph.Revision(4))
	}
	rev := k.load(op, companies("again")...)
	assert.EqualValues(k, len(steps)+1, rev, "an abandoned operation may begin anew")
	ok(k.store.Publish(k.Context(), op))(k)
	abandoned, histories := dump(k, k.store, 0).unstamped(), k.histories()
	k.begin()
	for _, records := range append(steps, companies("again")) {
		k.write(records...)
	}
	k.equal(dump(k, k.store, 0).unstamped(), abandoned)
	k.equal(k.histories(), histories)
}

// histories says when each stretch of each claim that has a state was known.
func (k *kit) histories() map[graph.ClaimID][][2]graph.Revision {
	k.Helper()
	all := map[graph.ClaimID][][2]graph.Revision{}
	for id := range dump(k, k.store, 0).States {
		all[id] = known(k.history(0, id))
	}
	return all
}

func checkLoadConflict(k *kit) {
	k.write(filedRecords()...)
	other := entityOf("a", graph.Company)
	other.Caption = "Other"
	for name, bad := range map[string]struct {
		record graph.Record
		kind   error
	}{
		"conflict": {other, graph.ErrConflict}, "nil": {nil, graph.ErrInvalid},
		"dangling": {tie("9", "a", "OWNS", "nobody"), graph.ErrNotFound},
	} {
		op := k.operation()
		k.unchanged(func() {
			k.load(op, companies("new")...)
			_, err := k.store.Load(k.Context(), op, graph.Stamp{}, sequence(nil, bad.record))
			require.ErrorIs(k, err, bad.kind, name)
			require.NoError(k, k.store.Abandon(k.Context(), op))
		})
	}
}

func checkLoadRepeated(k *kit) {
	op := k.operation()
	_, err := k.store.Publish(k.Context(), op)
	require.ErrorIs(k, err, graph.ErrNotFound, "nothing was loaded")
	rev := k.load(op, companies("a")...)
	other := op
	other.Digest[0]++
	_, err = k.store.Load(k.Context(), other, graph.Stamp{}, sequence(nil))
	require.ErrorIs(k, err, graph.ErrConflict)
	_, err = k.store.Publish(k.Context(), other)
	require.ErrorIs(k, err, graph.ErrConflict)
	assert.Equal(k, rev, ok(k.store.Publish(k.Context(), op))(k))
	k.write(companies("b")...)
	k.unchanged(func() {
		assert.Equal(k, rev, ok(k.store.Publish(k.Context(), op))(k))
		assert.Equal(k, rev, k.load(op, companies("c")...), "a published load takes in no more")
		assert.Equal(k, rev, ok(k.store.Update(k.Context(), op, planOf(companies("c")...)))(k))
		require.NoError(k, k.store.Abandon(k.Context(), op), "what is published stays")
		for _, err := range []error{
			second(k.store.Publish(k.Context(), other)), second(k.store.Update(k.Context(), other, planOf())),
			second(k.store.Load(k.Context(), other, graph.Stamp{}, sequence(nil))),
		} {
			require.ErrorIs(k, err, graph.ErrConflict)
		}
		_, err = k.store.Load(k.Context(), graph.Operation{}, graph.Stamp{}, sequence(nil))
		require.ErrorIs(k, err, graph.ErrInvalid)
	})
}

// second is the error of a call.
func second[V any](_ V, err error) error { return err }

func checkLoadLastState(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	early, late := stretch(0, 9, graph.Stated), stretch(20, 29, graph.Stated)
	k.write(append(companies("a", "b"), c, stateOf(c, early, late))...)
	op := k.operation()
	k.load(op, stateOf(c, always(graph.Refuted)), entityState("a", "first", 0, "w:first"))
	k.load(op, stateOf(c, early, stretch(20, 29, graph.Alleged)), entityState("a", "last", 0, "w:last"))
	ok(k.store.Publish(k.Context(), op))(k)
	k.equal([][2]graph.Revision{{1, 0}, {1, 2}, {2, 0}}, known(k.history(0, c.ID)), "as if only the last had been given")
	k.read(0, func(r graph.Reader) {
		assert.Empty(k, k.search(r, "w:first"))
		k.equal([]string{"ent_a"}, k.search(r, "w:last"))
	})
	k.read(1, func(r graph.Reader) {
		assert.Len(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}}), 2)
	})
}

func checkEmptyLoad(k *kit) {
	op := k.operation()
	assert.EqualValues(k, 1, k.load(op))
	assert.EqualValues(k, 1, ok(k.store.Publish(k.Context(), op))(k))
	entries := ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k)
	require.Len(k, entries, 1)
	assert.Nil(k, entries[0].Record)
}
