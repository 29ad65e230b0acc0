package resolvers

import (
	"context"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
	"github.com/redthread-graph/redthread/schema/generated"
	"github.com/redthread-graph/redthread/schema/model"
)

func (r *queryResolver) Node(ctx context.Context, id string) (model.Node, error) {
	return show(ctx, r.Resolver, model.Answer.Node)
}

func (r *queryResolver) Nodes(ctx context.Context, ids []string) ([]model.Node, error) {
	return show(ctx, r.Resolver, model.Answer.Nodes)
}

func (r *queryResolver) Entity(ctx context.Context, id *string, name *string, identifier *generated.IdentifierInput, at *edtf.Day, knownAt *time.Time, publicAt *edtf.Day) (model.Entity, error) {
	return show(ctx, r.Resolver, model.Answer.Entity)
}

func (r *queryResolver) Entities(ctx context.Context, kinds []graph.EntityKind, filter *generated.EntityFilter, orderBy *graph.EntityOrder, first *int, after *string, at *edtf.Day, knownAt *time.Time) (*model.EntityConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Entities)
}

func (r *queryResolver) Search(ctx context.Context, query string, kinds []graph.EntityKind, first *int, after *string, at *edtf.Day, knownAt *time.Time) (*model.SearchConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Search)
}

func (r *queryResolver) Documents(ctx context.Context, text *string, language *string, publishedFrom *edtf.Day, publishedTo *edtf.Day, filter *generated.DocumentFilter, first *int, after *string, at *edtf.Day, knownAt *time.Time) (*model.DocumentConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Documents)
}

func (r *queryResolver) Claims(ctx context.Context, filter generated.ClaimFilter, first *int, after *string, at *edtf.Day, knownAt *time.Time, publicAt *edtf.Day) (*model.ClaimConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Claims)
}

func (r *queryResolver) Allegations(ctx context.Context, filter *generated.AllegationFilter, first *int, after *string, at *edtf.Day, knownAt *time.Time, publicAt *edtf.Day) (*model.AllegationConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Allegations)
}

func (r *queryResolver) Measures(ctx context.Context, filter *generated.MeasureFilter, first *int, after *string, at *edtf.Day, knownAt *time.Time, publicAt *edtf.Day) (*model.AllMeasuresConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Measures)
}

func (r *queryResolver) Predicates(ctx context.Context) ([]*model.Predicate, error) {
	return model.Predicates(r.service.Vocabulary()), nil
}

func (r *queryResolver) Competence(ctx context.Context, body *string, at *edtf.Day, knownAt *time.Time) ([]*model.CompetenceRow, error) {
	return show(ctx, r.Resolver, model.Answer.Competence)
}

func (r *queryResolver) Paths(ctx context.Context, from string, to *string, toKinds []graph.EntityKind, maxHops *int, first *int, includeAlleged *bool, predicates []string, through []graph.EntityKind, coexist *bool, at *edtf.Day, knownAt *time.Time, excludeHubsOver *int) (*model.PathResult, error) {
	return show(ctx, r.Resolver, model.Answer.Paths)
}

func (r *queryResolver) Subgraph(ctx context.Context, ids []string, hops *int, filter *generated.TieFilter, limit *int, at *edtf.Day, knownAt *time.Time) (*model.Subgraph, error) {
	return show(ctx, r.Resolver, model.Answer.Subgraph)
}

func (r *queryResolver) Changes(ctx context.Context, of []string, since *time.Time, sinceRevision *graph.Revision, first *int, after *string) (*model.ChangeConnection, error) {
	return show(ctx, r.Resolver, model.Answer.Changes)
}

func (r *queryResolver) RevisionAt(ctx context.Context, time time.Time) (graph.Revision, error) {
	return r.service.RevisionAt(ctx, time)
}

func (r *queryResolver) Stats(ctx context.Context) (*model.Stats, error) {
	info, err := r.service.Stats(ctx)
	if err != nil {
		return nil, err
	}
	return model.NewStats(info), nil
}

func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

type queryResolver struct{ *Resolver }
