package graph

import (
	"context"
	"maps"
	"slices"
)

// dossiers collects what is said of each claim, in few reads for all of them.
func (d *deriver) dossiers(ctx context.Context, ids []ClaimID) ([]*dossier, error) {
	lists, err := d.facts.ListAssertions(ctx, AssertionQuery{Owners: asStrings(ids), Role: AboutClaim})
	if err != nil {
		return nil, err
	}
	claims, err := d.facts.Claims(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]*dossier, len(ids))
	for i, id := range ids {
		if claims[id] == nil {
			return nil, notFound("claim", string(id))
		}
		out[i] = newDossier(claims[id], lists[i])
	}
	if err := d.addCoverings(ctx, ids, out); err != nil {
		return nil, err
	}
	if err := d.addTurnings(ctx, out); err != nil {
		return nil, err
	}
	return out, d.addOrigins(ctx, out)
}

// addCoverings adds the denials that the newest judgement about each says cover the claim explicitly.
func (d *deriver) addCoverings(ctx context.Context, ids []ClaimID, dossiers []*dossier) error {
	lists, err := d.facts.ListJudgements(ctx, asStrings(ids))
	if err != nil {
		return err
	}
	var all []AssertionID
	for i, id := range ids {
		dossiers[i].covers = covering(lists[i], id, Explicit)
		all = append(all, sortedIDs(dossiers[i].covers)...)
	}
	if len(all) == 0 {
		return nil
	}
	rows, err := d.facts.Assertions(ctx, sortedSet(all))
	if err != nil {
		return err
	}
	for _, f := range dossiers {
		for _, id := range sortedIDs(f.covers) {
			if row := rows[id]; row != nil && row.Claim != f.claim.ID {
				f.covering = append(f.covering, row)
				f.seen[id], f.origins[id] = true, row
			}
		}
	}
	return nil
}

// covering gives the denials whose newest judgement about the claim has the verdict, with that judgement.
func covering(judgements []*JudgementRow, claim ClaimID, verdict Verdict) map[AssertionID]*JudgementRow {
	newest := map[AssertionID]*JudgementRow{}
	for _, j := range judgements {
		if before := newest[j.Denial]; j.Kind == Coverage && j.Claim == claim && (before == nil || j.after(before)) {
			newest[j.Denial] = j
		}
	}
	maps.DeleteFunc(newest, func(_ AssertionID, j *JudgementRow) bool { return j.Verdict != verdict })
	return newest
}

// after says whether a judgement was made later than another: in a later revision, one not yet written last; else the greater id.
func (r *JudgementRow) after(other *JudgementRow) bool {
	if r.Stamp.Revision != other.Stamp.Revision {
		return r.Stamp.Revision == 0 || other.Stamp.Revision != 0 && r.Stamp.Revision > other.Stamp.Revision
	}
	return r.ID > other.ID
}

// addTurnings adds what withdraws or sets aside anything in the dossiers, and what does so to that in turn.
func (d *deriver) addTurnings(ctx context.Context, dossiers []*dossier) error {
	type place struct {
		dossier *dossier
		target  AssertionID
	}
	var open []place
	for _, f := range dossiers {
		for _, a := range f.all() {
			open = append(open, place{f, a.ID})
		}
	}
	for len(open) > 0 {
		owners := make([]string, len(open))
		for i, p := range open {
			owners[i] = string(p.target)
		}
		lists, err := d.facts.ListAssertions(ctx, AssertionQuery{Owners: owners, Role: AtTarget})
		if err != nil {
			return err
		}
		var next []place
		for i, p := range open {
			for _, a := range lists[i] {
				if !p.dossier.seen[a.ID] {
					p.dossier.seen[a.ID] = true
					p.dossier.origins[a.ID] = a
					p.dossier.turning = append(p.dossier.turning, a)
					next = append(next, place{p.dossier, a.ID})
				}
			}
		}
		open = next
	}
	return nil
}

// addOrigins adds what corrections in the dossiers correct, and what that corrected in turn.
func (d *deriver) addOrigins(ctx context.Context, dossiers []*dossier) error {
	for {
		wanted := map[AssertionID][]*dossier{}
		for _, f := range dossiers {
			for _, id := range f.unknownOrigins() {
				wanted[id] = append(wanted[id], f)
			}
		}
		if len(wanted) == 0 {
			return nil
		}
		ids := slices.Sorted(maps.Keys(wanted))
		rows, err := d.facts.Assertions(ctx, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if rows[id] == nil {
				return notFound("assertion", string(id))
			}
			for _, f := range wanted[id] {
				f.origins[id] = rows[id]
			}
		}
	}
}

func newDossier(claim *ClaimRow, spoken []*AssertionRow) *dossier {
	f := &dossier{
		claim: claim, spoken: spoken,
		origins: map[AssertionID]*AssertionRow{}, seen: map[AssertionID]bool{},
	}
	for _, a := range spoken {
		f.seen[a.ID] = true
		f.origins[a.ID] = a
	}
	return f
}

// unknownOrigins lists the targets of corrections that the dossier does not hold.
func (f *dossier) unknownOrigins() []AssertionID {
	var out []AssertionID
	for _, a := range append(f.all(), slices.Collect(maps.Values(f.origins))...) {
		if a.Stance == Corrects && f.origins[a.Target] == nil {
			out = append(out, a.Target)
		}
	}
	return sortedSet(out)
}
