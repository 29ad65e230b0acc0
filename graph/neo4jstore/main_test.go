package neo4jstore

import (
	"testing"

	"go.uber.org/goleak"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(neo4jtest.Main(m)) }
