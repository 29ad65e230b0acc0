package resolvers_test

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// tracedStore counts the calls that are made to its readers.
type tracedStore struct {
	graph.Store
	mu    sync.Mutex
	calls map[string]int
}

func (s *tracedStore) note(method string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls[method]++
}

// Snapshot opens a traced reader.
func (s *tracedStore) Snapshot(ctx context.Context, at graph.Revision) (graph.Reader, error) {
	s.note("Snapshot")
	reader, err := s.Store.Snapshot(ctx, at)
	return &tracedReader{Reader: reader, store: s}, err
}

// trace writes what was called since the last trace, a line a method.
func (s *tracedStore) trace() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	var lines []string
	for method, n := range s.calls {
		lines = append(lines, fmt.Sprintf("%s %d\n", method, n))
	}
	slices.Sort(lines)
	clear(s.calls)
	return []byte(strings.Join(lines, ""))
}

type tracedReader struct {
	graph.Reader
	store *tracedStore
}

func (r *tracedReader) Close() error {
	r.store.note("Close")
	return r.Reader.Close()
}

func (r *tracedReader) Entities(ctx context.Context, ids []graph.EntityID) (map[graph.EntityID]*graph.EntityRow, error) {
	r.store.note("Entities")
	return r.Reader.Entities(ctx, ids)
}

func (r *tracedReader) ListEntities(ctx context.Context, q graph.EntityQuery) ([]*graph.EntityRow, error) {
	r.store.note("ListEntities")
	return r.Reader.ListEntities(ctx, q)
}

func (r *tracedReader) Claims(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID]*graph.ClaimRow, error) {
	r.store.note("Claims")
	return r.Reader.Claims(ctx, ids)
}

func (r *tracedReader) ListClaims(ctx context.Context, q graph.ClaimQuery) ([][]*graph.ClaimRow, error) {
	r.store.note("ListClaims")
	return r.Reader.ListClaims(ctx, q)
}

func (r *tracedReader) StateHistory(ctx context.Context, ids []graph.ClaimID) (map[graph.ClaimID][]graph.StateRow, error) {
	r.store.note("StateHistory")
	return r.Reader.StateHistory(ctx, ids)
}

func (r *tracedReader) Assertions(ctx context.Context, ids []graph.AssertionID) (map[graph.AssertionID]*graph.AssertionRow, error) {
	r.store.note("Assertions")
	return r.Reader.Assertions(ctx, ids)
}

func (r *tracedReader) ListAssertions(ctx context.Context, q graph.AssertionQuery) ([][]*graph.AssertionRow, error) {
	r.store.note("ListAssertions")
	return r.Reader.ListAssertions(ctx, q)
}

func (r *tracedReader) ListJudgements(ctx context.Context, owners []string) ([][]*graph.JudgementRow, error) {
	r.store.note("ListJudgements")
	return r.Reader.ListJudgements(ctx, owners)
}

func (r *tracedReader) Competence(ctx context.Context, bodies []graph.EntityID) (map[graph.EntityID][]graph.Competence, error) {
	r.store.note("Competence")
	return r.Reader.Competence(ctx, bodies)
}

func (r *tracedReader) Documents(ctx context.Context, ids []graph.DocumentID) (map[graph.DocumentID]*graph.DocumentRow, error) {
	r.store.note("Documents")
	return r.Reader.Documents(ctx, ids)
}

func (r *tracedReader) Layers(ctx context.Context, ids []graph.LayerID) (map[graph.LayerID]*graph.Layer, error) {
	r.store.note("Layers")
	return r.Reader.Layers(ctx, ids)
}

func (r *tracedReader) ListDocuments(ctx context.Context, q graph.DocumentQuery) ([][]*graph.DocumentRow, error) {
	r.store.note("ListDocuments")
	return r.Reader.ListDocuments(ctx, q)
}

func (r *tracedReader) Search(ctx context.Context, q graph.TermQuery) (graph.TermHits, error) {
	r.store.note("Search")
	return r.Reader.Search(ctx, q)
}

func (r *tracedReader) Expand(ctx context.Context, q graph.ExpandQuery) iter.Seq2[graph.Edge, error] {
	r.store.note("Expand")
	return r.Reader.Expand(ctx, q)
}

func (r *tracedReader) Facets(ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter) (map[graph.EntityID][]graph.Facet, error) {
	r.store.note("Facets")
	return r.Reader.Facets(ctx, ids, f)
}

// TestTraces holds that a query makes the same store calls over fifty times the rows, and keeps them as golden files.
func TestTraces(t *testing.T) {
	small, large := tracedAPI(t, 2), tracedAPI(t, 100)
	for _, file := range queries(t, "testdata/traces") {
		name := strings.TrimSuffix(file, ".graphql")
		t.Run(filepath.Base(name), func(t *testing.T) {
			query := readFile(t, file)
			want := small.traced(t, query)
			golden(t, name+".trace", want)
			assert.Equal(t, string(want), string(large.traced(t, query)), "over fifty times the rows")
		})
	}
}

// tracing is an API over a traced store.
type tracing struct {
	*api
	store *tracedStore
}

func tracedAPI(t testing.TB, n int) *tracing {
	t.Helper()
	store := &tracedStore{Store: newModel(t), calls: map[string]int{}}
	service := serviceOver(store)
	seedWorld(t, service, n)
	store.trace()
	return &tracing{newAPI(service), store}
}

func (a *tracing) traced(t testing.TB, query string) []byte {
	t.Helper()
	answer := a.ask(t, query, nil)
	require.False(t, bytes.Contains(answer, []byte(`"errors"`)), string(answer))
	return a.store.trace()
}
