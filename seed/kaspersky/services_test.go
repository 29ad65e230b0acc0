package kaspersky_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

const (
	authorities  graph.EntityID = "ent_ru-military-and-intelligence-authorities"
	intelligence graph.EntityID = "ent_ru-military-intelligence"
	gru          graph.EntityID = "ent_gru"
)

func TestTrapTwoServicesHoldTheCooperation(t *testing.T) {
	w := open(t)
	group, unnamed := w.entities(authorities)[0], w.entities(intelligence)[0]
	assert.Equal(t, graph.Group, group.Specificity)
	assert.Nil(t, group.Count, "how many authorities is not said")
	assert.Equal(t, graph.Unnamed, unnamed.Specificity)

	ends := map[graph.EntityID][]graph.EntityID{}
	for _, c := range w.all("COOPERATES_WITH") {
		service, firm := c.Object, c.Subject
		if w.entities(c.Subject)[0].Kind == graph.IntelligenceService {
			service, firm = c.Subject, c.Object
		}
		ends[service] = append(ends[service], firm)
		for _, s := range c.State.Stretches {
			assert.Equal(t, graph.AllegedTier, s.Tier)
		}
	}
	for _, firms := range ends {
		slices.Sort(firms)
	}
	assert.Equal(t, map[graph.EntityID][]graph.EntityID{
		authorities:  {"ent_ao-kaspersky-lab", "ent_kaspersky-labs-limited", "ent_ooo-kaspersky-group"},
		intelligence: {"ent_two-russian-units", "ent_uk-based-unit"},
	}, ends)
}

func TestTrapTheGRUHasNoTie(t *testing.T) {
	w := open(t)
	assert.Zero(t, w.entities(gru)[0].State.Degree)
	assert.Empty(t, w.claims(graph.AnyEnd, string(gru)))
	judged, err := w.ListJudgements(t.Context(), []string{string(gru)})
	require.NoError(t, err)
	var others []graph.EntityID
	for _, j := range judged[0] {
		assert.Equal(t, graph.UnsureVerdict, j.Verdict)
		others = append(others, j.Entities...)
	}
	assert.Contains(t, others, authorities)
	assert.Contains(t, others, intelligence)
}

func TestTrapNoDirectTieToAService(t *testing.T) {
	w := open(t)
	for _, c := range w.claims(graph.AnyEnd, "ent_kaspersky") {
		for _, end := range []graph.EntityID{c.Subject, c.Object} {
			if end != "" {
				assert.NotEqual(t, graph.IntelligenceService, w.entities(end)[0].Kind, "%s %s %s", c.Subject, c.Predicate, c.Object)
			}
		}
	}
}

func TestTrapRussiaActsInCapabilityAndIntent(t *testing.T) {
	w := open(t)
	russian := []graph.EntityID{"ent_russian-government", "ent_kremlin"}
	seen := 0
	for _, c := range w.all() {
		if c.Modality != graph.Capability && c.Modality != graph.Intent {
			continue
		}
		seen++
		switch c.Predicate {
		case "CONDUCT":
			assert.Contains(t, russian, c.Subject)
		case "DIRECTED_BY", "INFLUENCED_BY", "EXPLOITED_BY":
			assert.Contains(t, russian, c.Object)
		default:
			t.Errorf("%s in %s", c.Predicate, c.Modality)
		}
	}
	assert.GreaterOrEqual(t, seen, 7)
}

func TestFindingsAreTheBodysOwn(t *testing.T) {
	w := open(t)
	found := map[string]bool{}
	for _, c := range w.all() {
		for _, s := range c.State.Stretches {
			if s.Standing == graph.Determined {
				found[string(c.Subject)+" "+c.Predicate+" "+string(c.Object)] = true
			}
		}
	}
	assert.Equal(t, map[string]bool{
		"ent_kaspersky POSES_RISK_TO ent_united-states": true, "ent_kaspersky POSES_RISK_TO ent_us-persons": true,
	}, found)
	for _, a := range w.assertions() {
		if a.Stance == graph.Determines {
			assert.Equal(t, graph.EntityID("ent_us-commerce"), a.Body(), a.ID)
			assert.Equal(t, graph.AuthorityVoice, a.Voice, a.ID)
		}
	}
}

func TestGroundsAndRepeatsAreAllegations(t *testing.T) {
	w := open(t)
	for _, statement := range []string{"coop-ao", "coop-ooo", "coop-ltd"} {
		assert.Equal(t, graph.Alleges, w.said(statement).Stance)
		assert.Equal(t, graph.AuthorityVoice, w.said(statement).Voice)
	}
	for _, a := range w.assertions() {
		if a.Body() == "ent_us-state" {
			assert.Equal(t, graph.OtherVoice, a.Voice, a.ID)
		}
	}
}

func TestDenials(t *testing.T) {
	w := open(t)
	for statement, want := range map[string]graph.Standing{
		"link-csi":              graph.Disputed,
		"linked-to-kaspersky-1": graph.Disputed, // by a covering judgement
		"risk-us":               graph.Determined,
		"coop-ao":               graph.Alleged, // a general denial leaves it
		"deny-general":          graph.Unasserted,
		"deny-2017":             graph.Unasserted,
		"deny-twelve":           graph.Unasserted,
		"deny-twelve-goals":     graph.Unasserted,
	} {
		claim := w.claim(statement)
		require.NotEmpty(t, claim.State.Stretches, statement)
		assert.Equal(t, want, claim.State.Stretches[0].Standing, statement)
		assert.Equal(t, statement == "risk-us", claim.State.Stretches[0].Contested, statement)
	}
	assert.Equal(t, graph.OtherVoice, w.said("deny-twelve").Voice, "the group is no party to what is said of twelve persons")
}

func TestGeneralDenialsStandBesideTheAllegations(t *testing.T) {
	w := open(t)
	for _, statement := range []string{"coop-ao", "coop-ooo", "coop-ltd"} {
		pages, err := graph.ClaimGeneralDenials()(t.Context(), w.View, []graph.Node{w.claim(statement)})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(pages[0].Rows), 3, statement)
	}
}
