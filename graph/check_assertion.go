package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// checkAssertion holds one assertion to all rules, and puts its evidence in its exact place.
func (pl *planner) checkAssertion(ctx context.Context, st *Statement, a *Assertion) error {
	if err := pl.checkSpoken(ctx, st, a); err != nil {
		return err
	}
	return pl.checkEvidence(ctx, st, a)
}

// checkSpoken holds an assertion to all rules but those of its evidence.
func (pl *planner) checkSpoken(ctx context.Context, st *Statement, a *Assertion) error {
	if err := a.checkForm(); err != nil {
		return err
	}
	if err := pl.checkPeople(ctx, a); err != nil {
		return err
	}
	if err := pl.checkTarget(ctx, a); err != nil {
		return err
	}
	return pl.checkTerms(st, a)
}

// checkForm checks what the assertion says of itself.
func (a *Assertion) checkForm() error {
	switch {
	case !slices.Contains(Stances(), a.Stance):
		return Invalid("stance", string(a.Stance), "one of "+joinAll(Stances()))
	case !slices.Contains(Voices(), a.Voice):
		return Invalid("voice", string(a.Voice), "one of "+joinAll(Voices()))
	case a.Speaker == "":
		return Invalid("speaker", "", "the entity that says it; an UNNAMED one if the source does not name it")
	case a.Capacity.Role != "" && a.Capacity.For == "":
		return Invalid("capacity.for", "", "the body for which the speaker speaks as "+a.Capacity.Role)
	case len(a.Evidence) == 0:
		return Invalid("evidence", "", "at least one quote")
	case !slices.Contains([]ReviewState{Machine, Accepted, Rejected, Unsure}, a.Review):
		return Invalid("review", string(a.Review), "MACHINE, ACCEPTED, REJECTED or UNSURE")
	case a.SpeakerBasis != StatedSpeaker && a.SpeakerBasis != InferredSpeaker:
		return Invalid("speakerBasis", string(a.SpeakerBasis), "STATED or INFERRED")
	}
	if err := checkID("id", "ast_", string(a.ID)); err != nil {
		return err
	}
	if err := checkHand("recordedBy", a.RecordedBy); err != nil {
		return err
	}
	return a.checkScales()
}

// checkScales checks the Admiralty scales and the extractor's confidence.
func (a *Assertion) checkScales() error {
	if !oneLetter(a.SourceReliability, "ABCDEF") {
		return Invalid("sourceReliability", a.SourceReliability, "a letter from A to F")
	}
	if !oneLetter(a.Credibility, "123456") {
		return Invalid("credibility", a.Credibility, "a digit from 1 to 6")
	}
	if a.Extraction < 0 || a.Extraction > 1 {
		return Invalid("extraction", fmt.Sprint(a.Extraction), "a number from 0 to 1")
	}
	return nil
}

func oneLetter(s, allowed string) bool { return s == "" || len(s) == 1 && strings.Contains(allowed, s) }

// checkPeople fails unless speaker, body and reporters, and the works that report, are on file.
func (pl *planner) checkPeople(ctx context.Context, a *Assertion) error {
	people := []EntityID{a.Speaker}
	if a.Capacity.For != "" {
		people = append(people, a.Capacity.For)
	}
	for i, r := range a.ReportedBy {
		if r.Who == "" {
			return Invalid(fmt.Sprintf("reportedBy[%d].who", i), "", "the entity that reported it")
		}
		people = append(people, r.Who)
		if r.Work == "" {
			continue
		}
		works, err := pl.over.Documents(ctx, []DocumentID{r.Work})
		if err != nil {
			return err
		}
		if works[r.Work] == nil {
			return fmt.Errorf("reportedBy[%d].work: %w", i, notFound("document", string(r.Work)))
		}
	}
	return pl.mustHave(ctx, "speaker", people...)
}

// checkTarget holds withdrawals and annulments to their targets: one withdraws only what was said by oneself or what one reported.
func (pl *planner) checkTarget(ctx context.Context, a *Assertion) error {
	withdraws := a.Stance == Retracts || a.Stance == Corrects
	if a.Target == "" {
		if withdraws {
			return Invalid("target", "", "the assertion that is withdrawn")
		}
		return nil
	}
	if !withdraws && a.Stance != Dismisses {
		return Invalid("target", string(a.Target), "none: only RETRACTS, CORRECTS and DISMISSES have a target")
	}
	if a.Target == a.ID {
		return Invalid("target", string(a.Target), "an earlier assertion than this one itself")
	}
	rows, err := pl.over.Assertions(ctx, []AssertionID{a.Target})
	if err != nil {
		return err
	}
	if rows[a.Target] == nil {
		return notFound("target", string(a.Target))
	}
	return a.checkFits(&rows[a.Target].Assertion)
}

// checkFits holds an assertion with a target to what that is.
func (a *Assertion) checkFits(target *Assertion) error {
	withdraws := a.Stance == Retracts || a.Stance == Corrects
	switch {
	case a.Stance != Corrects && target.Claim != a.Claim:
		return Invalid("target", string(a.Target), "an assertion about the same claim")
	case withdraws && !withdrawsOwn(a, target):
		return Invalid("target", string(a.Target), "an assertion of the same speaker, or one that this speaker reported")
	case a.Stance == Dismisses && target.Stance != Determines && target.Stance != Dismisses:
		return Invalid("target", string(a.Target), "a DETERMINES or DISMISSES; this one "+string(target.Stance))
	default:
		return nil
	}
}

// withdrawsOwn says whether the speaker of a is that of the target, its body, or one of its reporters. Whoever withdraws what a body
// said, without having said it, must be that body: a capacity alone is anybody's word.
func withdrawsOwn(a, target *Assertion) bool {
	if a.Speaker == target.Speaker || a.Speaker == target.Body() {
		return true
	}
	return slices.ContainsFunc(target.ReportedBy, func(r Report) bool { return r.Who == a.Speaker })
}

// check refuses a period whose end is certainly before its start, and one that its own as-of day is certainly outside of.
func (p *Period) check() error {
	from, to := p.From.Date, p.To.Date
	switch {
	case !from.IsZero() && !to.IsZero() && from.Earliest() > to.Latest():
		return Invalid("period", from.String()+"/"+to.String(), "an end that is not before the start")
	case p.AsOf.IsZero():
		return nil
	case !from.IsZero() && p.AsOf.Latest() < from.Earliest():
		return Invalid("period.asOf", p.AsOf.String(), "a day that is not before the start, "+from.String())
	case !to.IsZero() && p.AsOf.Earliest() > to.Latest():
		return Invalid("period.asOf", p.AsOf.String(), "a day that is not after the end, "+to.String())
	default:
		return nil
	}
}

// checkTerms checks period and shares.
func (pl *planner) checkTerms(st *Statement, a *Assertion) error {
	if err := a.Period.check(); err != nil {
		return err
	}
	if a.Terms == (Terms{}) {
		return nil
	}
	predicate, err := pl.vocabulary.Predicate(st.Claim.Predicate)
	if err != nil {
		return err
	}
	if !predicate.Shares {
		return Invalid("terms", string(a.Terms.ShareMin)+"–"+string(a.Terms.ShareMax), "none: "+predicate.Name+" has no shares")
	}
	lo, hi, ok := a.Terms.Shares()
	if !ok || lo > hi {
		return Invalid("terms", fmt.Sprintf("%s–%s", a.Terms.ShareMin, a.Terms.ShareMax), "per cent from 0 to 100, the smaller first")
	}
	return nil
}
