package graph

import (
	"context"
	"fmt"
)

// ClaimOrigins gives where the live support of a claim comes from, each origin once however many repeat it: the speaker with the
// first work of the chain, else the publisher of the document.
func ClaimOrigins() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		backing, names, err := v.backing(ctx, parents)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, c := range parents {
			pages[i] = listPage(names.origins(c.ID, backing[c.ID]))
		}
		return pages, nil
	})
}

// ClaimIndependentSources counts the different speakers behind a claim's live support: a row of *Scalar[int].
func ClaimIndependentSources() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		backing, names, err := v.backing(ctx, parents)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(c *ClaimRow) (int, bool) { return names.independent(backing[c.ID]), true }), nil
	})
}

// backing gives the live supports of claims, and the names of speakers, works and publishers in them.
func (v *View) backing(ctx context.Context, claims []*ClaimRow) (map[ClaimID][]*AssertionRow, *chains, error) {
	said, err := v.hear(ctx, claimIDsOf(claims))
	if err != nil {
		return nil, nil, err
	}
	out := map[ClaimID][]*AssertionRow{}
	var all []*AssertionRow
	for _, id := range sortedIDs(said) {
		out[id] = said[id].rowsOf(func(s *voice) bool { return s.live && s.support })
		all = append(all, out[id]...)
	}
	names, err := v.chains(ctx, all)
	return out, names, err
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
		key := fmt.Sprint(a.Speaker, " ", a.firstWork())
		if n.Speaker == nil {
			key = n.Key()
		}
		if n.Speaker == nil && n.Work == nil && n.Publisher == nil || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, n)
	}
	return out
}

// independent counts different bodies that speak, else publishers, else documents.
func (c *chains) independent(rows []*AssertionRow) int {
	seen := map[string]bool{}
	for _, a := range rows {
		who := string(a.Body())
		if publisher := c.publisher(a); who == "" && publisher != nil {
			who = string(publisher.ID)
		}
		if who == "" {
			who = string(a.standsIn())
		}
		seen[who] = true
	}
	return len(seen)
}
