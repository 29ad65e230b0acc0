package model

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

// CompetenceRow is what a body may find or record.
type CompetenceRow struct {
	Place
	Voice                                        graph.Voice
	Predicates                                   []*Predicate
	Jurisdiction, SubjectMatter, StandardOfProof *string
	Appealable                                   bool
}

func newCompetenceRow(p Place) *CompetenceRow {
	c := as[*graph.CompetenceNode](p).Competence
	row := &CompetenceRow{
		Place: p, Voice: c.Voice, Predicates: []*Predicate{}, Jurisdiction: given(c.Jurisdiction),
		SubjectMatter: given(c.Subject), StandardOfProof: given(c.Standard), Appealable: c.Appealable,
	}
	for _, name := range c.Predicates {
		row.Predicates = append(row.Predicates, predicate(p.view, name))
	}
	return row
}

// Body is whose row it is.
func (r *CompetenceRow) Body(ctx context.Context) Entity { return one(ctx, r.Place, newEntity) }
