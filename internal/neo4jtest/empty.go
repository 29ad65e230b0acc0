package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

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
	// A terminated transaction commits nothing; it is listed until its client asks again.
	endOthers = `SHOW TRANSACTIONS YIELD transactionId AS id, database, status, currentQuery
		WHERE database = 'neo4j' AND NOT status STARTS WITH 'Terminated'
		AND NOT coalesce(currentQuery, '') STARTS WITH 'SHOW TRANSACTIONS'
		TERMINATE TRANSACTIONS id YIELD message RETURN count(*)`
	count           = `RETURN COUNT { (n) } - COUNT { (n:Migration) } + COUNT { ()-->() }`
	deleteAtOnce    = `MATCH (n:!Migration) DETACH DELETE n`
	deleteInBatches = `MATCH (n:!Migration) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS`
	// So many nodes and relationships are deleted in one transaction, well inside the heap.
	atOnce = 20_000
)

// empty deletes all nodes but those labelled Migration and makes sure that nothing is left.
func empty(ctx context.Context, driver neo4j.DriverWithContext) (err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer func() { err = errors.Join(err, session.Close(ctx)) }()
	// What an earlier test gave up waiting for may still be writing.
	for others := int64(1); others > 0; {
		if others, err = number(ctx, session, endOthers); err != nil {
			return err
		}
	}
	size, err := number(ctx, session, count)
	if err != nil || size == 0 {
		return err
	}
	if err := remove(ctx, session, size); err != nil {
		return err
	}
	left, err := number(ctx, session, count)
	if err == nil && left != 0 {
		err = fmt.Errorf("neo4jtest: %d nodes and relationships are left after all were deleted", left)
	}
	return err
}

// remove deletes; size is the number of nodes and relationships.
func remove(ctx context.Context, session neo4j.SessionWithContext, size int64) error {
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
	return nil
}

// number returns the one number that a statement yields.
func number(ctx context.Context, session neo4j.SessionWithContext, statement string) (int64, error) {
	result, err := session.Run(ctx, statement, nil)
	if err != nil {
		return 0, fmt.Errorf("neo4jtest: %s: %w", statement, err)
	}
	record, err := result.Single(ctx)
	if err != nil {
		return 0, fmt.Errorf("neo4jtest: %s: %w", statement, err)
	}
	n, isNumber := record.Values[0].(int64)
	if !isNumber {
		return 0, fmt.Errorf("neo4jtest: %s: not a number: %v", statement, record.Values[0])
	}
	return n, nil
}
