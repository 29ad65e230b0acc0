package guard

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Cost is what an operation was counted as. Numbers stop at 2³⁰.
type Cost struct {
	// Nodes is the number of objects that the answer may hold.
	Nodes int
	// Heaviest is the response key of the root field with the most nodes, HeaviestNodes their number.
	Heaviest      string
	HeaviestNodes int
	// Visited is the number of selections looked at, the work of the pass itself.
	Visited int
}

// Cost counts the nodes of a validated operation, whose document has passed Structure, with its
// coerced variables. It fails with QUERY_TOO_COMPLEX above the limit, and with BAD_USER_INPUT when
// a `first` is above its maximum or a number cannot be read.
//
// A connection counts as `first` times what one of its nodes counts as, an object as 1, a list of
// objects as PlainList, or as its longest list argument when that is more, a list of scalars as 1.
// The arguments `hops` and `maxHops` multiply. `first` and `limit` of a field that is no connection
// are the length of the lists right below it. Fields left out by @skip and @include do not count,
// nor do __schema and __type. Alternatives that exclude each other count both.
func (g *Guard) Cost(op *ast.OperationDefinition, variables map[string]any) (Cost, *gqlerror.Error) {
	w := &costWalk{
		limits:    g.limits,
		variables: variables,
		known:     map[fragmentIn]nodes{},
	}
	total, err := w.selections(op.SelectionSet, scope{root: true, list: g.limits.PlainList})
	cost := Cost{Nodes: total.once, Heaviest: w.heaviest, HeaviestNodes: w.heaviestNodes, Visited: w.visited}
	if err != nil {
		return cost, err
	}
	if cost.Nodes > g.limits.Cost {
		return cost, failure(TooComplex, nil,
			"the answer may hold %s nodes, at most %d are allowed; %s of them are below %q: ask for fewer with first, or in several steps",
			quantity(cost.Nodes), g.limits.Cost, quantity(cost.HeaviestNodes), cost.Heaviest)
	}
	return cost, nil
}

// nodes is the number of objects in a selection set: those that come once, and, inside a
// connection, those that come with each item.
type nodes struct {
	once, each int
}

func (n nodes) plus(o nodes) nodes {
	return nodes{once: add(n.once, o.once), each: add(n.each, o.each)}
}

// part says which selection set is being counted.
type part int

const (
	ordinary part = iota
	connection
	edge
)

// scope is where a selection set stands. What a fragment counts as depends on nothing else.
type scope struct {
	part part
	root bool
	list int  // what a plain list right here counts as
	hops bool // hops or maxHops has been multiplied, so the list `hops` counts as 1
}

type fragmentIn struct {
	fragment *ast.FragmentDefinition
	scope    scope
}

// costWalk counts selection sets; a fragment is walked once for each scope it is spread in.
type costWalk struct {
	limits        Limits
	variables     map[string]any
	known         map[fragmentIn]nodes
	heaviest      string
	heaviestNodes int
	visited       int
}

func (w *costWalk) selections(set ast.SelectionSet, in scope) (nodes, *gqlerror.Error) {
	var total nodes
	for _, selection := range set {
		w.visited++
		n, err := w.selection(selection, in)
		if err != nil {
			return nodes{}, err
		}
		total = total.plus(n)
	}
	return total, nil
}

func (w *costWalk) selection(selection ast.Selection, in scope) (nodes, *gqlerror.Error) {
	switch s := selection.(type) {
	case *ast.Field:
		if leftOut(s.Directives, w.variables) {
			return nodes{}, nil
		}
		return w.field(s, in)
	case *ast.InlineFragment:
		if leftOut(s.Directives, w.variables) {
			return nodes{}, nil
		}
		return w.selections(s.SelectionSet, in)
	case *ast.FragmentSpread:
		if leftOut(s.Directives, w.variables) || s.Definition == nil {
			return nodes{}, nil
		}
		return w.fragment(s.Definition, in)
	default:
		return nodes{}, failure(Invalid, nil, "unknown kind of selection %T", s)
	}
}

func (w *costWalk) fragment(f *ast.FragmentDefinition, in scope) (nodes, *gqlerror.Error) {
	key := fragmentIn{f, in}
	if n, ok := w.known[key]; ok {
		return n, nil
	}
	n, err := w.selections(f.SelectionSet, in)
	if err == nil {
		w.known[key] = n
	}
	return n, err
}
