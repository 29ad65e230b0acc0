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
	assert.Equal(t, int64(2), ask(t, one, "MATCH (n:Thing) RETURN count(n)"))
	assert.Zero(t, ask(t, other, "MATCH (n:Thing) RETURN count(n)"))
}

func TestEmpty_LeavesOnlyMigrationsAndTheirIndexes(t *testing.T) {
	cases := map[string]string{
		"nothing":            "RETURN 0",
		"a tied node":        "CREATE (:Thing)-[:NEXT]->(:Thing)",
		"a tied migration":   "CREATE (:Migration {number: 2})-[:NEXT]->(:Thing)",
		"two labels":         "CREATE (:Thing:Other), ({bare: true})",
		"more than a batch":  "UNWIND range(1, 12000) AS i CREATE (:Thing {id: i})-[:NEXT]->(:Other)",
		"more at once":       "UNWIND range(1, 3000) AS i CREATE (:Thing {id: i})-[:NEXT]->(:Other)",
		"a node with a loop": "CREATE (n:Thing)-[:NEXT]->(n)",
	}
	for name, statement := range cases {
		t.Run(name, func(t *testing.T) {
			var before neo4jtest.Address
			t.Run("fill", func(t *testing.T) {
				before = neo4jtest.Empty(t)
				ask(t, before, "CREATE INDEX thing_id IF NOT EXISTS FOR (n:Thing) ON (n.id)")
				ask(t, before, "MERGE (:Migration {number: 1})")
				ask(t, before, statement)
			})
			after := neo4jtest.Empty(t)
			require.Equal(t, before, after)
			assert.Zero(t, ask(t, after, "MATCH (n:!Migration) RETURN count(n)"))
			assert.Zero(t, ask(t, after, "MATCH ()-[r]->() RETURN count(r)"))
			assert.Equal(t, int64(1), ask(t, after, "MATCH (m:Migration {number: 1}) RETURN count(m)"))
			assert.Equal(t, int64(1), ask(t, after, "SHOW INDEXES YIELD name WHERE name = 'thing_id' RETURN count(*)"))
		})
	}
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
