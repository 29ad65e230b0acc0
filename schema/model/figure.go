package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Figure is a number that a source gives.
type Figure struct {
	Place
	Predicate *Predicate
	Period    *DateRange
	Standing  graph.Standing
	Contested bool
	Quote     *string
}

func newFigure(p Place) *Figure {
	f := as[*graph.FigureNode](p)
	return &Figure{
		Place: p, Predicate: predicate(p.view, f.Claim.Predicate), Period: newStretchRange(&f.Stretch),
		Standing: f.Stretch.Standing, Contested: f.Stretch.Contested, Quote: f.Quote,
	}
}

// Value is the number or amount.
func (f *Figure) Value(ctx context.Context) ClaimValue { return one(ctx, f.Place, newValue) }

// Claim is all that is said of it.
func (f *Figure) Claim(ctx context.Context) *Claim { return one(ctx, f.Place, newClaim) }

// FigureConnection is a page of figures.
type FigureConnection struct{ connection }

// Edges are the entries of the page.
func (c *FigureConnection) Edges(ctx context.Context) []*FigureEdge {
	return rows(ctx, c.connection, func(p Place) *FigureEdge { return &FigureEdge{p} })
}

// Nodes are the figures.
func (c *FigureConnection) Nodes(ctx context.Context) []*Figure {
	return rows(ctx, c.connection, newFigure)
}

// FigureEdge is a figure in a list.
type FigureEdge struct{ Place }

// Node is the figure.
func (e *FigureEdge) Node(ctx context.Context) *Figure { return newFigure(e.under(ctx)) }

// StatedListed says how many things the sources state, against those that they list.
type StatedListed struct {
	Place
	Stated, Missing *Quantity
	Listed          int
}

func newStatedListed(p Place) *StatedListed {
	s := as[*graph.StatedNode](p)
	return &StatedListed{Place: p, Stated: newQuantity(s.Stated), Missing: newQuantity(s.Missing), Listed: s.Listed}
}

// Claims are all that state a number.
func (s *StatedListed) Claims(ctx context.Context) []*Claim { return many(ctx, s.Place, newClaim) }

// Conflict is what cannot both be true among them.
func (s *StatedListed) Conflict(ctx context.Context) *Conflict { return one(ctx, s.Place, newConflict) }

// Entities are those that are listed.
func (s *StatedListed) Entities(ctx context.Context) []Entity { return many(ctx, s.Place, newEntity) }
