package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pathTrial is a random graph with a random question about it.
type pathTrial struct {
	graph *pathGraph
	query PathQuery
	at    int // small day; -1: any
}

// eachPathTrial asks random questions about random graphs, the same ones every time.
func eachPathTrial(t *testing.T, trials int, test func(t *testing.T, trial *pathTrial)) {
	t.Helper()
	for seed := range uint64(trials) {
		r := rand.New(rand.NewPCG(seed, 1))
		trial := &pathTrial{graph: randomPathGraph(r), at: -1}
		trial.ask(r)
		test(t, trial)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, trial)
		}
	}
}

func (x *pathTrial) ask(r *rand.Rand) {
	ids := sortedIDs(x.graph.rows)
	from, to := r.IntN(len(ids)), r.IntN(len(ids)-1)
	if to >= from {
		to++
	}
	x.query = PathQuery{
		From: ids[from], To: ids[to], MaxHops: 1 + r.IntN(6), First: 1 + r.IntN(10), IncludeAlleged: r.IntN(2) == 0,
		AnyDays: r.IntN(3) == 0, HubCap: 1000, Predicates: []string{"DIRECTS", "OWNS", "SUPPLIES"},
	}
	if r.IntN(3) == 0 {
		x.query.To = ""
		x.query.ToKinds = []Kinds{KindsOf(Person), KindsOf(IntelligenceService, Government), KindsOf(Company, Agency)}[r.IntN(3)]
	}
	if r.IntN(3) == 0 {
		x.query.Through = []Kinds{KindsOf(Government), KindsOf(Agency, IntelligenceService), KindsOf(Person)}[r.IntN(3)]
	}
	if r.IntN(3) == 0 {
		x.query.HubCap = 2 + r.IntN(6)
	}
	if r.IntN(4) == 0 {
		x.query.Predicates = x.query.Predicates[:1+r.IntN(2)]
	}
	if r.IntN(4) == 0 {
		x.at = 1 + r.IntN(smallDays-2)
	}
}

func (x *pathTrial) view() *View {
	if x.at < 0 {
		return x.graph.view()
	}
	return x.graph.viewOn(x.at)
}

// String writes the question, and the graph as a list of ties.
func (x *pathTrial) String() string {
	s := fmt.Sprintf("%+v at %d\n", x.query, x.at)
	for _, id := range sortedIDs(x.graph.rows) {
		s += fmt.Sprintf("%s %s %d\n", id, x.graph.rows[id].Kind, x.graph.rows[id].State.Degree)
	}
	for _, t := range x.graph.ties {
		s += fmt.Sprintf("%+v\n", t)
	}
	return s
}

func (x *pathTrial) search(t *testing.T) *PathResult {
	t.Helper()
	got, err := x.view().Paths(t.Context(), x.query)
	require.NoError(t, err)
	return got
}

func TestPathsEqualNaiveSearch(t *testing.T) {
	found := 0
	eachPathTrial(t, 8000, func(t *testing.T, x *pathTrial) {
		want := firstOf(x.graph.naivePaths(x.query, x.at), x.query.First)
		got := x.search(t)
		assert.Equal(t, want, describePaths(got.Paths))
		assert.Nil(t, got.Cut)
		found += len(got.Paths)
	})
	assert.Greater(t, found, 4000, "the trials find paths")
}

func TestPathsExcludedEqualNaiveCount(t *testing.T) {
	alleged, apart := 0, 0
	eachPathTrial(t, 2000, func(t *testing.T, x *pathTrial) {
		got, err := x.view().PathsExcluded(t.Context(), x.query)
		require.NoError(t, err)
		count := func(lift func(q *PathQuery), breaks func(p *naivePath) bool) *PathCount {
			q := x.query
			lift(&q)
			all := x.graph.naivePaths(q, x.at)
			out := &PathCount{AtLeast: len(all) >= 100}
			for _, p := range all[:min(100, len(all))] {
				if breaks(p) {
					out.Count++
				}
			}
			return out
		}
		var want PathsExcluded
		if !x.query.IncludeAlleged {
			want.Alleged = count(func(q *PathQuery) { q.IncludeAlleged = true },
				func(p *naivePath) bool { return !p.safely(x.query.AnyDays) })
			alleged += want.Alleged.Count
		}
		if !x.query.AnyDays {
			want.NotCoexisting = count(func(q *PathQuery) { q.AnyDays = true },
				func(p *naivePath) bool { return p.common == 0 })
			apart += want.NotCoexisting.Count
		}
		assert.Equal(t, &want, got)
	})
	assert.Positive(t, alleged)
	assert.Positive(t, apart)
}

func TestPathsReadAtMostOneLevelASideAndNoEntityTwiceFromOne(t *testing.T) {
	eachPathTrial(t, 1000, func(t *testing.T, x *pathTrial) {
		got := x.search(t)
		assert.LessOrEqual(t, len(x.graph.expanded), x.query.MaxHops)
		times, read := map[EntityID]int{}, 0
		for _, frontier := range x.graph.expanded {
			assert.True(t, slices.IsSorted(frontier), "budgets cut in a stated order")
			for _, id := range frontier {
				times[id]++
				row := x.graph.rows[id]
				end := id == x.query.From || id == x.query.To
				assert.True(t, end || row.State.Degree <= x.query.HubCap, "no hub is expanded: %s", id)
				read += len(x.graph.edgesFrom(id, x.filter()))
			}
		}
		assert.Equal(t, read, got.Cost.EdgesRead)
		sides := 1
		if x.query.To != "" {
			sides = 2
		}
		assert.LessOrEqual(t, times[x.query.From], 1, "an end is expanded from its own side only")
		assert.LessOrEqual(t, times[x.query.To], 1, "an end is expanded from its own side only")
		for id, n := range times {
			assert.LessOrEqual(t, n, sides, "%s is expanded once a side", id)
		}
	})
}

func (x *pathTrial) filter() *EdgeFilter {
	f := &EdgeFilter{Predicates: x.query.Predicates, Tiers: []Tier{Safe}, At: x.view().At}
	if x.query.IncludeAlleged {
		f.Tiers = append(f.Tiers, AllegedTier)
	}
	return f
}

func TestPathsDoNotDependOnTheOrderInWhichTiesWereWritten(t *testing.T) {
	eachPathTrial(t, 500, func(t *testing.T, x *pathTrial) {
		want := x.search(t)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(x.graph.ties), func(i, j int) {
			x.graph.ties[i], x.graph.ties[j] = x.graph.ties[j], x.graph.ties[i]
		})
		got := x.search(t)
		assert.Equal(t, describePaths(want.Paths), describePaths(got.Paths))
		assert.Equal(t, want.Hubs, got.Hubs)
		assert.Equal(t, want.Cost, got.Cost)
	})
}

// From the other end the same paths are found, with the same standing and days.
func TestPathsAreTheSameFromTheOtherEnd(t *testing.T) {
	eachPathTrial(t, 1000, func(t *testing.T, x *pathTrial) {
		if x.query.To == "" {
			return
		}
		x.query.First = maxPaths
		forth := x.search(t)
		x.query.From, x.query.To = x.query.To, x.query.From
		back := x.search(t)
		summary := func(p *Path, ids []EntityID) string { return fmt.Sprint(ids, p.Standing, p.Coexist, p.Overlap) }
		var want, got []string
		for _, p := range forth.Paths {
			want = append(want, summary(p, pathIDs(p)))
		}
		for _, p := range back.Paths {
			ids := pathIDs(p)
			slices.Reverse(ids)
			got = append(got, summary(p, ids))
		}
		assert.ElementsMatch(t, want, got)
	})
}

func pathIDs(p *Path) []EntityID {
	ids := []EntityID{p.Hops[0].From.ID}
	for _, h := range p.Hops {
		ids = append(ids, h.To.ID)
	}
	return ids
}

// The path's standing is that of the weakest hop shown, on days on which each hop shown may hold.
func TestPathsShowTheirWeakestHop(t *testing.T) {
	eachPathTrial(t, 2000, func(t *testing.T, x *pathTrial) {
		for _, p := range x.search(t).Paths {
			weakest := p.Hops[p.Weakest]
			assert.Equal(t, p.rank, weakest.Edge.Stretch.rank(weakest.Edge.Modality))
			for _, h := range p.Hops {
				s := h.Edge.Stretch
				assert.GreaterOrEqual(t, s.rank(h.Edge.Modality), p.rank)
				assert.True(t, p.Overlap == nil || s.From <= p.Overlap.To && p.Overlap.From <= s.To)
				assert.Equal(t, h.From.ID, h.Edge.Near)
				assert.Equal(t, h.To.ID, h.Edge.Far)
				claim := slices.IndexFunc(x.graph.ties, func(tie tieOf) bool { return tie.claim == h.Edge.Claim })
				assert.Equal(t, x.graph.ties[claim].subject == h.From.ID, h.Edge.Direction == Out)
			}
		}
	})
}
