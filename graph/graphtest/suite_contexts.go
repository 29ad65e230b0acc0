package graphtest

import (
	"context"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func contextChecks() []check {
	return []check{
		{"context/a cancelled one is the error of every call", checkCancelled},
		{"context/a passed deadline too", checkDeadline},
		{"context/cancelled during a plan, nothing is written", checkCancelledPlan},
	}
}

// storeCalls are all calls of a store that take a context, by name.
func storeCalls(ctx context.Context, s graph.Store, op graph.Operation) map[string]error {
	calls := map[string]error{
		"RevisionAt": second(s.RevisionAt(ctx, time.Now())), "Update": second(s.Update(ctx, op, planOf(companies("x")...))),
		"Load": second(s.Load(ctx, op, graph.Stamp{}, sequence(nil, companies("x")...))), "Publish": second(s.Publish(ctx, op)),
		"Abandon": s.Abandon(ctx, op), "Changes": second(s.Changes(ctx, graph.ChangePosition{}, 0)),
		"History": second(s.History(ctx, graph.ChangePosition{}, 0)), "Info": second(s.Info(ctx)),
		"Snapshot": second(s.Snapshot(ctx, 0)), "Loading": second(s.Loading(ctx, op)),
	}
	return calls
}

// readerCalls are all calls of a reader, by name.
func readerCalls(ctx context.Context, r graph.Reader) map[string]error {
	calls := map[string]error{
		"Entities":       second(r.Entities(ctx, []graph.EntityID{"ent_a"})),
		"ListEntities":   second(r.ListEntities(ctx, graph.EntityQuery{})),
		"Claims":         second(r.Claims(ctx, []graph.ClaimID{"clm_1"})),
		"ListClaims":     second(r.ListClaims(ctx, graph.ClaimQuery{Owners: []string{"ent_a"}, Role: graph.AnyEnd})),
		"StateHistory":   second(r.StateHistory(ctx, []graph.ClaimID{"clm_1"})),
		"Assertions":     second(r.Assertions(ctx, []graph.AssertionID{"ast_1"})),
		"ListAssertions": second(r.ListAssertions(ctx, graph.AssertionQuery{Owners: []string{"clm_1"}, Role: graph.AboutClaim})),
		"ListJudgements": second(r.ListJudgements(ctx, []string{"ent_a"})),
		"Competence":     second(r.Competence(ctx, nil)),
		"Documents":      second(r.Documents(ctx, []graph.DocumentID{"doc_d"})),
		"Layers":         second(r.Layers(ctx, []graph.LayerID{"lay_l"})),
		"ListDocuments":  second(r.ListDocuments(ctx, graph.DocumentQuery{})),
		"Search": second(r.Search(ctx, graph.TermQuery{
			Target: graph.EntityTerms, Sets: []graph.TermSet{{Terms: []graph.Term{"w:a"}, Least: 1}}, Limit: 1,
		})),
		"Facets": second(r.Facets(ctx, []graph.EntityID{"ent_a"}, graph.EdgeFilter{})),
		"Expand": nil,
	}
	for _, err := range r.Expand(ctx, graph.ExpandQuery{Frontier: []graph.EntityID{"ent_a"}}) {
		calls["Expand"] = err
	}
	return calls
}

func checkCancelled(k *kit) {
	k.write(filedRecords()...)
	ctx, cancel := context.WithCancel(k.Context())
	cancel()
	k.unchanged(func() {
		for name, err := range storeCalls(ctx, k.store, k.operation()) {
			require.ErrorIs(k, err, context.Canceled, name)
		}
	})
	k.read(0, func(r graph.Reader) {
		for name, err := range readerCalls(ctx, r) {
			require.ErrorIs(k, err, context.Canceled, name)
		}
	})
	k.read(0, func(r graph.Reader) {
		for name, err := range readerCalls(k.Context(), r) {
			require.NoError(k, err, name)
		}
	})
}

func checkDeadline(k *kit) {
	k.write(filedRecords()...)
	ctx, cancel := context.WithDeadline(k.Context(), time.Now().Add(-time.Second))
	defer cancel()
	for name, err := range storeCalls(ctx, k.store, k.operation()) {
		require.ErrorIs(k, err, context.DeadlineExceeded, name)
	}
	k.read(0, func(r graph.Reader) {
		for name, err := range readerCalls(ctx, r) {
			require.ErrorIs(k, err, context.DeadlineExceeded, name)
		}
	})
}

func checkCancelledPlan(k *kit) {
	k.write(filedRecords()...)
	k.unchanged(func() {
		ctx, cancel := context.WithCancel(k.Context())
		defer cancel()
		_, err := k.store.Update(ctx, k.operation(), func(context.Context, graph.Reader) ([]graph.Record, error) {
			cancel()
			return companies("x"), nil
		})
		require.ErrorIs(k, err, context.Canceled)
		op := k.operation()
		_, err = k.store.Load(k.Context(), op, graph.Stamp{}, sequence(context.Canceled, companies("x")...))
		require.ErrorIs(k, err, context.Canceled)
		require.NoError(k, k.store.Abandon(k.Context(), op))
	})
}
