package model

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

// run is a run of days from their texts; "" is an end without a day.
func run(from, to string) graph.DayRange {
	r := graph.DayRange{From: graph.MinDay, To: graph.MaxDay}
	if from != "" {
		r.From = dayOf(from)
	}
	if to != "" {
		r.To = dayOf(to)
	}
	return r
}

func TestStretchWordsTellWhatIsKnown(t *testing.T) {
	for name, c := range map[string]struct {
		days    graph.DayRange
		certain []graph.DayRange
		want    string
	}{
		"known ends": {run("2024-07-20", "2024-09-28"), []graph.DayRange{run("2024-07-20", "2024-09-28")}, "from 20 July to 28 September 2024"},
		"known start, no end given": {
			run("2024-07-20", ""), []graph.DayRange{run("2024-07-20", "2024-08-01")}, "since 20 July 2024 (end not known)",
		},
		"known start, open": {run("2024-07-20", ""), []graph.DayRange{run("2024-07-20", "")}, "since 20 July 2024, still going on"},
		"one day":           {run("2024-07-20", "2024-07-20"), nil, "20 July 2024"},

		"vague end": {
			run("2024-06-21", "2025-12-24"),
			[]graph.DayRange{run("2024-06-21", "2025-08-11")},
			"from 21 June 2024, ended between 11 August and 24 December 2025",
		},
		"vague end over the turn of the year": {
			run("2024-06-21", "2026-01-05"),
			[]graph.DayRange{run("2024-06-21", "2025-12-24")},
			"from 21 June 2024, ended between 24 December 2025 and 5 January 2026",
		},
		"vague end within a month": {
			run("2024-06-21", "2025-08-24"),
			[]graph.DayRange{run("2024-06-21", "2025-08-11")},
			"from 21 June 2024, ended between 11 and 24 August 2025",
		},
		"ended in a month": {run("2019-01-05", "2020-06-30"), []graph.DayRange{run("2019-01-05", "2020-06-01")}, "from 5 January 2019, ended in June 2020"},
		"ended in a month, start not given": {
			run("", "2020-06-30"), []graph.DayRange{run("2019-03-01", "2020-06-01")}, "ended in June 2020 (start not known)",
		},
		"ended in a month, open start": {run("", "2020-06-30"), []graph.DayRange{run("", "2020-06-01")}, "at all times until it ended in June 2020"},
		"vague at both ends, in units": {
			run("2007-01-01", "2020-06-30"), []graph.DayRange{run("2007-12-31", "2020-06-01")}, "from 2007, ended in June 2020",
		},
		"vague at both ends": {
			run("2007-01-02", "2020-07-03"),
			[]graph.DayRange{run("2007-12-31", "2020-06-01")},
			"began between 2 January and 31 December 2007, ended between 1 June and 3 July 2020",
		},

		"began in a year, open":          {run("2007-01-01", ""), []graph.DayRange{run("2007-12-31", "")}, "since 2007, still going on"},
		"began in a year, no end given":  {run("2007-01-01", ""), []graph.DayRange{run("2007-12-31", "2024-06-20")}, "since 2007 (end not known)"},
		"began in a year, known end":     {run("2007-01-01", "2020-05-05"), []graph.DayRange{run("2007-12-31", "2020-05-05")}, "from 2007 to 5 May 2020"},
		"began in a leap month":          {run("2020-02-01", ""), []graph.DayRange{run("2020-02-29", "")}, "since February 2020, still going on"},
		"not quite a month":              {run("2020-02-01", ""), []graph.DayRange{run("2020-02-28", "")}, "began between 1 and 28 February 2020, still going on"},
		"began between, no end given":    {run("2020-02-01", ""), []graph.DayRange{run("2020-03-28", "2021-01-01")}, "began between 1 February and 28 March 2020 (end not known)"},
		"began between, known end":       {run("2020-02-01", "2021-01-01"), []graph.DayRange{run("2020-03-28", "2021-01-01")}, "began between 1 February and 28 March 2020, until 1 January 2021"},
		"gaps within say nothing":        {run("2020-02-01", "2021-01-01"), []graph.DayRange{run("2020-02-01", "2020-03-01"), run("2020-05-01", "2021-01-01")}, "from 1 February 2020 to 1 January 2021"},
		"known on a day, neither given":  {run("", ""), []graph.DayRange{run("2024-06-20", "2024-06-20")}, "period not given"},
		"known on a day, before its end": {run("", "2025-01-01"), []graph.DayRange{run("2024-06-20", "2025-01-01")}, "until 1 January 2025 (start not known)"},

		"nothing certain, a start": {run("2024-09-01", ""), nil, "since 1 September 2024 at the earliest (end not known)"},
		"nothing certain, an end":  {run("", "2025-12-24"), nil, "until 24 December 2025 at the latest (start not known)"},
		"nothing certain, both": {
			run("2024-09-01", "2025-12-24"), nil, "since 1 September 2024 at the earliest, until 24 December 2025 at the latest",
		},
		"nothing certain, a month": {run("2024-10-01", "2024-10-31"), nil, "at some time in October 2024"},
		"nothing certain, a year":  {run("2024-01-01", "2024-12-31"), nil, "at some time in 2024"},
		"nothing certain, neither": {run("", ""), nil, "period not given"},
	} {
		t.Run(name, func(t *testing.T) {
			shown := newStretchRange(&graph.Stretch{DayRange: c.days, Certain: c.certain})
			assert.Equal(t, c.want, shown.Text)
			assert.Equal(t, newDateRange(c.days, false, false).From, shown.From)
		})
	}
}
