package resolvers

import (
	"context"
	"fmt"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// How many rows a page has.
const (
	rootPage   = 20 // of a field of Query, when `first` is left out
	nestedPage = 10 // elsewhere
	maxPage    = 100
)

// args are the arguments of one field. The first that cannot be used is kept in err, and whatever is read after it is not used.
type args struct {
	raw   map[string]any
	root  bool // the field is one of Query
	total bool // the rows of all pages are to be counted
	// decode reads an input object of the schema.
	decode func(typeName string, raw, into any) error
	// named are the ids in the arguments, which must be on file.
	named []reference
	soon  graph.EntityID // the entity that the field shows if it is on file; empty when that is not known before it is read
	err   error
}

func newArgs(ctx context.Context, field *ast.Field, variables map[string]any, total bool) *args {
	return &args{
		raw: rawArgs(field, variables), root: field.ObjectDefinition.Name == "Query", total: total,
		decode: func(typeName string, raw, into any) error {
			return graphql.UnmarshalNamedInputFromContext(ctx, typeName, raw, into)
		},
	}
}

// rawArgs are the arguments of a field as given; null stands for the default.
func rawArgs(field *ast.Field, variables map[string]any) map[string]any {
	raw := field.ArgumentMap(variables)
	for _, arg := range field.Definition.Arguments {
		if raw[arg.Name] != nil || arg.DefaultValue == nil {
			continue
		}
		if otherwise, err := arg.DefaultValue.Value(nil); err == nil {
			raw[arg.Name] = otherwise
		}
	}
	return raw
}

// fail keeps the first error.
func (a *args) fail(err error) {
	if a.err == nil {
		a.err = err
	}
}

// page is which page to read. The revision that a cursor carries is for fields of Query alone, which have pinned it by now.
func (a *args) page() graph.PageArgs {
	page := graph.PageArgs{First: a.first(), Total: a.total}
	if text := read(a, "after", graphql.UnmarshalString); text != nil {
		cursor, _, err := model.DecodeCursor(*text)
		if err != nil {
			a.fail(err)
		}
		page.After = &cursor
	}
	return page
}

// first is how many rows a page has.
func (a *args) first() int {
	first := read(a, "first", graphql.UnmarshalInt)
	switch {
	case first == nil && a.root:
		return rootPage
	case first == nil:
		return nestedPage
	case *first < 1 || *first > maxPage:
		a.fail(graph.Invalid("first", strconv.Itoa(*first), fmt.Sprintf("1 to %d", maxPage)))
	}
	return *first
}

// text is a text, empty when it is left out.
func (a *args) text(name string) string {
	return value(read(a, name, graphql.UnmarshalString))
}

// day is a day, nil when it is left out.
func (a *args) day(name string) *graph.Day { return read(a, name, model.UnmarshalDate) }

// read reads an argument; nil when it is left out or null.
func read[T any](a *args, name string, unmarshal func(any) (T, error)) *T {
	raw := a.raw[name]
	if raw == nil {
		return nil
	}
	v, err := unmarshal(raw)
	if err != nil {
		a.fail(graph.Invalid(name, fmt.Sprint(raw), err.Error()))
		return nil
	}
	return &v
}

// list reads a list of texts, ids or names of an enum; nil when it is left out or null.
func list[S ~string](a *args, name string) []S {
	if a.raw[name] == nil {
		return nil
	}
	items := graphql.CoerceList(a.raw[name])
	texts := make([]S, 0, len(items))
	for _, item := range items {
		text, err := graphql.UnmarshalID(item)
		if err != nil {
			a.fail(graph.Invalid(name, fmt.Sprint(item), "a text"))
		}
		texts = append(texts, S(text))
	}
	return texts
}

// ids reads a list of ids, of which there may be as many as a page has rows.
func ids[S ~string](a *args, name string) []S {
	found := list[S](a, name)
	a.bound(name, len(found))
	return found
}

// span refuses a first day that is later than the last one.
func (a *args) span(first string, from *graph.Day, last string, to *graph.Day) {
	if from != nil && to != nil && *from > *to {
		a.fail(graph.Invalid(first, from.String(), fmt.Sprintf("a day that is not after %s, which is %s", last, to)))
	}
}

// bound refuses lists that are longer than a page.
func (a *args) bound(name string, n int) {
	if n > maxPage {
		a.fail(graph.Invalid(name, fmt.Sprintf("%d ids", n), fmt.Sprintf("at most %d", maxPage)))
	}
}

// input reads an input object of the schema; its zero value when it is left out or null.
func input[T any](a *args, name, typeName string) (in T) {
	if a.raw[name] == nil {
		return in
	}
	if err := a.decode(typeName, a.raw[name], &in); err != nil {
		a.fail(fmt.Errorf("%s: %w", name, err))
	}
	return in
}

// value is what a pointer points to, or nothing.
func value[T any](p *T) (none T) {
	if p == nil {
		return none
	}
	return *p
}
