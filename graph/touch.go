package graph

import "context"

// touch notes what has to be derived anew because of a new raw record.
func (pl *planner) touch(ctx context.Context, r Record) error {
	switch r := r.(type) {
	case *Entity:
		pl.entities = append(pl.entities, r.ID)
	case *Assertion:
		pl.touched = append(pl.touched, r.Claim)
		return pl.touchTarget(ctx, r)
	case *ReviewDecision:
		return pl.touchDecided(ctx, r.Assertion)
	case *Judgement:
		if r.Kind == Coverage {
			pl.touched = append(pl.touched, r.Claim)
		}
	case *BodyCompetence:
		return pl.touchSaid(ctx, r.Body)
	default:
	}
	return nil
}

// touchTarget derives anew what an assertion withdraws or sets aside, and what that did in turn.
func (pl *planner) touchTarget(ctx context.Context, a *Assertion) error {
	seen := map[AssertionID]bool{}
	for target := a.Target; target != "" && !seen[target]; {
		seen[target] = true
		rows, err := pl.over.Assertions(ctx, []AssertionID{target})
		if err != nil {
			return err
		}
		row := rows[target]
		if row == nil {
			return notFound("target", string(target))
		}
		if err := pl.touchAssertion(ctx, row); err != nil {
			return err
		}
		target = row.Target
	}
	return nil
}

// touchAssertion derives anew the claim of an assertion and those that it covers.
func (pl *planner) touchAssertion(ctx context.Context, row *AssertionRow) error {
	pl.touched = append(pl.touched, row.Claim)
	lists, err := pl.over.ListJudgements(ctx, []string{string(row.ID)})
	if err != nil {
		return err
	}
	for _, j := range lists[0] {
		if j.Kind == Coverage {
			pl.touched = append(pl.touched, j.Claim)
		}
	}
	return nil
}

// touchDecided derives anew what an assertion bears on, whose review state changed.
func (pl *planner) touchDecided(ctx context.Context, id AssertionID) error {
	rows, err := pl.over.Assertions(ctx, []AssertionID{id})
	if err != nil {
		return err
	}
	row := rows[id]
	if row == nil {
		return notFound("assertion", string(id))
	}
	if err := pl.touchAssertion(ctx, row); err != nil {
		return err
	}
	return pl.touchTarget(ctx, &row.Assertion)
}

// touchSaid derives anew all that a body said, since its competence changed.
func (pl *planner) touchSaid(ctx context.Context, body EntityID) error {
	said, err := pl.over.base.ListAssertions(ctx, AssertionQuery{Owners: []string{string(body)}, Role: BySpeaker})
	if err != nil {
		return err
	}
	for _, row := range said[0] {
		if err := pl.touchAssertion(ctx, row); err != nil {
			return err
		}
	}
	return nil
}
