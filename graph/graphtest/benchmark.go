package graphtest

import (
	"flag"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// Bench is what a measurement runs in.
type Bench struct {
	testing.TB
	// Loop says whether to take another turn.
	Loop func() bool
	// Report tells a figure in a unit.
	Report func(value float64, unit string)
	// Run measures a part under a name.
	Run func(name string, part func(*Bench))
	// Brief says that all is done only once, to see that it works.
	Brief bool
}

// Measured measures in a benchmark, for as long as -benchtime says.
func Measured(b *testing.B) *Bench {
	b.Helper()
	return &Bench{
		TB: b, Loop: b.Loop, Report: b.ReportMetric,
		Run: func(name string, part func(*Bench)) {
			b.Run(name, func(b *testing.B) { part(Measured(b)) })
		},
	}
}

// Once takes one turn of each measurement in a test, so that none goes stale. The figures are not told.
func Once(t *testing.T) *Bench {
	t.Helper()
	turns := 0
	return &Bench{
		TB: t, Brief: true, Loop: func() bool { turns++; return turns == 1 }, Report: func(float64, string) {},
		Run: func(name string, part func(*Bench)) {
			t.Run(name, func(t *testing.T) { part(Once(t)) })
		},
	}
}

// Benchmark measures reading from a store that holds a generated graph against the model.
func Benchmark(b *testing.B, newStore func(b *testing.B, clock func() time.Time) graph.Store) {
	b.Helper()
	bench := Measured(b)
	size, err := SizeOf(SizeFlag())
	require.NoError(b, err)
	store := newStore(b, Noon)
	b.Cleanup(func() { require.NoError(b, store.Close()) })
	BenchmarkReads(bench, Filled(bench, size, Subject{"model", NewModel(Noon)}, Subject{"store", store}))
}

// SizeFlag is the value of the flag -size, if the test package defines it, else S.
func SizeFlag() string {
	if f := flag.Lookup("size"); f != nil {
		return f.Value.String()
	}
	return "S"
}

// Noon is a clock that stands still: what is loaded by it has the same stamps in every store.
func Noon() time.Time { return time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC) }
