package graph

import (
	"context"
	"fmt"
	"reflect"
)

// replayOne holds a record of a history to the rules under which it was written, and writes it again. Only what cannot be known
// anymore is taken from the file: whether a person confirmed a quote, and who was then on file as speaking for whom.
func (pl *planner) replayOne(ctx context.Context, record Record) error {
	if err := pl.checkRecord(ctx, record); err != nil {
		return err
	}
	if layer, ok := record.(*Layer); ok {
		pl.records = append(pl.records, &LayerTerms{Layer: layer.ID, Document: layer.Document, Terms: TextTermsOf(layer.Text)})
	}
	return pl.write(ctx, record)
}

func (pl *planner) checkRecord(ctx context.Context, record Record) error {
	switch rec := record.(type) {
	case *Entity:
		return rec.check()
	case *Document:
		return pl.checkDocument(ctx, rec)
	case *Layer:
		return pl.checkLayer(ctx, rec)
	case *Claim:
		return pl.replayClaim(ctx, rec)
	case *Assertion:
		return pl.replayAssertion(ctx, rec)
	case *ReviewDecision:
		if err := rec.check(); err != nil {
			return err
		}
		_, err := pl.spokenAs(ctx, rec.Assertion)
		return err
	case *Judgement:
		return pl.replayJudgement(ctx, rec)
	case *BodyCompetence:
		return pl.checkCompetence(ctx, rec)
	default:
		return Invalid("kind", string(KindOfRecord(record)), "the kind of a raw record")
	}
}

func (pl *planner) replayClaim(ctx context.Context, c *Claim) error {
	if err := checkStandardForm(pl.vocabulary, c); err != nil {
		return err
	}
	return pl.checkClaim(ctx, c)
}

// checkStandardForm fails unless a claim is as NewClaim makes it: its id the hash of its content, its ends and qualifiers in order.
func checkStandardForm(v *Vocabulary, c *Claim) error {
	predicate, err := v.Predicate(c.Predicate)
	if err != nil {
		return err
	}
	if claimID(c) != c.ID {
		return Invalid("id", string(c.ID), "the hash of the claim's content")
	}
	if field := differing(*c, NewClaim(predicate, *c)); field != "" {
		return Invalid(fieldName(field), string(c.ID), "the standard form of a claim")
	}
	return nil
}

func (pl *planner) replayAssertion(ctx context.Context, a *Assertion) error {
	rows, err := pl.over.Claims(ctx, []ClaimID{a.Claim})
	if err != nil {
		return err
	}
	if rows[a.Claim] == nil {
		return notFound("claim", string(a.Claim))
	}
	if err := pl.checkSpoken(ctx, &Statement{Claim: rows[a.Claim].Claim}, a); err != nil {
		return err
	}
	for _, e := range a.Evidence {
		found, err := pl.verifier.locate(ctx, e)
		if err != nil {
			return err
		}
		if found != e {
			return fmt.Errorf("%w: quote %q stands at %d–%d", ErrEvidenceMismatch, e.Quote, found.Start, found.End)
		}
	}
	return nil
}

// replayJudgement also fails when a judgement says of itself what does not follow from what was on file.
func (pl *planner) replayJudgement(ctx context.Context, j *Judgement) error {
	again := *j
	if err := pl.checkJudgement(ctx, &again); err != nil {
		return err
	}
	if !reflect.DeepEqual(again, *j) {
		return Invalid(fieldName(differing(again, *j)), string(j.ID), "what follows from what was on file when it was written")
	}
	return nil
}

// spokenAs gives an assertion that must be on file.
func (pl *planner) spokenAs(ctx context.Context, id AssertionID) (*AssertionRow, error) {
	rows, err := pl.over.Assertions(ctx, []AssertionID{id})
	if err != nil {
		return nil, err
	}
	if rows[id] == nil {
		return nil, notFound("assertion", string(id))
	}
	return rows[id], nil
}
