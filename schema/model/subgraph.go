package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// Subgraph is some entities, what lies around them, and the ties among all of these.
type Subgraph struct{ Place }

func newSubgraph(p Place) *Subgraph { return &Subgraph{p} }

// SubgraphNode stands for what was found around some entities.
type SubgraphNode struct{ *graph.SubgraphResult }

// Key is the same for all: there is one in an answer.
func (*SubgraphNode) Key() string { return "subgraph" }

// Entities are those asked for first, then the nearest.
func (s *Subgraph) Entities(ctx context.Context) []Entity { return many(ctx, s.Place, newEntity) }

// Ties are those among the entities.
func (s *Subgraph) Ties(ctx context.Context) []*SubgraphTie {
	return many(ctx, s.Place, newSubgraphTie)
}

// Truncated says which bound cut the answer.
func (s *Subgraph) Truncated() *Truncation {
	return truncation(as[*SubgraphNode](s.Place).Cut)
}

// SubgraphTie is a tie between two entities of a subgraph.
type SubgraphTie struct{ tied }

func newSubgraphTie(p Place) *SubgraphTie {
	t := as[*graph.SubgraphTie](p)
	return &SubgraphTie{tied{p, &t.Edge}}
}

// From is the claim's subject.
func (t *SubgraphTie) From(ctx context.Context) Entity { return one(ctx, t.Place, newEntity) }

// To is the claim's object.
func (t *SubgraphTie) To(ctx context.Context) Entity { return one(ctx, t.Place, newEntity) }

// Claim makes the tie.
func (t *SubgraphTie) Claim(ctx context.Context) *Claim { return one(ctx, t.Place, newClaim) }
