package neo4jstore

import (
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// TestMain runs the tests, or is the other process that a test started.
func TestMain(m *testing.M) {
	if settings := os.Getenv(processSettings); settings != "" {
		os.Exit(runProcess(settings))
	}
	goleak.VerifyTestMain(neo4jtest.Main(m))
}
