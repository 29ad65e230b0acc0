package resolvers

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// shaper turns the selections of one operation into shapes.
type shaper struct {
	selection
	table table
	named []reference // by the arguments of all fields
}

func (r *Resolver) shaper(ctx context.Context) *shaper {
	variables := graphql.GetOperationContext(ctx).Variables
	return &shaper{selection: selection{schema: r.schema, variables: variables}, table: r.table}
}

// shape is what to read for one field of a root type, of which the selection is joined from all its occurrences.
func (s *shaper) shape(ctx context.Context, field graphql.CollectedField) (*graph.Shape, error) {
	joined := *field.Field
	joined.SelectionSet = field.Selections
	top := pick{key: joined.Alias, types: []string{joined.ObjectDefinition.Name}, at: []*ast.Field{&joined}}
	return s.only(ctx, []pick{top})
}

// payload is what to read below a field of Mutation, whose answer is shown at the top.
func (s *shaper) payload(ctx context.Context, field graphql.CollectedField) (*graph.Shape, error) {
	joined := *field.Field
	joined.SelectionSet = field.Selections
	return s.only(ctx, s.below(pick{at: []*ast.Field{&joined}}))
}

func (s *shaper) only(ctx context.Context, picks []pick) (*graph.Shape, error) {
	positions := map[string]*graph.Shape{}
	if err := s.position(ctx, positions, "", picks); err != nil {
		return nil, err
	}
	return positions[""], nil
}

// position adds what is read at a path of response keys, and at the paths under it: a field of the table is a step, and any other
// only leads further down.
func (s *shaper) position(ctx context.Context, positions map[string]*graph.Shape, path string, picks []pick) error {
	for _, p := range picks {
		line, ok := s.table.find(p.at[0])
		if !ok {
			if err := s.position(ctx, positions, model.Join(path, p.key), s.below(p)); err != nil {
				return err
			}
			continue
		}
		step, err := s.step(ctx, p, line)
		if err != nil {
			return err
		}
		if positions[path] == nil {
			positions[path] = &graph.Shape{}
		}
		positions[path].Steps = append(positions[path].Steps, step)
	}
	return nil
}

func (s *shaper) step(ctx context.Context, p pick, line line) (*graph.Step, error) {
	field := p.at[0]
	below := s.below(p)
	args := newArgs(ctx, field, s.variables, counted(below))
	load := line.load(args)
	if args.err != nil {
		return nil, fmt.Errorf("%s: %w", field.Name, args.err)
	}
	for _, ref := range args.named {
		ref.path = field.Name + ": " + ref.path
		s.named = append(s.named, ref)
	}
	if field.Definition.Type.Elem != nil && !line.whole {
		load = capped(load)
	} else {
		load = s.sound(load, field.Definition.Type.Name(), args.total)
	}
	step := &graph.Step{
		Field: model.FieldKey(field.ObjectDefinition.Name, p.key), Kinds: kindsOf(p.types), Load: load, Soon: args.soon,
		Below: map[string]*graph.Shape{},
	}
	return step, s.position(ctx, step.Below, "", below)
}

// counted says whether totalCount is selected in a connection.
func counted(picks []pick) bool {
	for _, p := range picks {
		if p.at[0].Name == "totalCount" {
			return true
		}
	}
	return false
}

// kindsOf are the kinds of entity that types show, and all kinds for what is no entity.
func kindsOf(types []string) graph.Kinds {
	if kinds := model.KindsOf(types...); kinds != 0 {
		return kinds
	}
	return graph.AllKinds
}

// sound fails with ErrTooLarge where an answer would be short without saying so: its rows were cut and the connection has no
// `truncated`, or they could not be counted and `totalCount` is never null.
func (s *shaper) sound(load graph.Relation, typeName string, total bool) graph.Relation {
	fields := s.schema.Types[typeName].Fields
	count := fields.ForName("totalCount")
	if count == nil || !count.Type.NonNull {
		return load
	}
	return func(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
		pages, err := load(ctx, v, parents)
		for i := range pages {
			if cut := pages[i].Cut; cut != nil && (!pages[i].More || total && pages[i].Total == nil) {
				return nil, fmt.Errorf("more than %d rows: ask for less by a filter, or without totalCount: %w", cut.Limit, graph.ErrTooLarge)
			}
		}
		return pages, err
	}
}

// capped cuts the pages of a plain list at the most entries that one gives.
func capped(load graph.Relation) graph.Relation {
	return func(ctx context.Context, v *graph.View, parents []graph.Node) ([]graph.Page, error) {
		pages, err := load(ctx, v, parents)
		for i := range pages {
			if len(pages[i].Rows) > model.ListLimit {
				pages[i].Rows, pages[i].More = pages[i].Rows[:model.ListLimit], true
			}
		}
		return pages, err
	}
}
