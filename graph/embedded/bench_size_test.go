package embedded

import (
	"flag"
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
)

// claimTables are those whose rows a claim adds: the claim, its stretch and edge, what is said of it and where, and the log.
const claimTables = "'claim', 'state', 'assertion', 'cited', 'about', 'log'"

// BenchmarkLoad fills a store with a generated graph and reports what a claim costs: bytes on disk with its edge, assertion,
// evidence and all their indexes (texts, entities and search terms apart), and all bytes of the file.
func BenchmarkLoad(b *testing.B) {
	size, err := graphtest.SizeOf(flag.Lookup("size").Value.String())
	require.NoError(b, err)
	for b.Loop() {
		s, err := Open(b.Context(), b.TempDir(), Options{})
		require.NoError(b, err)
		op := graph.Operation{ID: "generated"}
		_, err = s.Load(b.Context(), op, graph.Stamp{}, graphtest.Generator{Seed: 1, Size: size}.Records())
		require.NoError(b, err)
		_, err = s.Publish(b.Context(), op)
		require.NoError(b, err)
		perClaim := func(condition string) float64 {
			bytes, err := one(b.Context(), s.readers, scanKey, `SELECT sum(d.pgsize) FROM dbstat d
				JOIN sqlite_schema t ON t.name = d.name WHERE `+condition)
			require.NoError(b, err)
			return float64(bytes) / float64(size.Claims)
		}
		b.ReportMetric(perClaim("t.tbl_name IN ("+claimTables+")"), "B/claim")
		b.ReportMetric(perClaim("true"), "file-B/claim")
		require.NoError(b, s.Close())
	}
	b.ReportMetric(float64(size.Claims)*float64(b.N)/b.Elapsed().Seconds(), "claims/s")
}

// BenchmarkUpdate writes single claims with their assertion and edge, each durable before the next.
func BenchmarkUpdate(b *testing.B) {
	s, err := Open(b.Context(), b.TempDir(), Options{})
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, s.Close()) })
	_, err = s.Update(b.Context(), graph.Operation{ID: "world"}, planned(world(0)...))
	require.NoError(b, err)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		c := &graph.Claim{ID: graph.ClaimID(fmt.Sprint("clm_new-", n)), Subject: "ent_first", Predicate: "OWNS", Object: "ent_other-0", Modality: graph.Fact}
		said := &graph.Assertion{ID: graph.AssertionID(fmt.Sprint("ast_new-", n)), Claim: c.ID, Stance: graph.Asserts, Speaker: "ent_first"}
		degree := &graph.EntityState{Entity: "ent_first", Name: "First", Degree: n, FirstDay: graph.MaxDay}
		op := graph.Operation{ID: graph.OperationID(strconv.Itoa(n))}
		_, err := s.Update(b.Context(), op, planned(c, said, stateOf(c, graph.Alleged), degree))
		require.NoError(b, err)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "claims/s")
}
