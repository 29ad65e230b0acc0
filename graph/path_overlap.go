package graph

import (
	"cmp"
	"slices"
)

// choose settles the path's overlap and the edge that each hop shows: among the stretches on which all hops may hold, the one with
// the strongest weakest hop, then the latest. Without a common day each hop shows its strongest edge, then the latest. With a day
// asked for all edges hold on it, so that the strongest stretch does too.
func (p *Path) choose(at *Day) {
	overlap, rank := p.overlap()
	for _, h := range p.Hops {
		h.choose(overlap)
	}
	if overlap == nil {
		p.Coexist = CannotCoexist
		rank = weakestOfNothing
		for _, h := range p.Hops {
			rank = min(rank, h.rank())
		}
	} else {
		p.Overlap = overlap
		p.Coexist = MayCoexist
		if p.certain(at) {
			p.Coexist = Coexist
		}
	}
	p.rank, p.Standing = rank, rankStanding(rank)
	for i, h := range p.Hops {
		if h.rank() < p.Hops[p.Weakest].rank() {
			p.Weakest = i
		}
	}
}

func (h *Hop) rank() int { return h.Edge.Stretch.rank(h.Edge.Modality) }

// overlap finds the best stretch on which all hops may hold, with the rank of its weakest hop.
func (p *Path) overlap() (*DayRange, int) {
	var best *DayRange
	bestRank := rankVoid
	for _, s := range p.stretches() {
		if s.rank > bestRank {
			best, bestRank = &DayRange{s.From, s.To}, s.rank
		}
	}
	return best, bestRank
}

// hopStretch is a run of days on which all hops of a path may hold, with the rank of its weakest and the hops that have it.
type hopStretch struct {
	DayRange
	rank    int
	weakest hopSet
}

// hopSet is a set of hops, one bit each; a path has at most maxPathHops.
type hopSet uint8

// stretches are the runs of days on which all hops may hold, the latest first. On the whole of one a hop stays the weakest, and its
// rank the same: else each hop might be at its strongest on other days, and none of those shown be as weak as the path.
func (p *Path) stretches() []hopStretch {
	var out []hopStretch
	for _, run := range slices.Backward(p.runs()) {
		rank, weakest := p.weakestOn(run.From)
		if rank == rankVoid {
			continue
		}
		if last := len(out) - 1; last >= 0 {
			next := &out[last]
			if next.From == run.To+1 && next.rank == rank && next.weakest&weakest != 0 {
				next.From, next.weakest = run.From, next.weakest&weakest
				continue
			}
		}
		out = append(out, hopStretch{run, rank, weakest})
	}
	return out
}

// runs cuts the days at every bound of an edge.
func (p *Path) runs() []DayRange {
	starts := []Day{MinDay}
	for _, h := range p.Hops {
		for i := range h.edges {
			s := &h.edges[i].Stretch
			starts = append(starts, s.From)
			if s.To != MaxDay {
				starts = append(starts, s.To+1)
			}
		}
	}
	return runsFrom(starts)
}

// weakestOn is the rank of the weakest hop on a day, and the hops that have it; rankVoid when a hop does not hold then.
func (p *Path) weakestOn(day Day) (int, hopSet) {
	weakest, which := weakestOfNothing, hopSet(0)
	for i, h := range p.Hops {
		rank := h.rankOn(day)
		if rank < weakest {
			weakest, which = rank, 0
		}
		if rank == weakest {
			which |= 1 << i
		}
	}
	return weakest, which
}

// rankOn is the rank of the hop's strongest edge on a day.
func (h *Hop) rankOn(day Day) int {
	strongest := rankVoid
	for i := range h.edges {
		if s := &h.edges[i].Stretch; s.Has(day) {
			strongest = max(strongest, s.rank(h.edges[i].Modality))
		}
	}
	return strongest
}

// choose shows the hop's strongest edge in the overlap, then that of the smallest claim id; without an overlap its strongest edge,
// then the latest, then that of the smallest claim id.
func (h *Hop) choose(overlap *DayRange) {
	var there []Edge
	claims := map[ClaimID]bool{}
	for i := range h.edges {
		s := &h.edges[i].Stretch
		claims[h.edges[i].Claim] = true
		if overlap == nil || s.From <= overlap.To && overlap.From <= s.To {
			there = append(there, h.edges[i])
		}
	}
	h.Edge = slices.MinFunc(there, func(a, b Edge) int {
		strongest := cmp.Compare(b.Stretch.rank(b.Modality), a.Stretch.rank(a.Modality))
		latest := cmp.Or(cmp.Compare(b.Stretch.To, a.Stretch.To), cmp.Compare(b.Stretch.From, a.Stretch.From))
		claim := cmp.Compare(a.Claim, b.Claim)
		if overlap == nil {
			return cmp.Or(strongest, latest, claim)
		}
		return cmp.Or(strongest, claim, latest)
	})
	h.Parallel = len(claims) - 1
}

// certain says whether every hop certainly holds on the day asked for, else on some day of the overlap.
func (p *Path) certain(at *Day) bool {
	days := []DayRange{*p.Overlap}
	if at != nil {
		days[0] = DayRange{*at, *at}
	}
	for _, h := range p.Hops {
		var sure []Edge
		for i := range h.edges {
			for _, run := range h.edges[i].Stretch.Certain {
				sure = append(sure, Edge{Stretch: Stretch{DayRange: run}})
			}
		}
		days = common(days, sure)
	}
	return len(days) > 0
}
