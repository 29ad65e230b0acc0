package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// NameConnection is a page of names.
type NameConnection struct{ connection }

// Edges are the names with their claims.
func (c *NameConnection) Edges(ctx context.Context) []*NameEdge {
	return rows(ctx, c.connection, func(p Place) *NameEdge { return &NameEdge{p} })
}

// Nodes are the names.
func (c *NameConnection) Nodes(ctx context.Context) []*Name { return rows(ctx, c.connection, nameOf) }

// NameEdge is a name with the claim that says so.
type NameEdge struct{ Place }

// Node is the name.
func (e *NameEdge) Node(ctx context.Context) *Name { return nameOf(e.under(ctx)) }

// Claim says that it is called so.
func (e *NameEdge) Claim(ctx context.Context) *Claim { return newClaim(e.under(ctx)) }

// nameOf shows the name in a claim; nil when it holds none.
func nameOf(p Place) *Name {
	name, ok := as[*graph.ClaimRow](p).Value.(graph.Name)
	if !ok {
		return nil
	}
	return newName(name)
}

// IdentifierConnection is a page of identifiers.
type IdentifierConnection struct{ connection }

// Edges are the identifiers with their claims.
func (c *IdentifierConnection) Edges(ctx context.Context) []*IdentifierEdge {
	return rows(ctx, c.connection, func(p Place) *IdentifierEdge { return &IdentifierEdge{p} })
}

// Nodes are the identifiers.
func (c *IdentifierConnection) Nodes(ctx context.Context) []*Identifier {
	return rows(ctx, c.connection, identifierOf)
}

// IdentifierEdge is an identifier with the claim that says so.
type IdentifierEdge struct{ Place }

// Node is the identifier.
func (e *IdentifierEdge) Node(ctx context.Context) *Identifier { return identifierOf(e.under(ctx)) }

// Claim says that it bears this mark.
func (e *IdentifierEdge) Claim(ctx context.Context) *Claim { return newClaim(e.under(ctx)) }

// identifierOf shows the identifier in a claim; nil when it holds none.
func identifierOf(p Place) *Identifier {
	mark, ok := as[*graph.ClaimRow](p).Value.(graph.Identifier)
	if !ok {
		return nil
	}
	return newIdentifier(mark)
}
