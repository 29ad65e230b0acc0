package graphtest

import (
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// maxHits is how many ids a search yields at most.
const maxHits = 1000

// Search tries the sets in turn.
func (r *reader) Search(ctx context.Context, q graph.TermQuery) (graph.TermHits, error) {
	if err := r.ready(ctx); err != nil {
		return graph.TermHits{}, err
	}
	holders := r.holders(q.Target)
	hits := graph.TermHits{Holds: map[graph.Term]int{}}
	for _, set := range q.Sets {
		for _, term := range set.Terms {
			hits.Holds[term] = countHolders(holders, term)
		}
		hits.IDs = append(hits.IDs, r.matches(holders, set, &q, hits.IDs)...)
	}
	limit := q.Limit
	if limit <= 0 || limit > maxHits {
		limit = maxHits
	}
	if len(hits.IDs) > limit {
		hits.IDs, hits.Cut = hits.IDs[:limit], true
	}
	return hits, nil
}

// holders gives the terms that each id holds.
func (w *world) holders(target graph.TermTarget) map[string]map[graph.Term]bool {
	out := map[string]map[graph.Term]bool{}
	hold := func(id string, terms []graph.Term) {
		if out[id] == nil {
			out[id] = map[graph.Term]bool{}
		}
		for _, t := range terms {
			out[id][t] = true
		}
	}
	if target == graph.TextTerms {
		for _, layer := range w.terms {
			hold(string(layer.record.Document), layer.record.Terms)
		}
		return out
	}
	for id, s := range w.entStats {
		hold(string(id), s.Terms)
	}
	return out
}

func countHolders(holders map[string]map[graph.Term]bool, term graph.Term) int {
	n := 0
	for _, terms := range holders {
		if terms[term] {
			n++
		}
	}
	return n
}

// matches are the ids that hold enough of a set's terms, in order, without those found before.
func (r *reader) matches(
	holders map[string]map[graph.Term]bool, set graph.TermSet, q *graph.TermQuery, before []string,
) []string {
	var found []string
	for id, terms := range holders {
		held := map[graph.Term]bool{}
		for _, t := range set.Terms {
			if terms[t] {
				held[t] = true
			}
		}
		if len(held) >= max(set.Least, 1) && r.ofKind(id, q) && !slices.Contains(before, id) {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return found
}

func (r *reader) ofKind(id string, q *graph.TermQuery) bool {
	return q.Target == graph.TextTerms || q.Kinds == 0 || q.Kinds.Has(r.entities[graph.EntityID(id)].record.Kind)
}
