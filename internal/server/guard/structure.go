package guard

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Structure is what was counted in a document, fragments being counted wherever they are spread.
// Numbers stop at 2³⁰.
type Structure struct {
	Depth, MetaDepth, ValueDepth      int
	Fields, MetaFields                int
	Aliases, Directives               int
	RootFields, Operations, Fragments int
	// Visited is the number of selections and values looked at, the work of the pass itself.
	Visited int
}

// Structure counts a parsed document, which need not be valid, and fails when it exceeds a limit
// (QUERY_TOO_COMPLEX), uses @defer or spreads a fragment in itself (GRAPHQL_VALIDATION_FAILED).
// Numbers are summed over the operations, and fragments that none of them spreads are checked too,
// because validation goes through all of them.
func (g *Guard) Structure(doc *ast.QueryDocument) (Structure, *gqlerror.Error) {
	counted := Structure{Operations: len(doc.Operations), Fragments: len(doc.Fragments)}
	if counted.Fragments > g.limits.Fragments {
		return counted, g.checkStructure(counted)
	}
	w := newStructureWalk(doc)
	err := w.document(doc, &counted)
	counted.Visited = w.visited
	if err != nil {
		return counted, err
	}
	return counted, g.checkStructure(counted)
}

func (g *Guard) checkStructure(s Structure) *gqlerror.Error {
	l := g.limits
	for _, check := range []struct {
		format      string
		found, most int
	}{
		{"the query has %s fragments, at most %d are allowed", s.Fragments, l.Fragments},
		{"the query nests %s levels deep, at most %d are allowed: ask in several steps", s.Depth, l.Depth},
		{"a value nests %s levels deep, at most %d are allowed", s.ValueDepth, l.Depth},
		{"the query selects %s fields with fragments expanded, at most %d are allowed", s.Fields, l.Fields},
		{"the query renames %s fields, at most %d aliases are allowed", s.Aliases, l.Aliases},
		{"the query uses %s directives, at most %d are allowed", s.Directives, l.Directives},
		{"the operation selects %s root fields, at most %d are allowed", s.RootFields, l.RootFields},
		{"the introspection nests %s levels deep, at most %d are allowed", s.MetaDepth, l.MetaDepth},
		{"the introspection selects %s fields, at most %d are allowed", s.MetaFields, l.MetaFields},
	} {
		if check.found > check.most {
			return failure(TooComplex, nil, check.format, quantity(check.found), check.most)
		}
	}
	return nil
}
