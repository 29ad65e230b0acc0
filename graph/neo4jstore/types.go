package neo4jstore

import (
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

// relationshipsByName are those of relationships.
var relationshipsByName = sync.OnceValue(func() map[string]*relationship {
	all := relationships()
	named := make(map[string]*relationship, len(all))
	for i := range all {
		named[all[i].name] = &all[i]
	}
	return named
})

// typeOf is the type of the edges of a claim: that of its predicate, or the common one of all that the table does not have.
func typeOf(predicate string, modality graph.Modality, tier graph.Tier) string {
	return edgeType(tablePredicate(predicate), modality, tier)
}

// tablePredicate is a predicate as types name it. The type of what is safe to say has the predicate's own name.
func tablePredicate(name string) string {
	if r, ok := relationshipsByName()[name]; !ok || r.predicate != name {
		return otherTie
	}
	return name
}

// wanted are the types that modalities and tiers select.
type wanted struct{ fact, potential, safe, alleged, void bool }

func wantedBy(f *graph.EdgeFilter) wanted {
	anyTier, anyModality := len(f.Tiers) == 0, len(f.Modalities) == 0
	return wanted{
		fact:      anyModality || slices.Contains(f.Modalities, graph.Fact),
		potential: anyModality || slices.ContainsFunc(f.Modalities, func(m graph.Modality) bool { return m != graph.Fact }),
		safe:      anyTier || slices.Contains(f.Tiers, graph.Safe),
		alleged:   anyTier || slices.Contains(f.Tiers, graph.AllegedTier),
		void:      anyTier || slices.Contains(f.Tiers, graph.Void),
	}
}

func (w wanted) has(r *relationship) bool {
	if r.fact && !w.fact || !r.fact && !w.potential {
		return false
	}
	return r.tier == graph.Safe && w.safe || r.tier == graph.AllegedTier && w.alleged || r.tier == graph.Void && w.void
}

// typesOf names the types of the edges that may pass a filter, parted by |; none when nothing can. Those of predicates before a name
// are left out.
func typesOf(f *graph.EdgeFilter, from string) string {
	if len(f.Predicates) == 0 && from == "" {
		return typesOfAll()[wantedBy(f)]
	}
	predicates := make([]string, len(f.Predicates))
	for i, name := range f.Predicates {
		predicates[i] = tablePredicate(name)
	}
	return joinTypes(wantedBy(f), func(predicate string) bool {
		return (predicate >= from || predicate == otherTie) && (len(predicates) == 0 || slices.Contains(predicates, predicate))
	})
}

// typesOfAll are the types of all predicates.
var typesOfAll = sync.OnceValue(func() map[wanted]string {
	joined := map[wanted]string{}
	for i := range 1 << 5 {
		w := wanted{i&1 != 0, i&2 != 0, i&4 != 0, i&8 != 0, i&16 != 0}
		joined[w] = joinTypes(w, func(string) bool { return true })
	}
	return joined
})

func joinTypes(w wanted, passes func(predicate string) bool) string {
	var names []string
	all := relationships()
	for i := range all {
		if w.has(&all[i]) && passes(all[i].predicate) {
			names = append(names, all[i].name)
		}
	}
	return strings.Join(names, "|")
}
