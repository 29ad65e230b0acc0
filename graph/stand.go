package graph

import (
	"slices"
)

// Stand derives the stretches of a claim from its case, in order of days. Days without a standing have no stretch; a claim that
// nobody spoke about has none at all. The order of what was spoken does not matter.
func Stand(c Case) []Stretch {
	if !slices.ContainsFunc(c.Spoken, func(s Spoken) bool { return !s.Elsewhere && !s.Covering }) {
		return nil
	}
	voices := readVoices(&c)
	layOut(&c, voices)
	return joinDays(&c, voices)
}

// joinDays judges every run of days between two bounds, and joins neighbours that stand alike.
func joinDays(c *Case, voices []*voiced) []Stretch {
	var out []Stretch
	for _, days := range runs(voices) {
		v := judgeDay(c, voices, days.From)
		if v.standing == "" {
			continue
		}
		next := Stretch{
			DayRange: days, Standing: v.standing, Contested: v.contested, Tier: v.tier, ShareMin: v.shareMin, ShareMax: v.shareMax,
		}
		last := len(out) - 1
		if last < 0 || !out[last].continuedBy(&next) {
			out = append(out, next)
			last++
		}
		out[last].To = days.To
		if v.certain {
			out[last].addCertain(days)
		}
	}
	return out
}

// continuedBy says whether the next stretch follows without a free day and stands alike.
func (s *Stretch) continuedBy(next *Stretch) bool {
	return s.To != MaxDay && s.To+1 == next.From && s.Standing == next.Standing && s.Contested == next.Contested &&
		s.Tier == next.Tier && s.ShareMin == next.ShareMin && s.ShareMax == next.ShareMax
}

func (s *Stretch) addCertain(days DayRange) {
	if last := len(s.Certain) - 1; last >= 0 && s.Certain[last].To+1 == days.From {
		s.Certain[last].To = days.To
		return
	}
	s.Certain = append(s.Certain, days)
}

// runs cuts all days where anything begins or ends.
func runs(voices []*voiced) []DayRange {
	starts := []Day{MinDay}
	cut := func(r DayRange) {
		starts = append(starts, r.From)
		if r.To != MaxDay {
			starts = append(starts, r.To+1)
		}
	}
	for _, v := range voices {
		for _, r := range v.days {
			cut(r)
		}
		if v.certain.From <= v.certain.To {
			cut(v.certain)
		}
	}
	return runsFrom(starts)
}

// runsFrom cuts all days where a run begins.
func runsFrom(starts []Day) []DayRange {
	slices.Sort(starts)
	starts = slices.Compact(starts)
	out := make([]DayRange, len(starts))
	for i, from := range starts {
		out[i] = DayRange{from, MaxDay}
		if i+1 < len(starts) {
			out[i].To = starts[i+1] - 1
		}
	}
	return out
}
