package model

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func dayOf(text string) graph.Day {
	day, err := edtf.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return day
}

func TestDateRangeTellsEndsApart(t *testing.T) {
	first, last := dayOf("2024-07-20"), dayOf("2024-09-28")
	for name, c := range map[string]struct {
		days    graph.DayRange
		certain []graph.DayRange
		want    string
	}{
		"both ends":            {graph.DayRange{From: first, To: last}, []graph.DayRange{{From: first, To: last}}, "from 20 July to 28 September 2024"},
		"one day":              {graph.DayRange{From: first, To: first}, nil, "20 July 2024"},
		"an end nobody gives":  {graph.DayRange{From: first, To: graph.MaxDay}, []graph.DayRange{{From: first, To: last}}, "since 20 July 2024 (end not known)"},
		"an open end":          {graph.DayRange{From: first, To: graph.MaxDay}, []graph.DayRange{{From: first, To: graph.MaxDay}}, "since 20 July 2024, still going on"},
		"a start nobody gives": {graph.DayRange{From: graph.MinDay, To: last}, []graph.DayRange{{From: first, To: last}}, "until 28 September 2024 (start not known)"},
		"nothing given":        {graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, nil, "period not given"},
		"at all times": {
			graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, []graph.DayRange{{From: graph.MinDay, To: graph.MaxDay}}, "at all times",
		},
	} {
		t.Run(name, func(t *testing.T) {
			shown := newStretchRange(&graph.Stretch{DayRange: c.days, Certain: c.certain})
			assert.Equal(t, c.want, shown.Text)
			assert.Equal(t, c.days.From == graph.MinDay, shown.From == nil)
			assert.Equal(t, c.days.To == graph.MaxDay, shown.To == nil)
		})
	}
}

func TestPeriod(t *testing.T) {
	assert.Nil(t, newPeriod(graph.Period{}), "none is given")
	for name, c := range map[string]struct {
		period graph.Period
		want   string
	}{
		"from and to":    {graph.Period{From: edtf.Bound{Date: edtf.MustDate("2024-07")}, To: edtf.Bound{Date: edtf.MustDate("2024-09")}}, "from July to September 2024"},
		"open":           {graph.Period{From: edtf.Bound{Date: edtf.MustDate("2010")}, To: edtf.Bound{Open: true}}, "since 2010, still going on"},
		"only a day":     {graph.Period{AsOf: edtf.MustDate("2024-06-20")}, "as of 20 June 2024"},
		"since, on file": {graph.Period{From: edtf.Bound{Date: edtf.MustDate("2010")}, AsOf: edtf.MustDate("2024-06-20")}, "since 2010 (end not known), as of 20 June 2024"},
	} {
		t.Run(name, func(t *testing.T) {
			shown := newPeriod(c.period)
			assert.Equal(t, c.want, shown.Text)
			assert.Equal(t, c.period.To.Open, shown.ToOpen)
		})
	}
}

func TestDateValue(t *testing.T) {
	assert.Nil(t, newDateValue(edtf.Date{}))
	june := newDateValue(edtf.MustDate("2024-06"))
	assert.Equal(t, "June 2024", june.Text)
	assert.Equal(t, dayOf("2024-06-01"), *june.Earliest)
	assert.Equal(t, dayOf("2024-06-30"), *june.Latest)
	anyYear := newDateValue(edtf.MustDate("XXXX-06-21"))
	assert.Nil(t, anyYear.Earliest)
	assert.Nil(t, anyYear.Latest)
}

func TestShares(t *testing.T) {
	for name, c := range map[string]struct {
		lo, hi graph.Share
		want   []string
	}{
		"none asserted": {0, graph.WholeShare, nil},
		"whole numbers": {48_000_000, 51_000_000, []string{"48", "51"}},
		"fractions":     {500_000, 50_250_001, []string{"0.5", "50.250001"}},
		"all of it":     {graph.WholeShare, graph.WholeShare, []string{"100", "100"}},
		"at most":       {0, 10_000_000, []string{"0", "10"}},
	} {
		t.Run(name, func(t *testing.T) {
			lo, hi := shares(&graph.Stretch{ShareMin: c.lo, ShareMax: c.hi})
			if c.want == nil {
				assert.Nil(t, lo)
				assert.Nil(t, hi)
				return
			}
			assert.Equal(t, c.want, []string{string(*lo), string(*hi)})
		})
	}
}
