package kaspersky_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// measuresOf are the measures tied to an entity as their target, by id.
func (w *world) measuresOf(id graph.EntityID) map[graph.EntityID]graph.MeasureStatus {
	w.Helper()
	pages, err := graph.EntityMeasures(graph.AsTarget, graph.MeasureFilter{}, graph.PageArgs{First: 100})(
		w.Context(), w.View, []graph.Node{w.entities(id)[0]})
	require.NoError(w, err)
	out := map[graph.EntityID]graph.MeasureStatus{}
	for _, row := range pages[0].Rows {
		tie := row.Node.(*graph.MeasureTie)
		out[tie.Measure.ID] = tie.Status
	}
	return out
}

func (w *world) targets(measure string) []graph.EntityID {
	w.Helper()
	return objects(w.claims(graph.AsSubject, "ent_"+measure, "TARGETS"))
}

func twelve() []graph.EntityID {
	return []graph.EntityID{
		"ent_alekseeva", "ent_astrakhan", "ent_borshchev", "ent_chekunov", "ent_dukhvalov", "ent_efremov", "ent_gerber", "ent_ivanov",
		"ent_kulashova", "ent_suvorov", "ent_tikhonov", "ent_zenkin",
	}
}

func TestTrapTheTreasuryListedTwelvePersonsOnly(t *testing.T) {
	w := open(t)
	assert.Equal(t, twelve(), w.targets("executives-designation"))
	for _, id := range []graph.EntityID{
		"ent_kaspersky", "ent_ao-kaspersky-lab", "ent_ooo-kaspersky-group", "ent_kaspersky-labs-limited", "ent_kaspersky-lab-inc",
		"ent_kaspersky-labs-gmbh", "ent_ooo-laboratoriya-kasperskogo-kyiv", "ent_eugene-kaspersky",
	} {
		assert.NotContains(t, w.measuresOf(id), graph.EntityID("ent_executives-designation"), id)
	}
	assert.Equal(t, graph.Qualifies, w.said("issued-by-executives-designation-1").Stance, "who was not designated is a remark, no finding")
}

func TestTrapNoMeasureTargetsTheChiefExecutive(t *testing.T) {
	w := open(t)
	assert.Empty(t, w.measuresOf("ent_eugene-kaspersky"))
	assert.Empty(t, w.claims(graph.AsObject, "ent_eugene-kaspersky", "TARGETS", "ADDRESSED_TO"))
	assert.Empty(t, w.claims(graph.AsSubject, "ent_eugene-kaspersky", "LISTED_ON"))
}

func TestTrapTheEntityListNamesThreeFirms(t *testing.T) {
	w := open(t)
	three := []graph.EntityID{"ent_ao-kaspersky-lab", "ent_kaspersky-labs-limited", "ent_ooo-kaspersky-group"}
	assert.Equal(t, three, w.targets("entity-list-additions"))
	var listed []graph.EntityID
	for _, c := range w.claims(graph.AsObject, "ent_entity-list", "LISTED_ON") {
		listed = append(listed, c.Subject)
	}
	slices.Sort(listed)
	assert.Equal(t, three, listed)
	for _, id := range []graph.EntityID{"ent_kaspersky-lab-inc", "ent_kaspersky", "ent_woburn-unit", "ent_kaspersky-labs-gmbh"} {
		assert.NotContains(t, w.measuresOf(id), graph.EntityID("ent_entity-list-additions"), id)
	}
	assert.Contains(t, w.targets("final-determination"), graph.EntityID("ent_kaspersky-lab-inc"))
}

func TestTrapSalesAndUpdatesEndOnTheirDays(t *testing.T) {
	w := open(t)
	for statement, first := range map[string]string{
		"provision-final-determination-7": "2024-07-20", "prov-updates": "2024-09-29", "provision-final-determination-8": "2024-09-29",
		"provision-final-determination-9": "2024-09-29", "provision-final-determination-10": "2024-09-29",
		"provision-final-determination-11": "2024-09-29",
	} {
		claim := w.claim(statement)
		assert.Equal(t, graph.Prohibits, claim.Value.(graph.Provision).Effect)
		require.Len(t, claim.State.Stretches, 1, statement)
		assert.Equal(t, day(t, first), claim.State.Stretches[0].From, statement)
		assert.Equal(t, graph.MaxDay, claim.State.Stretches[0].To, statement)
	}
}

func TestTrapEarlierMeasuresExist(t *testing.T) {
	w := open(t)
	for id, first := range map[graph.EntityID]string{
		"ent_bod-17-01": "2017-09-13", "ent_fcc-listing-2022": "2022-03-25", "ent_bsi-warning-2022": "2022-03-15",
		"ent_ndaa-1634": "2017-12-12", "ent_ukraine-decree-2015": "2015-09-16",
	} {
		assert.Equal(t, day(t, first), w.entities(id)[0].State.FirstDay, id)
	}
	assert.Equal(t, []graph.EntityID{"ent_bsi-warning-2022"}, objects(w.claims(graph.AsSubject, "ent_vg-koeln-order", "UPHOLDS")))
	assert.Equal(t, []graph.EntityID{"ent_bsi-warning-2022"}, objects(w.claims(graph.AsSubject, "ent_ovg-nrw-order", "UPHOLDS")))
	assert.Equal(t, []graph.EntityID{"ent_bsi-warning-2022"}, objects(w.claims(graph.AsSubject, "ent_kaspersky-labs-gmbh", "CHALLENGES")))
}

// What is on file for AO Kaspersky Lab, the US company and an executive, day by day.
func TestTrapMeasuresByDay(t *testing.T) {
	ao, inc, officer := graph.EntityID("ent_ao-kaspersky-lab"), graph.EntityID("ent_kaspersky-lab-inc"), graph.EntityID("ent_tikhonov")
	w := open(t)
	names := func(w *world, id graph.EntityID) []string {
		var out []string
		for m := range w.measuresOf(id) {
			out = append(out, string(m))
		}
		slices.Sort(out)
		return out
	}
	june := w.on("2024-06-01")
	assert.Equal(t, []string{"ent_bod-17-01", "ent_fcc-listing-2022", "ent_ukraine-decree-2015"}, names(june, ao))
	assert.Empty(t, names(june, inc))
	assert.Empty(t, names(june, officer))

	july := w.on("2024-07-01")
	assert.Equal(t, []string{"ent_bod-17-01", "ent_entity-list-additions", "ent_fcc-listing-2022", "ent_ukraine-decree-2015"}, names(july, ao))
	assert.Equal(t, []string{"ent_final-determination"}, names(july, inc))
	assert.Equal(t, []string{"ent_executives-designation"}, names(july, officer))
	assert.Equal(t, graph.StatusInForce, july.measuresOf(ao)["ent_entity-list-additions"])
	assert.Equal(t, graph.StatusInForce, july.measuresOf(officer)["ent_executives-designation"])
	assert.NotEqual(t, graph.StatusInForce, july.measuresOf(inc)["ent_final-determination"], "nothing is prohibited yet")

	assert.NotContains(t, names(w.on("2024-07-22"), inc), "ent_fcc-listing-2024")
	late := w.on("2024-07-23")
	assert.Equal(t, []string{"ent_fcc-listing-2024", "ent_final-determination"}, names(late, inc))
	assert.Equal(t, graph.StatusInForce, late.measuresOf(inc)["ent_final-determination"])
}

func TestTrapTheTwelfthNameEndsOnAnUnknownDay(t *testing.T) {
	w := open(t)
	claim := w.claim("tgt-astrakhan")
	require.Len(t, claim.State.Stretches, 1)
	stretch := &claim.State.Stretches[0]
	assert.Equal(t, day(t, "2024-06-21"), stretch.From)
	assert.Equal(t, day(t, "2025-12-24"), stretch.To, "the last day on which he may have been listed")
	assert.True(t, stretch.CertainOn(day(t, "2025-08-11")))
	assert.False(t, stretch.CertainOn(day(t, "2025-08-12")))
	assert.Equal(t, graph.StatusEnded, w.on("2026-01-01").measuresOf("ent_astrakhan")["ent_executives-designation"])
	assert.Equal(t, graph.StatusInForce, w.on("2026-01-01").measuresOf("ent_tikhonov")["ent_executives-designation"])
	assert.NotContains(t, w.measuresOf("ent_astrakhan"), graph.EntityID("ent_delisting"))
}

func TestNoDelistingWithoutNotice(t *testing.T) {
	w := open(t)
	for _, e := range w.pack().Entities {
		assert.NotEqual(t, string(graph.Delisting), e.MeasureKind, e.ID)
	}
}
