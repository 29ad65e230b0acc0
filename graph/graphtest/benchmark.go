package graphtest

import (
	"context"
	"flag"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// Benchmark measures reading from a store that holds a generated graph, and prints the ratio of its time to the model's, both
// taken in turn in one run. A test package that defines the flag -size has its S, M or L obeyed; else the size is S. The answers
// of both must be equal before anything is timed.
func Benchmark(b *testing.B, newStore func(b *testing.B, clock func() time.Time) graph.Store) {
	b.Helper()
	size, err := SizeOf(sizeFlag())
	require.NoError(b, err)
	g := Generator{Seed: 1, Size: size}
	store, model := newStore(b, time.Now), graph.Store(NewModel(time.Now))
	b.Cleanup(func() { require.NoError(b, store.Close()) })
	fill(b, store, g)
	fill(b, model, g)
	one, two := snapshot(b, model), snapshot(b, store)
	for _, q := range readings(b, one) {
		b.Run(q.name, func(b *testing.B) { compareReading(b, q, one, two) })
	}
}

func sizeFlag() string {
	if f := flag.Lookup("size"); f != nil {
		return f.Value.String()
	}
	return "S"
}

func fill(b *testing.B, s graph.Store, g Generator) {
	b.Helper()
	op := operation("generated")
	_, err := s.Load(b.Context(), op, graph.Stamp{}, g.Records())
	require.NoError(b, err)
	_, err = s.Publish(b.Context(), op)
	require.NoError(b, err)
}

func snapshot(b *testing.B, s graph.Store) graph.Reader {
	b.Helper()
	r, err := s.Snapshot(b.Context(), 0)
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, r.Close()) })
	return r
}

// reading is one question that is timed.
type reading struct {
	name string
	ask  func(ctx context.Context, r graph.Reader) (any, error)
}

// readings choose their entities by degree and by id from the model.
func readings(b *testing.B, r graph.Reader) []reading {
	b.Helper()
	hubs := firstIDs(b, r, graph.EntityQuery{Order: graph.ByDegree, Limit: 1})
	hundred := firstIDs(b, r, graph.EntityQuery{Kinds: graph.KindsOf(graph.Company), Limit: 100})
	return []reading{
		{"get 1", func(ctx context.Context, r graph.Reader) (any, error) { return r.Entities(ctx, hundred[:1]) }},
		{"get 100", func(ctx context.Context, r graph.Reader) (any, error) { return r.Entities(ctx, hundred) }},
		{"expand 100", func(ctx context.Context, r graph.Reader) (any, error) {
			var edges []graph.Edge
			for e, err := range r.Expand(ctx, graph.ExpandQuery{Frontier: hundred}) {
				if err != nil {
					return nil, err
				}
				edges = append(edges, e)
			}
			return edges, nil
		}},
		{"facets of a hub", func(ctx context.Context, r graph.Reader) (any, error) {
			return r.Facets(ctx, hubs, graph.EdgeFilter{})
		}},
		{"claims of 20", func(ctx context.Context, r graph.Reader) (any, error) {
			return r.ListClaims(ctx, graph.ClaimQuery{Owners: texts(hundred[:20]), Role: graph.AnyEnd, Limit: 10})
		}},
	}
}

func firstIDs(b *testing.B, r graph.Reader, q graph.EntityQuery) []graph.EntityID {
	b.Helper()
	rows, err := r.ListEntities(b.Context(), q)
	require.NoError(b, err)
	var found []graph.EntityID
	for _, row := range rows {
		found = append(found, row.ID)
	}
	return found
}

// compareReading asks both in turn and reports the ratio of their median times.
func compareReading(b *testing.B, q reading, model, store graph.Reader) {
	b.Helper()
	want, err := q.ask(b.Context(), model)
	require.NoError(b, err)
	got, err := q.ask(b.Context(), store)
	require.NoError(b, err)
	require.Equal(b, unstampedRows(want), unstampedRows(got))
	var base, taken []time.Duration
	timed := func(r graph.Reader) time.Duration {
		began := time.Now()
		if _, err := q.ask(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		return time.Since(began)
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		base = append(base, timed(model))
		b.StartTimer()
		taken = append(taken, timed(store))
	}
	slices.Sort(base)
	slices.Sort(taken)
	b.ReportMetric(ratio(taken, base, .5), "×model")
	b.ReportMetric(ratio(taken, base, .1), "×model-p10")
	b.ReportMetric(ratio(taken, base, .9), "×model-p90")
}

// ratio divides one quantile of sorted times by the median of others.
func ratio(taken, base []time.Duration, quantile float64) float64 {
	at := taken[int(quantile*float64(len(taken)-1))]
	return float64(at) / float64(max(base[len(base)/2], 1))
}

// unstampedRows leaves out when rows were written, which two loads do not share.
func unstampedRows(answer any) any {
	switch rows := tidy(answer).(type) {
	case map[graph.EntityID]*graph.EntityRow:
		return contents{Entities: rows}.unstamped()
	case []graph.Edge:
		return contents{Edges: rows}.unstamped()
	case [][]*graph.ClaimRow:
		return contents{Listed: rows}.unstamped()
	default:
		return rows
	}
}
