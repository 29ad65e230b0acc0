package neo4jstore

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// rawDriver is what hand-written statements run through, set up as the store's own.
func rawDriver(t testing.TB, at neo4jtest.Address) neo4j.DriverWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.Username, at.Password, ""), func(c *config.Config) {
		c.FetchSize = neo4j.FetchAll
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.DisabledLevel
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, driver.Close(context.WithoutCancel(t.Context()))) })
	return driver
}

// rawRead runs a statement by itself and gives its records.
func rawRead(ctx context.Context, driver neo4j.DriverWithContext, text string, params map[string]any) ([]*neo4j.Record, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j", AccessMode: neo4j.AccessModeRead})
	defer func() { _ = session.Close(ctx) }() // it was read to the end
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// countingDriver counts statements.
type countingDriver struct {
	neo4j.DriverWithContext
	statements atomic.Int64
}

func (c *countingDriver) NewSession(ctx context.Context, config neo4j.SessionConfig) neo4j.SessionWithContext {
	return &countingSession{c.DriverWithContext.NewSession(ctx, config), &c.statements}
}

type countingSession struct {
	neo4j.SessionWithContext
	statements *atomic.Int64
}

func (c *countingSession) Run(
	ctx context.Context, text string, params map[string]any, settings ...func(*neo4j.TransactionConfig),
) (neo4j.ResultWithContext, error) {
	c.statements.Add(1)
	return c.SessionWithContext.Run(ctx, text, params, settings...)
}

// statementsOf gives how many statements a store runs while something is done; each is a round trip.
func statementsOf(t testing.TB, s *Store, do func()) float64 {
	t.Helper()
	counting := &countingDriver{DriverWithContext: s.conn.driver}
	s.conn.driver = counting
	defer func() { s.conn.driver = counting.DriverWithContext }()
	do()
	return float64(counting.statements.Load())
}
