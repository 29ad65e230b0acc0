package neo4jtest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestServer_KeepsDataAndAddress(t *testing.T) {
	server := neo4jtest.Start(t)
	before := server.Address()
	assert.Equal(t, "NEO4J_URI="+before.URI, server.Printed()[0])
	assert.NotContains(t, strings.Join(server.Printed(), "\n"), before.Password, "nothing secret is printed")
	ask(t, before, "CREATE (:Thing {name: 'kept'})")
	cases := map[string]func(t testing.TB){"after a stop": server.Stop, "after a kill": server.Kill}
	for name, end := range cases {
		t.Run(name, func(t *testing.T) {
			end(t)
			end(t)
			server.Restart(t)
			assert.Equal(t, before, server.Address())
			assert.Equal(t, "kept", ask(t, before, "MATCH (n:Thing) RETURN n.name"))
		})
	}
}

func TestKeep(t *testing.T) {
	neo4jtest.Need(t)
	folder := t.TempDir()
	for _, found := range []any{nil, "kept"} {
		t.Run("", func(t *testing.T) {
			at := neo4jtest.Keep(t, folder)
			assert.Equal(t, found, ask(t, at, "OPTIONAL MATCH (n:Thing) RETURN n.name"))
			ask(t, at, "MERGE (n:Thing {name: 'kept'}) RETURN n.name")
		})
	}
}
