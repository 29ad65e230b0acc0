package guard

import "github.com/vektah/gqlparser/v2/ast"

// size is what one selection set holds with its fragments expanded.
type size struct {
	depth, metaDepth, valueDepth int
	nesting                      int // of all fields, whichever budget they belong to
	fields, metaFields           int
	aliases, directives          int
	roots                        int // fields directly in the set
}

// plus is the size of two parts of the same selection set.
func (s size) plus(o size) size {
	return size{
		depth:      max(s.depth, o.depth),
		metaDepth:  max(s.metaDepth, o.metaDepth),
		valueDepth: max(s.valueDepth, o.valueDepth),
		nesting:    max(s.nesting, o.nesting),
		fields:     add(s.fields, o.fields),
		metaFields: add(s.metaFields, o.metaFields),
		aliases:    add(s.aliases, o.aliases),
		directives: add(s.directives, o.directives),
		roots:      add(s.roots, o.roots),
	}
}

// under is the size of a field whose selection set has size s.
func (s size) under(f *ast.Field) size {
	s.roots = 1
	if f.Alias != f.Name {
		s.aliases = add(s.aliases, 1)
	}
	s.nesting = add(s.nesting, 1)
	if isMeta(f.Name) {
		s.metaDepth = s.nesting
		s.metaFields = add(add(s.fields, s.metaFields), 1)
		s.depth, s.fields = 0, 0
		return s
	}
	s.depth = add(s.depth, 1)
	s.fields = add(s.fields, 1)
	return s
}

// isMeta says whether a field opens introspection, which has a budget of its own.
func isMeta(name string) bool {
	return name == "__schema" || name == "__type"
}

// addOperation adds the size of one operation to what was counted in the document.
func (s *Structure) addOperation(o size) {
	s.Fields = add(s.Fields, o.fields)
	s.MetaFields = add(s.MetaFields, o.metaFields)
	s.Aliases = add(s.Aliases, o.aliases)
	s.Directives = add(s.Directives, o.directives)
	s.RootFields = max(s.RootFields, o.roots)
	s.deepen(o)
}

// coverFragment makes what was counted at least the size of one fragment.
func (s *Structure) coverFragment(o size) {
	s.Fields = max(s.Fields, o.fields)
	s.MetaFields = max(s.MetaFields, o.metaFields)
	s.Aliases = max(s.Aliases, o.aliases)
	s.Directives = max(s.Directives, o.directives)
	s.deepen(o)
}

func (s *Structure) deepen(o size) {
	s.Depth = max(s.Depth, o.depth)
	s.MetaDepth = max(s.MetaDepth, o.metaDepth)
	s.ValueDepth = max(s.ValueDepth, o.valueDepth)
}
