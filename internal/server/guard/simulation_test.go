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

// drawing draws valid queries; every connection in them has a response key of its own.
type drawing struct {
	t         *rapid.T
	fragments int
	keys      int
}

// entity draws a selection set on Entity; the fragments after `from` may be spread in it.
func (d *drawing) entity(depth, from int) string {
	t := d.t
	var b strings.Builder
	b.WriteString("{__typename ")
	for i := range rapid.IntRange(1, 3).Draw(t, "selections") {
		switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
		case kind == 0 && from < d.fragments:
			fmt.Fprintf(&b, "...F%d ", rapid.IntRange(from, d.fragments-1).Draw(t, "fragment"))
		case kind == 1:
			fmt.Fprintf(&b, "f%d:tieFacets{count} ", i)
		case kind == 2:
			b.WriteString("...on Company{aliases} ")
		case kind >= 3 && depth > 0:
			b.WriteString(d.ties(depth, from))
		}
	}
	b.WriteString("}")
	return b.String()
}

// ties draws a connection and the claims beside its nodes.
func (d *drawing) ties(depth, from int) string {
	d.keys++
	shape := rapid.SampledFrom([]string{
		"nodes{node%s claim{id}}", "edges{node{node%s}claim{id}}", "nodes{node%s} pageInfo{endCursor}",
	}).Draw(d.t, "shape")
	first := rapid.IntRange(1, 3).Draw(d.t, "first")
	return fmt.Sprintf("t%d:ties(first:%d){"+shape+"} ", d.keys, first, d.entity(depth-1, from))
}

// simulation makes the largest answer there may be and counts its objects one by one.
type simulation struct{ objects int }

func (s *simulation) answer(set ast.SelectionSet) {
	for _, selection := range set {
		switch selected := selection.(type) {
		case *ast.InlineFragment:
			s.answer(selected.SelectionSet)
		case *ast.FragmentSpread:
			s.answer(selected.Definition.SelectionSet)
		case *ast.Field:
			s.field(selected)
		}
	}
}

func (s *simulation) field(f *ast.Field) {
	switch f.Name {
	case "ties":
		first := int(f.Arguments.ForName("first").Value.Raw[0] - '0')
		for range first {
			s.objects++ // the tie
			s.each(f.SelectionSet)
		}
		s.once(f.SelectionSet)
	case "tieFacets":
		s.objects += guard.Defaults().PlainList
	case "aliases":
		s.objects++ // a list of scalars counts as one
	case "node", "claim", "entity":
		s.objects++
		s.answer(f.SelectionSet)
	}
}

// each answers what a connection gives for every tie.
func (s *simulation) each(connection ast.SelectionSet) {
	for _, selection := range connection {
		switch f := selection.(*ast.Field); f.Name {
		case "nodes":
			s.answer(f.SelectionSet)
		case "edges":
			for _, ofEdge := range f.SelectionSet {
				if inner := ofEdge.(*ast.Field); inner.Name == "node" {
					s.answer(inner.SelectionSet) // the tie has been counted
				} else {
					s.field(inner)
				}
			}
		}
	}
}

// once answers what a connection gives beside its ties.
func (s *simulation) once(connection ast.SelectionSet) {
	for _, selection := range connection {
		if selection.(*ast.Field).Name == "pageInfo" {
			s.objects++
		}
	}
}

func TestCostEqualsTheLargestAnswer(t *testing.T) {
	s := schema(t)
	g := newGuardWith(t, guard.Limits{Cost: 1 << 30})
	rapid.Check(t, func(t *rapid.T) {
		d := &drawing{t: t, fragments: rapid.IntRange(0, 3).Draw(t, "fragments")}
		query := "{entity(id:1)" + d.entity(2, 0) + "}" + many(d.fragments, func(i int) string {
			return fmt.Sprintf("fragment F%d on Entity", i) + d.entity(1, i+1)
		})
		doc, failed := g.Parse(query)
		if failed != nil {
			t.Fatal(failed)
		}
		doc.Fragments = reachable(doc)
		if errs := validator.ValidateWithRules(s, doc, rules.NewDefaultRules()); len(errs) > 0 {
			t.Fatal(errs, query)
		}
		want := &simulation{}
		want.answer(doc.Operations[0].SelectionSet)
		got, failed := g.Cost(doc.Operations[0], nil)
		if failed != nil {
			t.Fatal(failed)
		}
		require.Equal(t, want.objects, got.Nodes, query)
	})
}
