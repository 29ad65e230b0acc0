package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph/polarity"
	"github.com/redthread-graph/redthread/graph/text"
)

// checkEvidence finds every quote of the assertion in its layer, and holds it to the polarity of its sentence. Only a person who
// has seen the whole sentence may stand by a quote that the polarity lint doubts; who did is recorded.
func (pl *planner) checkEvidence(ctx context.Context, st *Statement, a *Assertion) error {
	for i := range a.Evidence {
		found, err := pl.verifier.locate(ctx, a.Evidence[i])
		if err != nil {
			return fmt.Errorf("evidence[%d]: %w", i, err)
		}
		a.Evidence[i] = found
		expect, err := pl.expect(ctx, &st.Claim, a, &found)
		if err != nil {
			return err
		}
		index := pl.verifier.folded[found.Layer].Source()
		refusal := polarity.Check(index, text.Span{Start: found.Start, End: found.End}, expect)
		if refusal == nil {
			continue
		}
		if !st.Confirmed || a.RecordedBy == "" {
			return fmt.Errorf("evidence[%d]: %w: %w", i, pl.tellable(ctx, found.Document, refusal), ErrInvalid)
		}
		a.ConfirmedBy = a.RecordedBy
	}
	return nil
}

// tellable is a refusal without the words around its quote when the document's rights forbid to show them.
func (pl *planner) tellable(ctx context.Context, id DocumentID, refusal error) error {
	shown, err := pl.verifier.shown(ctx, id)
	refused, lint := errors.AsType[*polarity.RefusedError](refusal)
	switch {
	case err != nil:
		return err
	case shown || !lint:
		return refusal
	}
	cues := make([]string, len(refused.Findings))
	for i, f := range refused.Findings {
		cues[i] = fmt.Sprintf("%s by a cue of class %s", f.Rule, f.Class)
	}
	return fmt.Errorf("%w: %s; the document is %s, so its sentence is not shown",
		polarity.ErrRefused, strings.Join(cues, ", "), MetadataOnly)
}

// expect says what a quote is filed as.
func (pl *planner) expect(ctx context.Context, c *Claim, a *Assertion, e *Evidence) (polarity.Expect, error) {
	docs, err := pl.over.Documents(ctx, []DocumentID{e.Document})
	if err != nil {
		return polarity.Expect{}, err
	}
	return polarity.Expect{
		Stance:     polarStance(a.Stance),
		Modality:   polarity.Modality(c.Modality),
		Attributed: len(a.ReportedBy) > 0 || docs[e.Document].Publisher != a.Body(),
		Negative:   c.negative(),
		Text:       c.wording(),
		Name:       c.marksOnly(),
	}, nil
}

func polarStance(s Stance) polarity.Stance {
	switch s {
	case Asserts, Confirms, Determines:
		return polarity.Asserts
	case Alleges:
		return polarity.Alleges
	case Denies, Dismisses:
		return polarity.Denies
	default:
		return polarity.Other
	}
}

// negative says whether the claim itself is a no: a prohibition, an exemption, an end, a secret.
func (c *Claim) negative() bool {
	switch v := c.Value.(type) {
	case Provision:
		return v.Effect == Prohibits || v.Effect == Exempts || v.Effect == Penalises
	case Undisclosed:
		return true
	default:
		return c.qualified(datedQualifier, endedDay)
	}
}

// wording is the claim's own text: of its value and its qualifiers.
func (c *Claim) wording() string {
	var parts []string
	switch v := c.Value.(type) {
	case Text:
		parts = append(parts, v.Wording)
	case Provision:
		parts = append(parts, v.Act, v.Concerns, v.Addressees)
	default:
	}
	for _, q := range c.Qualifiers {
		parts = append(parts, q.Value)
	}
	return strings.Join(parts, " ")
}

// marksOnly says whether the quote only shows how a name, number or place is written.
func (c *Claim) marksOnly() bool {
	switch c.Value.(type) {
	case Name, Identifier, Coordinates:
		return true
	default:
		return false
	}
}
