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

// chosenEdges are the conditions that types do not say. A parameter that is null restricts nothing: so filters share a text, and
// the server plans it once.
const chosenEdges = ` AND ($predicates IS NULL OR r.predicate IN $predicates) AND ($modalities IS NULL OR r.modality IN $modalities)
  AND ($standings IS NULL OR r.standing IN $standings) AND ($contested IS NULL OR r.contested = $contested)
  AND ($at IS NULL OR r.from <= $at AND r.to >= $at)
  AND ($kinds IS NULL OR far.kind IN $kinds) AND ($between IS NULL OR far.id IN $between)`

// edgeConditions are what types do not say; most often that is nothing.
func edgeConditions(c *conditions, f *graph.EdgeFilter) {
	if f.Direction == graph.In {
		c.add("far <> near") // a tie to itself goes out
	}
	conditions := map[string]any{
		"predicates": nil, "modalities": nil, "standings": orNull(f.Standings), "contested": nil, "at": nil, "kinds": nil,
		"between": orNull(f.Between),
	}
	if slices.ContainsFunc(f.Predicates, func(name string) bool { return tablePredicate(name) == otherTie }) {
		conditions["predicates"] = f.Predicates
	}
	if slices.ContainsFunc(f.Modalities, func(m graph.Modality) bool { return m != graph.Fact }) {
		conditions["modalities"] = textsOf(f.Modalities)
	}
	if f.Contested != nil {
		conditions["contested"] = *f.Contested
	}
	if f.At != nil {
		conditions["at"] = int64(*f.At)
	}
	if f.FarKinds != 0 {
		conditions["kinds"] = textsOf(f.FarKinds.List())
	}
	c.passing(chosenEdges, conditions)
}
