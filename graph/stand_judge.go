package graph

import "slices"

// verdict is how a claim stands on one day.
type verdict struct {
	standing           Standing
	contested, certain bool
	tier               Tier
	shareMin, shareMax Share
}

// findings is what the table of standings asks about one day.
type findings struct {
	ever, support, withdrawn          bool
	dismissed, determined, registered bool
	admitted, denied                  bool
	unalleged, published              bool
}

// judgeDay applies the table of standings to one day.
func judgeDay(c *Case, voices []*voiced, day Day) verdict {
	f := find(c, voices, day)
	v := verdict{standing: f.standing(c), shareMax: WholeShare}
	v.tier = tierOf(v.standing)
	if v.tier == Void {
		return v
	}
	switch v.standing {
	case Determined:
		v.contested = f.denied || f.dismissed
	case Recorded, Admitted:
		v.contested = f.denied
	default:
	}
	v.weigh(voices, day)
	if c.NotFact {
		v.tier = AllegedTier
	}
	return v
}

func find(c *Case, voices []*voiced, day Day) findings {
	var f findings
	for _, v := range voices {
		f.ever = f.ever || v.support
		if !v.on(day) {
			continue
		}
		if !v.live {
			f.withdrawn = f.withdrawn || v.support
			continue
		}
		f.dismissed = f.dismissed || v.Stance == Dismisses
		f.denied = f.denied || v.Stance == Denies && v.Party
		if v.support {
			f.support = true
			f.add(c, v)
		}
	}
	return f
}

func (f *findings) add(c *Case, v *voiced) {
	alleges := v.Stance == Alleges
	f.determined = f.determined || v.Stance == Determines
	f.registered = f.registered || v.Voice == RegisterVoice && !alleges
	f.admitted = f.admitted || c.Accusatory && v.Accused
	f.unalleged = f.unalleged || !alleges
	f.published = f.published || v.Voice == PublisherVoice && !alleges
}

func (v *voiced) on(day Day) bool {
	return slices.ContainsFunc(v.days, func(r DayRange) bool { return r.Has(day) })
}

// standing is the first row of the table that applies; "" on a day on which nothing is said to hold.
func (f *findings) standing(c *Case) Standing {
	switch {
	case f.ever && !f.support && !f.withdrawn:
		return ""
	case f.dismissed && !f.determined:
		return Refuted
	case f.withdrawn && !f.support:
		return Retracted
	case !f.ever:
		return Unasserted
	case f.determined:
		return Determined
	case f.registered:
		return Recorded
	case f.admitted:
		return Admitted
	default:
		return f.unsettled(c)
	}
}

// unsettled is the standing of what no body found, no register holds and no accused admitted.
func (f *findings) unsettled(c *Case) Standing {
	switch {
	case f.denied:
		return Disputed
	case c.Accusatory || !f.unalleged:
		return Alleged
	case f.published:
		return Reported
	default:
		return Stated
	}
}

func tierOf(s Standing) Tier {
	switch s {
	case Determined, Recorded, Admitted, Reported, Stated:
		return Safe
	case Disputed, Alleged:
		return AllegedTier
	default:
		return Void
	}
}

// weigh sets the share bounds, the hull of the terms that supports of the standing's tier give, and whether one of these
// certainly holds.
func (d *verdict) weigh(voices []*voiced, day Day) {
	least := levelAlleged
	if d.tier == Safe {
		least = levelSafe
	}
	given := false
	for _, v := range voices {
		if !v.support || !v.live || v.level < least || !v.on(day) {
			continue
		}
		d.certain = d.certain || v.certain.Has(day)
		lo, hi, ok := v.Terms.Shares()
		if v.Terms == (Terms{}) || !ok {
			continue
		}
		if !given {
			d.shareMin, d.shareMax, given = lo, hi, true
			continue
		}
		d.shareMin, d.shareMax = min(d.shareMin, lo), max(d.shareMax, hi)
	}
}
