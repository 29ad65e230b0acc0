package model

import "context"

// Fact is one thing recorded from a document.
type Fact struct{ Place }

func newFact(p Place) *Fact { return &Fact{p} }

// Claim is what is said.
func (f *Fact) Claim(ctx context.Context) *Claim { return one(ctx, f.Place, newClaim) }

// Assertion is what is said of it here.
func (f *Fact) Assertion(ctx context.Context) *Assertion { return one(ctx, f.Place, newAssertion) }

// Evidence is where exactly it stands.
func (f *Fact) Evidence(ctx context.Context) *Evidence { return one(ctx, f.Place, newEvidence) }

// FactConnection is a page of facts.
type FactConnection struct{ connection }

// Edges are the entries of the page.
func (c *FactConnection) Edges(ctx context.Context) []*FactEdge {
	return rows(ctx, c.connection, func(p Place) *FactEdge { return &FactEdge{p} })
}

// Nodes are the facts.
func (c *FactConnection) Nodes(ctx context.Context) []*Fact { return rows(ctx, c.connection, newFact) }

// FactEdge is a fact in a list.
type FactEdge struct{ Place }

// Node is the fact.
func (e *FactEdge) Node(ctx context.Context) *Fact { return newFact(e.under(ctx)) }
