package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// tied is what a tie over one stretch of days shows, whatever list it stands in.
type tied struct {
	Place
	Standing           graph.Standing
	Contested          bool
	Modality           graph.Modality
	Certain            *bool
	CertainOn          []*DateRange
	Period             *DateRange
	ShareMin, ShareMax *graph.Number
	Predicate          *Predicate
}

func newTied(p Place, e *graph.Edge) tied {
	s := &e.Stretch
	t := tied{
		Place: p, Standing: s.Standing, Contested: s.Contested, Modality: e.Modality, Certain: p.view.Certain(s),
		CertainOn: newRuns(s.Certain), Period: newStretchRange(s), Predicate: predicate(p.view, e.Predicate),
	}
	t.ShareMin, t.ShareMax = shares(s)
	return t
}

// Tie is a tie of an entity to another, seen from the one at which it was asked for.
type Tie struct {
	tied
	Forward bool
}

func newTie(p Place) *Tie {
	node := as[*graph.TieNode](p)
	return &Tie{tied: newTied(p, &node.Edge), Forward: node.Direction == graph.Out}
}

// Node is the entity at the far end.
func (t *Tie) Node(ctx context.Context) Entity { return one(ctx, t.Place, newEntity) }

// Claim makes the tie.
func (t *Tie) Claim(ctx context.Context) *Claim { return one(ctx, t.Place, newClaim) }

// TieConnection is a page of ties.
type TieConnection struct{ connection }

func ties(ctx context.Context, p Place) *TieConnection { return &TieConnection{page(ctx, p)} }

// Edges are the ties.
func (c *TieConnection) Edges(ctx context.Context) []*Tie { return rows(ctx, c.connection, newTie) }

// Nodes are the entities at the far ends.
func (c *TieConnection) Nodes(ctx context.Context) []Entity {
	return through(ctx, c.connection, newEntity)
}

// UnitConnection is a page of organisational units.
type UnitConnection struct{ connection }

// Edges are the ties to the units.
func (c *UnitConnection) Edges(ctx context.Context) []*Tie { return rows(ctx, c.connection, newTie) }

// Nodes are the units.
func (c *UnitConnection) Nodes(ctx context.Context) []Entity {
	return through(ctx, c.connection, newEntity)
}

// StatedCount is how many units the sources speak of.
func (c *UnitConnection) StatedCount() *Quantity { return newQuantity(c.page.Stated) }

// UnresolvedCount is how many of those are not known one by one.
func (c *UnitConnection) UnresolvedCount() *Quantity { return newQuantity(c.page.Unresolved) }

// TieSet is all ties that answer a question with one expected answer.
type TieSet struct{ Place }

func newTieSet(p Place) *TieSet { return &TieSet{p} }

// Ties are the answers, strongest first.
func (s *TieSet) Ties(ctx context.Context) []*Tie { return many(ctx, s.Place, newTie) }

// Conflict is what cannot both be true among them.
func (s *TieSet) Conflict(ctx context.Context) *Conflict { return one(ctx, s.Place, newConflict) }

// TieFacet counts ties of one kind.
type TieFacet struct {
	Direction graph.Direction
	Predicate *Predicate
	Standing  graph.Standing
	Count     int
}

func newTieFacet(p Place) *TieFacet {
	f := as[*graph.FacetNode](p)
	return &TieFacet{
		Direction: f.Direction, Predicate: predicate(p.view, f.Predicate), Standing: f.Standing, Count: f.Count,
	}
}

// OfficeConnection is a page of offices.
type OfficeConnection struct{ connection }

// Edges are the ties to the offices.
func (c *OfficeConnection) Edges(ctx context.Context) []*OfficeEdge {
	return rows(ctx, c.connection, newOfficeEdge)
}

// Nodes are the offices.
func (c *OfficeConnection) Nodes(ctx context.Context) []*Office {
	return through(ctx, c.connection, newOffice)
}

// OfficeEdge is a tie to an office.
type OfficeEdge struct{ tied }

func newOfficeEdge(p Place) *OfficeEdge {
	return &OfficeEdge{newTied(p, &as[*graph.OfficeTie](p).Tie.Edge)}
}

// Node is the office.
func (e *OfficeEdge) Node(ctx context.Context) *Office { return one(ctx, e.Place, newOffice) }

// Claim makes the tie.
func (e *OfficeEdge) Claim(ctx context.Context) *Claim { return one(ctx, e.Place, newClaim) }
