package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// walk is one search for paths. It reads edges level by level from one or both ends, at most one store call a level and side, and
// enumerates the paths of each length in turn.
type walk struct {
	view   *View
	query  PathQuery
	filter EdgeFilter
	pass   Kinds
	budget pathBudget

	rows   map[EntityID]*EntityRow
	edges  map[EntityID]map[EntityID][]Edge // by near and far entity, seen from the near one
	start  *side
	target *side // nil when only kinds are given
	hubs   map[EntityID]*EntityRow
	result *PathResult
}

// side is what was read from one end.
type side struct {
	distance map[EntityID]int // in hops from the end
	frontier []EntityID       // at distance level, not yet expanded
	level    int
}

func newSide(end EntityID) *side {
	return &side{distance: map[EntityID]int{end: 0}, frontier: []EntityID{end}}
}

func (v *View) newWalk(ctx context.Context, q PathQuery) (*walk, error) {
	w := &walk{
		view: v, query: q, pass: walkable | q.Through, budget: fullPathBudget(),
		filter: EdgeFilter{Predicates: q.Predicates, Tiers: []Tier{Safe}, At: v.At},
		edges:  map[EntityID]map[EntityID][]Edge{}, hubs: map[EntityID]*EntityRow{},
		start: newSide(q.From), result: &PathResult{},
	}
	if q.IncludeAlleged {
		w.filter.Tiers = append(w.filter.Tiers, AllegedTier)
	}
	wanted := []EntityID{q.From}
	if q.To != "" {
		w.target = newSide(q.To)
		wanted = append(wanted, q.To)
	}
	rows, err := v.Entities(ctx, wanted)
	if err != nil {
		return nil, err
	}
	for _, id := range wanted {
		if rows[id] == nil {
			return nil, notFound("entity", string(id))
		}
	}
	w.rows = rows
	return w, nil
}

// search reads and enumerates length after length, until enough paths are found or nothing is left to read.
func (w *walk) search(ctx context.Context) error {
	for length := 1; length <= w.query.MaxHops && w.result.Cut == nil; length++ {
		if err := w.readLevel(ctx); err != nil {
			return err
		}
		w.enumerate(length)
		if len(w.result.Paths) >= w.query.First {
			break
		}
	}
	w.result.Paths = w.result.Paths[:min(len(w.result.Paths), w.query.First)]
	for _, id := range sortedIDs(w.hubs) {
		w.result.Hubs = append(w.result.Hubs, w.hubs[id])
	}
	slices.SortStableFunc(w.result.Hubs, func(a, b *EntityRow) int { return cmp.Compare(b.State.Degree, a.State.Degree) })
	return nil
}

// readLevel expands the smaller frontier, so that all edges of paths one hop longer are known.
func (w *walk) readLevel(ctx context.Context) error {
	s := w.start
	if w.target != nil && len(w.target.frontier) < len(w.start.frontier) {
		s = w.target
	}
	slices.Sort(s.frontier)
	reading := s.frontier
	s.frontier = nil
	s.level++
	if len(reading) == 0 {
		return nil
	}
	byNear, err := w.expand(ctx, reading)
	if err != nil {
		return err
	}
	for _, near := range reading {
		for _, e := range byNear[near] {
			w.addEdge(e)
			w.reach(s, e)
		}
	}
	return nil
}

// expand reads the edges of a frontier. An entity is expanded wholly or not at all: when the budget ends within it, its edges are
// dropped and the search is cut.
func (w *walk) expand(ctx context.Context, frontier []EntityID) (map[EntityID][]Edge, error) {
	out := map[EntityID][]Edge{}
	position, begun := -1, w.result.Cost.EdgesRead
	for e, err := range w.view.Expand(ctx, ExpandQuery{Frontier: frontier, Filter: w.filter}) {
		if err != nil {
			return nil, err
		}
		if e.Position != position {
			position, begun = e.Position, w.result.Cost.EdgesRead
		}
		if w.result.Cost.EdgesRead == w.budget.edges {
			w.cut(EdgeBudget, w.budget.edges)
			w.result.Cost.EdgesRead = begun
			delete(out, e.Near)
			return out, nil
		}
		w.result.Cost.EdgesRead++
		out[e.Near] = append(out[e.Near], e)
	}
	return out, nil
}

// addEdge notes an edge from both its ends, once.
func (w *walk) addEdge(e Edge) {
	w.rows[e.Far] = e.FarRow
	near := w.rows[e.Near]
	for _, seen := range w.edges[e.Near][e.Far] {
		if seen.Claim == e.Claim && seen.Stretch.From == e.Stretch.From {
			return
		}
	}
	w.link(e)
	back := e
	back.Near, back.Far, back.FarRow = e.Far, e.Near, near
	back.Direction = Out
	if e.Direction == Out {
		back.Direction = In
	}
	w.link(back)
}

func (w *walk) link(e Edge) {
	if w.edges[e.Near] == nil {
		w.edges[e.Near] = map[EntityID][]Edge{}
	}
	w.edges[e.Near][e.Far] = append(w.edges[e.Near][e.Far], e)
}

// reach puts the far entity on the frontier if a path may pass through it.
func (w *walk) reach(s *side, e Edge) {
	if _, known := s.distance[e.Far]; known {
		return
	}
	s.distance[e.Far] = s.level
	if w.passable(e.FarRow) {
		s.frontier = append(s.frontier, e.Far)
	}
}

// passable says whether a path may pass through an entity: of a kind that is walked, and no hub. The ends are not passed through.
func (w *walk) passable(row *EntityRow) bool {
	if row.ID == w.query.From || row.ID == w.query.To || !w.pass.Has(row.Kind) {
		return false
	}
	if row.State.Degree > w.query.HubCap {
		w.hubs[row.ID] = row
		return false
	}
	return true
}

// ends says whether a path may end at an entity.
func (w *walk) ends(id EntityID) bool {
	if w.query.To != "" {
		return id == w.query.To
	}
	return id != w.query.From && w.query.ToKinds.Has(w.rows[id].Kind)
}

// farther is the least number of hops from an entity to an end, as far as is known.
func (w *walk) farther(id EntityID) int {
	if w.target == nil {
		return 0
	}
	if d, known := w.target.distance[id]; known {
		return d
	}
	return w.target.level + 1
}

func (w *walk) cut(reason CutReason, limit int) {
	if w.result.Cut == nil {
		w.result.Cut = &Cut{reason, limit}
	}
}

// String names the search in errors.
func (q *PathQuery) String() string {
	return fmt.Sprintf("from %s to %s%v", q.From, q.To, q.ToKinds.List())
}
