package graph

import "context"

// itself is the id of a claim.
func (c *ClaimRow) itself() ClaimID { return c.ID }

// alleged is the id of the claim that is alleged.
func (n *AllegationNode) alleged() ClaimID { return n.Claim.ID }

// answering makes a relation from claims, or allegations, to things worked out from all that is said of them.
func answering[P, N Node](
	claim func(P) ClaimID, answers func(ctx context.Context, v *View, said map[ClaimID]*hearing) (func(ClaimID) []N, error),
) Relation {
	return relate(func(ctx context.Context, v *View, parents []P) ([]Page, error) {
		ids := make([]ClaimID, len(parents))
		for i, p := range parents {
			ids[i] = claim(p)
		}
		said, err := v.hear(ctx, ids)
		if err != nil {
			return nil, err
		}
		of, err := answers(ctx, v, said)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, id := range ids {
			pages[i] = listPage(of(id))
		}
		return pages, nil
	})
}

// picking makes a relation from claims, or allegations, to some of what is said of them.
func picking[P Node](claim func(P) ClaimID, pick func(*hearing) []*AssertionRow) Relation {
	return answering(claim, func(_ context.Context, _ *View, said map[ClaimID]*hearing) (func(ClaimID) []*AssertionRow, error) {
		return func(id ClaimID) []*AssertionRow { return pick(said[id]) }, nil
	})
}

// AllegedBy gives everybody whose support of an allegation stands, each once, first recorded first: the body that speaks.
func AllegedBy() Relation {
	return answering((*AllegationNode).alleged, func(ctx context.Context, v *View, said map[ClaimID]*hearing) (func(ClaimID) []*EntityRow, error) {
		var all []*AssertionRow
		for _, id := range sortedIDs(said) {
			all = append(all, said[id].backing()...)
		}
		names, err := v.named(ctx, nil, all)
		return func(id ClaimID) []*EntityRow { return names.who(said[id].backing()) }, err
	})
}

// AllegationDenials gives what [ClaimDenials] gives of the claim that is alleged.
func AllegationDenials() Relation { return picking((*AllegationNode).alleged, (*hearing).denials) }

// ClaimDenials gives the denials and dismissals of exactly this claim by anyone, and denials of others judged to mean it, first
// recorded first. What was withdrawn or set aside is none.
func ClaimDenials() Relation { return picking((*ClaimRow).itself, (*hearing).denials) }

// AllegationDeterminations gives the findings of competent authorities, for the claim and against it.
func AllegationDeterminations() Relation {
	return picking((*AllegationNode).alleged, func(h *hearing) []*AssertionRow { return h.rowsOf((*voice).finds) })
}

// AllegationRetractions gives the assertions by which support was withdrawn or corrected.
func AllegationRetractions() Relation {
	return picking((*AllegationNode).alleged, (*hearing).withdrawals)
}

// AllegationReply says whether a party's denial, comment or refusal to comment is on file, or a denial that covers the claim: a row
// of *Scalar[bool].
func AllegationReply() Relation {
	return answering((*AllegationNode).alleged, func(ctx context.Context, v *View, said map[ClaimID]*hearing) (func(ClaimID) []*Scalar[bool], error) {
		replied, err := v.replied(ctx, said)
		return func(id ClaimID) []*Scalar[bool] { return []*Scalar[bool]{{replied[id]}} }, err
	})
}

// replied says of each claim whether a reply is on file.
func (v *View) replied(ctx context.Context, said map[ClaimID]*hearing) (map[ClaimID]bool, error) {
	general, err := v.generalDenials(ctx, sortedIDs(said))
	if err != nil {
		return nil, err
	}
	out := map[ClaimID]bool{}
	for id, h := range said {
		out[id] = len(general[id]) > 0 || len(h.rowsOf((*voice).replies)) > 0
	}
	return out, nil
}

// AllegationGeneralDenials gives denials in general words that were judged to cover an allegation.
func AllegationGeneralDenials() Relation { return generally((*AllegationNode).alleged) }

// ClaimGeneralDenials gives denials in general words that were judged to cover a claim.
func ClaimGeneralDenials() Relation { return generally((*ClaimRow).itself) }

func generally[P Node](claim func(P) ClaimID) Relation {
	return relate(func(ctx context.Context, v *View, parents []P) ([]Page, error) {
		ids := make([]ClaimID, len(parents))
		for i, p := range parents {
			ids[i] = claim(p)
		}
		denials, err := v.generalDenials(ctx, ids)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, id := range ids {
			pages[i] = listPage(denials[id])
		}
		return pages, nil
	})
}

// generalDenials gives for each claim the accepted denials whose newest judgement says that they cover it in general words, as far
// as they are not withdrawn, in order of id.
func (v *View) generalDenials(ctx context.Context, claims []ClaimID) (map[ClaimID][]*AssertionRow, error) {
	claims = sortedSet(claims)
	if len(claims) == 0 {
		return nil, nil
	}
	lists, err := v.ListJudgements(ctx, asStrings(claims))
	if err != nil {
		return nil, err
	}
	covers := map[ClaimID][]AssertionID{}
	var all []AssertionID
	for i, id := range claims {
		covers[id] = sortedIDs(covering(lists[i], id, General))
		all = append(all, covers[id]...)
	}
	rows, err := readSome(ctx, v, all, assertionsByID)
	if err != nil {
		return nil, err
	}
	withdrawn, err := v.withdrawnBy(ctx, rows)
	if err != nil {
		return nil, err
	}
	out := map[ClaimID][]*AssertionRow{}
	for id, denials := range covers {
		for _, a := range denials {
			if row := rows[a]; row != nil && row.counts() && withdrawn[a] == nil {
				out[id] = append(out[id], row)
			}
		}
	}
	return out, nil
}
