package graph

import (
	"context"
	"errors"
	"reflect"
	"slices"
)

func (pl *planner) planDecisions(ctx context.Context, p *prepared) error {
	for i := range p.decisions {
		decision := &p.decisions[i]
		if err := decision.check(); err != nil {
			return err
		}
		row, err := pl.spokenAs(ctx, decision.Assertion)
		if err != nil {
			return err
		}
		if row.Decision != nil && row.Decision.ReviewDecision == *decision {
			continue
		}
		if err := pl.write(ctx, decision); err != nil {
			return err
		}
	}
	return nil
}

func (pl *planner) planJudgements(ctx context.Context, p *prepared) error {
	for i := range p.judgements {
		j := &p.judgements[i]
		err := pl.checkJudgement(ctx, j)
		if err == nil {
			err = j.onlyOneOf(p.judgements[:i])
		}
		if err != nil {
			return p.at(string(j.ID), "judgement "+string(j.ID), err)
		}
		lists, err := pl.over.ListJudgements(ctx, j.owners()[:1])
		if err != nil {
			return err
		}
		if known, err := onFileAlready(j, lists[0]); err != nil || known {
			if err != nil {
				return err
			}
			continue
		}
		if err := pl.write(ctx, j); err != nil {
			return err
		}
	}
	return nil
}

// onlyOneOf refuses a second judgement about the same things in one draft: none of them would be the newest.
func (j *Judgement) onlyOneOf(before []Judgement) error {
	for i := range before {
		other := &before[i]
		about := other.Kind == j.Kind && other.Denial == j.Denial && other.Claim == j.Claim && slices.Equal(other.Entities, j.Entities)
		if about && other.ID != j.ID {
			return Invalid("judgements", string(j.ID), "one judgement about the same things; this draft has "+string(other.ID)+" too")
		}
	}
	return nil
}

// onFileAlready finds a judgement with the same id; with other content it is ErrConflict.
func onFileAlready(j *Judgement, rows []*JudgementRow) (bool, error) {
	for _, row := range rows {
		if row.ID == j.ID {
			j.Party = row.Party
			err := sameOrConflict(string(j.ID), row.Judgement, *j)
			if errors.Is(err, errOnFile) {
				return true, nil
			}
			return false, err
		}
	}
	return false, nil
}

// planCompetence writes the rows of bodies that have other ones, and derives anew all that these bodies said.
func (pl *planner) planCompetence(ctx context.Context, p *prepared) error {
	for i := range p.competence {
		c := &p.competence[i]
		if err := pl.checkCompetence(ctx, c); err != nil {
			return p.at(string(c.Body)+" competence", "competence of "+string(c.Body), err)
		}
		table, err := pl.over.Competence(ctx, []EntityID{c.Body})
		if err != nil {
			return err
		}
		if rows, own := table[c.Body]; own && reflect.DeepEqual(rows, c.Rows) {
			continue
		}
		if err := pl.write(ctx, c); err != nil {
			return err
		}
	}
	return nil
}
