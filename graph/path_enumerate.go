package graph

import (
	"cmp"
	"slices"
	"strings"
)

// partial is the beginning of a path: its entities, and the days on which all its hops may hold.
type partial struct {
	ids  []EntityID
	days []DayRange
}

// enumerate finds all paths of one length among the edges read, and adds the admissible ones in order.
func (w *walk) enumerate(length int) {
	var found []*Path
	w.extend(partial{ids: []EntityID{w.query.From}, days: []DayRange{allDays}}, length, &found)
	slices.SortFunc(found, func(a, b *Path) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), strings.Compare(a.Key(), b.Key()))
	})
	w.result.Paths = append(w.result.Paths, found...)
}

// extend lengthens a partial path by every hop that can still reach an end in time.
func (w *walk) extend(p partial, left int, found *[]*Path) {
	last := p.ids[len(p.ids)-1]
	for _, next := range sortedIDs(w.edges[last]) {
		if w.result.Cut != nil && w.result.Cut.Reason == partialReason {
			return
		}
		if slices.Contains(p.ids, next) || !w.canGo(next, left-1) {
			continue
		}
		days := common(p.days, w.edges[last][next])
		if len(days) == 0 && !w.query.AnyDays {
			continue
		}
		if w.result.Cost.PartialPaths == w.budget.partial {
			w.cut(partialReason, w.budget.partial)
			return
		}
		w.result.Cost.PartialPaths++
		longer := partial{append(slices.Clone(p.ids), next), days}
		if left > 1 {
			w.extend(longer, left-1, found)
			continue
		}
		*found = append(*found, w.path(longer.ids))
	}
}

const partialReason = PartialPathBudget

// canGo says whether a path may go on to an entity with so many hops left after it.
func (w *walk) canGo(id EntityID, left int) bool {
	if left == 0 {
		return w.ends(id)
	}
	return w.passable(w.rows[id]) && w.farther(id) <= left
}

// common intersects days with those on which any of the edges holds.
func common(days []DayRange, edges []Edge) []DayRange {
	var out []DayRange
	for _, r := range union(edges) {
		for _, d := range days {
			both := DayRange{max(r.From, d.From), min(r.To, d.To)}
			if both.From <= both.To {
				out = append(out, both)
			}
		}
	}
	slices.SortFunc(out, func(a, b DayRange) int { return cmp.Compare(a.From, b.From) })
	return out
}

// union joins the stretches of edges to runs of days without overlap.
func union(edges []Edge) []DayRange {
	var ranges []DayRange
	for i := range edges {
		ranges = append(ranges, edges[i].Stretch.DayRange)
	}
	slices.SortFunc(ranges, func(a, b DayRange) int { return cmp.Compare(a.From, b.From) })
	var out []DayRange
	for _, r := range ranges {
		if n := len(out); n > 0 && (out[n-1].To == MaxDay || r.From <= out[n-1].To+1) {
			out[n-1].To = max(out[n-1].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return out
}

// path makes the path through the given entities.
func (w *walk) path(ids []EntityID) *Path {
	p := &Path{}
	for i := 1; i < len(ids); i++ {
		p.Hops = append(p.Hops, &Hop{From: w.rows[ids[i-1]], To: w.rows[ids[i]], edges: w.edges[ids[i-1]][ids[i]]})
	}
	p.choose(w.view.At)
	return p
}
