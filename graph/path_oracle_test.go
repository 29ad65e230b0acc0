package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// naivePath is a path as the naive search finds it: every field is worked out day by day.
type naivePath struct {
	ids      []EntityID
	hops     [][]*tieOf // the ties of each hop
	common   smallSet   // days on which all hops may hold
	overlap  smallSet
	rank     int
	shown    []*tieOf
	parallel []int
	coexist  Coexistence
}

// naiveSearch walks every simple path from one end, depth first, over a list of ties.
type naiveSearch struct {
	graph *pathGraph
	query PathQuery // with defaults filled in
	at    int       // small day; -1: any
	found []*naivePath
}

func (g *pathGraph) naivePaths(q PathQuery, at int) []*naivePath {
	s := &naiveSearch{graph: g, query: q, at: at}
	s.walk([]EntityID{q.From})
	slices.SortFunc(s.found, func(a, b *naivePath) int {
		return cmp.Or(cmp.Compare(len(a.ids), len(b.ids)), cmp.Compare(b.rank, a.rank), slices.Compare(a.ids, b.ids))
	})
	return s.found
}

func (s *naiveSearch) walk(ids []EntityID) {
	last := ids[len(ids)-1]
	if len(ids) > 1 {
		if s.ends(last) {
			s.add(ids)
		}
		if !s.passes(last) || len(ids) > s.query.MaxHops {
			return
		}
	}
	for _, next := range sortedIDs(s.graph.rows) {
		if !slices.Contains(ids, next) && len(s.between(last, next)) > 0 {
			s.walk(append(slices.Clone(ids), next))
		}
	}
}

func (s *naiveSearch) ends(id EntityID) bool {
	if s.query.To != "" {
		return id == s.query.To
	}
	return s.query.ToKinds.Has(s.graph.rows[id].Kind)
}

// passes says whether a path may go on beyond an entity.
func (s *naiveSearch) passes(id EntityID) bool {
	row := s.graph.rows[id]
	walked := false
	switch row.Kind {
	case Company, CorporateGroup, RegionalUnit, Organization, Person:
		walked = true
	case Government, Agency, IntelligenceService:
		walked = s.query.Through.Has(row.Kind)
	}
	return walked && id != s.query.To && row.State.Degree <= s.query.HubCap
}

// between are the ties of two entities, in either direction, that the search may use.
func (s *naiveSearch) between(a, b EntityID) []*tieOf {
	var out []*tieOf
	for i := range s.graph.ties {
		t := &s.graph.ties[i]
		ends := t.subject == a && t.object == b || t.subject == b && t.object == a
		tier := t.tier == Safe || t.tier == AllegedTier && s.query.IncludeAlleged
		if ends && tier && slices.Contains(s.query.Predicates, t.predicate) && (s.at < 0 || t.days().has(s.at)) {
			out = append(out, t)
		}
	}
	return out
}

// tieRank puts standings in the order of the API: DISPUTED, ALLEGED, STATED, REPORTED, and the three others alike.
func tieRank(t *tieOf) int {
	rank := map[Standing]int{Disputed: 1, Alleged: 2, Stated: 3, Reported: 4, Recorded: 5, Admitted: 5, Determined: 5}[t.standing]
	if t.contested {
		rank = min(rank, 4)
	}
	if t.modality != Fact {
		rank = min(rank, 2)
	}
	return rank
}

func strongest(ties []*tieOf, day int) int {
	rank := 0
	for _, t := range ties {
		if t.days().has(day) {
			rank = max(rank, tieRank(t))
		}
	}
	return rank
}

func (s *naiveSearch) add(ids []EntityID) {
	p := &naivePath{ids: ids, common: everySmallDay}
	for i := 1; i < len(ids); i++ {
		ties := s.between(ids[i-1], ids[i])
		p.hops = append(p.hops, ties)
		p.common &= daysOf(ties)
	}
	if p.common == 0 && !s.query.AnyDays {
		return
	}
	p.settle(s.at)
	s.found = append(s.found, p)
}

func daysOf(ties []*tieOf) smallSet {
	var days smallSet
	for _, t := range ties {
		days |= t.days()
	}
	return days
}

func certainDaysOf(ties []*tieOf) smallSet {
	var days smallSet
	for _, t := range ties {
		days |= t.certain
	}
	return days
}

// settle finds the overlap: it goes back from the last day and begins a new stretch where the weakest hop's rank changes, or none
// of those that were the weakest so far is.
func (p *naivePath) settle(at int) {
	var stretch smallSet
	var rank int
	var weakest []int
	keep := func() {
		if stretch != 0 && rank > p.rank && (at < 0 || stretch.has(at)) {
			p.overlap, p.rank = stretch, rank
		}
	}
	for day := smallAfter; day >= smallBefore; day-- {
		if !p.common.has(day) {
			keep()
			stretch = 0
			continue
		}
		r, w := p.weakestOn(day)
		shared := slices.DeleteFunc(slices.Clone(weakest), func(hop int) bool { return !slices.Contains(w, hop) })
		if stretch == 0 || r != rank || len(shared) == 0 {
			keep()
			stretch, shared = 0, w
		}
		stretch |= 1 << day
		rank, weakest = r, shared
	}
	keep()
	p.show(at)
}

func (p *naivePath) weakestOn(day int) (int, []int) {
	rank := 9
	for _, ties := range p.hops {
		rank = min(rank, strongest(ties, day))
	}
	var which []int
	for i, ties := range p.hops {
		if strongest(ties, day) == rank {
			which = append(which, i)
		}
	}
	return rank, which
}

// show picks each hop's tie and says whether all can have held on one day.
func (p *naivePath) show(at int) {
	sure := p.overlap
	if at >= 0 {
		sure = 1 << at
	}
	weakest := 9
	for _, ties := range p.hops {
		there := slices.DeleteFunc(slices.Clone(ties), func(t *tieOf) bool { return p.overlap != 0 && t.days()&p.overlap == 0 })
		slices.SortFunc(there, func(a, b *tieOf) int {
			latest := cmp.Or(cmp.Compare(b.last, a.last), cmp.Compare(b.first, a.first))
			claim := cmp.Compare(a.claim, b.claim)
			if p.overlap == 0 {
				return cmp.Or(cmp.Compare(tieRank(b), tieRank(a)), latest, claim)
			}
			return cmp.Or(cmp.Compare(tieRank(b), tieRank(a)), claim, latest)
		})
		p.shown = append(p.shown, there[0])
		weakest = min(weakest, tieRank(there[0]))
		claims := map[ClaimID]bool{}
		for _, t := range ties {
			claims[t.claim] = true
		}
		p.parallel = append(p.parallel, len(claims)-1)
		sure &= certainDaysOf(ties)
	}
	switch {
	case p.overlap == 0:
		p.coexist, p.rank = CannotCoexist, weakest
	case sure != 0:
		p.coexist = Coexist
	default:
		p.coexist = MayCoexist
	}
}

// String writes the path as describePath writes one that the code under test found.
func (p *naivePath) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s %s %s", p.ids, []Standing{"", Disputed, Alleged, Stated, Reported, Recorded}[p.rank], p.coexist)
	if p.overlap != 0 {
		first, last := smallBefore, smallAfter
		for !p.overlap.has(first) {
			first++
		}
		for !p.overlap.has(last) {
			last--
		}
		fmt.Fprintf(&s, " %v", realDays(first, last))
	}
	weakest := 0
	for i, t := range p.shown {
		fmt.Fprintf(&s, "; %s from %s +%d", t.claim, realDays(t.first, t.last).From, p.parallel[i])
		if tieRank(t) < tieRank(p.shown[weakest]) {
			weakest = i
		}
	}
	fmt.Fprintf(&s, "; weakest %d", weakest)
	return s.String()
}

func describePath(p *Path) string {
	ids := []EntityID{p.Hops[0].From.ID}
	for _, h := range p.Hops {
		ids = append(ids, h.To.ID)
	}
	var s strings.Builder
	fmt.Fprintf(&s, "%s %s %s", ids, p.Standing, p.Coexist)
	if p.Overlap != nil {
		fmt.Fprintf(&s, " %v", *p.Overlap)
	}
	for _, h := range p.Hops {
		fmt.Fprintf(&s, "; %s from %s +%d", h.Edge.Claim, h.Edge.Stretch.From, h.Parallel)
	}
	fmt.Fprintf(&s, "; weakest %d", p.Weakest)
	return s.String()
}

func describePaths(paths []*Path) []string {
	var out []string
	for _, p := range paths {
		out = append(out, describePath(p))
	}
	return out
}

func firstOf(paths []*naivePath, n int) []string {
	var out []string
	for _, p := range paths[:min(n, len(paths))] {
		out = append(out, p.String())
	}
	return out
}

// safely says whether a path stands on its safe ties alone.
func (p *naivePath) safely(anyDays bool) bool {
	common := everySmallDay
	for _, ties := range p.hops {
		safe := slices.DeleteFunc(slices.Clone(ties), func(t *tieOf) bool { return t.tier != Safe })
		if len(safe) == 0 {
			return false
		}
		common &= daysOf(safe)
	}
	return anyDays || common != 0
}
