package graphtest

import (
	"slices"
	"testing"
	"time"

	"github.com/redthread-graph/redthread/graph"
)

// check is one case of the suite: it is handed an empty store.
type check struct {
	name string
	run  func(k *kit)
}

// Run is the conformance suite: every case, with no skip, against fresh stores. newStore opens an empty store that tells the
// time by clock and lets a write wait for an open load for no more than a second; the suite closes it.
func Run(t *testing.T, newStore func(t *testing.T, clock func() time.Time) graph.Store) {
	t.Helper()
	for _, c := range checks() {
		t.Run(c.name, func(t *testing.T) { c.run(newKit(t, newStore)) })
	}
	t.Run("differential", func(t *testing.T) { Differential(t, newStore) })
}

func checks() []check {
	return slices.Concat(updateChecks(), operationChecks(), derivedChecks(), conflictChecks(), fieldChecks(), entityChecks(), claimChecks(), assertionChecks(), documentChecks(), judgementChecks(), competenceChecks(), rowChecks(), searchChecks(), expandChecks(), facetChecks(), filterChecks(), pagingChecks(), revisionChecks(), historyChecks(), logChecks(), isolationChecks(), concurrencyChecks(), loadChecks(), restoreChecks(), contextChecks(), closeChecks(), serviceChecks())
}
