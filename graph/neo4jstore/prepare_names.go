package neo4jstore

import (
	"maps"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// names are the ids that records name or repeat, by the parameter of the lookup that takes them.
type names struct {
	ids    map[string]map[string]bool
	logged map[logKey]bool
}

func newNames() *names {
	return &names{ids: map[string]map[string]bool{}, logged: map[logKey]bool{}}
}

func want[S ~string](n *names, kind string, ids ...S) {
	for _, id := range ids {
		if id == "" {
			continue
		}
		if n.ids[kind] == nil {
			n.ids[kind] = map[string]bool{}
		}
		n.ids[kind][string(id)] = true
	}
}

// add adds what one record names and repeats.
func (n *names) add(r graph.Record) {
	switch r := r.(type) {
	case *graph.Entity:
		want(n, "entities", r.ID)
	case *graph.Document:
		want(n, "documents", r.ID)
	case *graph.Judgement:
		want(n, "judgements", r.ID)
	case *graph.Layer:
		n.addLayer(r)
	case *graph.Claim:
		want(n, "claims", r.ID)
		want(n, "entities", r.Subject, r.Object)
	case *graph.Assertion:
		n.addAssertion(r)
	case *graph.LayerTerms:
		want(n, "layers", r.Layer)
		want(n, "documents", r.Document)
		want(n, "texted", r.Document)
		want(n, "termed", r.Layer)
	default:
		n.addOwner(r)
	}
}

func (n *names) addLayer(l *graph.Layer) {
	want(n, "layers", l.ID)
	want(n, "texts", l.ID)
	want(n, "documents", l.Document)
	want(n, "texted", l.Document)
}

func (n *names) addAssertion(a *graph.Assertion) {
	want(n, "assertions", a.ID)
	want(n, "claims", a.Claim)
	want(n, "entities", a.Speaker)
	for _, e := range a.Evidence {
		want(n, "layers", e.Layer)
		want(n, "texts", e.Layer)
	}
}

// addOwner adds the owner of a record that may come once a revision.
func (n *names) addOwner(r graph.Record) {
	switch r := r.(type) {
	case *graph.ReviewDecision:
		want(n, "assertions", r.Assertion)
	case *graph.BodyCompetence:
		want(n, "entities", r.Body)
		want(n, "bodies", r.Body)
	case *graph.ClaimState:
		want(n, "claims", r.Claim)
		want(n, "stated", r.Claim)
	case *graph.EntityState:
		want(n, "entities", r.Entity)
		want(n, "restated", r.Entity)
	}
	if kind := graph.KindOfRecord(r); kind != "" {
		n.logged[logKey{kind, graph.RecordID(r)}] = true
	}
}

// lists are the ids by parameter, of those that have any. What a revision without entries has logged is not asked.
func (n *names) lists(next *revision) map[string]any {
	lists := map[string]any{}
	for kind, ids := range n.ids {
		lists[kind] = slices.Collect(maps.Keys(ids))
	}
	if next.entries > 0 && len(n.logged) > 0 {
		logged := make([][]string, 0, len(n.logged))
		for key := range n.logged {
			logged = append(logged, []string{string(key.kind), key.id})
		}
		lists["logged"] = logged
	}
	return lists
}
