package kaspersky_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// publicAt is the reading from what was public by a day.
func (w *world) publicAt(s string) *world {
	w.Helper()
	d := day(w.T, s)
	return &world{w.T, w.service, w.View.On(nil, &d)}
}

// allegationsAbout are the allegations about an entity, by the sentence of their claim.
func (w *world) allegationsAbout(id graph.EntityID) []graph.ClaimID {
	w.Helper()
	pages, err := graph.EntityAllegations("", graph.AllegationFilter{}, graph.PageArgs{First: 100})(
		w.Context(), w.View, []graph.Node{w.entities(id)[0]})
	require.NoError(w, err)
	var out []graph.ClaimID
	for _, row := range pages[0].Rows {
		out = append(out, row.Node.(*graph.AllegationNode).Claim.ID)
	}
	return out
}

func TestWhatWasPublicGrows(t *testing.T) {
	w := open(t)
	eve := w.publicAt("2024-06-19").allegationsAbout("ent_kaspersky")
	thatDay := w.publicAt("2024-06-20").allegationsAbout("ent_kaspersky")
	nextDay := w.publicAt("2024-06-21").allegationsAbout("ent_kaspersky")
	assert.Subset(t, thatDay, eve)
	assert.Subset(t, nextDay, thatDay)
	assert.Greater(t, len(thatDay), len(eve))
	assert.Contains(t, thatDay, w.claim("link-csi").ID, "an agency's headline said so that day")
	assert.NotContains(t, eve, w.claim("subject-bis").ID)
}

func TestTheEndOfTheTwelfthNameWasPublicLater(t *testing.T) {
	w := open(t)
	claim := w.claim("tgt-astrakhan")
	last := func(s string) graph.Day {
		pages, err := graph.EntityClaims(graph.ClaimFilter{Predicates: []string{"TARGETS"}}, graph.PageArgs{First: 10})(
			t.Context(), w.publicAt(s).View, []graph.Node{w.entities("ent_astrakhan")[0]})
		require.NoError(t, err)
		require.Len(t, pages[0].Rows, 1)
		row := pages[0].Rows[0].Node.(*graph.ClaimRow)
		require.Equal(t, claim.ID, row.ID)
		return row.State.Stretches[len(row.State.Stretches)-1].To
	}
	assert.Equal(t, graph.MaxDay, last("2025-12-23"))
	assert.Equal(t, day(t, "2025-12-24"), last("2025-12-24"))
}

// On the day of the ban the preferred names are those by which everybody knew them, not one that a source happened to print earlier.
func TestNamesWerePublicBefore(t *testing.T) {
	w := open(t).publicAt("2024-06-20")
	for want, id := range map[string]graph.EntityID{
		"Kaspersky": "ent_kaspersky", "AO Kaspersky Lab": "ent_ao-kaspersky-lab", "Eugene Kaspersky": "ent_eugene-kaspersky",
	} {
		pages, err := graph.EntityNames(nil, graph.PageArgs{First: 1})(t.Context(), w.View, []graph.Node{w.entities(id)[0]})
		require.NoError(t, err)
		require.Len(t, pages[0].Rows, 1, want)
		assert.Equal(t, want, pages[0].Rows[0].Node.(*graph.ClaimRow).Value.(graph.Name).Text)
	}
}

// The releases named their targets on the day of the announcement, days before the Federal Register did.
func TestTargetsWerePublicWithTheRelease(t *testing.T) {
	w := open(t)
	named := map[string][]graph.EntityID{
		"final-determination":   {"ent_fd-affiliates", "ent_kaspersky-lab-inc"},
		"entity-list-additions": {"ent_ao-kaspersky-lab", "ent_kaspersky-labs-limited", "ent_ooo-kaspersky-group"},
	}
	for measure, want := range named {
		assert.Empty(t, w.publicAt("2024-06-19").publicTargets(measure), measure)
		assert.Equal(t, want, w.publicAt("2024-06-20").publicTargets(measure), measure)
	}
	assert.Empty(t, w.publicAt("2024-06-20").publicTargets("executives-designation"))
	assert.Equal(t, twelve(), w.publicAt("2024-06-21").publicTargets("executives-designation"))
	for statement, released := range map[string]string{
		"targets-final-determination-4": "2024-06-20", "targets-final-determination-5": "2024-06-20",
		"targets-entity-list-additions-3": "2024-06-20", "tgt-tikhonov": "2024-06-21", "tgt-astrakhan": "2024-06-21",
	} {
		said := w.said(statement)
		assert.Equal(t, graph.AuthorityVoice, said.Voice, statement)
		assert.Equal(t, released, said.SaidAt.String(), statement)
		assert.Equal(t, released, said.PublishedAt.String(), statement)
	}
}

// publicTargets are those whom a measure is read to target on the day of the publication and later.
func (w *world) publicTargets(measure string) []graph.EntityID {
	w.Helper()
	pages, err := graph.EntityClaims(graph.ClaimFilter{Predicates: []string{"TARGETS"}}, graph.PageArgs{First: 100})(
		w.Context(), w.View, []graph.Node{w.entities(graph.EntityID("ent_" + measure))[0]})
	require.NoError(w, err)
	var claims []*graph.ClaimRow
	for _, row := range pages[0].Rows {
		claims = append(claims, row.Node.(*graph.ClaimRow))
	}
	return objects(claims)
}
