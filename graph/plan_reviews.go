package graph

import (
	"context"
	"errors"
	"reflect"
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
		if err := pl.checkJudgement(ctx, j); err != nil {
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
