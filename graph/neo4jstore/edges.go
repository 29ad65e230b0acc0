package neo4jstore

import (
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// edgeParts say which relationships r between near and far are the edges that pass a filter: by their types, then by conditions
// with the parameters that these name. It says false when none can pass. A place, if given, is one after which they are wanted.
func edgeParts(f *graph.EdgeFilter, after *graph.EdgeKey, params map[string]any) ([]part, bool) {
	from := ""
	if after != nil {
		from = after.Predicate
	}
	types := typesOf(f, from)
	if types == "" || f.Direction != "" && f.Direction != graph.Out && f.Direction != graph.In {
		return nil, false
	}
	c := conditions{params: params}
	edgeConditions(&c, f)
	if after != nil {
		c.one(`(r.predicate > $predicate OR r.predicate = $predicate AND (far.id > $far OR far.id = $far AND (
    r.claim > $claim OR r.claim = $claim AND r.from > $from)))`, "predicate", after.Predicate)
		params["far"], params["claim"], params["from"] = string(after.Far), string(after.Claim), int64(after.From)
	}
	return []part{{"types", edgePattern(f.Direction, types)}, {"passing", c.and()}}, true
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
