package graph

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// Eight days stand for all of time: day 0 for all days before the first that is ever named, day 7 for all after the last.
const (
	smallDays   = 8
	smallBefore = 0
	smallAfter  = smallDays - 1
)

// smallBase is the real day of small day 1; the six named days run over the end of a February with a 29th.
var smallBase = edtf.DayOf(2020, 2, 27)

// smallSet is a set of small days, one bit a day.
type smallSet uint8

const everySmallDay smallSet = 1<<smallDays - 1

func (s smallSet) has(day int) bool { return s>>day&1 == 1 }

// sinceSmall holds the day and all after it, untilSmall the day and all before it.
func sinceSmall(day int) smallSet { return everySmallDay << day }
func untilSmall(day int) smallSet { return everySmallDay >> (smallAfter - day) }

// realDays are the days that the small ones stand for.
func realDays(first, last int) DayRange {
	r := DayRange{smallBase + Day(first) - 1, smallBase + Day(last) - 1}
	if first == smallBefore {
		r.From = MinDay
	}
	if last == smallAfter {
		r.To = MaxDay
	}
	return r
}

// smallBound is a bound between its earliest and latest small day; an open one lies before or after all days.
type smallBound struct {
	given, open bool
	lo, hi      int
}

func onDay(day int) smallBound          { return smallBound{given: true, lo: day, hi: day} }
func betweenDays(lo, hi int) smallBound { return smallBound{given: true, lo: lo, hi: hi} }
func openStart() smallBound {
	return smallBound{given: true, open: true, lo: smallBefore, hi: smallBefore}
}

func openEnd() smallBound { return smallBound{given: true, open: true, lo: smallAfter, hi: smallAfter} }

func (b smallBound) text() string {
	switch {
	case !b.given:
		return ""
	case b.open:
		return ".."
	case b.lo == b.hi:
		return realDays(b.lo, b.lo).From.String()
	default:
		return fmt.Sprintf("[%s..%s]", realDays(b.lo, b.lo).From, realDays(b.hi, b.hi).From)
	}
}

// smallPeriod is a period in small days and as the assertion gives it.
type smallPeriod struct {
	from, to, asOf smallBound
	real           Period
}

func newSmallPeriod(from, to, asOf smallBound) *smallPeriod {
	p := &smallPeriod{from: from, to: to, asOf: asOf}
	for _, b := range []struct {
		text string
		into *edtf.Bound
	}{{from.text(), &p.real.From}, {to.text(), &p.real.To}} {
		bound, err := edtf.ParseBound(b.text)
		if err != nil {
			panic(err) // the tests' own periods
		}
		*b.into = bound
	}
	if asOf.given {
		p.real.AsOf = edtf.MustDate(asOf.text())
	}
	return p
}

// String writes the period in real days.
func (p *smallPeriod) String() string {
	s := p.from.text() + "/" + p.to.text()
	if p.asOf.given {
		s += " @" + p.asOf.text()
	}
	return s
}

func noPeriod() *smallPeriod { return &smallPeriod{} }

// smallPeriods are the representative ones: every form, bounds that meet, overlap, lie apart and are vague.
func smallPeriods() []*smallPeriod {
	var none smallBound
	return []*smallPeriod{
		noPeriod(),
		newSmallPeriod(onDay(2), none, none),
		newSmallPeriod(onDay(5), none, none),
		newSmallPeriod(none, onDay(2), none),
		newSmallPeriod(none, onDay(4), none),
		newSmallPeriod(onDay(2), onDay(4), none),
		newSmallPeriod(onDay(3), onDay(3), none),
		newSmallPeriod(onDay(5), onDay(6), none),
		newSmallPeriod(none, none, onDay(3)),
		newSmallPeriod(none, none, betweenDays(2, 4)),
		newSmallPeriod(onDay(2), none, onDay(5)),
		newSmallPeriod(none, onDay(4), onDay(2)),
		newSmallPeriod(betweenDays(1, 3), none, none),
		newSmallPeriod(none, betweenDays(3, 5), none),
		newSmallPeriod(betweenDays(1, 2), betweenDays(4, 5), none),
		newSmallPeriod(onDay(3), openEnd(), none),
		newSmallPeriod(openStart(), onDay(3), none),
	}
}
