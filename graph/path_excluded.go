package graph

import "context"

// excludedSample is how many paths of a search with one restriction lifted are looked at.
const excludedSample = 100

// PathsExcluded says how many paths the default restrictions left out. A restriction that was off counts nothing.
type PathsExcluded struct {
	Alleged, NotCoexisting *PathCount
}

// PathCount is a number of paths; there may be more when AtLeast.
type PathCount struct {
	Count   int
	AtLeast bool
}

// PathsExcluded counts, of the first hundred paths of the same search with one restriction lifted, those that break it. It has a
// budget of its own.
func (v *View) PathsExcluded(ctx context.Context, q PathQuery) (*PathsExcluded, error) {
	if err := q.check(v.Vocabulary); err != nil {
		return nil, err
	}
	out := &PathsExcluded{}
	if !q.IncludeAlleged {
		lifted := q
		lifted.IncludeAlleged = true
		count, err := v.countBreaking(ctx, lifted, func(p *Path) bool { return !p.holdsSafely(!q.AnyDays) })
		if err != nil {
			return nil, err
		}
		out.Alleged = count
	}
	if !q.AnyDays {
		lifted := q
		lifted.AnyDays = true
		count, err := v.countBreaking(ctx, lifted, func(p *Path) bool { return p.Coexist == CannotCoexist })
		if err != nil {
			return nil, err
		}
		out.NotCoexisting = count
	}
	return out, nil
}

func (v *View) countBreaking(ctx context.Context, q PathQuery, breaks func(*Path) bool) (*PathCount, error) {
	q.First = excludedSample
	w, err := v.newWalk(ctx, q)
	if err != nil {
		return nil, err
	}
	if err := w.search(ctx); err != nil {
		return nil, err
	}
	return w.result.count(breaks), nil
}

// count counts the paths of a sample that break a restriction.
func (r *PathResult) count(breaks func(*Path) bool) *PathCount {
	count := &PathCount{AtLeast: r.Cut != nil || len(r.Paths) == excludedSample}
	for _, p := range r.Paths {
		if breaks(p) {
			count.Count++
		}
	}
	return count
}

// holdsSafely says whether the path stands on its safe edges alone, on one day if that is asked.
func (p *Path) holdsSafely(oneDay bool) bool {
	safe := &Path{}
	for _, h := range p.Hops {
		var edges []Edge
		for i := range h.edges {
			if h.edges[i].Stretch.Tier == Safe {
				edges = append(edges, h.edges[i])
			}
		}
		if len(edges) == 0 {
			return false
		}
		safe.Hops = append(safe.Hops, &Hop{From: h.From, To: h.To, edges: edges})
	}
	overlap, _ := safe.overlap()
	return !oneDay || overlap != nil
}
