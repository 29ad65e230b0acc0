package neo4jtest

import (
	"os"
	"testing"
)

// Need skips the test unless REQUIRE_NEO4J=1. With it whatever is missing later is a failure.
func Need(t testing.TB) {
	t.Helper()
	if os.Getenv("REQUIRE_NEO4J") != "1" {
		t.Skip("left out: needs a Neo4j server; to include it: make neo4j-install && REQUIRE_NEO4J=1 make test")
	}
}
