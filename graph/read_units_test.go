package graph_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func dateOf(s string) edtf.Date { return edtf.MustDate(s) }

func TestReadUnitsCountTheUnresolved(t *testing.T) {
	exact := func(n string) graph.Quantity { return graph.Quantity{Min: graph.Number(n), Max: graph.Number(n)} }
	for name, c := range map[string]struct {
		more               func(*shelf)
		stated, unresolved *graph.Quantity
	}{
		"a group of eight that includes one named": {func(*shelf) {}, new(exact("8")), new(exact("7"))},
		"one more outside the group":               {func(s *shelf) { s.say("acme", "HAS_UNIT", "labs").in("more") }, new(exact("9")), new(exact("7"))},
		"a number that a source states": {func(s *shelf) {
			s.worth("acme", "UNIT_COUNT", exact("34")).asOf("2024-01-01").in("more")
		}, new(exact("34")), new(exact("33"))},
		"of equal standing the latest": {func(s *shelf) {
			s.worth("acme", "UNIT_COUNT", exact("34")).asOf("2024-01-01").in("more")
			s.worth("acme", "UNIT_COUNT", graph.Quantity{Min: "30"}).asOf("2025-01-01").in("more")
		}, &graph.Quantity{Min: "30"}, &graph.Quantity{Min: "29"}},
		"not the number of one place": {func(s *shelf) {
			s.worth("acme", "UNIT_COUNT", exact("3")).asOf("2025-01-01").of("place", "the United States").in("more")
		}, new(exact("8")), new(exact("7"))},
	} {
		t.Run(name, func(t *testing.T) {
			s := newTown(t)
			s.doc("more", "wire", "2025-02-01", graph.FullText)
			c.more(s)
			s.file()
			v := s.view()
			page := read(t, v, graph.EntityUnits(graph.UnitFilter{}, all), nodes(t, v, "acme")[0])
			assert.Equal(t, c.stated, page.Stated)
			assert.Equal(t, c.unresolved, page.Unresolved)
			filtered := read(t, v, graph.EntityUnits(graph.UnitFilter{Specificity: []graph.Specificity{graph.Named}}, graph.PageArgs{First: 1}), nodes(t, v, "acme")[0])
			assert.Equal(t, c.unresolved, filtered.Unresolved, "whatever the filter and the page")
		})
	}
}

func TestReadUnitsOfAFilter(t *testing.T) {
	s := newTown(t)
	v := s.view()
	hill := graph.EntityRef{Name: "Hill"}
	for name, c := range map[string]struct {
		filter graph.UnitFilter
		want   []string
	}{
		"all":              {graph.UnitFilter{}, []string{"unit", "units"}},
		"groups":           {graph.UnitFilter{Specificity: []graph.Specificity{graph.Group}}, []string{"units"}},
		"in a city":        {graph.UnitFilter{LocatedIn: []graph.EntityRef{hill}}, []string{"unit"}},
		"in its country":   {graph.UnitFilter{LocatedIn: []graph.EntityRef{{ID: ent("sylvania")}}}, []string{"unit"}},
		"in another":       {graph.UnitFilter{LocatedIn: []graph.EntityRef{{Name: "Freedonia"}}}, nil},
		"in one of two":    {graph.UnitFilter{LocatedIn: []graph.EntityRef{{Name: "Freedonia"}, hill}}, []string{"unit"}},
		"of a kind":        {graph.UnitFilter{Kinds: graph.KindsOf(graph.Company)}, nil},
		"of some standing": {graph.UnitFilter{Standings: []graph.Standing{graph.Recorded}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			page := read(t, v, graph.EntityUnits(c.filter, all), nodes(t, v, "acme")[0])
			assert.Equal(t, c.want, far(t, page))
			assert.Equal(t, len(c.want), *page.Total)
		})
	}
	_, err := graph.EntityUnits(graph.UnitFilter{LocatedIn: []graph.EntityRef{{Name: "Nowhere"}}}, all)(context.Background(), v, nodes(t, v, "acme"))
	require.ErrorIs(t, err, graph.ErrNotFound)
	_, err = graph.EntityUnits(graph.UnitFilter{LocatedIn: []graph.EntityRef{{}}}, all)(context.Background(), v, nodes(t, v, "acme"))
	require.ErrorIs(t, err, graph.ErrInvalid)
}

func TestReadOfficesOfAFilter(t *testing.T) {
	s := newTown(t)
	v := s.view()
	yes, no := true, false
	for name, c := range map[string]struct {
		view   *graph.View
		filter graph.OfficeFilter
		want   []string
	}{
		"all":           {v, graph.OfficeFilter{}, []string{"branch", "depot", "office"}},
		"in a region":   {v, graph.OfficeFilter{LocatedIn: []graph.EntityRef{{Name: "The Coast"}}}, []string{"depot", "office"}},
		"in a country":  {v, graph.OfficeFilter{LocatedIn: []graph.EntityRef{{Name: "Sylvania"}}}, []string{"branch"}},
		"on a day":      {v.On(day("2024-04-30"), nil), graph.OfficeFilter{}, []string{"branch", "office"}},
		"headquarters":  {v, graph.OfficeFilter{Headquarters: &yes}, nil},
		"other offices": {v, graph.OfficeFilter{Headquarters: &no}, []string{"branch", "depot", "office"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			page := read(t, c.view, graph.EntityOffices(c.filter, all), nodes(t, c.view, "acme")[0])
			for _, o := range rows[*graph.OfficeTie](t, page) {
				require.Equal(t, o.Office, o.Tie.FarRow)
				got = append(got, string(o.Office.ID)[4:])
			}
			assert.Equal(t, c.want, got)
			paged := whole(t, 2, func(a graph.PageArgs) graph.Page {
				return read(t, c.view, graph.EntityOffices(c.filter, a), nodes(t, c.view, "acme")[0])
			})
			assert.Equal(t, keys(page), append([]string{}, paged...))
		})
	}
}

// A planned office is in no country yet.
func TestReadOfficeCountriesLeavesPlansOut(t *testing.T) {
	s := newShelf(t)
	s.doc("news", "gazette", "2024-06-20", graph.FullText)
	s.entity("gazette", graph.Organization, "The Gazette")
	s.entity("acme", graph.Company, "Acme")
	s.entity("office", graph.Office, "Office")
	s.entity("freedonia", graph.Country, "Freedonia")
	s.say("acme", "HAS_OFFICE", "office").Claim.Modality = graph.Plan
	s.say("office", "LOCATED_IN", "freedonia")
	s.file()
	v := s.view()
	n := rows[*graph.StatedNode](t, read(t, v, graph.OfficeCountries(), nodes(t, v, "acme")[0]))[0]
	assert.Zero(t, n.Listed)
}

func TestReadOfficeCountriesStatedAgainstListed(t *testing.T) {
	s := newTown(t)
	v := s.view()
	for date, want := range map[string]string{
		"":           "stated 31, listed 2, missing 29, claims 2",
		"2017-01-01": "stated -, listed 2, missing -, claims 0",
		"2020-01-01": "stated 35, listed 2, missing 33, claims 1",
		"2024-06-20": "stated 31, listed 2, missing 29, claims 1",
	} {
		on := v
		if date != "" {
			on = v.On(day(date), nil)
		}
		n := rows[*graph.StatedNode](t, read(t, on, graph.OfficeCountries(), nodes(t, on, "acme")[0]))[0]
		number := func(q *graph.Quantity) string {
			if q == nil {
				return "-"
			}
			require.Equal(t, q.Min, q.Max)
			return string(q.Min)
		}
		assert.Equal(t, want, fmt.Sprintf("stated %s, listed %d, missing %s, claims %d", number(n.Stated), n.Listed, number(n.Missing), len(n.Claims)), date)
		assert.Nil(t, n.Conflict, "each holds on its own day")
		var names []string
		for _, e := range n.Entities {
			names = append(names, e.State.Name)
		}
		assert.Equal(t, []string{"Freedonia", "Sylvania"}, names)
	}
}

func TestReadFiguresLatestFirstAndOnADayTheLatestBeforeIt(t *testing.T) {
	s := newTown(t)
	v := s.view()
	figures := func(v *graph.View, predicates ...string) []string {
		var out []string
		for _, f := range rows[*graph.FigureNode](t, read(t, v, graph.EntityFigures(predicates, all), nodes(t, v, "acme")[0])) {
			out = append(out, fmt.Sprintf("%s %s %s", f.Claim.Predicate, f.Stretch.From, graph.ValueWords(f.Claim.Value, "")))
		}
		return out
	}
	assert.Equal(t, []string{"OFFICE_COUNTRY_COUNT 2024-01-01 31", "OFFICE_COUNTRY_COUNT 2018-01-01 35"}, figures(v, "OFFICE_COUNTRY_COUNT"))
	assert.Equal(t, []string{"OFFICE_COUNTRY_COUNT 2018-01-01 35"}, figures(v.On(day("2023-12-31"), nil), "OFFICE_COUNTRY_COUNT"))
	assert.Empty(t, figures(v.On(day("2017-12-31"), nil), "OFFICE_COUNTRY_COUNT"))
	assert.Len(t, figures(v.On(day("2024-06-20"), nil), "HAS_CLIENTS"), 4, "all that hold on that day, however they disagree")
	assert.Len(t, figures(v), 8)
	assert.Empty(t, figures(v, "OWNS"), "no figure")
	_, err := graph.EntityFigures([]string{"HAS_USER"}, all)(context.Background(), v, nodes(t, v, "acme"))
	require.ErrorIs(t, err, graph.ErrInvalid)
	full := read(t, v, graph.EntityFigures(nil, all), nodes(t, v, "acme")[0])
	paged := whole(t, 3, func(a graph.PageArgs) graph.Page {
		return read(t, v, graph.EntityFigures(nil, a), nodes(t, v, "acme")[0])
	})
	assert.Equal(t, keys(full), paged)
	for _, f := range rows[*graph.FigureNode](t, full) {
		require.NotNil(t, f.Quote)
		assert.Contains(t, *f.Quote, "Line ")
	}
	secret := rows[*graph.FigureNode](t, read(t, v, graph.EntityFigures(nil, all), nodes(t, v, "labs")[0]))
	require.Len(t, secret, 1)
	assert.Nil(t, secret[0].Quote, "the document's rights forbid it")
}
