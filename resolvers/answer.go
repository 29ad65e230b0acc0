package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// top stands above what a field of Query reads.
type top struct{}

// Key is the same for all: there is one in an answer.
func (top) Key() string { return "" }

// show answers a field of Query: its selection becomes a shape, which is read through the view that it asks for.
func show[V any](ctx context.Context, r *Resolver, view func(model.Answer, context.Context) V) (none V, err error) {
	field := graphql.GetFieldContext(ctx).Field
	shaper := r.shaper(ctx)
	shape, err := shaper.shape(ctx, field)
	if err != nil {
		return none, err
	}
	args := newArgs(ctx, field.Field, shaper.variables, false)
	reading, err := openFor(ctx, args)
	if err != nil {
		return none, err
	}
	if err := reading.onFile(ctx, shaper.named); err != nil {
		return none, err
	}
	place, err := reading.fill(ctx, days{at: args.day("at"), publicAt: args.day("publicAt")}, top{}, shape)
	if err != nil {
		return none, err
	}
	return view(model.Answer{Place: place}, ctx), nil
}

// openFor gives the reading that a field of Query asks for: of the revision that its cursor carries, else of that which was newest
// at knownAt, else of the newest.
func openFor(ctx context.Context, a *args) (*reading, error) {
	open := readingsOf(ctx)
	if after := read(a, "after", graphql.UnmarshalString); after != nil {
		return open.pinned(ctx, a, *after)
	}
	if knownAt := read(a, "knownAt", model.UnmarshalDateTime); knownAt != nil {
		return open.knownAt(ctx, *knownAt)
	}
	if a.err != nil {
		return nil, a.err
	}
	return open.at(ctx, graph.Revision(0))
}
