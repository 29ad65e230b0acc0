package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// entity is what the views of all kinds share.
type entity struct{ Place }

func (e entity) row() *graph.EntityRow { return as[*graph.EntityRow](e.Place) }

// IsNode marks it as a Node.
func (entity) IsNode() {}

// IsEntity marks it as an Entity.
func (entity) IsEntity() {}

// ID is its stable id.
func (e entity) ID() string { return string(e.row().ID) }

// Kind is what it is.
func (e entity) Kind() graph.EntityKind { return e.row().Kind }

// Specificity says how exactly the sources tell which one they mean.
func (e entity) Specificity() graph.Specificity { return e.row().Specificity }

// Count is of how many a GROUP is; nil when unknown, and for others.
func (e entity) Count() *Quantity { return newQuantity(e.row().Count) }

// Caption is the label given at creation.
func (e entity) Caption() string { return e.row().Caption }

// Name is the preferred name.
func (e entity) Name() string { return e.row().State.Name }

// Degree counts its safe and alleged ties.
func (e entity) Degree(ctx context.Context) *int { return one(ctx, e.Place, loaded[int]) }

// AgencyKind is what kind of body an agency is; nil when not said.
func (e entity) AgencyKind() *graph.AgencyKind { return given(e.row().AgencyKind) }

// MeasureKind is what kind of act a measure is.
func (e entity) MeasureKind() graph.MeasureKind { return e.row().MeasureKind }

// FirstDay is the day from which a measure is on file; nil when there is none.
func (e entity) FirstDay() *graph.Day { return bounded(e.row().State.FirstDay) }

// Anchor is the document by which it is known, if it is not by name.
func (e entity) Anchor(ctx context.Context) *Document { return one(ctx, e.Place, newDocument) }

// Names are its names, strongest first.
func (e entity) Names(ctx context.Context) *NameConnection {
	return &NameConnection{page(ctx, e.Place)}
}

// Identifiers are the marks that registers give it.
func (e entity) Identifiers(ctx context.Context) *IdentifierConnection {
	return &IdentifierConnection{page(ctx, e.Place)}
}

// Claims are those in which it is subject or object.
func (e entity) Claims(ctx context.Context) *ClaimConnection { return claims(ctx, e.Place) }

// Ties are its ties in both directions.
func (e entity) Ties(ctx context.Context) *TieConnection { return ties(ctx, e.Place) }

// TieFacets count its ties.
func (e entity) TieFacets(ctx context.Context) []*TieFacet { return many(ctx, e.Place, newTieFacet) }

// Allegations are what is alleged about it or by it.
func (e entity) Allegations(ctx context.Context) *AllegationConnection {
	return &AllegationConnection{page(ctx, e.Place)}
}

// Said is everything that it said.
func (e entity) Said(ctx context.Context) *AssertionConnection { return assertions(ctx, e.Place) }

// Measures are those that name it.
func (e entity) Measures(ctx context.Context) *MeasureConnection {
	return &MeasureConnection{page(ctx, e.Place)}
}

// Judgements are those on whether it is the same as another.
func (e entity) Judgements(ctx context.Context) *JudgementConnection {
	return &JudgementConnection{page(ctx, e.Place)}
}

// Documents are those in which evidence of a claim about it stands.
func (e entity) Documents(ctx context.Context) *DocumentConnection { return documents(ctx, e.Place) }
