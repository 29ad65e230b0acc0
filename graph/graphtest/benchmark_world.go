package graphtest

import (
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// Subject is a store that is measured, under a name.
type Subject struct {
	Name  string
	Store graph.Store
}

// BenchmarkWorld is the generated graph of benchmarks. Its entities are found by all terms that the Service makes of their names.
func BenchmarkWorld(size Size) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for r, err := range (Generator{Seed: 1, Size: size}).Records() {
			if s, ok := r.(*graph.EntityState); ok {
				s.Terms = graph.Marks{Names: []string{s.Name}}.Terms()
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// Filled loads the generated graph into empty stores that tell the time by Noon.
func Filled(tb testing.TB, size Size, subjects ...Subject) []Subject {
	tb.Helper()
	op := operation("generated")
	for _, s := range subjects {
		_, err := s.Store.Load(tb.Context(), op, graph.Stamp{}, BenchmarkWorld(size))
		require.NoError(tb, err, s.Name)
		_, err = s.Store.Publish(tb.Context(), op)
		require.NoError(tb, err, s.Name)
	}
	return subjects
}
