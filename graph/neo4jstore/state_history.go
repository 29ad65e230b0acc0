package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// StateHistory gives every stretch that was ever known up to the reader's revision, by day, then revision.
func (r *reader) StateHistory(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	done, err := r.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return inChunks(distinct(ids), func(ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
		return r.history(ctx, ids)
	})
}

// stateRead is one stretch with the revisions that knew it; until is 0 while it is known.
type stateRead struct {
	claim        graph.ClaimID
	since, until int64
	stretch      graph.Stretch
}

func scanState(c *cells) stateRead {
	return stateRead{claim: graph.ClaimID(c.text()), since: c.integer(), until: c.integer(), stretch: c.stretch()}
}

func (r *reader) history(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	params := map[string]any{"ids": textsOf(ids), "rev": r.rev}
	reads, err := collected(ctx, r.store.conn, scanState, statement("stretches_history"), params)
	if err != nil {
		return nil, err
	}
	revs := make([]int64, 0, 2*len(reads))
	for _, read := range reads {
		revs = append(revs, read.since, read.until)
	}
	stamps, err := r.store.stampsOf(ctx, revs)
	if err != nil {
		return nil, err
	}
	found := map[graph.ClaimID][]graph.StateRow{}
	for _, read := range reads {
		found[read.claim] = append(found[read.claim], graph.StateRow{
			Stretch: read.stretch, Since: stamps[read.since], Until: stamps[read.until],
		})
	}
	for _, history := range found {
		slices.SortFunc(history, func(a, b graph.StateRow) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Since.Revision, b.Since.Revision))
		})
	}
	return found, nil
}

// distinct gives each element once, in the order in which they first come.
func distinct[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var out []T
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
