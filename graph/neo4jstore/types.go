package neo4jstore

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// otherTie stands in types for every predicate that the standard table does not have.
const otherTie = "TIED_TO"

// relationship is one type of relationship that edges have in the database.
type relationship struct {
	name      string
	predicate string // or otherTie
	fact      bool
	tier      graph.Tier
}

// relationships are all of them, by predicate. A statement that matches edges names those it means: what a type leaves out is not
// even read, also at an entity with a million edges.
var relationships = sync.OnceValue(func() []relationship {
	var all []relationship
	for _, predicate := range append(tiePredicates(), otherTie) {
		for _, modality := range []graph.Modality{graph.Fact, graph.Plan} {
			for _, tier := range []graph.Tier{graph.Safe, graph.AllegedTier, graph.Void} {
				all = append(all, relationship{edgeType(predicate, modality, tier), predicate, modality == graph.Fact, tier})
			}
		}
	}
	return all
})

// tiePredicates are the predicates of the standard table that tie two entities, in order of their names.
func tiePredicates() []string {
	var names []string
	for _, p := range graph.StandardVocabulary().Predicates() {
		if p.Objects|p.GroupObjects != 0 {
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	return names
}

// typeOf is the type of the edges of a claim: that of its predicate, or the common one of all that the table does not have.
func typeOf(predicate string, modality graph.Modality, tier graph.Tier) string {
	return edgeType(tablePredicate(predicate), modality, tier)
}

// tablePredicate is the predicate as types name it.
func tablePredicate(name string) string {
	p, err := graph.StandardVocabulary().Predicate(name)
	if err != nil || p.Objects|p.GroupObjects == 0 {
		return otherTie
	}
	return name
}

// typesOf names the types of the edges that may pass a filter, parted by |; none when nothing can. Those of predicates before a name
// are left out.
func typesOf(f *graph.EdgeFilter, from string) string {
	fact := len(f.Modalities) == 0 || slices.Contains(f.Modalities, graph.Fact)
	other := len(f.Modalities) == 0 || slices.ContainsFunc(f.Modalities, func(m graph.Modality) bool { return m != graph.Fact })
	predicates := wantedPredicates(f.Predicates)
	var names strings.Builder
	for _, r := range relationships() {
		before := r.predicate < from && r.predicate != otherTie
		if before || r.fact && !fact || !r.fact && !other || !passes(f.Tiers, r.tier) || !passes(predicates, r.predicate) {
			continue
		}
		if names.Len() > 0 {
			names.WriteByte('|')
		}
		names.WriteString(r.name)
	}
	return names.String()
}

// wantedPredicates are predicates as types name them.
func wantedPredicates(predicates []string) []string {
	named := make([]string, len(predicates))
	for i, name := range predicates {
		named[i] = tablePredicate(name)
	}
	return named
}

// passes says whether a list, which restricts nothing when empty, has a value.
func passes[T cmp.Ordered](allowed []T, value T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, value)
}
