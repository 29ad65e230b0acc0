package neo4jstore

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// tied is a claim of one entity about another that stands on some days, as records.
func tied(id, subject, predicate, object string, m graph.Modality, stretches ...graph.Stretch) []graph.Record {
	c := &graph.Claim{
		ID: graph.ClaimID(id), Subject: graph.EntityID(subject), Predicate: predicate, Object: graph.EntityID(object), Modality: m,
	}
	return []graph.Record{c, &graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: predicate, Object: c.Object, Modality: m, Stretches: stretches,
	}}
}

// on is a stretch of days that is safe to rely on.
func on(from, to graph.Day) graph.Stretch {
	return graph.Stretch{DayRange: graph.DayRange{From: from, To: to}, Standing: graph.Stated, Tier: graph.Safe, ShareMax: graph.WholeShare}
}

// tiesOnFile has edges of predicates in the table and of others, parallel ones, several stretches of a claim, and a tie to itself.
func tiesOnFile() []graph.Record {
	var records []graph.Record
	for _, id := range []graph.EntityID{"ent_a", "ent_b", "ent_c"} {
		records = append(records, &graph.Entity{ID: id, Kind: graph.Company, Specificity: graph.Named, Caption: string(id)})
	}
	alleged := on(0, 9)
	alleged.Standing, alleged.Tier = graph.Alleged, graph.AllegedTier
	return slices.Concat(records,
		tied("clm_1", "ent_a", "OWNS", "ent_b", graph.Fact, on(0, 4), on(7, 9)),
		tied("clm_2", "ent_a", "OWNS", "ent_b", graph.Plan, on(0, 9)),
		tied("clm_3", "ent_c", "CONTROLS", "ent_a", graph.Fact, alleged),
		tied("clm_4", "ent_a", "OWNS", "ent_a", graph.Fact, on(0, 9)),
		tied("clm_5", "ent_a", "quarrels with", "ent_c", graph.Fact, on(0, 9)),
		tied("clm_6", "ent_b", "sings to", "ent_a", graph.Intent, on(0, 9)))
}

func claimsOf(t *testing.T, r graph.Reader, q graph.ExpandQuery) []graph.ClaimID {
	t.Helper()
	q.Frontier = []graph.EntityID{"ent_a"}
	var claims []graph.ClaimID
	for e, err := range r.Expand(t.Context(), q) {
		require.NoError(t, err)
		claims = append(claims, e.Claim)
	}
	return claims
}

func TestExpand_PredicatesOfNoTable(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s, tiesOnFile()...)
	r := readerOf(t, s, 0)
	for _, test := range []struct {
		name   string
		filter graph.EdgeFilter
		want   []graph.ClaimID
	}{
		{"all", graph.EdgeFilter{}, []graph.ClaimID{"clm_3", "clm_4", "clm_1", "clm_1", "clm_2", "clm_5", "clm_6"}},
		{"one of them", graph.EdgeFilter{Predicates: []string{"sings to"}}, []graph.ClaimID{"clm_6"}},
		{"with one of the table", graph.EdgeFilter{Predicates: []string{"CONTROLS", "quarrels with"}}, []graph.ClaimID{"clm_3", "clm_5"}},
		{"one that no edge has", graph.EdgeFilter{Predicates: []string{"TIED_TO", "quarrels"}}, nil},
		{"facts", graph.EdgeFilter{Modalities: []graph.Modality{graph.Fact}}, []graph.ClaimID{"clm_3", "clm_4", "clm_1", "clm_1", "clm_5"}},
		{"intents", graph.EdgeFilter{Modalities: []graph.Modality{graph.Intent}}, []graph.ClaimID{"clm_6"}},
		{"what is alleged", graph.EdgeFilter{Tiers: []graph.Tier{graph.AllegedTier}}, []graph.ClaimID{"clm_3"}},
	} {
		assert.Equal(t, test.want, claimsOf(t, r, graph.ExpandQuery{Filter: test.filter}), test.name)
		counted := 0
		facets, err := r.Facets(t.Context(), []graph.EntityID{"ent_a"}, test.filter)
		require.NoError(t, err)
		for _, facet := range facets["ent_a"] {
			counted += facet.Count
		}
		assert.Len(t, test.want, counted, test.name)
	}
}

// Pages of every length, put one after the other, are the whole.
func TestExpand_PagesOfOneEntity(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s, tiesOnFile()...)
	r := readerOf(t, s, 0)
	whole := claimsOf(t, r, graph.ExpandQuery{})
	require.Len(t, whole, 7)
	for limit := 1; limit <= len(whole)+1; limit++ {
		var paged []graph.ClaimID
		var after *graph.EdgeKey
		for {
			n := 0
			for e, err := range r.Expand(t.Context(), graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}, Limit: limit, After: after}) {
				require.NoError(t, err)
				after = &graph.EdgeKey{Predicate: e.Predicate, Far: e.Far, Claim: e.Claim, From: e.Stretch.From}
				paged, n = append(paged, e.Claim), n+1
			}
			if n < limit {
				break
			}
		}
		assert.Equal(t, whole, paged, "pages of %d", limit)
	}
}

func TestExpand_YieldsWhyItEnds(t *testing.T) {
	s := emptyStore(t)
	putOnFile(t, s, tiesOnFile()...)
	q := graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	r := readerOf(t, s, 0)
	for _, err := range r.Expand(ended, q) {
		require.ErrorIs(t, err, context.Canceled)
	}
	taken := 0
	for _, err := range r.Expand(t.Context(), q) {
		require.NoError(t, err)
		taken++
		_, err = r.Facets(t.Context(), q.Frontier, q.Filter)
		require.NoError(t, err, "a reader may be used inside its stream")
		break
	}
	assert.Equal(t, 1, taken)
	require.NoError(t, r.Close())
	yielded := 0
	for _, err := range r.Expand(t.Context(), q) {
		require.ErrorIs(t, err, graph.ErrUnavailable)
		yielded++
	}
	assert.Equal(t, 1, yielded)
}

// A reader of an old revision sees what was known then, whatever came after.
func TestReads_AreOfTheirRevision(t *testing.T) {
	s := emptyStore(t)
	first := putOnFile(t, s, tiesOnFile()...)
	disputed := on(0, 9)
	disputed.Standing, disputed.Tier = graph.Disputed, graph.AllegedTier
	second := putOnFile(t, s, tied("clm_1", "ent_a", "OWNS", "ent_b", graph.Fact, disputed)[1], tied("clm_7", "ent_a", "OWNS", "ent_c", graph.Fact, on(1, 2))[0])
	owned := graph.ClaimQuery{Owners: []string{"ent_a"}, Role: graph.AsSubject, Predicates: []string{"OWNS"}, Limit: 9}
	for rev, want := range map[graph.Revision]struct {
		standings []graph.Standing
		known     int
		history   int
	}{
		first:  {[]graph.Standing{graph.Stated, graph.Stated}, 0, 2},
		second: {[]graph.Standing{graph.Disputed}, 1, 3},
	} {
		r := readerOf(t, s, rev)
		claims, err := r.Claims(t.Context(), []graph.ClaimID{"clm_1", "clm_7", "clm_none"})
		require.NoError(t, err)
		assert.Len(t, claims, 1+want.known, "a claim without a stretch is read by its id")
		var standings []graph.Standing
		for _, stretch := range claims["clm_1"].State.Stretches {
			standings = append(standings, stretch.Standing)
		}
		assert.Equal(t, want.standings, standings)
		assert.Equal(t, first, claims["clm_1"].Stamp.Revision)
		lists, err := r.ListClaims(t.Context(), owned)
		require.NoError(t, err)
		assert.Len(t, lists[0], 3, "and is not listed")
		history, err := r.StateHistory(t.Context(), []graph.ClaimID{"clm_1", "clm_1"})
		require.NoError(t, err)
		assert.Len(t, history["clm_1"], want.history)
		assert.Equal(t, rev == second, history["clm_1"][0].Until.Revision == second, "what was closed later is known still")
	}
}
