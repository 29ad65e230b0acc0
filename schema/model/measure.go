package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Authority is who issued a measure.
func (e entity) Authority(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// Status is what a measure is on the day asked for; nil when it is not on file for it.
func (e entity) Status(ctx context.Context) *graph.MeasureStatus {
	return one(ctx, e.Place, loaded[graph.MeasureStatus])
}

// Days are the days of a measure.
func (e entity) Days(ctx context.Context) []*MeasureDay { return many(ctx, e.Place, newMeasureDay) }

// Provisions are what a measure orders or allows.
func (e entity) Provisions(ctx context.Context) *ClaimConnection { return claims(ctx, e.Place) }

// Targets are those that a measure names.
func (e entity) Targets(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Addressees are those whom a measure binds.
func (e entity) Addressees(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// Grounds are the claims on which a measure rests.
func (e entity) Grounds(ctx context.Context) *ClaimConnection { return claims(ctx, e.Place) }

// LegalBasis is the law on which a measure rests.
func (e entity) LegalBasis(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// ListedOn is the list on which a measure enters names.
func (e entity) ListedOn(ctx context.Context) *TieSet { return one(ctx, e.Place, newTieSet) }

// StandardOfProof is how much proof a measure's authority asks for.
func (e entity) StandardOfProof(ctx context.Context) []*string {
	return many(ctx, e.Place, loaded[string])
}

// Citation is where a measure is printed.
func (e entity) Citation(ctx context.Context) *ClaimSet { return one(ctx, e.Place, newClaimSet) }

// Challenges are what was brought against a measure.
func (e entity) Challenges(ctx context.Context) *ClaimConnection { return claims(ctx, e.Place) }

// LaterActs are the measures that changed a measure.
func (e entity) LaterActs(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// StatementsAbout are what was said of a measure itself.
func (e entity) StatementsAbout(ctx context.Context) *AssertionConnection {
	return assertions(ctx, e.Place)
}

// MeasureDay is a day of a measure.
type MeasureDay struct {
	Place
	Kind MeasureDayKind
	Day  *DateValue
}

func newMeasureDay(p Place) *MeasureDay {
	node := as[*graph.MeasureDayNode](p)
	return &MeasureDay{Place: p, Kind: MeasureDayKind(node.Kind), Day: newDateValue(node.Date)}
}

// Claims are those that give the day.
func (d *MeasureDay) Claims(ctx context.Context) []*Claim { return many(ctx, d.Place, newClaim) }

// Conflict is what cannot both be true of the day.
func (d *MeasureDay) Conflict(ctx context.Context) *Conflict { return one(ctx, d.Place, newConflict) }

// MeasureConnection is a page of measures that name an entity.
type MeasureConnection struct{ connection }

// Edges are the ties to the measures.
func (c *MeasureConnection) Edges(ctx context.Context) []*MeasureEdge {
	return rows(ctx, c.connection, newMeasureEdge)
}

// Nodes are the measures.
func (c *MeasureConnection) Nodes(ctx context.Context) []*Measure {
	return through(ctx, c.connection, newMeasure)
}

// MeasureEdge is a measure with the tie by which it names an entity.
type MeasureEdge struct {
	tied
	Status *graph.MeasureStatus
}

func newMeasureEdge(p Place) *MeasureEdge {
	node := as[*graph.MeasureTie](p)
	return &MeasureEdge{tied: tied{p, &node.Tie.Edge}, Status: given(node.Status)}
}

// Node is the measure.
func (e *MeasureEdge) Node(ctx context.Context) *Measure { return one(ctx, e.Place, newMeasure) }

// Claim makes the tie.
func (e *MeasureEdge) Claim(ctx context.Context) *Claim { return one(ctx, e.Place, newClaim) }

// AllMeasuresConnection is a page of measures.
type AllMeasuresConnection struct{ connection }

// Edges are the entries of the page.
func (c *AllMeasuresConnection) Edges(ctx context.Context) []*AllMeasuresEdge {
	return rows(ctx, c.connection, func(p Place) *AllMeasuresEdge { return &AllMeasuresEdge{p} })
}

// Nodes are the measures.
func (c *AllMeasuresConnection) Nodes(ctx context.Context) []*Measure {
	return rows(ctx, c.connection, newMeasure)
}

// AllMeasuresEdge is a measure in a list.
type AllMeasuresEdge struct{ Place }

// Node is the measure.
func (e *AllMeasuresEdge) Node(ctx context.Context) *Measure { return newMeasure(e.under(ctx)) }
