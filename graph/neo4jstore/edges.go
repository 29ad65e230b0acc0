package neo4jstore

import (
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// edgeMatch says which relationships r between near and far are the edges that pass a filter: by a pattern, in which their types
// stand, then by conditions.
type edgeMatch struct{ pattern, passing string }

// edgeText is a statement about edges, cut where these two go: composing it is most of what there is to do for a small answer.
type edgeText struct{ before, between, after string }

func cutEdgeText(text string) edgeText {
	before, rest, _ := strings.Cut(text, "/* types */")
	between, after, _ := strings.Cut(rest, "/* passing */")
	return edgeText{before, between, after}
}

// in is the statement with them.
func (m edgeMatch) in(t edgeText) string {
	return t.before + m.pattern + t.between + m.passing + t.after
}

// matchEdges adds the parameters that its conditions name. It says false when no edge can pass. A place, if given, is one after
// which edges are wanted.
func matchEdges(f *graph.EdgeFilter, after *graph.EdgeKey, params map[string]any) (edgeMatch, bool) {
	from := ""
	if after != nil {
		from = after.Predicate
	}
	types := typesOf(f, from)
	if types == "" || f.Direction != "" && f.Direction != graph.Out && f.Direction != graph.In {
		return edgeMatch{}, false
	}
	c := conditions{params: params}
	edgeConditions(&c, f)
	if after != nil {
		c.one(`(r.predicate > $predicate OR r.predicate = $predicate AND (far.id > $far OR far.id = $far AND (
    r.claim > $claim OR r.claim = $claim AND r.from > $from)))`, "predicate", after.Predicate)
		params["far"], params["claim"], params["from"] = string(after.Far), string(after.Claim), int64(after.From)
	}
	return edgeMatch{edgePattern(f.Direction, types), c.and()}, true
}

// edgePattern matches edges of both directions at once: so an entity's tie to itself comes once.
func edgePattern(d graph.Direction, types string) string {
	switch d {
	case graph.Out:
		return "-[r:" + types + "]->"
	case graph.In:
		return "<-[r:" + types + "]-"
	default:
		return "-[r:" + types + "]-"
	}
}

// edgeConditions are what types do not say.
func edgeConditions(c *conditions, f *graph.EdgeFilter) {
	if f.Direction == graph.In {
		c.add("far <> near") // a tie to itself goes out
	}
	if slices.ContainsFunc(f.Predicates, func(name string) bool { return tablePredicate(name) == otherTie }) {
		among(c, "r.predicate", "predicates", f.Predicates)
	}
	if slices.ContainsFunc(f.Modalities, func(m graph.Modality) bool { return m != graph.Fact }) {
		among(c, "r.modality", "modalities", f.Modalities)
	}
	among(c, "r.standing", "standings", f.Standings)
	if f.Contested != nil {
		c.one("r.contested = $contested", "contested", *f.Contested)
	}
	if f.At != nil {
		c.one("r.from <= $at AND r.to >= $at", "at", int64(*f.At))
	}
	if f.FarKinds != 0 {
		c.one("far.kind IN $kinds", "kinds", textsOf(f.FarKinds.List()))
	}
	among(c, "far.id", "between", f.Between)
}
