package resolvers

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// pick is one response key at one position of a selection, for the types on which it was selected.
type pick struct {
	key   string
	types []string     // sorted
	at    []*ast.Field // every occurrence that GraphQL merges into this key
}

// selection reads the selections of one operation.
type selection struct {
	schema    *ast.Schema
	variables map[string]any
}

// below gives the picks below a pick, merged over its occurrences.
func (s *selection) below(p pick) []pick {
	var found []pick
	for _, field := range p.at {
		if len(field.SelectionSet) > 0 {
			found = s.collect(field.SelectionSet, s.possible(field.Definition.Type.Name()), found)
		}
	}
	return found
}

// collect flattens fragments. Occurrences of one key are merged where their types overlap and split where not: by alias alone,
// fragments on two types that use one key for different fields would be mixed up.
func (s *selection) collect(set ast.SelectionSet, on []string, found []pick) []pick {
	for _, part := range set {
		switch part := part.(type) {
		case *ast.Field:
			if s.included(part.Directives) {
				found = merge(found, part, on)
			}
		case *ast.InlineFragment:
			if s.included(part.Directives) {
				found = s.collect(part.SelectionSet, s.narrow(on, part.TypeCondition), found)
			}
		case *ast.FragmentSpread:
			if s.included(part.Directives) {
				found = s.collect(part.Definition.SelectionSet, s.narrow(on, part.Definition.TypeCondition), found)
			}
		}
	}
	return found
}

// merge adds an occurrence of a field on some types.
func merge(found []pick, field *ast.Field, on []string) []pick {
	for i := range found {
		both := overlap(found[i].types, on)
		if found[i].key != field.Alias || len(both) == 0 {
			continue
		}
		on = minus(on, both)
		if rest := minus(found[i].types, both); len(rest) > 0 {
			found = append(found, pick{key: found[i].key, types: rest, at: found[i].at})
		}
		found[i].types = both
		found[i].at = append(slices.Clone(found[i].at), field)
	}
	if len(on) > 0 {
		found = append(found, pick{key: field.Alias, types: on, at: []*ast.Field{field}})
	}
	return found
}

// possible are the names of the object types that something of a type may be.
func (s *selection) possible(typeName string) []string {
	def := s.schema.Types[typeName]
	if def == nil || !def.IsCompositeType() {
		return nil
	}
	var names []string
	for _, possible := range s.schema.GetPossibleTypes(def) {
		names = append(names, possible.Name)
	}
	slices.Sort(names)
	return names
}

// narrow are those of the types on that a fragment's condition admits; without a condition all.
func (s *selection) narrow(on []string, condition string) []string {
	if condition == "" {
		return on
	}
	return overlap(on, s.possible(condition))
}

// included obeys @skip and @include.
func (s *selection) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		yes, _ := d.ArgumentMap(s.variables)["if"].(bool)
		if d.Name == "skip" && yes || d.Name == "include" && !yes {
			return false
		}
	}
	return true
}

func overlap(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(x string) bool { return !slices.Contains(b, x) })
}

func minus(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(x string) bool { return slices.Contains(b, x) })
}
