package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Conflict is a contradiction in the sources.
type Conflict struct{ Place }

func newConflict(p Place) *Conflict { return &Conflict{p} }

// Kind says what cannot both be true.
func (c *Conflict) Kind() graph.ConflictKind { return as[*graph.ConflictNode](c.Place).Kind }

// Claims are those that contradict each other.
func (c *Conflict) Claims(ctx context.Context) []*Claim { return many(ctx, c.Place, newClaim) }

// Assertions are those that contradict each other.
func (c *Conflict) Assertions(ctx context.Context) []*Assertion {
	return many(ctx, c.Place, newAssertion)
}
