package neo4jtest

import (
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPool_LendsOnlyWhileOpen(t *testing.T) {
	var p pool
	_, err := p.lend(t.Context())
	require.ErrorIs(t, err, errClosed)
	p.begin()
	require.NoError(t, p.close(t.Context()))
	_, err = p.lend(t.Context())
	require.ErrorIs(t, err, errClosed)
}

func TestPool_LendsOneServerAfterAnother(t *testing.T) {
	var uris []string
	for range 3 {
		t.Run("a test", func(t *testing.T) { uris = append(uris, Empty(t).URI) })
	}
	Need(t)
	require.Len(t, uris, 3)
	assert.Equal(t, uris[0], uris[1])
	assert.Equal(t, uris[0], uris[2])
}

func TestEmpty_EndsWhatAnotherStillWrites(t *testing.T) {
	address := Empty(t)
	ctx := t.Context()
	driver, err := connect(address)
	require.NoError(t, err)
	defer func() { require.NoError(t, driver.Close(ctx)) }()
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: address.Database})
	writing, err := session.BeginTransaction(ctx)
	require.NoError(t, err)
	result, err := writing.Run(ctx, "CREATE (:Late)", nil)
	require.NoError(t, err)
	_, err = result.Consume(ctx)
	require.NoError(t, err)

	require.NoError(t, empty(ctx, driver))
	require.Error(t, writing.Commit(ctx))
	require.NoError(t, session.Close(ctx))
	again := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: address.Database})
	defer func() { require.NoError(t, again.Close(ctx)) }()
	size, err := number(ctx, again, count)
	require.NoError(t, err)
	assert.Zero(t, size)
}

func TestNumber_NamesTheStatement(t *testing.T) {
	address := Empty(t)
	driver, err := connect(address)
	require.NoError(t, err)
	defer func() { require.NoError(t, driver.Close(t.Context())) }()
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: address.Database})
	defer func() { require.NoError(t, session.Close(t.Context())) }()
	for _, statement := range []string{"RETURN 'x'", "MATCH (n) RETURN 1", "not Cypher"} {
		_, err := number(t.Context(), session, statement)
		require.ErrorContains(t, err, statement)
	}
}

func BenchmarkEmpty(b *testing.B) {
	for name, size := range map[string]string{"40 nodes": "20", "600 nodes": "300"} {
		b.Run(name, func(b *testing.B) {
			address := Empty(b)
			driver, err := connect(address)
			require.NoError(b, err)
			defer func() { require.NoError(b, driver.Close(b.Context())) }()
			for b.Loop() {
				b.StopTimer()
				fill(b, driver, size)
				b.StartTimer()
				require.NoError(b, empty(b.Context(), driver))
			}
		})
	}
}

// fill makes twice as many nodes, each pair tied.
func fill(b *testing.B, driver neo4j.DriverWithContext, pairs string) {
	b.Helper()
	session := driver.NewSession(b.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})
	result, err := session.Run(b.Context(), "UNWIND range(1, "+pairs+") AS i CREATE (:Thing {id: i})-[:NEXT]->(:Thing {id: -i})", nil)
	require.NoError(b, err)
	_, err = result.Consume(b.Context())
	require.NoError(b, err)
	require.NoError(b, session.Close(b.Context()))
}
