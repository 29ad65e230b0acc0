package graphtest

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Claims gives the rows of the ids that are on file.
func (r *reader) Claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	return rows(ctx, r, ids, func(id graph.ClaimID) (*graph.ClaimRow, bool) {
		c, ok := r.claims[id]
		if !ok {
			return nil, false
		}
		return r.claimRow(c), true
	})
}

func (w *world) claimRow(c held[*graph.Claim]) *graph.ClaimRow {
	return &graph.ClaimRow{Claim: *c.record, State: w.state(c.record), Stamp: w.stampOf(c.rev)}
}

// ListClaims looks at every claim that an owner may have.
func (r *reader) ListClaims(ctx context.Context, q graph.ClaimQuery) ([][]*graph.ClaimRow, error) {
	return lists(ctx, r, q.Owners, func(owner string) []*graph.ClaimRow {
		var found []*graph.ClaimRow
		for c := range r.candidates(owner, q.Role) {
			row := r.claimRow(c)
			if r.ownsClaim(owner, q.Role, c.record) && passesClaim(row, &q) {
				found = append(found, row)
			}
		}
		slices.SortFunc(found, func(a, b *graph.ClaimRow) int { return compareClaims(claimKey(a), claimKey(b)) })
		beyond := func(row *graph.ClaimRow) bool { return q.After == nil || compareClaims(claimKey(row), *q.After) > 0 }
		return page(found, beyond, q.Limit)
	})
}

// candidates are the claims with the owner at an end where the role needs that, else all.
func (w *world) candidates(owner string, role graph.ClaimRole) iter.Seq[held[*graph.Claim]] {
	if role == graph.AnyEnd || role == graph.AsSubject || role == graph.AsObject {
		w.indexed.Do(w.index)
		return slices.Values(w.ties[graph.EntityID(owner)])
	}
	return maps.Values(w.claims)
}

func claimKey(row *graph.ClaimRow) graph.ClaimKey {
	return graph.ClaimKey{Predicate: row.Predicate, ID: row.ID}
}

func compareClaims(a, b graph.ClaimKey) int {
	return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.ID, b.ID))
}

func (w *world) ownsClaim(owner string, role graph.ClaimRole, c *graph.Claim) bool {
	if owner == "" {
		return role == graph.WholeStore
	}
	switch role {
	case graph.AsSubject:
		return owner == string(c.Subject)
	case graph.AsObject:
		return owner == string(c.Object)
	case graph.AnyEnd:
		return owner == string(c.Subject) || owner == string(c.Object)
	case graph.ReferredClaim:
		return c.Value == graph.Value(graph.ClaimRef{Claim: graph.ClaimID(owner)})
	case graph.InDocument:
		return w.anySaid(c.ID, func(a *graph.Assertion) bool { return standsIn(a, graph.DocumentID(owner)) })
	case graph.SaidBy:
		return w.anySaid(c.ID, func(a *graph.Assertion) bool { return spokenBy(a, graph.EntityID(owner)) })
	default:
		return false
	}
}

func (w *world) anySaid(id graph.ClaimID, holds func(*graph.Assertion) bool) bool {
	for _, a := range w.assertions {
		if a.record.Claim == id && holds(a.record) {
			return true
		}
	}
	return false
}

// passesClaim judges a claim by its stretch on the day asked for, else by its latest.
func passesClaim(row *graph.ClaimRow, q *graph.ClaimQuery) bool {
	var shown *graph.Stretch
	for i := range row.State.Stretches {
		if s := &row.State.Stretches[i]; q.At == nil || s.Has(*q.At) {
			shown = s
		}
	}
	return shown != nil &&
		among(q.Predicates, row.Predicate) && among(q.Modalities, row.Modality) && among(q.Standings, shown.Standing) &&
		(q.Contested == nil || *q.Contested == shown.Contested) && (!q.Allegation || row.State.Allegation)
}

// StateHistory gives every stretch that was ever known up to the world's revision.
func (r *reader) StateHistory(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	return rows(ctx, r, ids, func(id graph.ClaimID) ([]graph.StateRow, bool) {
		var history []graph.StateRow
		for _, row := range r.states[id] {
			history = append(history, graph.StateRow{
				Stretch: row.stretch, Since: r.stampOf(row.since), Until: r.stampOf(row.until),
			})
		}
		slices.SortFunc(history, func(a, b graph.StateRow) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Since.Revision, b.Since.Revision))
		})
		return history, len(history) > 0
	})
}
