package neo4jstore

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func company(n int) *graph.Entity {
	return &graph.Entity{
		ID: graph.EntityID(fmt.Sprintf("ent_%05d", n)), Kind: graph.Company, Specificity: graph.Named, Caption: fmt.Sprint("Company ", n),
	}
}

// tester is what is common to [testing.T] and [rapid.T].
type tester interface {
	require.TestingT
	Context() context.Context
}

func listed(t tester, r graph.EntityReader, q graph.EntityQuery) []graph.EntityID {
	rows, err := r.ListEntities(t.Context(), q)
	require.NoError(t, err)
	var ids []graph.EntityID
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// byteOrdered are names in the order of their bytes; what is special lies around the surrogates, which UTF-16 would put before U+E000.
func byteOrdered() []string {
	return []string{
		"", " ", "0", "Z", "a", "ab", "a\u0301", "z", "zz", "é", "éa", "İ", "я", "яя", "中", "\uD7FF", "\uE000", "\uFFFD", "\uFFFF",
		"\U00010000", "\U0001F600", "\U0010FFFF",
	}
}

func TestListEntities_FollowsTheOrderOfBytes(t *testing.T) {
	require.True(t, slices.IsSorted(byteOrdered()))
	s := emptyStore(t)
	// The sort key is set past SortName, which folds such names: the order is that of any string.
	told(t, s, `
		MERGE (c:Clock {id: 1}) SET c.rev = 1, c.published = 1
		CREATE (:Revision {rev: 1, time: 1, op: 'op', digest: $digest, counts: '{}', entries: 0, raw: 0})
		WITH c UNWIND $names AS name
		CREATE (e:Entity {id: 'ent_' + name, rev: 1, kind: 'COMPANY', specificity: 'NAMED', caption: name})
		CREATE (e)-[:STATE]->(:EntityState {entity: e.id, kind: 'COMPANY', specificity: 'NAMED', since: 1, until: $open, name: name,
			sort: name, degree: 0, firstDay: 0})`,
		map[string]any{"names": byteOrdered(), "digest": make([]byte, 32), "open": int64(open)})
	r := readerOf(t, s, 0)
	var want []graph.EntityID
	for _, name := range byteOrdered() {
		want = append(want, graph.EntityID("ent_"+name))
	}
	for _, order := range []graph.EntityOrder{graph.ByID, graph.ByName, graph.ByDegree} {
		assert.Equal(t, want, listed(t, r, graph.EntityQuery{Order: order}), order)
		for i, id := range want {
			after := &graph.EntityKey{Name: byteOrdered()[i], ID: id}
			next := listed(t, r, graph.EntityQuery{Order: order, After: after, Limit: 1})
			assert.Equal(t, want[i+1:min(i+2, len(want))], append([]graph.EntityID{}, next...), "%s after %q", order, id)
		}
	}
}

// standing is one state of an entity of the table below.
type standingState struct {
	entity       *graph.Entity
	since, until graph.Revision
	name         string
	degree       int
}

// townOf makes entities of a few kinds whose names and degrees change with the revisions.
func townOf(revisions int) (batches [][]graph.Record, states []standingState) {
	chance := rand.New(rand.NewPCG(1, 2))
	batches = make([][]graph.Record, revisions)
	for n := range 60 {
		e := company(n)
		e.Kind = []graph.EntityKind{graph.Company, graph.Person, graph.City}[chance.IntN(3)]
		e.Specificity = []graph.Specificity{graph.Named, graph.Unnamed}[chance.IntN(2)]
		first := chance.IntN(revisions)
		batches[first] = append(batches[first], e)
		last := standingState{entity: e, name: e.Caption, since: graph.Revision(first + 1), until: math.MaxInt}
		for rev := first; rev < revisions; rev++ {
			if chance.IntN(2) == 0 {
				continue
			}
			next := standingState{entity: e, since: graph.Revision(rev + 1), until: math.MaxInt}
			next.name = []string{"x", "X", "y", "Ärger", "Ягода"}[chance.IntN(5)]
			next.degree = chance.IntN(4)
			batches[rev] = append(batches[rev], &graph.EntityState{
				Entity: e.ID, Name: next.name, Degree: next.degree, FirstDay: graph.MaxDay,
			})
			last.until = next.since
			states, last = append(states, last), next
		}
		states = append(states, last)
	}
	return batches, states
}

func (s *standingState) key() graph.EntityKey {
	return graph.EntityKey{Name: graph.SortName(s.name), Degree: s.degree, ID: s.entity.ID}
}

func compareKeys(order graph.EntityOrder, a, b graph.EntityKey) int {
	byID := cmp.Compare(a.ID, b.ID)
	switch order {
	case graph.ByName:
		return cmp.Or(cmp.Compare(a.Name, b.Name), byID)
	case graph.ByDegree:
		return cmp.Or(cmp.Compare(b.Degree, a.Degree), byID)
	default:
		return byID
	}
}

// expected sorts all states that the query wants and that were known at a revision.
func expected(states []standingState, q graph.EntityQuery, at graph.Revision) []graph.EntityID {
	states = slices.DeleteFunc(slices.Clone(states), func(s standingState) bool {
		return s.since > at || at >= s.until || q.Kinds != 0 && !q.Kinds.Has(s.entity.Kind) ||
			len(q.Specificity) > 0 && !slices.Contains(q.Specificity, s.entity.Specificity) ||
			q.After != nil && compareKeys(q.Order, s.key(), *q.After) <= 0
	})
	slices.SortFunc(states, func(a, b standingState) int { return compareKeys(q.Order, a.key(), b.key()) })
	var ids []graph.EntityID
	for _, s := range states {
		ids = append(ids, s.entity.ID)
	}
	if q.Limit > 0 && len(ids) > q.Limit {
		ids = ids[:q.Limit]
	}
	return ids
}

func TestListEntities_LikeSortingAllStates(t *testing.T) {
	const revisions = 6
	s := emptyStore(t)
	batches, states := townOf(revisions)
	var readers []graph.Reader
	for _, batch := range batches {
		readers = append(readers, readerOf(t, s, putOnFile(t, s, batch...)))
	}
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.IntRange(1, revisions).Draw(rt, "revision")
		q := graph.EntityQuery{
			Kinds: rapid.SampledFrom([]graph.Kinds{0, graph.KindsOf(graph.Company), graph.KindsOf(graph.Person, graph.City)}).Draw(rt, "kinds"),
			Order: rapid.SampledFrom([]graph.EntityOrder{"", graph.ByID, graph.ByName, graph.ByDegree}).Draw(rt, "order"),
			Limit: rapid.IntRange(0, 9).Draw(rt, "limit"),
		}
		if rapid.Bool().Draw(rt, "named") {
			q.Specificity = []graph.Specificity{graph.Named}
		}
		if rapid.Bool().Draw(rt, "goes on") {
			from := rapid.SampledFrom(states).Draw(rt, "after")
			key := from.key()
			q.After = &key
		}
		assert.Equal(rt, expected(states, q, graph.Revision(at)), listed(rt, readers[at-1], q), "%+v at %d", q, at)
	})
}

func TestListEntities_WithoutLimitReadsPageByPage(t *testing.T) {
	s := emptyStore(t)
	const many = 2*idsAtOnce + 3
	told(t, s, `
		MERGE (c:Clock {id: 1}) SET c.rev = 1, c.published = 1
		CREATE (:Revision {rev: 1, time: 1, op: 'op', digest: $digest, counts: '{}', entries: 0, raw: 0})
		WITH c UNWIND range(1, $many) AS n
		CREATE (e:Entity {id: 'ent_' + n, rev: 1, kind: 'COMPANY', specificity: 'NAMED', caption: 'same'})
		CREATE (e)-[:STATE]->(:EntityState {entity: e.id, kind: 'COMPANY', specificity: 'NAMED', since: 1, until: $open, name: 'same',
			sort: 'same', degree: 5, firstDay: 0})`,
		map[string]any{"many": many, "digest": make([]byte, 32), "open": int64(open)})
	r := readerOf(t, s, 0)
	for name, q := range map[string]graph.EntityQuery{
		"by id": {}, "by kind": {Kinds: graph.KindsOf(graph.Company, graph.City)}, "by name": {Order: graph.ByName},
		"by degree": {Order: graph.ByDegree}, "a page of two": {Order: graph.ByName, Limit: idsAtOnce + 1},
	} {
		ids := listed(t, r, q)
		want := many
		if q.Limit > 0 {
			want = q.Limit
		}
		assert.Len(t, ids, want, name)
		assert.True(t, slices.IsSorted(ids), name)
		assert.Len(t, slices.Compact(ids), want, "%s: none twice", name)
	}
}
