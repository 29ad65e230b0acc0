package model

import (
	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// DateValue is a date as the source gives it, with the days that it may mean.
type DateValue struct {
	Edtf             edtf.Date
	Earliest, Latest *graph.Day
	Text             string
}

// newDateValue shows a date; nil when it is not known.
func newDateValue(d edtf.Date) *DateValue {
	if d.IsZero() {
		return nil
	}
	return &DateValue{Edtf: d, Earliest: bounded(d.Earliest()), Latest: bounded(d.Latest()), Text: d.Words()}
}

// Period is the time for which a speaker says that something holds.
type Period struct {
	From, To, AsOf   *DateValue
	FromOpen, ToOpen bool
	Text             string
}

// newPeriod shows a period; nil when none is given.
func newPeriod(p graph.Period) *Period {
	if p.IsZero() {
		return nil
	}
	return &Period{
		From: newDateValue(p.From.Date), To: newDateValue(p.To.Date), AsOf: newDateValue(p.AsOf),
		FromOpen: p.From.Open, ToOpen: p.To.Open, Text: periodWords(p),
	}
}

// periodWords says a period, and the day on which it is known to hold.
func periodWords(p graph.Period) string {
	span := edtf.Interval{Start: p.From, End: p.To}
	switch {
	case p.AsOf.IsZero():
		return span.Words()
	case span == edtf.Interval{}:
		return "as of " + p.AsOf.Words()
	default:
		return span.Words() + ", as of " + p.AsOf.Words()
	}
}

// DateRange is a run of days, both ends included.
type DateRange struct {
	From, To *graph.Day
	Text     string
}

// newDateRange shows a run of days; open says of an end without a day that there is none, and not that nobody gives it.
func newDateRange(r graph.DayRange, openStart, openEnd bool) *DateRange {
	span := edtf.Interval{
		Start: edtf.Bound{Date: exact(r.From), Open: r.From == graph.MinDay && openStart},
		End:   edtf.Bound{Date: exact(r.To), Open: r.To == graph.MaxDay && openEnd},
	}
	words := span.Words()
	if r.From == r.To {
		words = span.Start.Date.Words()
	}
	return &DateRange{From: bounded(r.From), To: bounded(r.To), Text: words}
}

// newStretchRange shows the days of a stretch: an end is open when the stretch certainly reaches it.
func newStretchRange(s *graph.Stretch) *DateRange {
	shown := newDateRange(s.DayRange, s.CertainOn(graph.MinDay), s.CertainOn(graph.MaxDay))
	shown.Text = stretchWords(s, shown.Text)
	return shown
}

// newRuns shows runs of days on which something certainly holds.
func newRuns(runs []graph.DayRange) []*DateRange {
	shown := make([]*DateRange, len(runs))
	for i, run := range runs {
		shown[i] = newDateRange(run, true, true)
	}
	return shown
}

// exact is the date of one day, and none for an end without a day.
func exact(d graph.Day) edtf.Date {
	if bounded(d) == nil {
		return edtf.Date{}
	}
	return edtf.DateOf(d)
}

// bounded is a day, or nil for an end without one.
func bounded(d graph.Day) *graph.Day {
	if d == graph.MinDay || d == graph.MaxDay {
		return nil
	}
	return &d
}

// given is a value, or nil when it is not given.
func given[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}
