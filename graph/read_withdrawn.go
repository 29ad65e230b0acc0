package graph

import (
	"context"
	"time"
)

// withdrawnBy gives for each of the assertions that is withdrawn the first accepted one by which it is: a withdrawal that was
// withdrawn itself does not count.
func (v *View) withdrawnBy(ctx context.Context, rows map[AssertionID]*AssertionRow) (map[AssertionID]*AssertionRow, error) {
	turning, err := v.turnings(ctx, sortedIDs(rows))
	if err != nil {
		return nil, err
	}
	out := map[AssertionID]*AssertionRow{}
	for id := range rows {
		if by := standingWithdrawal(turning, id); by != nil {
			out[id] = by
		}
	}
	return out, nil
}

// turnings gives what accepted assertions retract or correct, and what does so to these in turn, by their target.
func (v *View) turnings(ctx context.Context, ids []AssertionID) (map[AssertionID][]*AssertionRow, error) {
	found := map[AssertionID][]*AssertionRow{}
	for len(ids) > 0 {
		lists, err := v.ListAssertions(ctx, AssertionQuery{
			Owners: asStrings(ids), Role: AtTarget, Stances: []Stance{Retracts, Corrects},
		})
		if err != nil {
			return nil, err
		}
		var next []AssertionID
		for i, id := range ids {
			for _, a := range lists[i] {
				if a.counts() {
					found[id] = append(found[id], a)
					next = append(next, a.ID)
				}
			}
		}
		ids = sortedSet(next)
	}
	return found, nil
}

// standingWithdrawal is the first withdrawal of an assertion that is not withdrawn itself; a correction of one withdraws the same.
// It is nil without one.
func standingWithdrawal(turning map[AssertionID][]*AssertionRow, id AssertionID) *AssertionRow {
	for _, a := range turning[id] {
		by := standingWithdrawal(turning, a.ID)
		if by == nil {
			return a
		}
		if by.Stance == Corrects {
			return by
		}
	}
	return nil
}

// AssertionRetractedAt gives when the store recorded the withdrawal of an assertion: a row of *Scalar[time.Time], or none.
func AssertionRetractedAt() Relation {
	return relate(func(ctx context.Context, v *View, parents []*AssertionRow) ([]Page, error) {
		rows := map[AssertionID]*AssertionRow{}
		for _, a := range parents {
			rows[a.ID] = a
		}
		by, err := v.withdrawnBy(ctx, rows)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(a *AssertionRow) (time.Time, bool) {
			if row := by[a.ID]; row != nil {
				return row.Stamp.Time, true
			}
			return time.Time{}, false
		}), nil
	})
}

// AssertionCountsAs gives the voice as which an assertion counts, by the competence table and by who is accused: a row of
// *Scalar[Voice].
func AssertionCountsAs() Relation {
	return relate(func(ctx context.Context, v *View, parents []*AssertionRow) ([]Page, error) {
		voices, err := v.countsAs(ctx, parents)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(a *AssertionRow) (Voice, bool) { return voices[a.ID], true }), nil
	})
}

// countsAs works out the voice of each assertion about its own claim, accepted or not.
func (v *View) countsAs(ctx context.Context, rows []*AssertionRow) (map[AssertionID]Voice, error) {
	var ids []ClaimID
	for _, a := range rows {
		ids = append(ids, a.Claim)
	}
	claims, err := readSome(ctx, v, ids, claimsByID)
	if err != nil {
		return nil, err
	}
	dossiers := make([]*dossier, len(rows))
	for i, a := range rows {
		if claims[a.Claim] == nil {
			return nil, notFound("claim", string(a.Claim))
		}
		dossiers[i] = newDossier(claims[a.Claim], []*AssertionRow{a})
	}
	entities, table, err := v.speakers(ctx, newDeriver(v.facts(), v.Vocabulary), dossiers)
	if err != nil {
		return nil, err
	}
	out := map[AssertionID]Voice{}
	for i, a := range rows {
		c := &dossiers[i].claim.Claim
		p, err := v.Vocabulary.Predicate(c.Predicate)
		if err != nil {
			return nil, err
		}
		out[a.ID] = dossiers[i].spokenOf(a, p, endKinds(c, entities), table).Voice
	}
	return out, nil
}
