package model

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"github.com/redthread-graph/redthread/graph"
)

// Place is a node as it is shown at one position of a selection. All views embed one.
type Place struct {
	view   *graph.View
	node   graph.Node
	cursor graph.Cursor
	// result is the step that gave the node, nil above the first one; path leads from that step's field to here.
	result *graph.Result
	path   string
	filled *graph.Filled
}

// Top is where the fields of an operation or of a payload are shown: the node that stands for it, with what was read below.
func Top(view *graph.View, node graph.Node, filled *graph.Filled) Place {
	return Place{view: view, node: node, filled: filled}
}

// FieldKey tells the results of one position apart: by response key, and for what is no entity by type as well, since fragments on
// several types may use one key.
func FieldKey(typeName, alias string) string {
	if typeName == "Query" || typeName == "Entity" || graph.KindsOf(kindOf(typeName)) != 0 {
		return alias
	}
	return typeName + "." + alias
}

// Join lengthens a path by a response key.
func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// under is the same node one response key further down.
func (p Place) under(ctx context.Context) Place {
	p.path = Join(p.path, graphql.GetFieldContext(ctx).Field.Alias)
	p.filled = p.result.Below(p.path)
	return p
}

// step finds what was read for the field that is being answered.
func (p Place) step(ctx context.Context) (*graph.Result, *graph.Page) {
	field := graphql.GetFieldContext(ctx)
	result := p.filled.Of(p.node, FieldKey(field.Object, field.Field.Alias))
	return result, result.Page(p.node)
}

// at is where a row of a step's result is shown.
func (p Place) at(result *graph.Result, row graph.Row) Place {
	return Place{view: p.view, node: row.Node, cursor: row.Cursor, result: result, filled: result.Below("")}
}

// one shows the row that the field read, or nothing.
func one[V any](ctx context.Context, p Place, show func(Place) V) (none V) {
	result, page := p.step(ctx)
	if len(page.Rows) == 0 {
		return none
	}
	return show(p.at(result, page.Rows[0]))
}

// many shows all rows that the field read, and notes when there were more.
func many[V any](ctx context.Context, p Place, show func(Place) V) []V {
	result, page := p.step(ctx)
	if page.More {
		noteCut(ctx)
	}
	shown := make([]V, len(page.Rows))
	for i, row := range page.Rows {
		shown[i] = show(p.at(result, row))
	}
	return shown
}

// loaded shows a plain value that had to be read.
func loaded[T any](p Place) *T { return &as[*graph.Scalar[T]](p).Value }

// as is the node of a place as the type that its views are made for.
func as[N graph.Node](p Place) N {
	node, ok := p.node.(N)
	if !ok {
		panic(fmt.Sprintf("model: a relation gave %T where its field shows %T", p.node, node))
	}
	return node
}
