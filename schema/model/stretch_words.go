package model

import (
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// stretchWords says the days of a stretch. Its ends are the earliest and latest possible days: where its certain days do not reach
// them, the words say between which days it began or ended, and where none is certain that the ends are the outermost ones. The plain
// words are for ends that are known.
func stretchWords(s *graph.Stretch, plain string) string {
	if s.From == s.To {
		return plain
	}
	if len(s.Certain) == 0 {
		return outerWords(s.DayRange, plain)
	}
	start := doubt{s.From, s.Certain[0].From}
	if s.From == graph.MinDay {
		start.last = s.From
	}
	end := doubt{s.Certain[len(s.Certain)-1].To, s.To}
	switch {
	case s.To != graph.MaxDay && end.vague():
		return start.beforeEnd(s) + "ended " + end.words() + unknownStart(s)
	case start.vague():
		return start.withEnd(s)
	default:
		return plain
	}
}

// outerWords says days none of which is certain.
func outerWords(days graph.DayRange, plain string) string {
	if unit, ok := (doubt{days.From, days.To}).unit(); ok {
		return "at some time in " + unit.Words()
	}
	since, until := "", ""
	if days.From != graph.MinDay {
		since = "since " + exact(days.From).Words() + " at the earliest"
	}
	if days.To != graph.MaxDay {
		until = "until " + exact(days.To).Words() + " at the latest"
	}
	switch {
	case since == "" && until == "":
		return plain
	case until == "":
		return since + " (end not known)"
	case since == "":
		return until + " (start not known)"
	default:
		return since + ", " + until
	}
}

// doubt is a run of days on one of which something began or ended.
type doubt struct{ first, last graph.Day }

func (d doubt) vague() bool { return d.first < d.last }

// words says when: in a calendar month or year that the days make up, else between the two.
func (d doubt) words() string {
	if unit, ok := d.unit(); ok {
		return "in " + unit.Words()
	}
	first, last := strings.Fields(exact(d.first).Words()), strings.Fields(exact(d.last).Words())
	full := slices.Clone(last)
	for len(first) > 1 && len(last) > 1 && first[len(first)-1] == last[len(last)-1] {
		first, last = first[:len(first)-1], last[:len(last)-1]
	}
	return "between " + strings.Join(first, " ") + " and " + strings.Join(full, " ")
}

// unit is the one day, or the calendar month or year that the days make up.
func (d doubt) unit() (edtf.Date, bool) {
	if !d.vague() {
		return exact(d.first), true
	}
	if d.first == graph.MinDay || d.last == graph.MaxDay {
		return edtf.Date{}, false
	}
	const day, monthAndDay = len("-21"), len("-06-21")
	text := d.first.String()
	for _, rest := range []int{day, monthAndDay} {
		unit, err := edtf.ParseDate(text[:len(text)-rest])
		if err == nil && unit.Earliest() == d.first && unit.Latest() == d.last {
			return unit, true
		}
	}
	return edtf.Date{}, false
}

// beforeEnd says the start, to be followed by a vague end.
func (d doubt) beforeEnd(s *graph.Stretch) string {
	unit, known := d.unit()
	switch {
	case s.CertainOn(graph.MinDay):
		return "at all times until it "
	case s.From == graph.MinDay:
		return ""
	case known:
		return "from " + unit.Words() + ", "
	default:
		return "began " + d.words() + ", "
	}
}

// withEnd says a vague start with an end that is known, open or not known.
func (d doubt) withEnd(s *graph.Stretch) string {
	end := edtf.Bound{Date: exact(s.To), Open: s.To == graph.MaxDay && s.CertainOn(graph.MaxDay)}
	if unit, ok := d.unit(); ok {
		return edtf.Interval{Start: edtf.Bound{Date: unit}, End: end}.Words()
	}
	switch {
	case end.Open:
		return "began " + d.words() + ", still going on"
	case s.To == graph.MaxDay:
		return "began " + d.words() + " (end not known)"
	default:
		return "began " + d.words() + ", until " + end.Date.Words()
	}
}

// unknownStart says of a stretch with a vague end that nobody gives its start.
func unknownStart(s *graph.Stretch) string {
	if s.From == graph.MinDay && !s.CertainOn(graph.MinDay) {
		return " (start not known)"
	}
	return ""
}
