package guard

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// field counts one field. In a connection, `edges` and `nodes` come with each item, and the `node`
// of an edge is the item itself, which the connection counts.
func (w *costWalk) field(f *ast.Field, in scope) (nodes, *gqlerror.Error) {
	if f.Definition == nil || isMeta(f.Name) {
		return nodes{}, nil
	}
	below := scope{list: w.limits.PlainList, hops: in.hops}
	switch {
	case in.part == connection && f.Name == "edges":
		below.part = edge
		n, err := w.selections(f.SelectionSet, below)
		return nodes{each: n.once}, err
	case in.part == connection && f.Name == "nodes":
		n, err := w.selections(f.SelectionSet, below)
		return nodes{each: n.once}, err
	case in.part == edge && f.Name == "node":
		return w.selections(f.SelectionSet, below)
	}
	n, err := w.counted(f, in, below)
	if in.root && n > w.heaviestNodes {
		w.heaviest, w.heaviestNodes = f.Alias, n
	}
	return nodes{once: n}, err
}

// counted is the number of objects of a field and below it.
func (w *costWalk) counted(f *ast.Field, in, below scope) (int, *gqlerror.Error) {
	args, err := w.arguments(f, in)
	if err != nil {
		return 0, err
	}
	if len(f.SelectionSet) == 0 {
		return listOfScalars(f), nil
	}
	below.hops = in.hops || args.hops > 0
	times := max(args.hops, 1)
	if isConnection(f) {
		below.part = connection
		inner, err := w.selections(f.SelectionSet, below)
		return multiply(times, add(multiply(args.first, add(inner.each, 1)), inner.once)), err
	}
	if f.Definition.Type.Elem != nil {
		times = multiply(times, w.length(f, in, args))
	} else if bound := max(args.first, args.limit); bound > 0 {
		below.list = bound
	}
	inner, err := w.selections(f.SelectionSet, below)
	return multiply(times, add(inner.once, 1)), err
}

// length is what a list of objects that is no connection counts as.
func (w *costWalk) length(f *ast.Field, in scope, args arguments) int {
	switch {
	case max(args.first, args.limit) > 0:
		return max(args.first, args.limit)
	case in.hops && f.Name == "hops":
		return 1
	default:
		return max(in.list, args.longest)
	}
}

func listOfScalars(f *ast.Field) int {
	if f.Definition.Type.Elem != nil {
		return 1
	}
	return 0
}

func isConnection(f *ast.Field) bool {
	return f.Definition.Type.Elem == nil &&
		strings.HasSuffix(f.Definition.Type.Name(), "Connection") &&
		f.Definition.Arguments.ForName("first") != nil
}

// leftOut says whether @skip or @include leaves a selection out.
func leftOut(directives ast.DirectiveList, variables map[string]any) bool {
	return condition(directives, "skip", variables, false) || !condition(directives, "include", variables, true)
}

func condition(directives ast.DirectiveList, name string, variables map[string]any, otherwise bool) bool {
	d := directives.ForName(name)
	if d == nil {
		return otherwise
	}
	arg := d.Arguments.ForName("if")
	if arg == nil {
		return otherwise
	}
	value, err := arg.Value.Value(variables)
	if err != nil {
		return otherwise
	}
	if yes, ok := value.(bool); ok {
		return yes
	}
	return otherwise
}
