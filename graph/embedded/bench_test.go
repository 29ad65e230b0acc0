package embedded_test

import (
	"flag"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

var _ = flag.String("size", "S", "size of the generated graph of benchmarks: S, M or L")

func BenchmarkStore(b *testing.B) {
	graphtest.Benchmark(b, func(b *testing.B, clock func() time.Time) graph.Store {
		b.Helper()
		s, err := embedded.Open(b.Context(), b.TempDir(), embedded.Options{Clock: clock})
		require.NoError(b, err)
		return s
	})
}
