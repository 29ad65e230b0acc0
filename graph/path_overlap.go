package graph

import (
	"cmp"
	"slices"
)

// choose settles the path's overlap and the edge that each hop shows: among the stretches on which all hops may hold, the one with
// the strongest weakest hop, then the latest. Without a common day each hop shows its strongest edge, then the latest. With a day
// asked for, only stretches that hold on it count.
func (p *Path) choose(at *Day) {
	overlap, rank := p.overlap(at)
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
		if p.certain() {
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
func (p *Path) overlap(at *Day) (*DayRange, int) {
	var best *DayRange
	bestRank := rankVoid
	for _, run := range p.runs() {
		if at != nil && !run.Has(*at) {
			continue
		}
		rank := p.rankOn(run.From)
		if rank == rankVoid {
			continue
		}
		switch {
		case best != nil && rank == bestRank && best.To+1 == run.From:
			best.To = run.To
		case rank >= bestRank:
			best, bestRank = &DayRange{run.From, run.To}, rank
		}
	}
	return best, bestRank
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

// rankOn is the rank of the weakest hop on a day; rankVoid when a hop does not hold then.
func (p *Path) rankOn(day Day) int {
	weakest := weakestOfNothing
	for _, h := range p.Hops {
		strongest := rankVoid
		for i := range h.edges {
			if h.edges[i].Stretch.Has(day) {
				strongest = max(strongest, h.edges[i].Stretch.rank(h.edges[i].Modality))
			}
		}
		weakest = min(weakest, strongest)
	}
	return weakest
}

// choose shows the hop's strongest edge in the overlap, then the latest, then that of the smallest claim id.
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
		return cmp.Or(
			cmp.Compare(b.Stretch.rank(b.Modality), a.Stretch.rank(a.Modality)),
			cmp.Compare(b.Stretch.To, a.Stretch.To),
			cmp.Compare(b.Stretch.From, a.Stretch.From),
			cmp.Compare(a.Claim, b.Claim),
		)
	})
	h.Parallel = len(claims) - 1
}

// certain says whether there is a day in the overlap on which every hop certainly holds.
func (p *Path) certain() bool {
	days := []DayRange{*p.Overlap}
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
