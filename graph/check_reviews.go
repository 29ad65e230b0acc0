package graph

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// maxHand is the longest name of who records, decides or judges, in code points.
const maxHand = 200

// checkHand holds the name of who records, decides or judges to what can be shown in a line.
func checkHand(field, name string) error {
	if len([]rune(name)) > maxHand || strings.ContainsFunc(name, unicode.IsControl) {
		return Invalid(field, name, fmt.Sprintf("a name of up to %d characters, without control characters", maxHand))
	}
	return nil
}

// check holds a review decision to the rules.
func (d *ReviewDecision) check() error {
	switch {
	case !slices.Contains([]ReviewState{Accepted, Rejected, Unsure}, d.State):
		return Invalid("state", string(d.State), "ACCEPTED, REJECTED or UNSURE")
	case strings.TrimSpace(d.By) == "":
		return Invalid("by", d.By, "the name of who decides")
	case d.State == Rejected && strings.TrimSpace(d.Reason) == "":
		return Invalid("reason", d.Reason, "why it is rejected")
	default:
		return checkHand("by", d.By)
	}
}

// checkJudgement holds a judgement to the rules of its kind.
func (pl *planner) checkJudgement(ctx context.Context, j *Judgement) error {
	if err := checkID("id", "jdg_", string(j.ID)); err != nil {
		return err
	}
	if strings.TrimSpace(j.By) == "" {
		return Invalid("by", j.By, "the name of who judges")
	}
	if err := checkHand("by", j.By); err != nil {
		return err
	}
	switch j.Kind {
	case Identity:
		return pl.checkIdentity(ctx, j)
	case Coverage:
		return pl.checkCoverage(ctx, j)
	default:
		return Invalid("kind", string(j.Kind), "IDENTITY or COVERAGE")
	}
}

func (pl *planner) checkIdentity(ctx context.Context, j *Judgement) error {
	if len(j.Entities) != 2 || j.Entities[0] >= j.Entities[1] {
		return Invalid("entities", joinAll(j.Entities), "two different entities, the smaller id first")
	}
	if !slices.Contains([]Verdict{Same, Different, UnsureVerdict}, j.Verdict) {
		return Invalid("verdict", string(j.Verdict), "SAME, DIFFERENT or UNSURE")
	}
	return pl.mustHave(ctx, "entities", j.Entities...)
}

func (pl *planner) checkCoverage(ctx context.Context, j *Judgement) error {
	if !slices.Contains([]Verdict{Explicit, General, UnsureVerdict}, j.Verdict) {
		return Invalid("verdict", string(j.Verdict), "EXPLICIT, GENERAL or UNSURE")
	}
	claims, err := pl.over.Claims(ctx, []ClaimID{j.Claim})
	if err != nil {
		return err
	}
	if claims[j.Claim] == nil {
		return notFound("claim", string(j.Claim))
	}
	denial, err := pl.spokenAs(ctx, j.Denial)
	if err != nil {
		return err
	}
	switch {
	case denial.Stance != Denies && denial.Stance != Dismisses:
		return Invalid("denial", string(j.Denial), "an assertion that DENIES or DISMISSES; this one "+string(denial.Stance))
	case denial.ReviewState() == Rejected:
		return Invalid("denial", string(j.Denial), "a denial that was not rejected")
	case denial.Claim == j.Claim:
		return Invalid("claim", string(j.Claim), "another claim than the one that the denial is about")
	}
	j.Party, err = pl.isParty(ctx, &claims[j.Claim].Claim, denial.Body())
	return err
}

// checkCompetence holds a body's rows to the rules.
func (pl *planner) checkCompetence(ctx context.Context, c *BodyCompetence) error {
	for i, row := range c.Rows {
		if slices.ContainsFunc(c.Rows[:i], func(before Competence) bool { return reflect.DeepEqual(before, row) }) {
			return Invalid("rows", string(row.Voice), "rows that all differ")
		}
		if row.Voice != RegisterVoice && row.Voice != AuthorityVoice {
			return Invalid("voice", string(row.Voice), "REGISTER or AUTHORITY")
		}
		for _, name := range row.Predicates {
			if _, err := pl.vocabulary.Predicate(name); err != nil {
				return err
			}
		}
	}
	return pl.mustHave(ctx, "body", c.Body)
}
