package graphtest

import (
	"context"
	"slices"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// How many forms a question has: one that takes long has fewer.
const (
	variants    = 16
	fewVariants = 4
)

// reading is one question, in its forms.
type reading struct {
	name  string
	forms int
	ask   func(ctx context.Context, v *graph.View, form int) (any, error)
}

// BenchmarkReads puts the same questions to stores that hold the same graph, in turn. The answers must be equal before anything is
// timed.
func BenchmarkReads(b *Bench, subjects []Subject) {
	b.Helper()
	questions := benchmarkQuestions(b, subjects[0].Store)
	for _, q := range questions {
		if b.Brief {
			q.forms = 1
		}
		b.Run(q.name, func(b *Bench) {
			var want []any
			contenders := make([]Contender, len(subjects))
			for i, s := range subjects {
				r := &benchReader{service: graph.NewService(s.Store, graph.Options{})}
				contenders[i] = Contender{Name: s.Name, Begin: r.begin, Do: func(ctx context.Context, n int) error {
					_, err := q.ask(ctx, r.fresh(), n%q.forms)
					return err
				}}
				got := r.answers(b, q)
				if i == 0 {
					want = got
				}
				require.Equal(b, want, got, s.Name)
			}
			b.Race(1, contenders...)
		})
	}
}

// benchReader reads a store's newest revision, for the time of a turn.
type benchReader struct {
	service *graph.Service
	view    *graph.View
}

func (r *benchReader) begin(ctx context.Context) (end func(), err error) {
	r.view, err = r.service.ViewAt(ctx, 0)
	if err != nil {
		return nil, err
	}
	return func() { _ = r.view.Close() }, nil // nothing is written
}

// fresh is a view that has met nothing yet.
func (r *benchReader) fresh() *graph.View { return r.view.On(nil, nil) }

// answers are those to all forms of a question.
func (r *benchReader) answers(b *Bench, q reading) []any {
	b.Helper()
	end, err := r.begin(b.Context())
	require.NoError(b, err)
	defer end()
	found := make([]any, q.forms)
	for form := range found {
		answer, err := q.ask(b.Context(), r.fresh(), form)
		require.NoError(b, err)
		found[form] = tidy(answer)
	}
	return found
}

// benchCast are the things that are asked about.
type benchCast struct {
	hub       graph.EntityID
	companies []graph.EntityID  // a hundred for each form
	busy      []graph.EntityID  // the entities after the hubs
	claims    [][]graph.ClaimID // fifty for each form
	words     []string          // of names
}

func benchmarkQuestions(b *Bench, s graph.Store) []reading {
	b.Helper()
	r, err := s.Snapshot(b.Context(), 0)
	require.NoError(b, err)
	defer func() { require.NoError(b, r.Close()) }()
	c := &benchCast{}
	listed := func(q graph.EntityQuery) (ids []graph.EntityID, names []string) {
		rows, err := r.ListEntities(b.Context(), q)
		require.NoError(b, err)
		for _, row := range rows {
			ids, names = append(ids, row.ID), append(names, row.State.Name)
		}
		return ids, names
	}
	c.companies, c.words = listed(graph.EntityQuery{Kinds: graph.KindsOf(graph.Company), Limit: 100 * variants})
	byDegree, _ := listed(graph.EntityQuery{Order: graph.ByDegree, Limit: 3 * variants})
	c.hub, c.busy = byDegree[0], byDegree[2*variants:]
	claims, err := r.ListClaims(b.Context(), graph.ClaimQuery{Owners: texts(c.companies), Role: graph.AnyEnd, Limit: 10})
	require.NoError(b, err)
	var ids []graph.ClaimID
	for _, row := range slices.Concat(claims...) {
		ids = append(ids, row.ID)
	}
	for form := range variants {
		c.claims = append(c.claims, ids[form*len(ids)/variants:][:min(50, len(ids)/variants)])
	}
	return slices.Concat(c.lookups(), c.walks(), c.searches(), c.lists())
}

// hundred are the companies of a form: fewer in a graph that has not enough.
func (c *benchCast) hundred(form int) []graph.EntityID {
	n := len(c.companies) / variants
	return c.companies[form*n : (form+1)*n]
}
