package neo4jstore

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// connection runs statements on the server.
type connection struct {
	driver  neo4j.DriverWithContext
	options Options
}

func connect(o Options) (*connection, error) {
	driver, err := neo4j.NewDriverWithContext(o.URI, neo4j.BasicAuth(o.Username, o.Password, ""))
	if err != nil {
		return nil, err
	}
	return &connection{driver: driver, options: o}, nil
}

func (c *connection) close() error { return c.driver.Close(context.Background()) }

func (c *connection) read(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	return c.run(ctx, neo4j.AccessModeRead, text, params)
}

func (c *connection) write(ctx context.Context, text string, params map[string]any) ([][]any, error) {
	return c.run(ctx, neo4j.AccessModeWrite, text, params)
}

func (c *connection) run(ctx context.Context, mode neo4j.AccessMode, text string, params map[string]any) ([][]any, error) {
	session := c.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: c.options.Database, AccessMode: mode})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([][]any, len(records))
	for i, record := range records {
		rows[i] = record.Values
	}
	return rows, nil
}
