package model

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Answer shows what a field of Query read: it has one method a field.
type Answer struct{ Place }

// Node is anything by its id.
func (a Answer) Node(ctx context.Context) Node { return one(ctx, a.Place, newNode) }

// Nodes are several things by their ids, nil where there is none.
func (a Answer) Nodes(ctx context.Context) []Node {
	return many(ctx, a.Place, func(p Place) Node {
		if _, missing := p.node.(Nothing); missing {
			return nil
		}
		return newNode(p)
	})
}

// Nothing stands in a list for what is not on file.
type Nothing struct{}

// Key is the same for all.
func (Nothing) Key() string { return "" }

// Entity is one entity.
func (a Answer) Entity(ctx context.Context) Entity { return one(ctx, a.Place, newEntity) }

// Entities are those that pass a filter.
func (a Answer) Entities(ctx context.Context) *EntityConnection {
	return &EntityConnection{page(ctx, a.Place)}
}

// Search finds entities by name.
func (a Answer) Search(ctx context.Context) *SearchConnection {
	return &SearchConnection{page(ctx, a.Place)}
}

// Documents are those that pass a filter.
func (a Answer) Documents(ctx context.Context) *DocumentConnection { return documents(ctx, a.Place) }

// Claims are those that pass a filter.
func (a Answer) Claims(ctx context.Context) *ClaimConnection { return claims(ctx, a.Place) }

// Allegations are those that pass a filter.
func (a Answer) Allegations(ctx context.Context) *AllegationConnection {
	return &AllegationConnection{page(ctx, a.Place)}
}

// Measures are those that pass a filter.
func (a Answer) Measures(ctx context.Context) *AllMeasuresConnection {
	return &AllMeasuresConnection{page(ctx, a.Place)}
}

// Competence is the competence table.
func (a Answer) Competence(ctx context.Context) []*CompetenceRow {
	return many(ctx, a.Place, newCompetenceRow)
}

// Paths are what path search found.
func (a Answer) Paths(ctx context.Context) *PathResult { return one(ctx, a.Place, newPathResult) }

// Subgraph is what lies around some entities.
func (a Answer) Subgraph(ctx context.Context) *Subgraph { return one(ctx, a.Place, newSubgraph) }

// Changes are what was added to the store.
func (a Answer) Changes(ctx context.Context) *ChangeConnection {
	return &ChangeConnection{page(ctx, a.Place)}
}

// Predicates is the whole predicate table, in order of name.
func Predicates(v *graph.Vocabulary) []*Predicate {
	rows := v.Predicates()
	slices.SortFunc(rows, func(a, b *graph.Predicate) int { return cmp.Compare(a.Name, b.Name) })
	table := make([]*Predicate, len(rows))
	for i, row := range rows {
		table[i] = &Predicate{row}
	}
	return table
}
