package graphtest

import (
	"context"
	"errors"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func updateChecks() []check {
	return []check{
		{"update/empty store", checkEmptyStore},
		{"update/revisions count from 1 without gaps", checkRevisionsCount},
		{"update/an empty plan writes the operation alone", checkEmptyPlan},
		{"update/a plan sees the newest revision", checkPlanSees},
		{"update/a record may stand before what it names", checkAnyOrder},
		{"update/a plan's error leaves nothing", checkPlanError},
		{"update/a refused record leaves nothing", checkRefusedRecord},
		{"update/a record that names what is not on file is refused", checkDangling},
		{"update/time is in UTC and never goes back", checkTime},
		{"update/what is returned belongs to the caller", checkOwnership},
	}
}

func checkEmptyStore(k *kit) {
	k.read(0, func(r graph.Reader) {
		assert.Equal(k, graph.Stamp{}, r.Stamp())
		assert.Empty(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k))
		k.equal([][]*graph.ClaimRow{nil}, ok(
			r.ListClaims(k.Context(), graph.ClaimQuery{Owners: []string{""}}))(k))
		assert.Empty(k, k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}}))
	})
	info := ok(k.store.Info(k.Context()))(k)
	assert.Zero(k, info.Revision)
	assert.Nil(k, info.Open)
	assert.NotEmpty(k, info.Engine)
	assert.Empty(k, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
	assert.Empty(k, ok(k.store.History(k.Context(), graph.ChangePosition{}, 0))(k))
}

func checkRevisionsCount(k *kit) {
	for want := graph.Revision(1); want <= 5; want++ {
		op := k.operation()
		rev := ok(k.store.Update(k.Context(), op, planOf(companies(numbered("c", int(want)))...)))(k)
		assert.Equal(k, want, rev)
		k.read(0, func(r graph.Reader) {
			assert.Equal(k, want, r.Stamp().Revision)
			assert.Equal(k, op, r.Stamp().Operation)
		})
	}
}

func checkEmptyPlan(k *kit) {
	op := k.operation()
	assert.EqualValues(k, 1, ok(k.store.Update(k.Context(), op, planOf()))(k))
	assert.EqualValues(k, 1, ok(k.store.Update(k.Context(), op, planOf(companies("a")...)))(k))
	k.read(0, func(r graph.Reader) { assert.Equal(k, op, r.Stamp().Operation) })
	assert.Empty(k, ok(k.store.Changes(k.Context(), graph.ChangePosition{}, 0))(k))
}

func checkPlanSees(k *kit) {
	k.write(companies("a")...)
	var seen graph.Stamp
	_, err := k.store.Update(k.Context(), k.operation(),
		func(ctx context.Context, onFile graph.Reader) ([]graph.Record, error) {
			seen = onFile.Stamp()
			found, err := onFile.Entities(ctx, []graph.EntityID{"ent_a", "ent_b"})
			if err != nil || len(found) != 1 {
				return nil, errors.New("want ent_a alone on file")
			}
			return companies("b"), nil
		})
	require.NoError(k, err)
	assert.EqualValues(k, 1, seen.Revision)
	k.read(0, func(r graph.Reader) {
		assert.Len(k, ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k), 2)
	})
}

func checkAnyOrder(k *kit) {
	c, doc, layer := tie("1", "a", "OWNS", "b"), documentOf("d"), layerOf("l", "d", "A owns B.")
	a := said("1", c, "a", quoteOf(layer, 1))
	decision := &graph.ReviewDecision{Assertion: a.ID, State: graph.Unsure, By: "x"}
	k.write(decision, stateOf(c, always(graph.Stated)), entityState("a", "A", 1), a,
		&graph.LayerTerms{Layer: layer.ID, Document: doc.ID, Terms: []graph.Term{"w:owns"}},
		c, layer, doc, entityOf("b", graph.Company), entityOf("a", graph.Company))
	k.read(0, func(r graph.Reader) {
		edges := k.edges(r, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_b"}})
		require.Len(k, edges, 1)
		assert.Equal(k, "A", edges[0].FarRow.State.Name)
		rows := ok(r.Assertions(k.Context(), []graph.AssertionID{a.ID}))(k)
		require.Contains(k, rows, a.ID)
		assert.NotNil(k, rows[a.ID].Decision)
	})
}

// unchanged runs a function that must leave no trace in the store.
func (k *kit) unchanged(run func()) {
	k.Helper()
	before := ok(k.store.Info(k.Context()))(k)
	was := dump(k, k.store, 0)
	run()
	after := ok(k.store.Info(k.Context()))(k)
	before.SizeBytes, after.SizeBytes = 0, 0
	k.equal(before, after)
	k.equal(was, dump(k, k.store, 0))
}

func checkPlanError(k *kit) {
	k.write(companies("a", "b")...)
	broken := errors.New("the plan is broken")
	op := k.operation()
	k.unchanged(func() {
		_, err := k.store.Update(k.Context(), op, func(context.Context, graph.Reader) ([]graph.Record, error) {
			return companies("c"), broken
		})
		require.ErrorIs(k, err, broken)
	})
	rev := ok(k.store.Update(k.Context(), op, planOf(companies("c")...)))(k)
	assert.EqualValues(k, 2, rev, "a failed operation is not on file: it may be tried again")
}

func checkRefusedRecord(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), standing(c, graph.Stated)...)...)
	for name, bad := range map[string]graph.Record{
		"nil": nil, "nil pointer": (*graph.Claim)(nil), "no id": &graph.Entity{Kind: graph.Company, Caption: "x"},
	} {
		k.unchanged(func() {
			_, err := k.try(entityOf("new", graph.Company), stateOf(c), entityState("a", "new", 9, "w:new"), bad)
			require.ErrorIs(k, err, graph.ErrInvalid, name)
		})
	}
}

func checkDangling(k *kit) {
	c, layer := tie("1", "a", "OWNS", "b"), layerOf("l", "d", "text")
	k.write(append(companies("a", "b"), c, documentOf("d"), layer)...)
	nowhere := tie("nowhere", "a", "OWNS", "b")
	lost := quoteOf(layer, 1)
	lost.Layer = "lay_nowhere"
	for name, bad := range map[string]graph.Record{
		"subject": tie("2", "nobody", "OWNS", "b"), "object": tie("3", "a", "OWNS", "nobody"),
		"claim of an assertion": said("1", nowhere, "a"), "layer of evidence": said("2", c, "a", lost),
		"document of a layer": layerOf("m", "nowhere", "text"), "layer of terms": &graph.LayerTerms{Layer: "lay_nowhere"},
		"assertion of a decision": &graph.ReviewDecision{Assertion: "ast_nowhere", State: graph.Rejected},
		"claim of a state":        stateOf(nowhere, always(graph.Stated)), "entity of a state": entityState("nobody", "", 0),
		"body of competence": &graph.BodyCompetence{Body: "ent_nobody"},
	} {
		k.unchanged(func() {
			_, err := k.try(entityOf("new", graph.Company), bad)
			require.ErrorIs(k, err, graph.ErrNotFound, name)
		})
	}
}

func checkTime(k *kit) {
	var last time.Time
	for _, step := range []time.Duration{time.Second, 0, -time.Hour, 0, 300 * time.Nanosecond, 2 * time.Hour} {
		k.clock.Advance(step)
		ok(k.store.Update(k.Context(), k.operation(), planOf()))(k)
		k.read(0, func(r graph.Reader) {
			now := r.Stamp().Time
			assert.True(k, now.After(last), "%s after %s", now, last)
			assert.Equal(k, time.UTC, now.Location())
			assert.Equal(k, now, now.Truncate(time.Microsecond))
			if clock := k.clock.Now().UTC().Truncate(time.Microsecond); clock.After(last) {
				assert.True(k, clock.Equal(now), "the clock's time: %s, not %s", clock, now)
			} else {
				assert.True(k, last.Add(time.Microsecond).Equal(now), "a microsecond after %s, not %s", last, now)
			}
			last = now
		})
	}
}

func checkOwnership(k *kit) {
	c := tie("1", "a", "OWNS", "b")
	k.write(append(companies("a", "b"), standing(c, graph.Stated)...)...)
	k.read(0, func(r graph.Reader) {
		ids := []graph.EntityID{"ent_a", "ent_b"}
		clear(ok(r.Entities(k.Context(), ids))(k))
		assert.Len(k, ok(r.Entities(k.Context(), ids))(k), 2)
		listed := ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k)
		clear(listed)
		listed = ok(r.ListEntities(k.Context(), graph.EntityQuery{}))(k)
		assert.NotNil(k, listed[0])
		clear(ok(r.Facets(k.Context(), ids, graph.EdgeFilter{}))(k))
		assert.Len(k, ok(r.Facets(k.Context(), ids, graph.EdgeFilter{}))(k), 2)
	})
}
