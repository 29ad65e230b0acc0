package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// planClaims writes the propositions that are not on file.
func (pl *planner) planClaims(ctx context.Context, p *prepared) error {
	known, err := pl.over.Claims(ctx, sortedSet(p.receipt.Claims))
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.statements {
		claim := &p.statements[i].Claim
		if err := pl.checkClaim(ctx, claim); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", p.statements[i].Place, err)); err != nil {
				return err
			}
			continue
		}
		if pl.over.claims[claim.ID] != nil {
			continue
		}
		if known[claim.ID] != nil {
			continue
		}
		if err := pl.write(ctx, claim); err != nil {
			return err
		}
	}
	return wrong.err()
}

func (pl *planner) planAssertions(ctx context.Context, p *prepared) error {
	rows, err := pl.over.Assertions(ctx, p.receipt.Assertions)
	if err != nil {
		return err
	}
	var wrong faults
	for i := range p.statements {
		if err := pl.planAssertion(ctx, &p.statements[i], rows); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", p.statements[i].Place, err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}

// planAssertion writes an assertion that is not on file, held to all rules; one that is was held to them when it was written.
func (pl *planner) planAssertion(ctx context.Context, st *Statement, onFile map[AssertionID]*AssertionRow) error {
	a := st.Assertion
	a.Evidence = slices.Clone(a.Evidence)
	old := onFile[a.ID]
	if fresh := pl.over.assertions[a.ID]; fresh != nil {
		old = fresh
	}
	if old != nil {
		return pl.sameAssertion(ctx, &old.Assertion, &a)
	}
	if err := pl.checkAssertion(ctx, st, &a); err != nil {
		return err
	}
	pl.spoken = append(pl.spoken, st)
	return pl.write(ctx, &a)
}

// sameAssertion is ErrConflict when an assertion given again differs from the one on file. Its quotes are found in the layers of
// those on file, so that they may be spelt as before and name no place; whether a person had to confirm them is settled.
func (pl *planner) sameAssertion(ctx context.Context, old, given *Assertion) error {
	if len(given.Evidence) == len(old.Evidence) {
		for i := range given.Evidence {
			if err := pl.sameQuote(ctx, &old.Evidence[i], &given.Evidence[i]); err != nil {
				return fmt.Errorf("evidence[%d]: %w", i, err)
			}
		}
	}
	given.ConfirmedBy = old.ConfirmedBy
	if err := sameOrConflict(string(old.ID), *old, *given); !errors.Is(err, errOnFile) {
		return err
	}
	return nil
}

// sameQuote puts a quote given again where the one on file stands, if it may stand there, else where it does.
func (pl *planner) sameQuote(ctx context.Context, old, given *Evidence) error {
	if given.Document != old.Document {
		return nil
	}
	given.Layer = cmp.Or(given.Layer, old.Layer)
	found, err := pl.verifier.locate(ctx, *given)
	switch {
	case err == nil:
		*given = found
		return nil
	case !errors.Is(err, ErrConflict):
		return err
	}
	there := *given
	there.Start = old.Start
	if found, err = pl.verifier.locate(ctx, there); err != nil {
		return err
	}
	*given = found
	return nil
}

// planParties holds those who speak anew as parties to being some.
func (pl *planner) planParties(ctx context.Context, _ *prepared) error {
	var wrong faults
	for _, st := range pl.spoken {
		if err := pl.checkParty(ctx, &st.Claim, &st.Assertion); err != nil {
			if err := wrong.add(fmt.Errorf("%s: %w", st.Place, err)); err != nil {
				return err
			}
		}
	}
	return wrong.err()
}
