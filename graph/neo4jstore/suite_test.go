package neo4jstore

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestStore(t *testing.T) {
	neo4jtest.Need(t)
	graphtest.Run(t, func(t *testing.T, clock func() time.Time) graph.Store {
		return borrow(t, Options{Clock: clock, LoadWait: 50 * time.Millisecond})
	})
}

// borrowed is a store whose database goes back when it is closed, not when the test ends: the suite makes hundreds.
type borrowed struct {
	*Store
	lent *span
}

// span is a part of a test's time.
type span struct {
	testing.TB
	ends []func()
}

// Cleanup keeps what is to be done when the span ends.
func (s *span) Cleanup(end func()) { s.ends = append(s.ends, end) }

// Close closes the store, then gives the database back.
func (b *borrowed) Close() error {
	err := b.Store.Close()
	for _, end := range slices.Backward(b.lent.ends) {
		end()
	}
	b.lent.ends = nil
	return err
}

// borrow opens a store of an empty database.
func borrow(t testing.TB, o Options) *borrowed {
	t.Helper()
	b := &borrowed{lent: &span{TB: t}}
	at := neo4jtest.Empty(b.lent)
	o.URI, o.Username, o.Password, o.Database = at.URI, at.Username, at.Password, at.Database
	o.ReadTimeout, o.WriteTimeout = time.Minute, time.Minute // a new server plans every statement, and the machine may be busy
	var err error
	b.Store, err = Open(o)
	require.NoError(t, err)
	return b
}

// emptyStore opens a store of an empty database for the time of a test.
func emptyStore(t testing.TB) *Store {
	t.Helper()
	b := borrow(t, Options{})
	t.Cleanup(func() { require.NoError(t, b.Close()) })
	return b.Store
}

// operationOf makes the operation of a name; its digest follows from that.
func operationOf(name string) graph.Operation {
	return graph.Operation{ID: graph.OperationID(name), Digest: sha256.Sum256([]byte(name))}
}

// putOnFile puts records on file as the next revision.
func putOnFile(t testing.TB, s *Store, records ...graph.Record) graph.Revision {
	t.Helper()
	newest, err := s.published(t.Context(), 0)
	require.NoError(t, err)
	rev, err := s.Update(t.Context(), operationOf(fmt.Sprint("op-", newest.Revision+1)),
		func(context.Context, graph.Reader) ([]graph.Record, error) { return records, nil })
	require.NoError(t, err)
	return rev
}

// readerOf opens a reader for the time of a test; at 0 at the newest revision.
func readerOf(t testing.TB, s *Store, at graph.Revision) graph.Reader {
	t.Helper()
	r, err := s.Snapshot(t.Context(), at)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, r.Close()) })
	return r
}

// told runs a statement of a test's own.
func told(t testing.TB, s *Store, text string, params map[string]any) [][]any {
	t.Helper()
	records, err := s.conn.write(t.Context(), text, params)
	require.NoError(t, err)
	return records
}
