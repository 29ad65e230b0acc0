package graph

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// chain is a graph of entities in a row, of the kinds given, each tied to the next for all days.
func chain(kinds ...EntityKind) *pathGraph {
	g := newPathGraph()
	for i, kind := range kinds {
		g.add(chainID(i), kind)
	}
	for i := range len(kinds) - 1 {
		g.tie(ClaimID(fmt.Sprintf("clm_%d", i)), chainID(i), chainID(i+1))
	}
	return g
}

func chainID(i int) EntityID { return EntityID(fmt.Sprintf("ent_%c", 'a'+i)) }

func (g *pathGraph) paths(t *testing.T, q PathQuery) *PathResult {
	t.Helper()
	got, err := g.view().Paths(t.Context(), q)
	require.NoError(t, err)
	return got
}

func TestPathsPassOnlyKindsThatAreWalked(t *testing.T) {
	end := PathQuery{From: "ent_a", To: "ent_c"}
	for _, kind := range EntityKinds() {
		t.Run(string(kind), func(t *testing.T) {
			g := chain(Company, kind, Person)
			walked := KindsOf(CorporateGroup, Company, RegionalUnit, Organization, Person).Has(kind)
			assert.Len(t, g.paths(t, end).Paths, map[bool]int{true: 1, false: 0}[walked])
		})
	}
}

func TestPathsPassOfficialsWhereNamed(t *testing.T) {
	for _, kind := range officials.List() {
		t.Run(string(kind), func(t *testing.T) {
			g := chain(Company, kind, Organization, Person)
			q := PathQuery{From: "ent_a", To: "ent_d", Through: KindsOf(kind)}
			assert.Len(t, g.paths(t, q).Paths, 1, "besides the kinds that are always walked")
			q.Through = officials &^ KindsOf(kind)
			assert.Empty(t, g.paths(t, q).Paths)
		})
	}
}

func TestPathsMayBeginAndEndAtOfficialsAndPlaces(t *testing.T) {
	g := chain(Government, Company, IntelligenceService)
	assert.Len(t, g.paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths, 1)
	assert.Len(t, g.paths(t, PathQuery{From: "ent_b", ToKinds: KindsOf(Government, IntelligenceService)}).Paths, 2)
	assert.Len(t, chain(Office, Company, City).paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths, 1)
}

func TestPathsToKindsGoOnBeyondTheFirst(t *testing.T) {
	g := chain(Company, Person, Company, Person)
	got := g.paths(t, PathQuery{From: "ent_a", ToKinds: KindsOf(Person)})
	require.Len(t, got.Paths, 2)
	assert.Equal(t, "ent_a ent_b", got.Paths[0].Key())
	assert.Equal(t, "ent_a ent_b ent_c ent_d", got.Paths[1].Key())
}

func TestPathsRefuseHubsOnEntryAndListThem(t *testing.T) {
	g := chain(Company, Company, Company, Company, Company)
	for i := range 3 {
		g.tie(ClaimID(fmt.Sprintf("clm_hub_%d", i)), "ent_c", "ent_e")
	}
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_e", HubCap: 4})
	assert.Empty(t, got.Paths)
	require.Len(t, got.Hubs, 1)
	assert.Equal(t, EntityID("ent_c"), got.Hubs[0].ID)
	got = g.paths(t, PathQuery{From: "ent_a", To: "ent_e", HubCap: 5})
	assert.Len(t, got.Paths, 2, "a degree at the cap is none above it")
	assert.Empty(t, got.Hubs)
}

func TestPathsFromBothEndsDoNotMeetAtAHub(t *testing.T) {
	g := chain(Company, Company, Company)
	g.add("ent_h", Company)
	g.tie("clm_in", "ent_a", "ent_h")
	g.tie("clm_out", "ent_h", "ent_c")
	g.rows["ent_h"].State.Degree = 2000
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c"})
	require.Len(t, got.Paths, 1)
	assert.Equal(t, "ent_a ent_b ent_c", got.Paths[0].Key())
	require.Len(t, got.Hubs, 1)
	assert.Equal(t, EntityID("ent_h"), got.Hubs[0].ID)
}

func TestPathsMayBeginAndEndAtHubs(t *testing.T) {
	g := chain(Company, Company, Company)
	g.rows["ent_a"].State.Degree, g.rows["ent_c"].State.Degree = 5000, 6000
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c"})
	assert.Len(t, got.Paths, 1)
	assert.Empty(t, got.Hubs)
	assert.Len(t, g.paths(t, PathQuery{From: "ent_b", ToKinds: KindsOf(Company), MaxHops: 1}).Paths, 2, "a hub may be of the kinds")
}

func TestPathsListHubsByDegree(t *testing.T) {
	g := chain(Company, Company)
	ids := []EntityID{"ent_h0", "ent_h1", "ent_h2"}
	for _, id := range ids {
		g.add(id, Company)
		g.tie(ClaimID("clm_"+id), "ent_a", id)
	}
	for i, degree := range []int{1500, 3000, 1500} {
		g.rows[ids[i]].State.Degree = degree
	}
	var got []EntityID
	for _, h := range g.paths(t, PathQuery{From: "ent_a", To: "ent_b"}).Hubs {
		got = append(got, h.ID)
	}
	assert.Equal(t, []EntityID{"ent_h1", "ent_h0", "ent_h2"}, got)
}

func TestPathsReadNoFurtherThanTheFirstPathsNeed(t *testing.T) {
	g := chain(Company, Company, Company)
	g.tie("clm_direct", "ent_a", "ent_c")
	assert.Len(t, g.paths(t, PathQuery{From: "ent_a", To: "ent_c", First: 1}).Paths, 1)
	assert.Len(t, g.expanded, 1)
	assert.Len(t, g.paths(t, PathQuery{From: "ent_a", To: "ent_c", First: 2}).Paths, 2)
}

// What is read from the other end does not count the first as a hub that was refused.
func TestPathsListNoEndAmongTheHubs(t *testing.T) {
	g := chain(Company, Company, Company)
	for _, id := range []EntityID{"ent_x", "ent_y"} {
		g.add(id, Company)
		g.tie(ClaimID("clm_"+id), "ent_a", id)
	}
	g.rows["ent_a"].State.Degree = 5000
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c"})
	assert.Len(t, got.Paths, 1)
	assert.Equal(t, [][]EntityID{{"ent_a"}, {"ent_c"}, {"ent_b"}}, g.expanded[:3], "the smaller side is read")
	assert.Empty(t, got.Hubs)
}

// Every path that hubs close names at least one of them, when the search was not ended by what it found.
func TestPathsThatHubsCloseNameAHub(t *testing.T) {
	closed := 0
	eachPathTrial(t, 1500, func(t *testing.T, x *pathTrial) {
		x.query.First = maxPaths
		got := x.search(t)
		if len(got.Paths) == maxPaths {
			return
		}
		named := map[EntityID]bool{}
		for _, h := range got.Hubs {
			named[h.ID] = true
			assert.Greater(t, h.State.Degree, x.query.HubCap)
		}
		free := x.query
		free.HubCap = maxHubCap
		for _, p := range x.graph.naivePaths(free, x.at) {
			hubs, seen := 0, false
			for _, id := range p.ids[1 : len(p.ids)-1] {
				if x.graph.rows[id].State.Degree > x.query.HubCap {
					hubs++
					seen = seen || named[id]
				}
			}
			if hubs > 0 {
				closed++
				assert.True(t, seen, "%s", p)
			}
		}
	})
	assert.Positive(t, closed)
}

func TestPathsLeaveOutWhatCannotCoexist(t *testing.T) {
	g := chain(Company, Company, Company)
	g.ties[0].last, g.ties[1].first = 2, 3
	assert.Empty(t, g.paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths)
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c", AnyDays: true}).Paths
	require.Len(t, got, 1)
	assert.Equal(t, CannotCoexist, got[0].Coexist)
	assert.Nil(t, got[0].Overlap)
	left, err := g.view().PathsExcluded(t.Context(), PathQuery{From: "ent_a", To: "ent_c"})
	require.NoError(t, err)
	assert.Equal(t, &PathsExcluded{Alleged: &PathCount{}, NotCoexisting: &PathCount{Count: 1}}, left)
}

func TestPathsOverlapIsTheStrongestThenTheLatest(t *testing.T) {
	g := chain(Company, Company, Company)
	g.ties[0].standing = Stated
	early, late := g.ties[1], g.ties[1]
	early.last, late.claim, late.first = 3, "clm_late", 5
	for name, c := range map[string]struct {
		first, early, late Standing
		want               DayRange
		standing           Standing
	}{
		"the stronger":                          {Recorded, Recorded, Reported, realDays(0, 3), Recorded},
		"of equals the latest":                  {Recorded, Reported, Reported, realDays(5, 7), Reported},
		"another hop is as weak on both":        {Stated, Recorded, Reported, realDays(5, 7), Stated},
		"the weaker, where the other hop lasts": {Stated, Disputed, Stated, realDays(5, 7), Stated},
	} {
		t.Run(name, func(t *testing.T) {
			g.ties[0].standing, early.standing, late.standing = c.first, c.early, c.late
			early.tier, late.tier = tierOf(c.early), tierOf(c.late)
			g.ties = []tieOf{g.ties[0], early, late}
			got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c", IncludeAlleged: true}).Paths
			require.Len(t, got, 1)
			assert.Equal(t, c.want, *got[0].Overlap)
			assert.Equal(t, c.standing, got[0].Standing)
		})
	}
}

// Where the hops take turns in being the weakest, a stretch ends: what the path shows is as weak as it stands.
func TestPathsOverlapEndsWhereAnotherHopBecomesTheWeakest(t *testing.T) {
	g := chain(Company, Company, Company)
	first, second := g.ties[0], g.ties[1]
	strong := func(t tieOf, claim ClaimID, from, to int) tieOf {
		t.claim, t.first, t.last, t.standing = claim, from, to, Recorded
		return t
	}
	first.standing, second.standing = Stated, Stated
	g.ties = []tieOf{first, second, strong(first, "clm_early", 0, 3), strong(second, "clm_late", 4, 7)}
	got := g.paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths
	require.Len(t, got, 1)
	assert.Equal(t, realDays(4, 7), *got[0].Overlap)
	assert.Equal(t, Stated, got[0].Standing)
	assert.Equal(t, 0, got[0].Weakest)
	assert.Equal(t, Stated, got[0].Hops[0].Edge.Stretch.Standing)
	assert.Equal(t, Recorded, got[0].Hops[1].Edge.Stretch.Standing)
}

func TestPathsOfADayKeepTheWholeStretchAndAskWhetherItIsCertainThen(t *testing.T) {
	g := chain(Company, Company)
	g.ties[0].certain = smallRange(2, 3)
	weaker := g.ties[0]
	weaker.claim, weaker.first, weaker.standing, weaker.certain = "clm_weaker", 4, Reported, 0
	g.ties = append(g.ties, weaker)
	for day, want := range map[int]Coexistence{3: Coexist, 5: MayCoexist} {
		got, err := g.viewOn(day).Paths(t.Context(), PathQuery{From: "ent_a", To: "ent_b"})
		require.NoError(t, err)
		require.Len(t, got.Paths, 1)
		assert.Equal(t, realDays(smallBefore, smallAfter), *got.Paths[0].Overlap, "a weaker claim that begins cuts nothing")
		assert.Equal(t, want, got.Paths[0].Coexist)
	}
}

func TestPathsHopsShowTheSmallestClaimOfEquals(t *testing.T) {
	g := chain(Company, Company)
	g.ties[0].claim, g.ties[0].last = "clm_b", 5
	later := g.ties[0]
	later.claim, later.first, later.last = "clm_c", 3, 7
	g.ties = append(g.ties, later)
	hop := g.paths(t, PathQuery{From: "ent_a", To: "ent_b"}).Paths[0].Hops[0]
	assert.Equal(t, ClaimID("clm_b"), hop.Edge.Claim)
	assert.Equal(t, 1, hop.Parallel)
}

func TestPathsExcludeAllegedTiesUnlessAsked(t *testing.T) {
	g := chain(Company, Company)
	g.ties[0].standing, g.ties[0].tier = Alleged, AllegedTier
	q := PathQuery{From: "ent_a", To: "ent_b"}
	assert.Empty(t, g.paths(t, q).Paths)
	left, err := g.view().PathsExcluded(t.Context(), q)
	require.NoError(t, err)
	assert.Equal(t, &PathCount{Count: 1}, left.Alleged)
	q.IncludeAlleged = true
	require.Len(t, g.paths(t, q).Paths, 1)
	left, err = g.view().PathsExcluded(t.Context(), q)
	require.NoError(t, err)
	assert.Nil(t, left.Alleged, "nothing is left out that was asked for")
}

func TestPathsExcludedSayWhenThereMayBeMore(t *testing.T) {
	g := newPathGraph()
	g.add("ent_a", Company)
	g.add("ent_z", Company)
	for i := range 100 {
		id := EntityID(fmt.Sprintf("ent_m%02d", i))
		g.add(id, Company)
		g.ties = append(g.ties,
			tieOf{
				claim: ClaimID(fmt.Sprintf("clm_a%02d", i)), subject: "ent_a", object: id, predicate: "OWNS", modality: Fact,
				standing: Alleged, tier: AllegedTier, last: smallAfter,
			},
			tieOf{
				claim: ClaimID(fmt.Sprintf("clm_z%02d", i)), subject: id, object: "ent_z", predicate: "OWNS", modality: Fact,
				standing: Recorded, tier: Safe, last: smallAfter,
			})
	}
	left, err := g.view().PathsExcluded(t.Context(), PathQuery{From: "ent_a", To: "ent_z"})
	require.NoError(t, err)
	assert.Equal(t, &PathsExcluded{Alleged: &PathCount{Count: 100, AtLeast: true}, NotCoexisting: &PathCount{}}, left)
}

func TestPathsExcludedOfACutSearchAreAtLeast(t *testing.T) {
	g := chain(Company, Company)
	result := g.paths(t, PathQuery{From: "ent_a", To: "ent_b"})
	all := func(*Path) bool { return true }
	assert.Equal(t, &PathCount{Count: 1}, result.count(all))
	result.Cut = &Cut{Reason: EdgeBudget, Limit: 7}
	assert.Equal(t, &PathCount{Count: 1, AtLeast: true}, result.count(all))
}

func TestPathKeysTellPathsAndHopsApart(t *testing.T) {
	g := chain(Company, Company, Company)
	g.tie("clm_direct", "ent_a", "ent_c")
	keys := map[string]bool{}
	for _, p := range g.paths(t, PathQuery{From: "ent_a", To: "ent_c"}).Paths {
		keys[p.Key()] = true
		for _, h := range p.Hops {
			keys[h.Key()] = true
		}
	}
	assert.Len(t, keys, 5)
}
