package guard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// drawSet draws a selection set that may spread the fragments after `from`, so there are no cycles.
func drawSet(t *rapid.T, depth, from, fragments int) string {
	var b strings.Builder
	b.WriteString("{")
	for range rapid.IntRange(1, 3).Draw(t, "selections") {
		switch kind := rapid.IntRange(0, 4).Draw(t, "kind"); {
		case kind == 0 && from < fragments:
			fmt.Fprintf(&b, "...F%d@d ", rapid.IntRange(from, fragments-1).Draw(t, "fragment"))
		case kind == 1 && depth > 0:
			b.WriteString("...on X" + drawSet(t, depth-1, from, fragments))
		case kind == 2 && depth > 0:
			b.WriteString("__schema" + drawSet(t, depth-1, from, fragments))
		case kind == 3 && depth > 0:
			b.WriteString("x:a" + drawSet(t, depth-1, from, fragments))
		default:
			b.WriteString("b ")
		}
	}
	b.WriteString("}")
	return b.String()
}

// naive counts by expanding every fragment wherever it is spread.
type naive struct {
	doc                                              *ast.QueryDocument
	depth, metaDepth, fields, metaFields, alias, dir int
}

func (n *naive) walk(set ast.SelectionSet, depth, metaDepth int) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			n.field(s, depth, metaDepth)
		case *ast.InlineFragment:
			n.walk(s.SelectionSet, depth, metaDepth)
		case *ast.FragmentSpread:
			n.dir += len(s.Directives)
			n.walk(n.doc.Fragments.ForName(s.Name).SelectionSet, depth, metaDepth)
		}
	}
}

func (n *naive) field(f *ast.Field, depth, metaDepth int) {
	if f.Alias != f.Name {
		n.alias++
	}
	if metaDepth > 0 || f.Name == "__schema" {
		metaDepth++
		n.metaFields++
		n.metaDepth = max(n.metaDepth, metaDepth)
	} else {
		depth++
		n.fields++
		n.depth = max(n.depth, depth)
	}
	n.walk(f.SelectionSet, depth, metaDepth)
}

func TestStructureEqualsNaiveExpansion(t *testing.T) {
	g := newGuardWith(t, guard.Limits{
		Depth: 1 << 30, MetaDepth: 1 << 30, Fields: 1 << 30, MetaFields: 1 << 30, Aliases: 1 << 30,
		Directives: 1 << 30, RootFields: 1 << 30,
	})
	rapid.Check(t, func(t *rapid.T) {
		fragments := rapid.IntRange(0, 4).Draw(t, "fragments")
		query := drawSet(t, 3, 0, fragments) + many(fragments, func(i int) string {
			return fmt.Sprintf("fragment F%d on X", i) + drawSet(t, 2, i+1, fragments)
		})
		doc, failed := g.Parse(query)
		if failed != nil {
			t.Fatal(failed)
		}
		want := &naive{doc: doc}
		want.walk(doc.Operations[0].SelectionSet, 0, 0)

		// Fragments that the operation does not spread would count as well.
		doc.Fragments = reachable(doc)
		got, failed := g.Structure(doc)
		if failed != nil {
			t.Fatal(failed)
		}
		require.Equal(t,
			[]int{want.depth, want.metaDepth, want.fields, want.metaFields, want.alias, want.dir},
			[]int{got.Depth, got.MetaDepth, got.Fields, got.MetaFields, got.Aliases, got.Directives}, query)
	})
}

func reachable(doc *ast.QueryDocument) ast.FragmentDefinitionList {
	seen := map[string]bool{}
	var list ast.FragmentDefinitionList
	var walk func(set ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, selection := range set {
			switch s := selection.(type) {
			case *ast.Field:
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				if f := doc.Fragments.ForName(s.Name); !seen[s.Name] {
					seen[s.Name] = true
					list = append(list, f)
					walk(f.SelectionSet)
				}
			}
		}
	}
	walk(doc.Operations[0].SelectionSet)
	return list
}

// Whatever text comes in, the guard neither panics nor works more than its length allows, and what
// passes it can be validated and priced.
func FuzzGuard(f *testing.F) {
	for _, query := range []string{
		"{entities(first:3){nodes{id}}}", "query Q($n:Int=3){entities(first:$n)@skip(if:true){edges{node{id}}}}",
		doubling(4), "{a(x:[{y:1}]){...on X@defer{b}}}", "{paths(from:1,first:99999999999999999999){paths{hops{from{id}}}}}",
		"mutation{record(operationId:1,quote:\"\"){claim{id}}}", "{__schema{types{name}}}", "{...F} fragment F on Query{...F}",
	} {
		f.Add(query)
	}
	s := schema(f)
	g := newGuard(f)
	f.Fuzz(func(t *testing.T, query string) {
		doc, failed := g.Parse(query)
		if failed != nil {
			return
		}
		counted, failed := g.Structure(doc)
		require.LessOrEqual(t, counted.Visited, guard.Defaults().Tokens)
		if failed != nil || len(validator.ValidateWithRules(s, doc, rules.NewDefaultRules())) > 0 {
			return
		}
		for _, op := range doc.Operations {
			if variables, err := validator.VariableValues(s, op, nil); err == nil {
				_, _ = g.Cost(op, variables)
			}
		}
	})
}
