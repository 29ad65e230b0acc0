package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// Assertions gives the rows of the ids that are on file.
func (r *reader) Assertions(
	ctx context.Context, ids []graph.AssertionID,
) (map[graph.AssertionID]*graph.AssertionRow, error) {
	return rows(ctx, r, ids, func(id graph.AssertionID) (*graph.AssertionRow, bool) {
		a, ok := r.assertions[id]
		if !ok {
			return nil, false
		}
		return r.assertionRow(a), true
	})
}

func (w *world) assertionRow(a held[*graph.Assertion]) *graph.AssertionRow {
	row := &graph.AssertionRow{Assertion: *w.quoted(a.record), Stamp: w.stampOf(a.rev)}
	if given := w.decisions[a.record.ID]; len(given) > 0 {
		newest := given[len(given)-1]
		row.Decision = &graph.DecisionRow{ReviewDecision: *newest.record, Stamp: w.stampOf(newest.rev)}
	}
	return row
}

// quoted fills in the words that stand at each anchor.
func (w *world) quoted(a *graph.Assertion) *graph.Assertion {
	out := *a
	out.Evidence = slices.Clone(a.Evidence)
	for i, e := range out.Evidence {
		letters := []rune(w.layers[e.Layer].record.Text)
		end := min(max(e.End, 0), len(letters))
		start := min(max(e.Start, 0), end)
		out.Evidence[i].Quote = string(letters[start:end])
	}
	return &out
}

// ListAssertions looks at every assertion for every owner.
func (r *reader) ListAssertions(ctx context.Context, q graph.AssertionQuery) ([][]*graph.AssertionRow, error) {
	return lists(ctx, r, q.Owners, func(owner string) []*graph.AssertionRow {
		var found []*graph.AssertionRow
		for _, a := range r.assertions {
			if ownsAssertion(owner, q.Role, a.record) && r.passesAssertion(a.record, &q) {
				found = append(found, r.assertionRow(a))
			}
		}
		slices.SortFunc(found, func(a, b *graph.AssertionRow) int {
			return compareAssertions(assertionKey(a), assertionKey(b))
		})
		beyond := func(row *graph.AssertionRow) bool {
			return q.After == nil || compareAssertions(assertionKey(row), *q.After) > 0
		}
		return page(found, beyond, q.Limit)
	})
}

func assertionKey(row *graph.AssertionRow) graph.AssertionKey {
	return graph.AssertionKey{Revision: row.Stamp.Revision, ID: row.ID}
}

func compareAssertions(a, b graph.AssertionKey) int {
	return cmp.Or(cmp.Compare(a.Revision, b.Revision), cmp.Compare(a.ID, b.ID))
}

func ownsAssertion(owner string, role graph.AssertionRole, a *graph.Assertion) bool {
	if owner == "" {
		return false
	}
	switch role {
	case graph.AboutClaim:
		return owner == string(a.Claim)
	case graph.BySpeaker:
		return spokenBy(a, graph.EntityID(owner))
	case graph.OfDocument:
		return standsIn(a, graph.DocumentID(owner))
	case graph.AtTarget:
		return owner == string(a.Target)
	default:
		return false
	}
}

func spokenBy(a *graph.Assertion, who graph.EntityID) bool {
	return a.Speaker == who || a.Capacity.For == who
}

func standsIn(a *graph.Assertion, d graph.DocumentID) bool {
	return slices.ContainsFunc(a.Evidence, func(e graph.Evidence) bool { return e.Document == d })
}

func (w *world) passesAssertion(a *graph.Assertion, q *graph.AssertionQuery) bool {
	c := w.claims[a.Claim].record
	about := len(q.About) == 0 || slices.Contains(q.About, c.Subject) || c.Object != "" && slices.Contains(q.About, c.Object)
	return about && among(q.Stances, a.Stance) && among(q.Claims, a.Claim)
}

// ListJudgements gives for each owner the judgements that name it.
func (r *reader) ListJudgements(ctx context.Context, owners []string) ([][]*graph.JudgementRow, error) {
	return lists(ctx, r, owners, func(owner string) []*graph.JudgementRow {
		var found []*graph.JudgementRow
		for _, j := range r.judgements {
			if names(j.record, owner) {
				found = append(found, &graph.JudgementRow{Judgement: *j.record, Stamp: r.stampOf(j.rev)})
			}
		}
		slices.SortFunc(found, func(a, b *graph.JudgementRow) int {
			return cmp.Or(cmp.Compare(a.Stamp.Revision, b.Stamp.Revision), cmp.Compare(a.ID, b.ID))
		})
		return found
	})
}

func names(j *graph.Judgement, owner string) bool {
	return owner != "" && (slices.Contains(j.Entities, graph.EntityID(owner)) ||
		string(j.ID) == owner || string(j.Denial) == owner || string(j.Claim) == owner)
}

// Competence gives the rows of each body that was ever given any, be they none now.
func (r *reader) Competence(
	ctx context.Context, bodies []graph.EntityID,
) (map[graph.EntityID][]graph.Competence, error) {
	if len(bodies) == 0 {
		for id := range r.competence {
			bodies = append(bodies, id)
		}
	}
	return rows(ctx, r, bodies, func(id graph.EntityID) ([]graph.Competence, bool) {
		c, ok := r.competence[id]
		if !ok {
			return nil, false
		}
		return slices.Clone(c.record.Rows), true
	})
}
