package neo4jstore

import (
	"context"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// claimWriter writes claims, one a revision.
type claimWriter struct {
	store graph.Store
	ends  [2]*graph.EntityRow
	wrote int
}

func (w *claimWriter) write(ctx context.Context, _ int) error {
	w.wrote++
	records := w.records()
	_, err := w.store.Update(ctx, operationOf(fmt.Sprint("claim-", w.wrote)),
		func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil })
	return err
}

func (w *claimWriter) records() []graph.Record {
	c := &graph.Claim{
		ID: graph.ClaimID(fmt.Sprint("clm_new-", w.wrote)), Subject: w.ends[0].ID, Predicate: "OWNS", Object: w.ends[1].ID,
		Modality: graph.Fact,
	}
	said := &graph.Assertion{ID: graph.AssertionID(fmt.Sprint("ast_new-", w.wrote)), Claim: c.ID, Stance: graph.Asserts, Speaker: c.Subject}
	state := &graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality,
		Stretches: []graph.Stretch{{
			DayRange: graph.DayRange{From: graph.MinDay, To: graph.MaxDay}, Standing: graph.Reported, Tier: graph.Safe, ShareMax: graph.WholeShare,
		}},
	}
	records := []graph.Record{c, said, state}
	for _, end := range w.ends {
		s := end.State
		s.Entity, s.Degree, s.Terms = end.ID, s.Degree+w.wrote, graph.Marks{Names: []string{s.Name}}.Terms()
		records = append(records, &s)
	}
	return records
}
