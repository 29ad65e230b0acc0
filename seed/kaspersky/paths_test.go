package kaspersky_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func listed() []graph.EntityID {
	return []graph.EntityID{"ent_ao-kaspersky-lab", "ent_kaspersky-labs-limited", "ent_ooo-kaspersky-group"}
}

func toServices(alleged bool) graph.PathQuery {
	return graph.PathQuery{
		From: "ent_kaspersky", ToKinds: graph.KindsOf(graph.IntelligenceService), First: 100, IncludeAlleged: alleged,
	}
}

func (w *world) paths(q graph.PathQuery) []*graph.Path {
	w.Helper()
	found, err := w.Paths(w.Context(), q)
	require.NoError(w, err)
	assert.Nil(w, found.Cut)
	return found.Paths
}

// ends tells the entities before and at the end of a path.
func ends(p *graph.Path) (before, last graph.EntityID) {
	hop := p.Hops[len(p.Hops)-1]
	return hop.From.ID, hop.To.ID
}

func TestTrapNoSafePathToAService(t *testing.T) {
	w := open(t)
	assert.Empty(t, w.paths(toServices(false)))
	left, err := w.PathsExcluded(t.Context(), toServices(false))
	require.NoError(t, err)
	assert.Positive(t, left.Alleged.Count)
}

func TestAllegedPathsNameTheirWeakestHop(t *testing.T) {
	w := open(t)
	found := w.paths(toServices(true))
	through := map[graph.EntityID]bool{}
	for _, p := range found {
		weakest := p.Hops[p.Weakest]
		assert.Equal(t, graph.AllegedTier, weakest.Edge.Stretch.Tier)
		assert.NotEqual(t, graph.Recorded, p.Standing)
		if firm, service := ends(p); service == authorities {
			through[firm] = true
			assert.Equal(t, "COOPERATES_WITH", weakest.Edge.Predicate)
			assert.Equal(t, authorities, weakest.To.ID)
		}
		assert.NotEqual(t, gru, p.Hops[len(p.Hops)-1].To.ID)
	}
	for _, firm := range listed() {
		assert.True(t, through[firm], firm)
	}
	shortest := found[0]
	assert.Len(t, shortest.Hops, 2)
}

func TestNoPathToTheGRU(t *testing.T) {
	w := open(t)
	assert.Empty(t, w.paths(graph.PathQuery{From: "ent_kaspersky", To: gru, First: 100, MaxHops: 6, IncludeAlleged: true, AnyDays: true}))
}

// withdrawal is the draft that takes back what is said of a claim in the pack: by its speaker, with the words that said it.
func (w *world) withdrawal(keep func(*graph.ClaimRow) bool) graph.Draft {
	w.Helper()
	var d graph.Draft
	for _, a := range w.assertions() {
		rows, err := w.Claims(w.Context(), []graph.ClaimID{a.Claim})
		require.NoError(w, err)
		claim := rows[a.Claim]
		if claim.Predicate != "COOPERATES_WITH" || !keep(claim) {
			continue
		}
		quote := a.Evidence[0]
		d.Statements = append(d.Statements, graph.Statement{Claim: claim.Claim, Assertion: graph.Assertion{
			Stance: graph.Retracts, Voice: a.Voice, Speaker: a.Speaker, Capacity: a.Capacity, Target: a.ID,
			Evidence: []graph.Evidence{{Document: quote.Document, Start: graph.UnknownStart, Quote: quote.Quote}},
		}})
	}
	return d
}

// withdrawn is the world after what it says of some claims was taken back.
func withdrawn(t *testing.T, which func(*graph.ClaimRow) bool) *world {
	t.Helper()
	service, err := load()
	require.NoError(t, err)
	d := reading(t, service).withdrawal(which)
	require.NotEmpty(t, d.Statements)
	_, err = service.Write(t.Context(), "withdraw", d)
	require.NoError(t, err)
	return reading(t, service)
}

func TestWithdrawalRemovesThePathsOfOneFirmOnly(t *testing.T) {
	firm := graph.EntityID("ent_ao-kaspersky-lab")
	before := open(t).paths(toServices(true))
	after := withdrawn(t, func(c *graph.ClaimRow) bool { return c.Subject == firm || c.Object == firm }).paths(toServices(true))

	uses := func(p *graph.Path) bool {
		return slices.ContainsFunc(p.Hops, func(h *graph.Hop) bool {
			return h.Edge.Predicate == "COOPERATES_WITH" && (h.From.ID == firm || h.To.ID == firm)
		})
	}
	var kept, left []string
	for _, p := range before {
		if !uses(p) {
			kept = append(kept, p.Key())
		}
	}
	for _, p := range after {
		assert.False(t, uses(p), p.Key())
		left = append(left, p.Key())
	}
	assert.Less(t, len(kept), len(before))
	assert.ElementsMatch(t, kept, left)
}

func TestWithdrawalOfAllCooperationLeavesNoPath(t *testing.T) {
	w := withdrawn(t, func(*graph.ClaimRow) bool { return true })
	for _, p := range w.paths(toServices(true)) {
		t.Errorf("path left: %s", p.Key())
	}
	audited, err := w.service.Check(t.Context(), func(d graph.Drift) { t.Errorf("drift: %+v", d) }, nil)
	require.NoError(t, err)
	assert.Zero(t, audited.Drifts)
}

func TestWithdrawalByReporter(t *testing.T) {
	service, err := load()
	require.NoError(t, err)
	w := reading(t, service)
	said := w.said("coop-press-ru")
	quote := said.Evidence[0]
	_, err = service.Write(t.Context(), "by the reporter", graph.Draft{Statements: []graph.Statement{{
		Claim: w.claim("coop-press-ru").Claim,
		Assertion: graph.Assertion{
			Stance: graph.Retracts, Voice: graph.PublisherVoice, Speaker: "ent_bbc", Target: said.ID,
			Evidence: []graph.Evidence{{Document: quote.Document, Start: graph.UnknownStart, Quote: quote.Quote}},
		},
	}}})
	require.NoError(t, err)
	claim := reading(t, service).claim("coop-press-ru")
	assert.Equal(t, graph.Alleged, claim.State.Stretches[0].Standing, "another publisher still reports it")
}
