package graph

import (
	"context"
	"fmt"
)

// ClaimOrigins gives where the live support of a claim comes from, each origin once however many repeat it: the speaker with the
// first work of the chain, and the publisher of the document in which it stands first.
func ClaimOrigins() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		said, err := v.hear(ctx, claimIDsOf(parents))
		if err != nil {
			return nil, err
		}
		var all []*AssertionRow
		for _, id := range sortedIDs(said) {
			all = append(all, said[id].backing()...)
		}
		names, err := v.chains(ctx, all)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, c := range parents {
			pages[i] = listPage(names.origins(c.ID, said[c.ID].backing()))
		}
		return pages, nil
	})
}

// ClaimIndependentSources counts the different speakers behind a claim's live support: a row of *Scalar[int].
func ClaimIndependentSources() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		said, err := v.hear(ctx, claimIDsOf(parents))
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(c *ClaimRow) (int, bool) { return independent(said[c.ID].backing()), true }), nil
	})
}

// backing are the supports of the claim that stand.
func (h *hearing) backing() []*AssertionRow {
	return h.rowsOf(func(s *voice) bool { return s.live && s.support })
}

// backingOf are the supports of the claim that stand and may speak of one of the days.
func (h *hearing) backingOf(days DayRange) []*AssertionRow {
	return h.rowsOf(func(s *voice) bool { return s.live && s.support && s.during(days) })
}

// chains names who speaks in assertions, the works that carried them, and who published where they stand.
type chains struct {
	entities  map[EntityID]*EntityRow
	documents map[DocumentID]*DocumentRow
}

func (v *View) chains(ctx context.Context, rows []*AssertionRow) (*chains, error) {
	var docs []DocumentID
	var ids []EntityID
	for _, a := range rows {
		docs = append(docs, a.firstWork(), a.standsIn())
		ids = append(ids, a.Speaker)
	}
	documents, err := readSome(ctx, v, docs, documentsByID)
	if err != nil {
		return nil, err
	}
	for _, d := range documents {
		ids = append(ids, d.Publisher)
	}
	entities, err := readSome(ctx, v, ids, entitiesByID)
	return &chains{entities, documents}, err
}

// firstWork is the first work of the chain, or "".
func (a *Assertion) firstWork() DocumentID {
	for _, r := range a.ReportedBy {
		if r.Work != "" {
			return r.Work
		}
	}
	return ""
}

// standsIn is the document of the first anchor, or "".
func (a *Assertion) standsIn() DocumentID {
	if len(a.Evidence) == 0 {
		return ""
	}
	return a.Evidence[0].Document
}

func (c *chains) publisher(a *AssertionRow) *EntityRow {
	if d := c.documents[a.standsIn()]; d != nil {
		return c.entities[d.Publisher]
	}
	return nil
}

func (c *chains) origins(claim ClaimID, rows []*AssertionRow) []*OriginNode {
	seen := map[string]bool{}
	var out []*OriginNode
	for _, a := range rows {
		n := &OriginNode{Claim: claim, Speaker: c.entities[a.Speaker], Work: c.documents[a.firstWork()], Publisher: c.publisher(a)}
		if key := fmt.Sprint(a.Speaker, " ", a.firstWork()); !seen[key] {
			seen[key] = true
			out = append(out, n)
		}
	}
	return out
}

// independent counts the different bodies that speak.
func independent(rows []*AssertionRow) int {
	seen := map[EntityID]bool{}
	for _, a := range rows {
		seen[a.Body()] = true
	}
	return len(seen)
}
