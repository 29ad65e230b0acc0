package model

import (
	"context"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// Change is one record that a revision added.
type Change struct {
	Place
	Revision    graph.Revision
	Ordinal     int
	At          time.Time
	OperationID string
	Kind        ChangeKind
	ID          string
}

func newChange(p Place) *Change {
	c := as[*graph.ChangeNode](p).Change
	return &Change{
		Place: p, Revision: c.Revision, Ordinal: c.Ordinal - 1, At: c.Time, OperationID: string(c.Operation),
		Kind: ChangeKind(c.Kind), ID: c.ID,
	}
}

// Node is what the id names.
func (c *Change) Node(ctx context.Context) Node { return one(ctx, c.Place, newNode) }

// ChangeConnection is a page of changes.
type ChangeConnection struct{ connection }

// Edges are the entries of the page.
func (c *ChangeConnection) Edges(ctx context.Context) []*ChangeEdge {
	return rows(ctx, c.connection, func(p Place) *ChangeEdge { return &ChangeEdge{p} })
}

// Nodes are the changes.
func (c *ChangeConnection) Nodes(ctx context.Context) []*Change {
	return rows(ctx, c.connection, newChange)
}

// ChangeEdge is a change in a list.
type ChangeEdge struct{ Place }

// Node is the change.
func (e *ChangeEdge) Node(ctx context.Context) *Change { return newChange(e.under(ctx)) }
