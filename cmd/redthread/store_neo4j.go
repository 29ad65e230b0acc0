package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

// openNeo4j opens the store of a Neo4j database. It asks the server only if the store must be there.
func openNeo4j(ctx context.Context, n neo4jSettings, o neo4jstore.Options, mustExist bool) (graph.Store, error) {
	neo4j, err := neo4jstore.Open(o) //nolint:contextcheck // a store outlives the call that opens it
	if err != nil {
		return nil, err
	}
	var store graph.Store = neo4j
	if mustExist {
		if err := madeBefore(ctx, n, neo4j); err != nil {
			return nil, errors.Join(err, store.Close())
		}
	}
	return store, nil
}

// madeBefore fails with errNoStore, and changes nothing, where not even the first step of the schema was taken.
func madeBefore(ctx context.Context, n neo4jSettings, store *neo4jstore.Store) error {
	pending, err := store.Migrate(ctx, true)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(pending, func(m neo4jstore.Migration) bool { return m.Number == 1 }) {
		return fmt.Errorf("%s, database %s: %w", n.URI, n.Database, errNoStore)
	}
	return nil
}
