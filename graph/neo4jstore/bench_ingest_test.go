package neo4jstore

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// benchmarkIngest loads a generated graph into two servers, some chunks in turn: by Load into one, by hand-written statements into the
// other. What both hold in the end must be equal. It is done once, for as long as it takes.
func benchmarkIngest(b *graphtest.Bench, size graphtest.Size) {
	b.Helper()
	ours, theirs := neo4jtest.Empty(b), neo4jtest.Empty(b)
	store, other := openCountable(b, ours), openCountable(b, theirs)
	require.NoError(b, other.ensure(b.Context())) // the same indexes
	race := &benchIngest{raw: &rawLoad{driver: rawDriver(b, theirs), rev: 1}}
	statements := statementsOf(b, store, func() { race.run(b, store, size) })
	require.NotEmpty(b, race.ours)
	counted := countedRows(b, store)
	require.Equal(b, countedRows(b, other), counted)
	for b.Loop() { // it is over
		continue
	}
	race.report(b, size, float64(allRows(counted)), statements)
}

// openCountable opens a store whose statements may take as long as counting a whole database does.
func openCountable(b *graphtest.Bench, a neo4jtest.Address) *Store {
	b.Helper()
	options := optionsOf(a)
	options.Clock, options.WriteTimeout = graphtest.Noon, time.Hour
	return openProcess(b, options)
}

// chunksATurn is how much each writes before it is the other's turn: in a single chunk the two writers of Load would not meet.
const chunksATurn = 8

// benchIngest is a race of two loads.
type benchIngest struct {
	raw          *rawLoad
	ours, theirs []time.Duration // of each turn
}

// run loads the graph twice.
func (i *benchIngest) run(b *graphtest.Bench, store *Store, size graphtest.Size) {
	b.Helper()
	op := operationOf("generated")
	var records []graph.Record
	for r, err := range graphtest.BenchmarkWorld(size) {
		require.NoError(b, err)
		if records = append(records, r); len(records) == chunksATurn*chunkLength {
			i.turn(b, store, op, records)
			records = nil
		}
	}
	i.turn(b, store, op, records)
	_, err := store.Publish(b.Context(), op)
	require.NoError(b, err)
	require.NoError(b, i.raw.end(b.Context(), op))
}

func (i *benchIngest) turn(b *graphtest.Bench, store *Store, op graph.Operation, records []graph.Record) {
	b.Helper()
	began := time.Now()
	_, err := store.Load(b.Context(), op, graph.Stamp{}, stream(records...))
	require.NoError(b, err)
	i.ours = append(i.ours, time.Since(began))
	began = time.Now()
	for chunk, err := range chunks(stream(records...)) {
		require.NoError(b, err)
		require.NoError(b, i.raw.write(b.Context(), chunk))
	}
	i.theirs = append(i.theirs, time.Since(began))
}

func (i *benchIngest) report(b *graphtest.Bench, size graphtest.Size, rows, statements float64) {
	b.Helper()
	ratios := make([]float64, len(i.ours))
	var ours, theirs time.Duration
	for n := range i.ours {
		ratios[n] = float64(i.theirs[n]) / float64(i.ours[n])
		ours, theirs = ours+i.ours[n], theirs+i.theirs[n]
	}
	slices.Sort(ratios)
	b.Report(0, "ns/op")
	b.Report(float64(theirs)/float64(ours), "×raw-rate")
	b.Report(ratios[len(ratios)/10], "×raw-rate-p10")
	b.Report(ratios[len(ratios)/2], "×raw-rate-p50")
	b.Report(ratios[len(ratios)*9/10], "×raw-rate-p90")
	b.Report(rows/ours.Seconds(), "rows/s")
	b.Report(rows/theirs.Seconds(), "raw-rows/s")
	b.Report(float64(size.Claims)/ours.Seconds(), "claims/s")
	b.Report(statements, "statements")
	b.Report(float64(i.raw.statements), "raw-statements")
}

// countedRows counts the nodes and relationships of a database with their properties, by label and type. What only a store's clock
// keeps is left out.
func countedRows(t testing.TB, s *Store) [][]any {
	t.Helper()
	return told(t, s, `MATCH (n) WHERE NOT n:Clock AND NOT n:Migration AND NOT n:MigrationLock
WITH labels(n) AS labels, count(*) AS n, sum(size(keys(n))) AS properties, sum(size(toString(coalesce(n.id, n.text, n.record, '')))) AS ids
RETURN labels, n, properties, ids ORDER BY labels
UNION ALL
MATCH ()-[r]->() WITH type(r) AS type, count(*) AS n, sum(size(keys(r))) AS properties
RETURN [type] AS labels, n, properties, 0 AS ids ORDER BY labels`, nil)
}

func allRows(contents [][]any) (rows int64) {
	for _, row := range contents {
		rows += row[1].(int64)
	}
	return rows
}

// rawLoad loads by hand: each chunk in one transaction, of a statement for each kind of thing.
type rawLoad struct {
	driver        neo4j.DriverWithContext
	rev           int64
	entries, raws int64
	statements    int
}

func (l *rawLoad) write(ctx context.Context, records []graph.Record) error {
	lists, err := l.rowsOf(records)
	if err != nil {
		return err
	}
	return l.transact(ctx, func(run func(text string, params map[string]any) error) error {
		for _, s := range rawStatements() {
			if len(lists[s.list]) == 0 {
				continue
			}
			params := map[string]any{"rows": lists[s.list], "rev": l.rev, "open": int64(open)}
			if err := run(s.text, params); err != nil {
				return err
			}
		}
		return nil
	})
}

// end writes the revision, which Load writes with each chunk.
func (l *rawLoad) end(ctx context.Context, op graph.Operation) error {
	return l.transact(ctx, func(run func(text string, params map[string]any) error) error {
		return run("CREATE (:Revision {rev: $rev, time: 1, op: $op, digest: $digest, counts: '{}', entries: $entries, raw: $raw})",
			map[string]any{"rev": l.rev, "op": string(op.ID), "digest": op.Digest[:], "entries": l.entries, "raw": l.raws})
	})
}

func (l *rawLoad) transact(ctx context.Context, work func(run func(text string, params map[string]any) error) error) error {
	session := l.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer func() { _ = session.Close(ctx) }() // the transaction is over
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(func(text string, params map[string]any) error {
			l.statements++
			result, err := tx.Run(ctx, text, params)
			if err != nil {
				return err
			}
			_, err = result.Consume(ctx)
			return err
		})
	})
	return err
}
