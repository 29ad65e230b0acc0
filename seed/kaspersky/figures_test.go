package kaspersky_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// conflicts are the contradictions in which the claims take part.
func (w *world) conflicts(claims []*graph.ClaimRow) map[string]*graph.ConflictNode {
	w.Helper()
	nodes := make([]graph.Node, len(claims))
	for i, c := range claims {
		nodes[i] = c
	}
	pages, err := graph.ClaimConflicts()(w.Context(), w.View, nodes)
	require.NoError(w, err)
	out := map[string]*graph.ConflictNode{}
	for _, p := range pages {
		for _, row := range p.Rows {
			n := row.Node.(*graph.ConflictNode)
			out[n.Key()] = n
		}
	}
	return out
}

func TestConflictOfTwoDaysOfOneAct(t *testing.T) {
	w := open(t)
	found := w.conflicts(w.claims(graph.AsSubject, "ent_lithuania-2017"))
	require.Len(t, found, 1)
	for _, n := range found {
		assert.Equal(t, graph.ConflictingValues, n.Kind)
		assert.Len(t, n.Claims, 2)
	}
	assert.Equal(t, day(t, "2017-12-20"), w.entities("ent_lithuania-2017")[0].State.FirstDay, "the earliest counts")
}

func TestConflictOfTwoLastDaysOfUpdates(t *testing.T) {
	w := open(t)
	claim := w.claim("updates-voi")
	assert.Equal(t, claim.ID, w.claim("provision-final-determination-12").ID)
	found := w.conflicts([]*graph.ClaimRow{claim})
	require.Len(t, found, 1)
	for _, n := range found {
		assert.Equal(t, graph.ConflictingDays, n.Kind)
		assert.Len(t, n.Assertions, 2)
	}
	assert.True(t, claim.State.Stretches[0].CertainOn(day(t, "2024-09-28")))
}

// All contradictions of the pack; ranges that overlap, and a street in the city, are none.
func TestConflictsAreThese(t *testing.T) {
	w := open(t)
	predicates := map[string]int{}
	for _, n := range w.conflicts(w.all()) {
		predicates[n.Claims[0].Predicate+" "+string(n.Kind)]++
	}
	assert.Equal(t, map[string]int{"DATED VALUES": 1, "PROVISION DAYS": 1, "ACTION DAYS": 1, "HAS_CLIENTS VALUES": 1}, predicates)
}

func TestNoConflictBetweenOverlappingRanges(t *testing.T) {
	w := open(t)
	for _, statement := range []string{"has-users-kaspersky-1", "has-clients-kaspersky-6", "has-clients-kaspersky-7", "headquartered-in-kaspersky-1"} {
		assert.Empty(t, w.conflicts([]*graph.ClaimRow{w.claim(statement)}), statement)
	}
}

func TestFigures(t *testing.T) {
	w := open(t)
	want := map[string]graph.Quantity{
		"has-users-kaspersky-1":            {Min: "400000000", Unit: "users"},
		"has-clients-kaspersky-4":          {Min: "270000", Max: "270000", Unit: "clients"},
		"office-country-count-kaspersky-1": {Min: "31", Max: "31", Unit: "countries"},
		"unit-count-kaspersky-1":           {Min: "8", Max: "8", Unit: "regional units"},
		"serves-country-count-kaspersky-1": {Min: "200", Unit: "countries"},
		"employee-count-kaspersky-2":       {Max: "49", Unit: "employees"},
	}
	for statement, quantity := range want {
		assert.Equal(t, quantity, w.claim(statement).Value, statement)
	}
	assert.Equal(t, graph.Undisclosed{By: "ent_us-commerce"}, w.claim("has-clients-kaspersky-2").Value)
}

// unitsPage reads the units of the group with what the sources state.
func TestUnits(t *testing.T) {
	w := open(t)
	pages, err := graph.EntityUnits(graph.UnitFilter{}, graph.PageArgs{First: 20})(t.Context(), w.View, []graph.Node{w.entities("ent_kaspersky")[0]})
	require.NoError(t, err)
	require.NotNil(t, pages[0].Stated)
	assert.Equal(t, graph.Number("8"), pages[0].Stated.Max)
	require.NotNil(t, pages[0].Unresolved)
	assert.Equal(t, []graph.EntityID{"ent_woburn-unit"}, objects(w.claims(graph.AsSubject, "ent_eight-regional-units", "INCLUDES")))
}

func TestOfficesLieInCitiesAndCountries(t *testing.T) {
	w := open(t)
	countries := map[graph.EntityID]bool{}
	offices := w.claims(graph.AsSubject, "ent_kaspersky", "HAS_OFFICE")
	require.Len(t, offices, 12)
	for _, c := range offices {
		cities, lands := 0, 0
		for _, place := range objects(w.claims(graph.AsSubject, string(c.Object), "LOCATED_IN")) {
			switch w.entities(place)[0].Kind {
			case graph.City:
				cities++
			case graph.Country:
				lands++
				if c.Modality == graph.Fact {
					countries[place] = true
				}
			default:
				t.Errorf("%s in %s", c.Object, place)
			}
		}
		assert.Equal(t, 1, lands, c.Object)
		if c.Object != "ent_office-malaysia" { // the source names no city
			assert.Equal(t, 1, cities, c.Object)
		}
		assert.False(t, w.period(c).IsZero() && c.Object != "ent_office-dubai", "%s has a day", c.Object) // the interview is undated
	}
	assert.Len(t, countries, 10, "of the 31 that sources state")
}

// A place in another is no second answer to where something is.
func TestPlacesDoNotContradict(t *testing.T) {
	w := open(t)
	ids := []graph.EntityID{"ent_kaspersky", "ent_office-moscow", "ent_office-woburn", "ent_office-arlington", "ent_woburn-unit", "ent_moscow"}
	for _, set := range []string{"headquarters", "city", "country", "locatedIn"} {
		for _, e := range w.entities(ids...) {
			pages, err := graph.EntityTieSet(set)(t.Context(), w.View, []graph.Node{e})
			require.NoError(t, err)
			assert.Nil(t, pages[0].Rows[0].Node.(*graph.TieSetNode).Conflict, "%s of %s", set, e.ID)
		}
	}
}

func (w *world) period(c *graph.ClaimRow) graph.Period {
	for _, a := range w.assertions() {
		if a.Claim == c.ID {
			return a.Period
		}
	}
	return graph.Period{}
}

func TestMoscowLiesInRussia(t *testing.T) {
	w := open(t)
	assert.Equal(t, []graph.EntityID{"ent_russia"}, objects(w.claims(graph.AsSubject, "ent_moscow", "LOCATED_IN")))
	assert.Equal(t, []graph.EntityID{"ent_moscow"}, objects(w.claims(graph.AsSubject, "ent_kaspersky", "HEADQUARTERED_IN")))
}

func TestMembersOfTheGroup(t *testing.T) {
	w := open(t)
	assert.Equal(t, []graph.EntityID{
		"ent_ao-kaspersky-lab", "ent_kaspersky-lab-inc", "ent_kaspersky-labs-gmbh", "ent_kaspersky-labs-limited",
		"ent_ooo-kaspersky-group", "ent_ooo-laboratoriya-kasperskogo-kyiv",
	}, objects(w.claims(graph.AsSubject, "ent_kaspersky", "INCLUDES")))
	assert.Equal(t, []graph.EntityID{"ent_ao-kaspersky-lab"}, objects(w.claims(graph.AsSubject, "ent_kaspersky-labs-limited", "PARENT_OF")))
}
