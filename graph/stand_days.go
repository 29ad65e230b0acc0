package graph

import "github.com/redthread-graph/redthread/graph/edtf"

// bound is a day with its earliest and latest possible value.
type bound struct{ earliest, latest Day }

// exact says whether the day is known.
func (b *bound) exact() bool { return b.earliest == b.latest }

// span is a period in days; a bound that nobody gave is nil. An open end is given and lies at the end of time.
type span struct {
	from, to, asOf   *bound
	openFrom, openTo bool
	implied          bool // from is the first day of a measure, which nobody said of this
}

func (s *span) undated() bool { return s.from == nil && s.to == nil && s.asOf == nil }

// spanOf is the period of an assertion; a support without one, about a measure, holds from its first day on.
func spanOf(c *Case, v *voiced) span {
	p := v.Period
	s := span{from: boundOf(p.From, MinDay), to: boundOf(p.To, MaxDay), openFrom: p.From.Open, openTo: p.To.Open}
	if !p.AsOf.IsZero() {
		s.asOf = &bound{p.AsOf.Earliest(), p.AsOf.Latest()}
	}
	if s.undated() && v.support && c.FirstDay != MinDay {
		s.from, s.implied = &bound{c.FirstDay, c.FirstDay}, true
	}
	return s
}

func boundOf(b edtf.Bound, open Day) *bound {
	switch {
	case b.Open:
		return &bound{open, open}
	case b.Date.IsZero():
		return nil
	default:
		return &bound{b.Date.Earliest(), b.Date.Latest()}
	}
}

var (
	allDays = DayRange{MinDay, MaxDay}
	noDays  = DayRange{MaxDay, MinDay}
)

// layOut gives every assertion its days: dated supports borrow the bounds that they lack, undated ones follow them, denials and
// dismissals neither lend nor borrow.
func layOut(c *Case, voices []*voiced) {
	for _, v := range voices {
		v.certain = noDays
		if !v.support || v.span.undated() {
			continue
		}
		if c.Figure {
			v.ownDays()
			continue
		}
		v.borrow(voices)
	}
	for _, v := range voices {
		switch {
		case v.support && v.span.undated():
			v.follow(voices)
		case v.Stance == Denies || v.Stance == Dismisses:
			v.days = []DayRange{v.span.given()}
		}
	}
}

// given is the days between the bounds that are given, as wide as they may be; an as-of day bounds nothing.
func (s *span) given() DayRange {
	r := allDays
	if s.from != nil {
		r.From = s.from.earliest
	}
	if s.to != nil {
		r.To = s.to.latest
	}
	return r
}

// ownDays keeps a figure to its own days: it borrows no bound.
func (v *voiced) ownDays() {
	s := &v.span
	if s.from == nil && s.to == nil {
		v.setDays(DayRange{s.asOf.earliest, s.asOf.latest}, DayRange{s.asOf.latest, s.asOf.earliest})
		return
	}
	v.borrow(nil)
}

func (v *voiced) setDays(possible, certain DayRange) {
	v.days, v.certain = nil, noDays
	if possible.From > possible.To {
		return
	}
	v.days = []DayRange{possible}
	certain = DayRange{max(certain.From, possible.From), min(certain.To, possible.To)}
	if certain.From <= certain.To {
		v.certain = certain
	}
}

// lends says whether a bound of v may close the period of another: only what stands no lower alone, and a withdrawn one only for
// another withdrawn one.
func (v *voiced) lends(to *voiced) bool {
	return v != to && v.support && v.level >= to.level && (v.live || !to.live)
}

// borrow works out the days of a dated support.
func (v *voiced) borrow(voices []*voiced) {
	s := &v.span
	if s.from == nil && s.to == nil {
		v.setDays(v.around(voices), DayRange{s.asOf.latest, s.asOf.earliest})
		return
	}
	possible, certain := s.given(), DayRange{MaxDay, MinDay}
	if s.from != nil {
		certain.From = s.from.latest
	}
	if s.to != nil {
		certain.To = s.to.earliest
	}
	for _, l := range voices {
		if l.lends(v) {
			s.lend(&l.span, &possible, &certain)
		}
	}
	s.reach(&certain)
	v.setDays(possible, certain)
}

// reach makes certain what an unknown bound leaves certain: up to the as-of day, and the known day on which it began or ended.
func (s *span) reach(certain *DayRange) {
	if s.from == nil {
		if s.asOf != nil {
			certain.From = min(certain.From, s.asOf.latest)
		}
		if s.to.exact() {
			certain.From = min(certain.From, s.to.earliest)
		}
	}
	if s.to == nil {
		if s.asOf != nil {
			certain.To = max(certain.To, s.asOf.earliest)
		}
		if s.from.exact() && !s.implied {
			certain.To = max(certain.To, s.from.earliest)
		}
	}
}

// lend takes from l the end that is certainly after the start, or the start that is certainly before the end; neither across the
// as-of day.
func (s *span) lend(l *span, possible, certain *DayRange) {
	if s.to == nil && l.to != nil && !l.openTo && l.to.earliest > s.from.latest &&
		(s.asOf == nil || l.to.latest >= s.asOf.latest) {
		possible.To = min(possible.To, l.to.latest)
		certain.To = max(certain.To, l.to.earliest)
	}
	if s.from == nil && l.from != nil && !l.openFrom && l.from.latest < s.to.earliest &&
		(s.asOf == nil || l.from.earliest <= s.asOf.earliest) {
		possible.From = max(possible.From, l.from.earliest)
		certain.From = min(certain.From, l.from.latest)
	}
}

// around is the days about a lone as-of day, up to the nearest bound on either side.
func (v *voiced) around(voices []*voiced) DayRange {
	r, day := allDays, v.span.asOf
	for _, l := range voices {
		if !l.lends(v) {
			continue
		}
		if from := l.span.from; from != nil && !l.span.openFrom {
			r = r.upToStart(from.earliest, day)
		}
		if to := l.span.to; to != nil && !l.span.openTo {
			r = r.upToEnd(to.latest, day)
		}
	}
	return r
}

// upToStart narrows a range by a start: one not after the as-of day opens it, one after it closes it.
func (r DayRange) upToStart(start Day, asOf *bound) DayRange {
	switch {
	case start <= asOf.earliest:
		r.From = max(r.From, start)
	case start > asOf.latest:
		r.To = min(r.To, start-1)
	}
	return r
}

// upToEnd narrows a range by an end: one not before the as-of day closes it, one before it opens it.
func (r DayRange) upToEnd(end Day, asOf *bound) DayRange {
	switch {
	case end >= asOf.latest:
		r.To = min(r.To, end)
	case end < asOf.earliest:
		r.From = max(r.From, end+1)
	}
	return r
}

// follow gives an undated support the days of the dated ones that may lend to it, or all days when there are none.
func (v *voiced) follow(voices []*voiced) {
	v.days = nil
	for _, l := range voices {
		if l.lends(v) && !l.span.undated() {
			v.days = append(v.days, l.days...)
		}
	}
	if len(v.days) == 0 {
		v.days = []DayRange{allDays}
	}
}
