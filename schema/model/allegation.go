package model

import "context"

// Allegation is a claim that accuses, or that somebody alleged, with all that was answered to it.
type Allegation struct{ Place }

func newAllegation(p Place) *Allegation { return &Allegation{p} }

// Claim is what is alleged.
func (a *Allegation) Claim(ctx context.Context) *Claim { return one(ctx, a.Place, newClaim) }

// AllegedBy is everybody who alleges, asserts or found it.
func (a *Allegation) AllegedBy(ctx context.Context) []Entity { return many(ctx, a.Place, newEntity) }

// Denials are those of exactly the claim, and those of others that were judged to mean it.
func (a *Allegation) Denials(ctx context.Context) []*Assertion {
	return many(ctx, a.Place, newAssertion)
}

// GeneralDenials are those in general words that were judged to cover it.
func (a *Allegation) GeneralDenials(ctx context.Context) []*Assertion {
	return many(ctx, a.Place, newAssertion)
}

// Determinations are findings for it and against it.
func (a *Allegation) Determinations(ctx context.Context) []*Assertion {
	return many(ctx, a.Place, newAssertion)
}

// Retractions are withdrawals by who had said it.
func (a *Allegation) Retractions(ctx context.Context) []*Assertion {
	return many(ctx, a.Place, newAssertion)
}

// ReplyRecorded says whether a reply of a party is on file.
func (a *Allegation) ReplyRecorded(ctx context.Context) *bool { return one(ctx, a.Place, loaded[bool]) }

// AllegationConnection is a page of allegations.
type AllegationConnection struct{ connection }

// Edges are the entries of the page.
func (c *AllegationConnection) Edges(ctx context.Context) []*AllegationEdge {
	return rows(ctx, c.connection, func(p Place) *AllegationEdge { return &AllegationEdge{p} })
}

// Nodes are the allegations.
func (c *AllegationConnection) Nodes(ctx context.Context) []*Allegation {
	return rows(ctx, c.connection, newAllegation)
}

// AllegationEdge is an allegation in a list.
type AllegationEdge struct{ Place }

// Node is the allegation.
func (e *AllegationEdge) Node(ctx context.Context) *Allegation { return newAllegation(e.under(ctx)) }
