package kaspersky_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// only is the one stretch of a statement's claim.
func (w *world) only(statement string) *graph.Stretch {
	w.Helper()
	stretches := w.claim(statement).State.Stretches
	require.Len(w, stretches, 1, statement)
	return &stretches[0]
}

// What somebody says of a measure holds from the day it was said, and nothing before the measure was announced.
func TestNothingHoldsBeforeItWasSaid(t *testing.T) {
	w := open(t)
	for statement, first := range map[string]string{
		"challenges-kaspersky-1": "2024-06-20", "motivated-by-final-determination-1": "2024-06-20",
		"motivated-by-executives-designation-1": "2024-06-21", "motivated-by-executives-designation-2": "2024-06-22",
		"characterised-as-executives-designation-1": "2024-06-21", "characterised-as-executives-designation-2": "2024-06-22",
		"characterised-as-final-determination-1": "2024-06-21", "provision-final-determination-6": "2024-06-20",
	} {
		assert.Equal(t, day(t, first), w.only(statement).From, statement)
	}
	for i := range w.pack().Statements {
		s := &w.pack().Statements[i]
		if s.Said != "" && (s.Predicate == "CHARACTERISED_AS" || s.Predicate == "MOTIVATED_BY" || s.Predicate == "CHALLENGES") {
			require.NotNil(t, s.Period, s.ID)
			assert.Equal(t, s.Said, s.Period.From, s.ID)
		}
	}
}

// The two complaints give the first days, the decision of the Court of Appeals the last.
func TestTheSuitsEndWithTheAppeal(t *testing.T) {
	w := open(t)
	for statement, first := range map[string]string{
		"challenges-kaspersky-lab-inc-1": "2017-12-18", "challenges-kaspersky-labs-limited-1": "2017-12-18",
		"challenges-kaspersky-lab-inc-2": "2018-02-12", "challenges-kaspersky-labs-limited-2": "2018-02-12",
	} {
		suit := w.only(statement)
		assert.Equal(t, day(t, first), suit.From, statement)
		assert.Equal(t, day(t, "2018-11-30"), suit.To, statement)
		assert.True(t, suit.CertainOn(day(t, "2018-05-30")), statement)
	}
}

// The decree of 2017 was prolonged; when it ended is not on file.
func TestTheUkrainianDecreeDoesNotReadAsEnded(t *testing.T) {
	w := open(t)
	tie := w.only("targets-ukraine-decree-2017-1")
	assert.Equal(t, day(t, "2017-05-15"), tie.From)
	assert.Equal(t, graph.MaxDay, tie.To)
	assert.True(t, tie.CertainOn(day(t, "2020-05-14")))
	assert.False(t, tie.CertainOn(day(t, "2020-05-15")), "nobody on file says how long it lasted")
	later := w.on("2020-07-01").measuresOf("ent_kaspersky")
	assert.NotEqual(t, graph.StatusEnded, later["ent_ukraine-decree-2017"])
	assert.Contains(t, later, graph.EntityID("ent_ukraine-decree-2020"))
	assert.NotContains(t, w.on("2020-05-13").measuresOf("ent_kaspersky"), graph.EntityID("ent_ukraine-decree-2020"))
	assert.Equal(t, []graph.EntityID{"ent_ukraine-decree-2017"}, objects(w.claims(graph.AsSubject, "ent_ukraine-decree-2020", "AMENDS")))
}

// By the bureau the permission of updates ends with 28 September 2024; the day after is the company's reading alone.
func TestTheBureausEndOfUpdatesIsNotStretched(t *testing.T) {
	w := open(t)
	stretches := w.claim("provision-final-determination-12").State.Stretches
	require.Len(t, stretches, 2)
	assert.Equal(t, graph.Safe, stretches[0].Tier)
	assert.Equal(t, day(t, "2024-09-28"), stretches[0].To)
	assert.Equal(t, graph.AllegedTier, stretches[1].Tier)
	assert.Equal(t, day(t, "2024-09-29"), stretches[1].From)
	assert.Equal(t, day(t, "2024-09-29"), stretches[1].To)

	const bureau = "The Bureau of Industry and Security"
	id := w.claim("provision-final-determination-12").ID
	assert.Contains(t, w.on("2024-09-28").sentences()[id], bureau)
	assert.NotContains(t, w.on("2024-09-29").sentences()[id], bureau)
}
