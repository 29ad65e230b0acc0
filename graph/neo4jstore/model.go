package neo4jstore

import (
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// open is the value of until while a derived row is known. It needs 34 bits: the server keeps integers of up to 35 bits in one
// block, so that closing a row overwrites a property in place and a reader never meets a row without it.
const open = 1<<34 - 1

// kindLabel is the label that an entity has beside Entity: "IntelligenceService".
func kindLabel(kind graph.EntityKind) string {
	words := strings.Split(strings.ToLower(string(kind)), "_")
	for i, word := range words {
		words[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

// edgeType is the type of the relationship that is projected from a stretch: OWNS where it is safe to say that the subject does,
// ALLEGED_OWNS where it is only alleged, VOID_OWNS where it is refuted or withdrawn; POTENTIAL_ comes before where the claim is
// about a capability, an intent, a plan or a risk.
func edgeType(predicate string, modality graph.Modality, tier graph.Tier) string {
	name := predicate
	if modality != graph.Fact {
		name = "POTENTIAL_" + name
	}
	if tier != graph.Safe {
		name = string(tier) + "_" + name
	}
	return name
}
