package neo4jtest_test

import (
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestEmpty_TwiceAtOnceGivesTwoDatabases(t *testing.T) {
	one, other := neo4jtest.Empty(t), neo4jtest.Empty(t)
	assert.NotEqual(t, one.URI, other.URI)
	ask(t, one, "CREATE (:Thing)-[:NEXT]->(:Thing)")
	assert.Equal(t, int64(2), ask(t, one, "MATCH (n) RETURN count(n)"))
	assert.Zero(t, ask(t, other, "MATCH (n) RETURN count(n)"))
}

// ask runs a statement on a connection of its own and returns the first value of its first record, if it has one.
func ask(t testing.TB, a neo4jtest.Address, statement string) any {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(a.URI, neo4j.BasicAuth(a.Username, a.Password, ""))
	require.NoError(t, err)
	defer func() { require.NoError(t, driver.Close(t.Context())) }()
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: a.Database})
	defer func() { require.NoError(t, session.Close(t.Context())) }()
	result, err := session.Run(t.Context(), statement, nil)
	require.NoError(t, err)
	records, err := result.Collect(t.Context())
	require.NoError(t, err)
	if len(records) == 0 {
		return nil
	}
	return records[0].Values[0]
}
