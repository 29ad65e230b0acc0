package graphtest

import (
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// World is a small hand-made world: companies and a person, a hub, a tie of an entity to itself, a claim with a value and one about
// a claim, two documents, speech acts by a speaker and for a body, and search terms. Each record comes after what it names, and
// what is derived comes last.
func World() []graph.Record {
	records := slices.Concat(spokenWorld(), termsWorld(), hubWorld(30), namedWorld())
	var raw, derived []graph.Record
	seen := map[any]bool{}
	for _, r := range records {
		switch r := r.(type) {
		case *graph.ClaimState, *graph.EntityState:
			derived = append(derived, r)
		case *graph.Entity:
			if !seen[r.ID] {
				raw, seen[r.ID] = append(raw, r), true
			}
		default:
			raw = append(raw, r)
		}
	}
	return append(raw, derived...)
}
