package graph

import (
	"context"
	"slices"
)

// ClaimSubject gives the entity that a claim is about.
func ClaimSubject() Relation {
	return toOne(func(c *ClaimRow) EntityID { return c.Subject }, entitiesByID)
}

// ClaimObject gives the entity to which a claim ties its subject; no row for a value.
func ClaimObject() Relation {
	return toOne(func(c *ClaimRow) EntityID { return c.Object }, entitiesByID)
}

// ClaimValueClaim gives the claim that is a claim's value; no row for other values.
func ClaimValueClaim() Relation {
	return toOne(func(c *ClaimRow) ClaimID { return c.refersTo() }, claimsByID)
}

// refersTo is the claim that is the claim's value, or "".
func (c *Claim) refersTo() ClaimID {
	ref, _ := c.Value.(ClaimRef)
	return ref.Claim
}

// ClaimValueEntity gives the entity that keeps a claim's value back; no row for other values.
func ClaimValueEntity() Relation {
	return toOne(func(c *ClaimRow) EntityID { return c.keptBackBy() }, entitiesByID)
}

// keptBackBy is who keeps the claim's value back, or "".
func (c *Claim) keptBackBy() EntityID {
	kept, _ := c.Value.(Undisclosed)
	return kept.By
}

// ClaimAccusatory says whether a claim accuses one of its ends: rows of *Scalar[bool].
func ClaimAccusatory() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		accuses, err := v.accusing(ctx, parents)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(c *ClaimRow) (bool, bool) { return accuses[c.ID], true }), nil
	})
}

// ClaimStandings gives every stretch that was ever known of a claim, by day, then revision.
func ClaimStandings() Relation {
	return relate(func(ctx context.Context, v *View, parents []*ClaimRow) ([]Page, error) {
		history, err := v.StateHistory(ctx, sortedSet(claimIDsOf(parents)))
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, c := range parents {
			for _, row := range history[c.ID] {
				pages[i].Rows = append(pages[i].Rows, Row{Node: &StandingNode{StateRow: row, Claim: c.ID}})
			}
		}
		return pages, nil
	})
}

// Shown is the stretch of a claim that a reading shows: the one on the view's day, else the latest. False: there is none.
func (v *View) Shown(c *ClaimRow) (Stretch, bool) {
	for _, s := range slices.Backward(c.State.Stretches) {
		if v.At == nil || s.Has(*v.At) {
			return s, true
		}
	}
	return Stretch{}, false
}

// Certain says whether a stretch certainly holds on the view's day; nil without one.
func (v *View) Certain(s *Stretch) *bool {
	if v.At == nil {
		return nil
	}
	certain := s.CertainOn(*v.At)
	return &certain
}
