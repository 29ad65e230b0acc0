package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// tied is what a tie over one stretch of days shows, whatever list it stands in.
type tied struct {
	Place
	edge *graph.Edge
}

// Predicate is what the tie is.
func (t *tied) Predicate() *Predicate { return predicate(t.view, t.edge.Predicate) }

// Standing is what the sources make of it.
func (t *tied) Standing() graph.Standing { return t.edge.Stretch.Standing }

// Contested says whether somebody competent speaks against it.
func (t *tied) Contested() bool { return t.edge.Stretch.Contested }

// Modality is how it is said.
func (t *tied) Modality() graph.Modality { return t.edge.Modality }

// Certain says whether it certainly holds on the day asked for; nil without one.
func (t *tied) Certain() *bool { return t.view.Certain(&t.edge.Stretch) }

// CertainOn are the days on which it certainly holds.
func (t *tied) CertainOn() []*DateRange { return newRuns(t.edge.Stretch.Certain) }

// Period are the days on which it may hold.
func (t *tied) Period() *DateRange { return newStretchRange(&t.edge.Stretch) }

// ShareMin is the least share in percent; nil when no share is given.
func (t *tied) ShareMin() *graph.Number {
	least, _ := shares(&t.edge.Stretch)
	return least
}

// ShareMax is the greatest share in percent; nil when no share is given.
func (t *tied) ShareMax() *graph.Number {
	_, most := shares(&t.edge.Stretch)
	return most
}

// Tie is a tie of an entity to another, seen from the one at which it was asked for.
type Tie struct {
	tied
	Forward bool
}

func newTie(p Place) *Tie {
	node := as[*graph.TieNode](p)
	return &Tie{tied: tied{p, &node.Edge}, Forward: node.Direction == graph.Out}
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
	return &OfficeEdge{tied{p, &as[*graph.OfficeTie](p).Tie.Edge}}
}

// Node is the office.
func (e *OfficeEdge) Node(ctx context.Context) *Office { return one(ctx, e.Place, newOffice) }

// Claim makes the tie.
func (e *OfficeEdge) Claim(ctx context.Context) *Claim { return one(ctx, e.Place, newClaim) }
