package neo4jstore

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

var (
	_       = flag.String("size", "S", "size of the generated graph of benchmarks: S, M or L")
	keepFor = flag.String("keep", "", "folder in which the loaded stores of BenchmarkStores stay, so that a next run need not load them")
)

// modelClaims is how many claims the model takes part with: it has everything in memory and searches all of it.
const modelClaims = 100_000

// BenchmarkStores measures this store beside others on one generated graph: reading, answering GraphQL, and writing single revisions.
func BenchmarkStores(b *testing.B) {
	size, err := graphtest.SizeOf(graphtest.SizeFlag())
	require.NoError(b, err)
	benchmarkStores(graphtest.Measured(b), size)
}

// BenchmarkIngest measures a load against hand-written statements that write the same.
func BenchmarkIngest(b *testing.B) {
	size, err := graphtest.SizeOf(graphtest.SizeFlag())
	require.NoError(b, err)
	benchmarkIngest(graphtest.Measured(b), size)
}

// TestBenchmarks takes one turn of every benchmark on a small graph: all contenders must give equal answers and write equal rows.
func TestBenchmarks(t *testing.T) {
	neo4jtest.Need(t)
	size := graphtest.Size{Entities: 300, Claims: 2000}
	t.Run("stores", func(t *testing.T) { benchmarkStores(graphtest.Once(t), size) })
	t.Run("ingest", func(t *testing.T) { benchmarkIngest(graphtest.Once(t), size) })
}

func benchmarkStores(b *graphtest.Bench, size graphtest.Size) {
	b.Helper()
	at, folder := benchPlaces(b)
	options := optionsOf(at)
	options.Clock = graphtest.Noon
	store := openProcess(b, options)
	small, err := embedded.Open(b.Context(), folder, embedded.Options{Clock: graphtest.Noon})
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, small.Close()) })
	subjects := graphtest.Filled(b, size, graphtest.Subject{Name: "embedded", Store: small}, graphtest.Subject{Name: "neo4j", Store: store})
	told(b, store, "CALL db.clearQueryCaches()", nil) // of plans made while it was empty
	b.Run("read", func(b *graphtest.Bench) {
		if size.Claims <= modelClaims {
			model := graphtest.Subject{Name: "model", Store: graphtest.NewModel(graphtest.Noon)}
			subjects = append(graphtest.Filled(b, size, model), subjects...)
		}
		graphtest.BenchmarkReads(b, subjects)
	})
	b.Run("graphql", func(b *graphtest.Bench) { benchmarkAPI(b, store, small, rawDriver(b, at)) })
	b.Run("update", func(b *graphtest.Bench) { benchmarkUpdates(b, subjects) })
}

// benchPlaces are where the two stores are.
func benchPlaces(b *graphtest.Bench) (neo4jtest.Address, string) {
	b.Helper()
	if *keepFor == "" || b.Brief {
		return neo4jtest.Empty(b), b.TempDir()
	}
	folder, err := filepath.Abs(*keepFor)
	require.NoError(b, err)
	return neo4jtest.Keep(b, filepath.Join(folder, "neo4j")), filepath.Join(folder, "embedded")
}

// benchmarkUpdates writes revisions of one new claim each, with what is said of it, its stretch and edge.
func benchmarkUpdates(b *graphtest.Bench, subjects []graphtest.Subject) {
	b.Helper()
	var contenders []graphtest.Contender
	for _, s := range subjects {
		w := &claimWriter{store: s.Store}
		r, err := s.Store.Snapshot(b.Context(), 0)
		require.NoError(b, err)
		rows, err := r.ListEntities(b.Context(), graph.EntityQuery{Kinds: graph.KindsOf(graph.Company), Limit: 2})
		require.NoError(b, err)
		w.wrote = int(r.Stamp().Revision) // what is kept from an earlier run is not written again
		require.NoError(b, r.Close())
		w.ends = [2]*graph.EntityRow(rows)
		contenders = append(contenders, graphtest.Contender{Name: s.Name, Do: w.write})
	}
	b.Race(1, contenders...)
	if store, ok := subjects[len(subjects)-1].Store.(*Store); ok {
		b.Report(statementsOf(b, store, func() { require.NoError(b, contenders[len(contenders)-1].Do(b.Context(), 0)) }), "neo4j-statements")
	}
}
