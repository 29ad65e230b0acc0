package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// EntityConnection is a page of entities.
type EntityConnection struct{ connection }

// Edges are the entries of the page.
func (c *EntityConnection) Edges(ctx context.Context) []*EntityEdge {
	return rows(ctx, c.connection, newEntityEdge)
}

// Nodes are the entities.
func (c *EntityConnection) Nodes(ctx context.Context) []Entity {
	return through(ctx, c.connection, newEntity)
}

// EntityEdge is an entity in a list.
type EntityEdge struct {
	Place
	MatchingTies *int
}

func newEntityEdge(p Place) *EntityEdge {
	return &EntityEdge{Place: p, MatchingTies: as[*graph.EntityMatch](p).MatchingTies}
}

// Node is the entity.
func (e *EntityEdge) Node(ctx context.Context) Entity { return one(ctx, e.Place, newEntity) }

// SearchConnection is a page of what a search found.
type SearchConnection struct{ connection }

// Edges are the entries of the page.
func (c *SearchConnection) Edges(ctx context.Context) []*SearchEdge {
	return rows(ctx, c.connection, newSearchEdge)
}

// Nodes are the entities.
func (c *SearchConnection) Nodes(ctx context.Context) []Entity {
	return through(ctx, c.connection, newEntity)
}

// SearchEdge is an entity with how it was found.
type SearchEdge struct {
	Place
	Score                float64
	Matched, Explanation string
	Match                graph.MatchKind
}

func newSearchEdge(p Place) *SearchEdge {
	hit := as[*graph.SearchHit](p)
	return &SearchEdge{
		Place: p, Score: hit.Score, Matched: hit.Matched, Explanation: hit.Explanation, Match: hit.Match,
	}
}

// Node is the entity.
func (e *SearchEdge) Node(ctx context.Context) Entity { return one(ctx, e.Place, newEntity) }
