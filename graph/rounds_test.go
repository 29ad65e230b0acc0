package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
	"pgregory.net/rapid"
)

// echo is a reader on whose file is every id that does not begin with "no"; it notes what it is asked.
type echo struct {
	Reader
	asked  []string
	broken error
}

func (e *echo) note(kind string, ids []string) error {
	e.asked = append(e.asked, kind+" "+strings.Join(ids, " "))
	return e.broken
}

func (e *echo) Entities(_ context.Context, ids []EntityID) (map[EntityID]*EntityRow, error) {
	rows := map[EntityID]*EntityRow{}
	for _, id := range ids {
		if !strings.HasPrefix(string(id), "no") {
			rows[id] = &EntityRow{Entity: Entity{ID: id}}
		}
	}
	return rows, e.note("entities", asStrings(ids))
}

func (e *echo) Documents(_ context.Context, ids []DocumentID) (map[DocumentID]*DocumentRow, error) {
	return map[DocumentID]*DocumentRow{}, e.note("documents", asStrings(ids))
}

func (e *echo) ListClaims(_ context.Context, q ClaimQuery) ([][]*ClaimRow, error) {
	lists := make([][]*ClaimRow, len(q.Owners))
	for i, owner := range q.Owners {
		lists[i] = []*ClaimRow{{Claim: Claim{ID: ClaimID("clm_" + owner)}}}
	}
	return lists, e.note("claims "+string(q.Role), q.Owners)
}

func (e *echo) ListAssertions(_ context.Context, q AssertionQuery) ([][]*AssertionRow, error) {
	lists := make([][]*AssertionRow, len(q.Owners))
	for i, owner := range q.Owners {
		n := 1
		if owner == "long" {
			n = LongList + 1
		}
		for k := range n {
			lists[i] = append(lists[i], &AssertionRow{Assertion: Assertion{ID: AssertionID(fmt.Sprint(owner, k))}})
		}
		if q.Limit > 0 {
			lists[i] = lists[i][:min(n, q.Limit)]
		}
	}
	return lists, e.note("assertions "+string(q.Role), q.Owners)
}

func (e *echo) ListJudgements(_ context.Context, owners []string) ([][]*JudgementRow, error) {
	return make([][]*JudgementRow, len(owners)), e.note("judgements", owners)
}

// reading is a task that asks for entities, one set after the other.
func reading(t require.TestingT, r *rounds, sets ...[]EntityID) func() error {
	return func() error {
		for _, ids := range sets {
			rows, err := r.Entities(context.Background(), ids)
			if err != nil {
				return err
			}
			require.Len(t, rows, len(sortedSet(ids)))
		}
		return nil
	}
}

func TestRounds_ReadOnceWhatTasksLackTogether(t *testing.T) {
	defer goleak.VerifyNone(t)
	e := &echo{}
	r := newRounds(e)
	require.NoError(t, r.sideBySide(t.Context(), []func() error{
		reading(t, r, []EntityID{"a", "b"}, []EntityID{"c"}),
		reading(t, r, []EntityID{"b", "d"}, []EntityID{"a"}, []EntityID{"e"}),
		func() error { return nil },
	}))
	assert.Equal(t, []string{"entities a b d", "entities c e"}, e.asked)
	require.NoError(t, reading(t, r, []EntityID{"a", "e"})())
	assert.Len(t, e.asked, 2, "known by now")
}

func TestRounds_NestedTasksAskWithTheOthers(t *testing.T) {
	e := &echo{}
	r := newRounds(e)
	require.NoError(t, r.sideBySide(t.Context(), []func() error{
		func() error {
			return r.sideBySide(t.Context(), []func() error{reading(t, r, []EntityID{"a"}), reading(t, r, []EntityID{"b"}, []EntityID{"d"})})
		},
		reading(t, r, []EntityID{"c"}, []EntityID{"e"}),
	}))
	assert.Equal(t, []string{"entities a b c", "entities d e"}, e.asked)
}

func TestRounds_WhatIsNotOnFileIsAskedOnce(t *testing.T) {
	e := &echo{}
	r := newRounds(e)
	for range 2 {
		rows, err := r.Entities(t.Context(), []EntityID{"none", "a", "none", ""})
		require.NoError(t, err)
		assert.Equal(t, []EntityID{"", "a"}, sortedIDs(rows))
	}
	assert.Equal(t, []string{"entities  a none"}, e.asked)
}

func TestRounds_ListsOfOneQueryAreReadTogether(t *testing.T) {
	e := &echo{}
	r := newRounds(e)
	list := func(role ClaimRole, owners ...string) func() error {
		return func() error {
			lists, err := r.ListClaims(t.Context(), ClaimQuery{Role: role, Owners: owners})
			require.Len(t, lists, len(owners))
			for i, owner := range owners {
				assert.Equal(t, ClaimID("clm_"+owner), lists[i][0].ID)
				lists[i][0] = nil // a list belongs to who asked for it
			}
			return err
		}
	}
	require.NoError(t, r.sideBySide(t.Context(), []func() error{
		list(AsSubject, "b", "a"), list(AsObject, "a"), list(AsSubject, "c", "a"),
	}))
	assert.Equal(t, []string{"claims SUBJECT a b c", "claims OBJECT a"}, e.asked)
	require.NoError(t, list(AsSubject, "c")())
	rows, err := r.Claims(t.Context(), []ClaimID{"clm_a"})
	require.NoError(t, err)
	assert.Len(t, rows, 1, "met with a list")
	assert.Len(t, e.asked, 2)
}

func TestRounds_LongListsAreReadForThemselves(t *testing.T) {
	e := &echo{}
	r := newRounds(e)
	for range 2 {
		lists, err := r.ListAssertions(t.Context(), AssertionQuery{Role: AboutClaim, Owners: []string{"short", "long"}})
		require.NoError(t, err)
		assert.Len(t, lists[0], 1)
		assert.Len(t, lists[1], LongList+1)
	}
	assert.Equal(t, []string{"assertions CLAIM long short", "assertions CLAIM long short"}, e.asked, "bounded first, then whole")
	few, err := r.ListAssertions(t.Context(), AssertionQuery{Role: AboutClaim, Owners: []string{"long"}, Limit: 2})
	require.NoError(t, err)
	assert.Len(t, few[0], 2)
}

func TestRounds_FailWithTheFirstTaskThatFails(t *testing.T) {
	defer goleak.VerifyNone(t)
	errOne, errTwo := errors.New("one"), errors.New("two")
	ended := false
	e := &echo{}
	r := newRounds(e)
	slow := func() error {
		_, err := r.Entities(t.Context(), []EntityID{"a"})
		return errors.Join(err, errOne)
	}
	last := func() error {
		_, err := r.Entities(t.Context(), []EntityID{"b"})
		ended = errors.Is(err, errDropped)
		return err
	}
	require.ErrorIs(t, r.sideBySide(t.Context(), []func() error{last, func() error { return errTwo }}), errTwo)
	assert.False(t, ended, "what comes before a failure may yet fail first")
	err := r.sideBySide(t.Context(), []func() error{slow, func() error { return errTwo }, last})
	require.ErrorIs(t, err, errOne)
	require.NotErrorIs(t, err, errTwo)
	assert.Equal(t, []string{"entities b", "entities a"}, e.asked, "nothing is read for what comes after a failure")
}

func TestRounds_AFailedReadFailsEveryTaskThatWaitsForIt(t *testing.T) {
	defer goleak.VerifyNone(t)
	e := &echo{broken: errors.New("broken")}
	r := newRounds(e)
	var failed []error
	task := func(id EntityID) func() error {
		return func() error {
			_, err := r.Entities(t.Context(), []EntityID{id})
			failed = append(failed, err)
			return err
		}
	}
	require.ErrorIs(t, r.sideBySide(t.Context(), []func() error{task("a"), task("b")}), e.broken)
	require.Len(t, failed, 2)
	e.broken = nil
	require.NoError(t, task("a")(), "a failure is not remembered")
}

func TestRounds_WaitForWhoIsAtWork(t *testing.T) {
	r := newRounds(&echo{})
	p := newPublicReader(r, StandardVocabulary(), 0, nil)
	inside, most := 0, 0
	task := func(id EntityID) func() error {
		return func() error {
			if err := p.begin(t.Context()); err != nil {
				return err
			}
			defer p.end()
			inside++
			most = max(most, inside)
			_, err := r.Entities(t.Context(), []EntityID{id})
			inside--
			return err
		}
	}
	require.NoError(t, r.sideBySide(t.Context(), []func() error{task("a"), task("b"), task("c")}))
	assert.Equal(t, 1, most)
}

func (e *echo) Expand(_ context.Context, q ExpandQuery) iter.Seq2[Edge, error] {
	_ = e.note("edges", asStrings(q.Frontier))
	return func(yield func(Edge, error) bool) {
		for i, near := range q.Frontier {
			if !yield(Edge{Near: near, Far: "far", Position: i, FarRow: &EntityRow{Entity: Entity{ID: "far"}}}, e.broken) {
				return
			}
		}
	}
}

// atOnce is an echo that reads rows at once.
type atOnce struct{ echo }

func (e *atOnce) Rows(ctx context.Context, keys Keys) (*Rows, error) {
	_ = e.note("rows", append(asStrings(keys.Entities), fmt.Sprint(keys.Edges != nil)))
	return ReadKinds(ctx, &e.echo, keys)
}

func TestRounds_GuessesAreAskedAlong(t *testing.T) {
	defer goleak.VerifyNone(t)
	e := &atOnce{}
	r := newRounds(e)
	page := func() error {
		for edge, err := range r.Expand(t.Context(), ExpandQuery{Frontier: []EntityID{"a"}, Limit: 2}) {
			if err != nil {
				return err
			}
			assert.Equal(t, EntityID("a"), edge.Near)
		}
		return errors.New("what comes of a guess is not wanted")
	}
	require.NoError(t, r.guessing([]func() error{page, func() error { return nil }}, reading(t, r, []EntityID{"a"}, []EntityID{"b"})))
	assert.Equal(t, []string{"rows a true", "entities a", "edges a", "rows b false", "entities b"}, e.asked)
	require.Error(t, page())
	require.NoError(t, reading(t, r, []EntityID{"far", "a"})())
	assert.Len(t, e.asked, 5, "edges, and both ends, are known")
	require.NoError(t, r.guessing([]func() error{page}, func() error { return nil }))
	require.NoError(t, reading(t, r, []EntityID{"c"})())
	assert.Equal(t, "entities c", e.asked[len(e.asked)-1])
}

func (e *echo) Facets(_ context.Context, ids []EntityID, _ EdgeFilter) (map[EntityID][]Facet, error) {
	return nil, e.note("facets", asStrings(ids))
}

func TestRounds_WhoIsAtWorkAndDroppedIsNotWaitedFor(t *testing.T) {
	defer goleak.VerifyNone(t)
	r := newRounds(&echo{})
	p := newPublicReader(r, StandardVocabulary(), 0, nil)
	errBad := errors.New("bad")
	one := reading(t, r, []EntityID{"a"})
	waits := func() error {
		if err := one(); err != nil {
			return err
		}
		if err := p.begin(t.Context()); err != nil {
			return err
		}
		p.end()
		return nil
	}
	fails := func() error { return errors.Join(reading(t, r, []EntityID{"b"})(), errBad) }
	works := func() error {
		if err := p.begin(t.Context()); err != nil {
			return err
		}
		defer p.end()
		return reading(t, r, []EntityID{"c"}, []EntityID{"d"}, []EntityID{"e"})()
	}
	require.ErrorIs(t, r.sideBySide(t.Context(), []func() error{waits, fails, works}), errBad)
	assert.False(t, p.busy)
	p.busy = true
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, p.begin(ctx), context.Canceled, "nobody waits longer than who asks")
}

func TestRounds_AGuessReadsNothingAtOnce(t *testing.T) {
	defer goleak.VerifyNone(t)
	e := &atOnce{}
	r := newRounds(e)
	counts := func() error {
		_, err := r.Facets(t.Context(), []EntityID{"a"}, EdgeFilter{})
		return err
	}
	walks := func() error {
		for _, err := range r.Expand(t.Context(), ExpandQuery{Frontier: []EntityID{"a"}}) {
			return err
		}
		return nil
	}
	lists := func() error {
		_, err := r.ListClaims(t.Context(), ClaimQuery{Role: AsSubject, Owners: []string{"a"}})
		return err
	}
	guess := func() error { return r.sideBySide(t.Context(), []func() error{counts, walks, lists}) }
	require.NoError(t, r.guessing([]func() error{guess}, reading(t, r, []EntityID{"a"})))
	assert.Equal(t, []string{"rows a false", "entities a", "claims SUBJECT a"}, e.asked)
	require.NoError(t, counts())
	assert.Equal(t, "facets a", e.asked[len(e.asked)-1])
}

// TestRounds_AnyTasks holds for tasks drawn at random, nested too, that each sees what it asks for, that no row is read twice, and that
// there are no more rounds than the longest of them asks for.
func TestRounds_AnyTasks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := &echo{}
		r := newRounds(e)
		id := rapid.SampledFrom([]EntityID{"a", "b", "c", "d", "e", "f", "g"})
		longest := 0
		var draw func(depth int) func() error
		draw = func(depth int) func() error {
			if depth > 0 && rapid.Bool().Draw(rt, "nested") {
				var runs []func() error
				for range rapid.IntRange(0, 3).Draw(rt, "tasks") {
					runs = append(runs, draw(depth-1))
				}
				return func() error { return r.sideBySide(context.Background(), runs) }
			}
			sets := rapid.SliceOfN(rapid.SliceOfN(id, 1, 3), 0, 4).Draw(rt, "sets")
			longest = max(longest, len(sets))
			return reading(rt, r, sets...)
		}
		require.NoError(rt, draw(3)())
		assert.LessOrEqual(rt, len(e.asked), longest)
		var read []string
		for _, round := range e.asked {
			read = append(read, strings.Fields(round)[1:]...)
		}
		slices.Sort(read)
		assert.Equal(rt, slices.Compact(slices.Clone(read)), read, "each once")
	})
}
