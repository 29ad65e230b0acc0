package guard

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// structureWalk measures selection sets; a fragment is walked once however often it is spread.
type structureWalk struct {
	fragments map[string]*ast.FragmentDefinition
	known     map[*ast.FragmentDefinition]size
	open      []string // the fragments being walked, outermost first
	visited   int
}

func newStructureWalk(doc *ast.QueryDocument) *structureWalk {
	w := &structureWalk{
		fragments: make(map[string]*ast.FragmentDefinition, len(doc.Fragments)),
		known:     make(map[*ast.FragmentDefinition]size, len(doc.Fragments)),
	}
	for _, f := range slices.Backward(doc.Fragments) {
		w.fragments[f.Name] = f
	}
	return w
}

// document counts the operations, then the fragments that none of them spreads.
func (w *structureWalk) document(doc *ast.QueryDocument, counted *Structure) *gqlerror.Error {
	for _, op := range doc.Operations {
		s, err := w.operation(op)
		if err != nil {
			return err
		}
		counted.addOperation(s)
	}
	for _, f := range doc.Fragments {
		if _, spread := w.known[f]; spread {
			continue
		}
		s, err := w.fragment(f)
		if err != nil {
			return err
		}
		counted.coverFragment(s)
	}
	return nil
}

func (w *structureWalk) operation(op *ast.OperationDefinition) (size, *gqlerror.Error) {
	total, err := w.with(op.Directives, op.SelectionSet)
	if err != nil {
		return size{}, err
	}
	for _, v := range op.VariableDefinitions {
		s, err := w.directives(v.Directives)
		if err != nil {
			return size{}, err
		}
		s.valueDepth = max(s.valueDepth, w.value(v.DefaultValue))
		total = total.plus(s)
	}
	return total, nil
}

// with is the size of a selection set and of the directives at its head.
func (w *structureWalk) with(list ast.DirectiveList, set ast.SelectionSet) (size, *gqlerror.Error) {
	total, err := w.directives(list)
	if err != nil {
		return size{}, err
	}
	for _, selection := range set {
		s, err := w.selection(selection)
		if err != nil {
			return size{}, err
		}
		total = total.plus(s)
	}
	return total, nil
}

func (w *structureWalk) selection(selection ast.Selection) (size, *gqlerror.Error) {
	w.visited++
	switch s := selection.(type) {
	case *ast.Field:
		inner, err := w.with(s.Directives, s.SelectionSet)
		inner.valueDepth = max(inner.valueDepth, w.arguments(s.Arguments))
		return inner.under(s), err
	case *ast.InlineFragment:
		return w.with(s.Directives, s.SelectionSet)
	case *ast.FragmentSpread:
		return w.spread(s)
	default:
		return size{}, failure(Invalid, nil, "unknown kind of selection %T", s)
	}
}

func (w *structureWalk) spread(s *ast.FragmentSpread) (size, *gqlerror.Error) {
	own, err := w.directives(s.Directives)
	if err != nil {
		return size{}, err
	}
	fragment, ok := w.fragments[s.Name]
	if !ok {
		return own, nil // validation names the unknown fragment
	}
	if slices.Contains(w.open, s.Name) {
		return size{}, failure(Invalid, s.Position, "fragment %q spreads itself: %s",
			s.Name, strings.Join(append(w.open, s.Name), " → "))
	}
	inner, err := w.fragment(fragment)
	return own.plus(inner), err
}

func (w *structureWalk) fragment(f *ast.FragmentDefinition) (size, *gqlerror.Error) {
	if s, ok := w.known[f]; ok {
		return s, nil
	}
	w.open = append(w.open, f.Name)
	s, err := w.with(f.Directives, f.SelectionSet)
	w.open = w.open[:len(w.open)-1]
	if err == nil {
		w.known[f] = s
	}
	return s, err
}

func (w *structureWalk) directives(list ast.DirectiveList) (size, *gqlerror.Error) {
	s := size{directives: len(list)}
	for _, d := range list {
		if d.Name == "defer" {
			return size{}, failure(Invalid, d.Position, "@defer is not supported: ask for the rest in a second request")
		}
		s.valueDepth = max(s.valueDepth, w.arguments(d.Arguments))
	}
	return s, nil
}

func (w *structureWalk) arguments(list ast.ArgumentList) int {
	deepest := 0
	for _, a := range list {
		deepest = max(deepest, w.value(a.Value))
	}
	return deepest
}

// value is how deep a value nests: 1 for a plain one, 2 for a list or object of plain ones.
func (w *structureWalk) value(v *ast.Value) int {
	if v == nil {
		return 0
	}
	w.visited++
	deepest := 0
	for _, child := range v.Children {
		deepest = max(deepest, w.value(child.Value))
	}
	return deepest + 1
}
