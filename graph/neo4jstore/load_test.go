package neo4jstore

import (
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// stream streams records.
func stream(records ...graph.Record) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// loadInto appends records to the load of op.
func loadInto(t *testing.T, s *Store, op graph.Operation, records ...graph.Record) {
	t.Helper()
	_, err := s.Load(t.Context(), op, graph.Stamp{}, stream(records...))
	require.NoError(t, err)
}

// everyLabel counts nodes by label and relationships by type, but for the clocks, of which the first load makes one.
func everyLabel(t *testing.T, s *Store) map[string]int64 {
	t.Helper()
	counts := map[string]int64{}
	for _, row := range told(t, s, `MATCH (n:!Clock) UNWIND labels(n) AS name RETURN name, count(*) AS n
		UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n`, nil) {
		name, _ := row[0].(string)
		counts[name], _ = row[1].(int64)
	}
	return counts
}

// aPage is a document with a layer and its terms, and an assertion about a tie between two entities.
func aPage(n int, entities ...string) []graph.Record {
	name := func(kind string) string { return fmt.Sprintf("%s-%d", kind, n) }
	tie := owns(name("tie"), entities[0], entities[1])
	layer := &graph.Layer{ID: graph.LayerID(name("lay")), Document: graph.DocumentID(name("doc")), Text: "A owns B."}
	said := &graph.Assertion{ID: graph.AssertionID(name("ast")), Claim: tie.ID, Speaker: tie.Subject, Evidence: []graph.Evidence{
		{Document: layer.Document, Layer: layer.ID, End: 6},
	}}
	var records []graph.Record
	for _, id := range entities {
		records = append(records, someCompany(id), &graph.EntityState{
			Entity: graph.EntityID(id), Name: id, Degree: n, FirstDay: graph.MaxDay, Terms: []graph.Term{"w:" + graph.Term(id), graph.Term(name("w:"))},
		})
	}
	return append(records, &graph.Document{ID: layer.Document}, layer,
		&graph.LayerTerms{Layer: layer.ID, Document: layer.Document, Terms: []graph.Term{"w:owns", graph.Term(name("w:"))}},
		tie, &graph.ClaimState{Claim: tie.ID, Stretches: []graph.Stretch{stated(0, graph.Day(n))}}, said,
		&graph.ReviewDecision{Assertion: said.ID, State: graph.Accepted}, &graph.BodyCompetence{Body: tie.Subject},
		&graph.Judgement{ID: graph.JudgementID(name("jdg")), Kind: graph.Coverage, Claim: tie.ID, Denial: said.ID, Verdict: graph.General})
}

func TestLoad_ALeaseThatPassedLetsOthersGoOn(t *testing.T) {
	a, b := twoStores(t, Options{LoadLease: 50 * time.Millisecond, LoadWait: time.Minute})
	op := operationOf("load")
	loadInto(t, a, op, aPage(1, "a", "b")...)
	rev, err := b.Update(t.Context(), operationOf("other"), writes(someCompany("c")))
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev, "its number is free again")
	_, err = a.Load(t.Context(), op, graph.Stamp{}, stream(someCompany("d")))
	require.ErrorIs(t, err, graph.ErrConflict, "no part of a load is taken for all of it")
	require.ErrorContains(t, err, "was abandoned")
	_, err = a.Publish(t.Context(), op)
	require.ErrorIs(t, err, graph.ErrConflict)
	_, err = a.Loading(t.Context(), op)
	require.ErrorIs(t, err, graph.ErrConflict)
	require.NoError(t, a.Abandon(t.Context(), op))
	loadInto(t, a, op, aPage(1, "a", "b")...)
	rev, err = a.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 2, rev)
}

func TestLoad_IsResumedByAnotherProcess(t *testing.T) {
	a, b := twoStores(t, Options{})
	op := operationOf("load")
	page := aPage(1, "a", "b")
	loadInto(t, a, op, page[:7]...)
	loadInto(t, b, op, page...)
	_, err := a.Load(t.Context(), op, graph.Stamp{}, stream(page...))
	require.ErrorIs(t, err, graph.ErrConflict, "it goes on elsewhere")
	rev, err := b.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	rev, err = a.Publish(t.Context(), op)
	require.NoError(t, err, "the operation is on file")
	assert.EqualValues(t, 1, rev)
	assert.Equal(t, int64(1), everyLabel(t, a)["Claim"])
	assert.Equal(t, int64(10), everyLabel(t, a)["Change"], "nothing is on file twice")
}

// TestLoad_TermsOfOneThatWasTakenAreRefused has a process write search terms when another has taken its load.
func TestLoad_TermsOfOneThatWasTakenAreRefused(t *testing.T) {
	a, b := twoStores(t, Options{})
	op := operationOf("load")
	doc, layer := &graph.Document{ID: "doc"}, &graph.Layer{ID: "lay", Document: "doc", Text: "A owns B."}
	loadInto(t, a, op, doc, layer)
	_, err := a.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) {
		loadInto(t, b, op, someCompany("b"))
		yield(&graph.LayerTerms{Layer: "lay", Document: "doc", Terms: []graph.Term{"w:a"}}, nil)
	})
	require.ErrorIs(t, err, graph.ErrConflict)
	late := a.penOf(op.ID, termsClock)
	made := newRows()
	made.add("layer_terms", "lay", "digest")
	err = late.write(t.Context(), made.text("write_load_terms"), made.params(&revision{stamp: graph.Stamp{Revision: 1}}))
	require.ErrorIs(t, err, graph.ErrConflict, "also when its terms come late")
	assert.Equal(t, []any{nil}, told(t, b, "MATCH (l:Layer {id: 'lay'}) RETURN l.terms", nil)[0])
	loadInto(t, b, op, doc, layer, &graph.LayerTerms{Layer: "lay", Document: "doc", Terms: []graph.Term{"w:b"}})
	_, err = b.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.Equal(t, int64(1), everyLabel(t, b)["TEXT_TERM"])
	err = late.write(t.Context(), made.text("write_load_terms"), made.params(&revision{stamp: graph.Stamp{Revision: 1}}))
	require.ErrorIs(t, err, graph.ErrConflict, "and when the load has ended")
}

// TestLoad_GoesOnAfterAWriteThatMayStillCome takes the load anew, so that what was sent before is refused when it comes.
func TestLoad_GoesOnAfterAWriteThatMayStillCome(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	loadInto(t, s, op, someCompany("a"))
	for _, c := range []loadClock{storeClock, termsClock} {
		before := s.penOf(op.ID, c).token
		s.loads.remember(op.ID, c, before, "sent")
		loadInto(t, s, op, someCompany("b"))
		assert.True(t, s.loads.isSettled(op.ID))
		assert.NotEqual(t, before, s.penOf(op.ID, c).token)
		late := newRows().params(&revision{stamp: graph.Stamp{Revision: 1}})
		late["load"], late["lease"], late["token"], late["next"] = string(op.ID), int64(1), before, "sent"
		name := map[loadClock]string{storeClock: "write_load", termsClock: "write_load_terms"}[c]
		assert.Empty(t, told(t, s, newRows().text(name), late), name)
		loadInto(t, s, op, someCompany("c"))
	}
	_, err := s.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.Equal(t, int64(3), everyLabel(t, s)["Entity"])
}

// TestLoad_FailsByEitherWriter tells the first failure, whichever writer meets it, and nothing goes on.
func TestLoad_FailsByEitherWriter(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	loadInto(t, s, op, &graph.Document{ID: "doc"}, &graph.Layer{ID: "lay", Document: "doc", Text: "A."})
	for name, record := range map[string]graph.Record{
		"things": owns("tie", "nobody", "nobody else"), "terms": &graph.LayerTerms{Layer: "lay-nowhere", Terms: []graph.Term{"w:a"}},
	} {
		given := 0
		_, err := s.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) {
			for given = 0; given < 20*chunkLength && yield(record, nil); given++ {
				continue
			}
		})
		require.ErrorIs(t, err, graph.ErrNotFound, name)
		assert.Less(t, given, 20*chunkLength, "%s: it stops", name)
	}
}

func TestLoad_ChunksOfOneRevision(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	const many = chunkLength + 100
	rev, err := s.Load(t.Context(), op, graph.Stamp{}, func(yield func(graph.Record, error) bool) {
		for i := range many {
			if !yield(someCompany(fmt.Sprintf("ent_%05d", i)), nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	h, err := s.head(t.Context(), op)
	require.NoError(t, err)
	assert.Equal(t, many, h.newest.entries)
	assert.Equal(t, many, h.newest.counts[graph.EntityRecord])
	rows := told(t, s, "MATCH (x:Change) RETURN count(x), min(x.ordinal), max(x.ordinal), max(x.raw)", nil)
	assert.Equal(t, []any{int64(many), int64(1), int64(many), int64(many)}, rows[0], "ordinals without a gap")
}

func TestLoad_AChunkIsWrittenWholeOrNotAtAll(t *testing.T) {
	s := emptyStore(t)
	op := operationOf("load")
	loadInto(t, s, op, someCompany("a"))
	before := everyLabel(t, s)
	_, err := s.Load(t.Context(), op, graph.Stamp{}, stream(someCompany("b"), owns("tie", "a", "nobody")))
	require.ErrorIs(t, err, graph.ErrNotFound)
	assert.Equal(t, before, everyLabel(t, s))
}

func TestAbandon_LeavesNothing(t *testing.T) {
	s := emptyStore(t)
	_, err := s.Update(t.Context(), operationOf("first"), writes(aPage(1, "a", "b")...))
	require.NoError(t, err)
	before := everyLabel(t, s)
	op := operationOf("load")
	second := aPage(2, "a", "c")
	second = append(second, &graph.Layer{ID: "lay-old", Document: "doc-1"},
		&graph.LayerTerms{Layer: "lay-old", Document: "doc-1", Terms: []graph.Term{"w:owns", "w:old"}},
		&graph.ClaimState{Claim: "tie-1", Stretches: []graph.Stretch{stated(5, 9)}}, &graph.ReviewDecision{Assertion: "ast-1"})
	for chunk := range slices.Chunk(second, 4) {
		loadInto(t, s, op, chunk...)
	}
	require.NotEqual(t, before, everyLabel(t, s))
	require.NoError(t, s.Abandon(t.Context(), op))
	assert.Equal(t, before, everyLabel(t, s))
	assert.Equal(t, []any{int64(0), int64(0)}, told(t, s, `RETURN
		COUNT { ()-[r]->() WHERE r.until < $open }, COUNT { (n:Stretch) WHERE n.until < $open }`, map[string]any{"open": int64(open)})[0],
		"what the load closed is open again")
	clock := clockOf(t, s)
	assert.Equal(t, []any{int64(1), int64(1)}, []any{clock["rev"], clock["published"]})
	assert.NotContains(t, clock, "load")
	_, err = s.Update(t.Context(), operationOf("second"), writes(second...))
	require.NoError(t, err)
}

func TestAbandon_InterruptedIsFinishedByTheNext(t *testing.T) {
	a, b := twoStores(t, Options{})
	op := operationOf("load")
	page := aPage(1, "a", "b")
	loadInto(t, a, op, page...)
	told(t, a, "MATCH (c:Clock {id: 1}) SET c.loadToken = $token", map[string]any{"token": ending + "x"})
	told(t, a, "MATCH (n:Layer) DETACH DELETE n", nil)
	_, err := b.Publish(t.Context(), op)
	require.ErrorIs(t, err, graph.ErrNotFound, "half a load is not published")
	loadInto(t, b, op, page...)
	rev, err := b.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.EqualValues(t, 1, rev)
	assert.Equal(t, int64(1), everyLabel(t, a)["Layer"])
}

func TestPublish_RemovesTheMarksOfTheLoad(t *testing.T) {
	s := emptyStore(t)
	_, err := s.Update(t.Context(), operationOf("first"), writes(someCompany("a")))
	require.NoError(t, err)
	op := operationOf("load")
	loadInto(t, s, op, &graph.EntityState{Entity: "a", Name: "A"})
	assert.Equal(t, int64(1), everyLabel(t, s)["Restated"])
	_, err = s.Publish(t.Context(), op)
	require.NoError(t, err)
	assert.Zero(t, everyLabel(t, s)["Restated"])
	_, err = s.Publish(t.Context(), operationOf("never opened"))
	require.ErrorIs(t, err, graph.ErrNotFound)
}

func TestPublish_AnotherLoadIsOpen(t *testing.T) {
	s := emptyStore(t)
	loadInto(t, s, operationOf("load"), someCompany("a"))
	_, err := s.Publish(t.Context(), operationOf("other"))
	require.ErrorIs(t, err, graph.ErrNotFound)
	require.NotErrorIs(t, err, graph.ErrOverloaded)
}
