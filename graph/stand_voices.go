package graph

import "slices"

// voiced is one assertion as it counts in its case.
type voiced struct {
	Spoken
	live    bool
	support bool
	level   int // how high it alone would let the claim stand

	span    span       // its period in days
	days    []DayRange // on which it possibly holds
	certain DayRange   // on which it certainly holds; none when From > To
}

// The levels of a support: what it alone would make of the claim.
const (
	levelAlleged = 1 + iota
	levelSafe
	levelRecorded
	levelDetermined
)

// readVoices settles what each assertion counts as: withdrawn or live, set aside or not, as a finding or as an allegation.
func readVoices(c *Case) []*voiced {
	out := make([]*voiced, len(c.Spoken))
	for i := range c.Spoken {
		out[i] = &voiced{Spoken: c.Spoken[i]}
	}
	for _, v := range out {
		v.live = !withdrawn(out, v.ID)
	}
	for _, v := range out {
		v.settle(setAside(out, v.ID))
		v.support = supports(v.Stance)
		v.level = v.levelIn(c)
		v.span = spanOf(c, v)
	}
	return out
}

// withdrawn says whether a live assertion retracts or corrects the one named, or corrects what did.
func withdrawn(all []*voiced, id AssertionID) bool {
	for _, v := range all {
		if (v.Withdraws == id || slices.Contains(v.Inherits, id)) && !withdrawn(all, v.ID) {
			return true
		}
	}
	return false
}

// setAside says whether a live dismissal by an authority, not itself set aside, targets the assertion named.
func setAside(all []*voiced, id AssertionID) bool {
	for _, v := range all {
		dismisses := v.SetsAside == id && v.Voice == AuthorityVoice && v.live
		if dismisses && !setAside(all, v.ID) {
			return true
		}
	}
	return false
}

// settle makes of the stance what it counts as: only an authority finds or dismisses, and only what is not set aside.
func (v *voiced) settle(aside bool) {
	authority := v.Voice == AuthorityVoice
	dismisses := v.Stance == Dismisses || v.SetsAside != ""
	switch {
	case v.Elsewhere, v.Stance == Retracts:
		v.Stance = Qualifies
	case v.Stance == Determines && (!authority || aside):
		v.Stance = Alleges
	case dismisses && !authority:
		v.Stance = Denies
	case dismisses && (v.SetsAside != "" || aside):
		v.Stance = Qualifies // it speaks about a finding, not about the claim
	}
}

func (v *voiced) levelIn(c *Case) int {
	switch {
	case !v.support:
		return 0
	case v.Stance == Determines:
		return levelDetermined
	case v.Voice == RegisterVoice && v.Stance != Alleges:
		return levelRecorded
	case c.Accusatory && v.Accused, !c.Accusatory && v.Stance != Alleges:
		return levelSafe
	default:
		return levelAlleged
	}
}
