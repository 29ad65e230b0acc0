package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// SubgraphResult is some entities, what lies around them, and the ties among all of these.
type SubgraphResult struct {
	Entities []*EntityRow   // those asked for first, then nearest first, then in order of id
	Ties     []*SubgraphTie // in order of predicate, ids and first day
	Cut      *Cut
}

// SubgraphTie is a tie between two entities of a subgraph, from the claim's subject to its object.
type SubgraphTie struct {
	Edge
	Certain  *bool // whether it certainly holds on the view's day; nil without one
	From, To *EntityRow
}

// Key tells ties apart.
func (n *SubgraphTie) Key() string { return string(n.Claim) + " " + intKey(n.Stretch.From) }

// Bounds of a subgraph.
const (
	maxHopsAround  = 3
	maxSubgraph    = 1_000 // entities
	maxAskedAround = 100
	tiesPerEntity  = 10
	maxEdgesAround = 100_000 // read while looking around
)

// Subgraph gives what lies within some hops of entities, by the ties that pass the filter; 0 hops give the ties among these alone. The
// answer holds at most limit entities and ten times as many ties. An unknown id is ErrNotFound.
func (v *View) Subgraph(ctx context.Context, ids []EntityID, hops int, f TieFilter, limit int) (*SubgraphResult, error) {
	if err := checkSubgraph(ids, hops, limit); err != nil {
		return nil, err
	}
	rows, err := readSome(ctx, v, ids, entitiesByID)
	if err != nil {
		return nil, err
	}
	s := &surroundings{view: v, filter: tieRead{filter: f}, limit: limit, rows: map[EntityID]*EntityRow{}}
	for _, id := range ids {
		if rows[id] == nil {
			return nil, notFound("entity", string(id))
		}
		s.add(rows[id])
	}
	level := slices.Clone(s.result.Entities)
	for range hops {
		if level, err = s.step(ctx, level); err != nil {
			return nil, err
		}
	}
	return &s.result, s.addTies(ctx)
}

func checkSubgraph(ids []EntityID, hops, limit int) error {
	switch {
	case limit < 1 || limit > maxSubgraph:
		return Invalid("limit", strconv.Itoa(limit), "1 to 1,000")
	case hops < 0 || hops > maxHopsAround:
		return Invalid("hops", strconv.Itoa(hops), "0 to 3")
	case len(ids) == 0 || len(ids) > min(maxAskedAround, limit):
		return Invalid("ids", strconv.Itoa(len(ids)), "1 to 100 ids, and not more than limit")
	default:
		return nil
	}
}

// surroundings is a subgraph that is being gathered.
type surroundings struct {
	view   *View
	filter tieRead
	limit  int
	read   int
	rows   map[EntityID]*EntityRow
	result SubgraphResult
}

func (s *surroundings) add(e *EntityRow) {
	if s.rows[e.ID] == nil {
		s.rows[e.ID] = e
		s.result.Entities = append(s.result.Entities, e)
	}
}

func (s *surroundings) cut(reason CutReason, limit int) {
	if s.result.Cut == nil {
		s.result.Cut = &Cut{reason, limit}
	}
}

// step goes one hop further from a level and gives the next.
func (s *surroundings) step(ctx context.Context, level []*EntityRow) ([]*EntityRow, error) {
	if len(level) == 0 {
		return nil, nil
	}
	filter, some, err := s.filter.edgeFilter(s.view)
	if err != nil || !some {
		return nil, err
	}
	found := map[EntityID]*EntityRow{}
	for e, err := range s.view.Expand(ctx, ExpandQuery{Frontier: idsOf(level), Filter: filter}) {
		if err != nil {
			return nil, err
		}
		if s.read++; s.read > maxEdgesAround {
			s.cut(EdgeBudget, maxEdgesAround)
			break
		}
		if keep, err := s.view.keepsTie(&s.filter, level[e.Position], &e); err != nil {
			return nil, err
		} else if keep && s.rows[e.Far] == nil {
			found[e.Far] = e.FarRow
		}
	}
	var next []*EntityRow
	for _, id := range sortedIDs(found) {
		if len(s.result.Entities) == s.limit {
			s.cut(AnswerLimit, s.limit)
			break
		}
		s.add(found[id])
		next = append(next, found[id])
	}
	return next, nil
}

// addTies reads the ties among the entities: those that pass the filter as seen from either end.
func (s *surroundings) addTies(ctx context.Context) error {
	filter, some, err := s.filter.edgeFilter(s.view)
	if err != nil || !some {
		return err
	}
	frontier := s.result.Entities
	if len(filter.Between) == 0 {
		filter.Between = idsOf(frontier)
	}
	seen := map[string]bool{}
	for e, err := range s.view.Expand(ctx, ExpandQuery{Frontier: idsOf(frontier), Filter: filter}) {
		if err != nil {
			return err
		}
		if s.read++; s.read > 2*maxEdgesAround {
			s.cut(EdgeBudget, 2*maxEdgesAround)
			break
		}
		keep, err := s.view.keepsTie(&s.filter, frontier[e.Position], &e)
		if err != nil {
			return err
		}
		t := s.tie(e)
		if keep && s.rows[e.Far] != nil && !seen[t.Key()] {
			seen[t.Key()] = true
			s.result.Ties = append(s.result.Ties, t)
		}
	}
	slices.SortFunc(s.result.Ties, func(a, b *SubgraphTie) int {
		return cmp.Or(
			cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Near, b.Near), cmp.Compare(a.Far, b.Far),
			cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Stretch.From, b.Stretch.From),
		)
	})
	if most := tiesPerEntity * s.limit; len(s.result.Ties) > most {
		s.result.Ties = s.result.Ties[:most]
		s.cut(AnswerLimit, most)
	}
	return nil
}

// tie turns an edge so that the claim's subject is near.
func (s *surroundings) tie(e Edge) *SubgraphTie {
	if e.Direction == In {
		e.Near, e.Far, e.Direction = e.Far, e.Near, Out
	}
	e.FarRow = s.rows[e.Far]
	return &SubgraphTie{Edge: e, Certain: s.view.Certain(&e.Stretch), From: s.rows[e.Near], To: s.rows[e.Far]}
}
