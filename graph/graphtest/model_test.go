package graphtest_test

import (
	"testing"
	"time"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

func newModel(_ *testing.T, clock func() time.Time) graph.Store { return graphtest.NewModel(clock) }

func TestModel(t *testing.T) { graphtest.Run(t, newModel) }

func BenchmarkModel(b *testing.B) {
	graphtest.Benchmark(b, func(_ *testing.B, clock func() time.Time) graph.Store { return graphtest.NewModel(clock) })
}
