package neo4jtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/require"
)

// shared is the one piece of state of this package: servers are as many as the tests of a process need at once.
var shared pool

// Empty gives the test a database without a node until it ends, from the servers that the process shares. Indexes,
// constraints and nodes labelled Migration, which say that they are there, stay from test to test: a test that
// changes those takes a server of its own by Start. Two calls give two databases.
func Empty(t testing.TB) Address {
	t.Helper()
	Need(t)
	server, err := shared.lend(t.Context())
	if err == nil {
		t.Cleanup(func() { shared.giveBack(server) })
	}
	require.NoError(t, err)
	return server.instance.address
}

const (
	// The counts come from the count store, without reading a node.
	count           = `RETURN COUNT { (n) } - COUNT { (n:Migration) }, COUNT { ()-->() }`
	deleteAtOnce    = `MATCH (n) WHERE NOT n:Migration DETACH DELETE n`
	deleteInBatches = `MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS`
	// so many nodes and relationships are deleted in one transaction, well inside the heap.
	atOnce = 20_000
)

// empty deletes all nodes but those labelled Migration and makes sure that nothing is left.
func empty(ctx context.Context, driver neo4j.DriverWithContext) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer session.Close(ctx)
	size, err := left(ctx, session)
	if err != nil || size == 0 {
		return err
	}
	statement := deleteAtOnce
	if size > atOnce {
		statement = deleteInBatches
	}
	result, err := session.Run(ctx, statement, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err != nil {
		return fmt.Errorf("neo4jtest: delete %d nodes and relationships: %w", size, err)
	}
	if size, err = left(ctx, session); err == nil && size != 0 {
		err = fmt.Errorf("neo4jtest: %d nodes and relationships are left after all were deleted: does a test still write?", size)
	}
	return err
}

// left counts nodes, without those labelled Migration, and relationships.
func left(ctx context.Context, session neo4j.SessionWithContext) (int64, error) {
	result, err := session.Run(ctx, count, nil)
	if err != nil {
		return 0, fmt.Errorf("neo4jtest: count: %w", err)
	}
	record, err := result.Single(ctx)
	if err != nil {
		return 0, fmt.Errorf("neo4jtest: count: %w", err)
	}
	nodes, _ := record.Values[0].(int64)
	relationships, _ := record.Values[1].(int64)
	return nodes + relationships, nil
}
