package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// PathsNode stands for what a path search found, with the question, by which more is counted when asked for.
type PathsNode struct {
	*graph.PathResult
	Query graph.PathQuery
}

// Key is the same for all: there is one in an answer.
func (*PathsNode) Key() string { return "paths" }

// ExcludedNode stands for the paths that a search left out.
type ExcludedNode struct{ *graph.PathsExcluded }

// Key is the same for all: there is one in an answer.
func (*ExcludedNode) Key() string { return "excluded" }

// PathResult is what path search found, and what it left out.
type PathResult struct{ Place }

func newPathResult(p Place) *PathResult { return &PathResult{p} }

func (r *PathResult) row() *graph.PathResult { return as[*PathsNode](r.Place).PathResult }

// Paths are the first ones found.
func (r *PathResult) Paths(ctx context.Context) []*Path { return many(ctx, r.Place, newPath) }

// ExcludedHubs were not passed through.
func (r *PathResult) ExcludedHubs(ctx context.Context) []*ExcludedHub {
	return many(ctx, r.Place, newExcludedHub)
}

// Excluded counts the paths that restrictions left out.
func (r *PathResult) Excluded(ctx context.Context) *ExcludedPaths {
	return one(ctx, r.Place, newExcludedPaths)
}

// Truncated says which bound cut the search.
func (r *PathResult) Truncated() *Truncation { return truncation(r.row().Cut) }

// Searched is what the search took.
func (r *PathResult) Searched() *SearchCost {
	cost := r.row().Cost
	return &SearchCost{EdgesRead: cost.EdgesRead, PartialPaths: cost.PartialPaths}
}

// Path is a chain of entities.
type Path struct {
	Place
	Standing      graph.Standing
	Length        int
	Coexist       graph.Coexistence
	Overlap       *DateRange
	StatedAsWhole bool
}

func newPath(p Place) *Path {
	row := as[*graph.Path](p)
	path := &Path{
		Place: p, Standing: row.Standing, Length: len(row.Hops), Coexist: row.Coexist, StatedAsWhole: row.AsWhole,
	}
	if row.Overlap != nil {
		path.Overlap = newDateRange(*row.Overlap, false, false)
	}
	return path
}

// Hops lead from start to end.
func (p *Path) Hops(ctx context.Context) []*Hop { return many(ctx, p.Place, newHop) }

// WeakestHop is the one that carries least.
func (p *Path) WeakestHop(ctx context.Context) *Hop { return one(ctx, p.Place, newHop) }

// Hop is one step of a path.
type Hop struct {
	tied
	Forward  bool
	Parallel int
}

func newHop(p Place) *Hop {
	h := as[*graph.Hop](p)
	return &Hop{tied: tied{p, &h.Edge}, Forward: h.Edge.Direction == graph.Out, Parallel: h.Parallel}
}

// From is where the step begins.
func (h *Hop) From(ctx context.Context) Entity { return one(ctx, h.Place, newEntity) }

// To is where the step ends.
func (h *Hop) To(ctx context.Context) Entity { return one(ctx, h.Place, newEntity) }

// Claim makes the step.
func (h *Hop) Claim(ctx context.Context) *Claim { return one(ctx, h.Place, newClaim) }

// ExcludedPaths counts paths that restrictions left out; nil where paths of the sort were admitted.
type ExcludedPaths struct{ Alleged, NotCoexisting *PathCount }

func newExcludedPaths(p Place) *ExcludedPaths {
	left := as[*ExcludedNode](p)
	return &ExcludedPaths{Alleged: newPathCount(left.Alleged), NotCoexisting: newPathCount(left.NotCoexisting)}
}

// PathCount is a number of paths, and whether there may be more.
type PathCount struct {
	Count   int
	AtLeast bool
}

func newPathCount(c *graph.PathCount) *PathCount {
	if c == nil {
		return nil
	}
	return &PathCount{Count: c.Count, AtLeast: c.AtLeast}
}

// ExcludedHub is an entity that was not passed through because it has too many ties.
type ExcludedHub struct {
	Place
	Degree int
}

func newExcludedHub(p Place) *ExcludedHub {
	return &ExcludedHub{Place: p, Degree: as[*graph.EntityRow](p).State.Degree}
}

// Entity is the hub.
func (h *ExcludedHub) Entity(ctx context.Context) Entity { return newEntity(h.under(ctx)) }

// SearchCost is what a search of paths took.
type SearchCost struct{ EdgesRead, PartialPaths int }
