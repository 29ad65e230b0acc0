package neo4jtest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestServer_KeepsDataAndAddress(t *testing.T) {
	cases := map[string]func(testing.TB, *neo4jtest.Server){
		"after a stop": func(t testing.TB, s *neo4jtest.Server) { t.Helper(); s.Stop(t) },
		"after a kill": func(t testing.TB, s *neo4jtest.Server) { t.Helper(); s.Kill(t) },
	}
	for name, end := range cases {
		t.Run(name, func(t *testing.T) {
			server := neo4jtest.Start(t)
			before := server.Address()
			ask(t, before, "CREATE (:Thing {name: 'kept'})")
			end(t, server)
			server.Restart(t)
			assert.Equal(t, before, server.Address())
			assert.Equal(t, "kept", ask(t, before, "MATCH (n:Thing) RETURN n.name"))
		})
	}
}
