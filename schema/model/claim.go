package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Claim is one proposition, with its standing in the stretch of days that the reading asks for.
type Claim struct {
	Place
	stretch *graph.Stretch // nil: there is none
}

// Qualifier is one identifying detail of a claim.
type Qualifier struct{ Name, Value string }

func newClaim(p Place) *Claim {
	c := &Claim{Place: p}
	if s, ok := p.view.Shown(c.row()); ok {
		c.stretch = &s
	}
	return c
}

func (c *Claim) row() *graph.ClaimRow { return as[*graph.ClaimRow](c.Place) }

// IsNode marks it as a Node.
func (*Claim) IsNode() {}

// ID is its stable id.
func (c *Claim) ID() string { return string(c.row().ID) }

// Predicate is what it says of its subject.
func (c *Claim) Predicate() *Predicate { return predicate(c.view, c.row().Predicate) }

// Qualifiers are its identifying details.
func (c *Claim) Qualifiers() []*Qualifier {
	shown := make([]*Qualifier, len(c.row().Qualifiers))
	for i, q := range c.row().Qualifiers {
		shown[i] = &Qualifier{Name: q.Name, Value: q.Value}
	}
	return shown
}

// Modality is how it is said.
func (c *Claim) Modality() graph.Modality { return c.row().Modality }

// Standing is what the sources make of it; nil without a stretch.
func (c *Claim) Standing() *graph.Standing {
	if c.stretch == nil {
		return nil
	}
	return &c.stretch.Standing
}

// Contested says whether somebody competent speaks against it.
func (c *Claim) Contested() bool { return c.stretch != nil && c.stretch.Contested }

// Certain says whether it certainly holds on the day asked for; nil without one, or without a stretch.
func (c *Claim) Certain() *bool {
	if c.stretch == nil {
		return nil
	}
	return c.view.Certain(c.stretch)
}

// Period are the days of the stretch.
func (c *Claim) Period() *DateRange {
	if c.stretch == nil {
		return nil
	}
	return newStretchRange(c.stretch)
}

// Subject is the entity that it is about.
func (c *Claim) Subject(ctx context.Context) Entity { return one(ctx, c.Place, newEntity) }

// Object is the entity that it ties the subject to, if it has no value.
func (c *Claim) Object(ctx context.Context) Entity { return one(ctx, c.Place, newEntity) }

// Value is what it says of its subject, if that is no entity.
func (c *Claim) Value(ctx context.Context) ClaimValue { return newValue(c.under(ctx)) }

// Accusatory says whether it accuses one of its ends.
func (c *Claim) Accusatory(ctx context.Context) *bool { return one(ctx, c.Place, loaded[bool]) }

// Standings are all that it has had.
func (c *Claim) Standings(ctx context.Context) []*StandingPeriod {
	return many(ctx, c.Place, newStandingPeriod)
}

// Sentence is it in words.
func (c *Claim) Sentence(ctx context.Context) *string { return one(ctx, c.Place, loaded[string]) }

// Assertions are what was said of it.
func (c *Claim) Assertions(ctx context.Context) *AssertionConnection { return assertions(ctx, c.Place) }

// Denials are those of exactly this claim, and those of others that were judged to mean it.
func (c *Claim) Denials(ctx context.Context) []*Assertion { return many(ctx, c.Place, newAssertion) }

// GeneralDenials are those in general words that were judged to cover it.
func (c *Claim) GeneralDenials(ctx context.Context) []*Assertion {
	return many(ctx, c.Place, newAssertion)
}

// Conflicts are the contradictions in which it takes part.
func (c *Claim) Conflicts(ctx context.Context) []*Conflict { return many(ctx, c.Place, newConflict) }

// Origins are where what supports it comes from.
func (c *Claim) Origins(ctx context.Context) []*Origin { return many(ctx, c.Place, newOrigin) }

// IndependentSources counts origins with different speakers.
func (c *Claim) IndependentSources(ctx context.Context) *int { return one(ctx, c.Place, loaded[int]) }

// ClaimConnection is a page of claims.
type ClaimConnection struct{ connection }

func claims(ctx context.Context, p Place) *ClaimConnection { return &ClaimConnection{page(ctx, p)} }

// Edges are the entries of the page.
func (c *ClaimConnection) Edges(ctx context.Context) []*ClaimEdge {
	return rows(ctx, c.connection, func(p Place) *ClaimEdge { return &ClaimEdge{p} })
}

// Nodes are the claims.
func (c *ClaimConnection) Nodes(ctx context.Context) []*Claim {
	return rows(ctx, c.connection, newClaim)
}

// ClaimEdge is a claim in a list.
type ClaimEdge struct{ Place }

// Node is the claim.
func (e *ClaimEdge) Node(ctx context.Context) *Claim { return newClaim(e.under(ctx)) }

// ClaimSet is all claims that answer a question with one expected answer.
type ClaimSet struct{ Place }

func newClaimSet(p Place) *ClaimSet { return &ClaimSet{p} }

// Claims are the answers, strongest first.
func (s *ClaimSet) Claims(ctx context.Context) []*Claim { return many(ctx, s.Place, newClaim) }

// Conflict is what cannot both be true among them.
func (s *ClaimSet) Conflict(ctx context.Context) *Conflict { return one(ctx, s.Place, newConflict) }

// Origin is where a support of a claim comes from.
type Origin struct{ Place }

func newOrigin(p Place) *Origin { return &Origin{p} }

// Speaker is who says it.
func (o *Origin) Speaker(ctx context.Context) Entity { return one(ctx, o.Place, newEntity) }

// Work is the first work in the chain.
func (o *Origin) Work(ctx context.Context) *Document { return one(ctx, o.Place, newDocument) }

// Publisher is who published the document.
func (o *Origin) Publisher(ctx context.Context) Entity { return one(ctx, o.Place, newEntity) }
