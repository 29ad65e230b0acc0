package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

func migrateCommand() command {
	return command{
		name: "migrate", summary: "Bring the schema of a Neo4j database up to date, or say what that would do.",
		examples: []string{"redthread migrate -store neo4j -dry-run", "redthread migrate -store neo4j"},
		settings: append([]string{"store", "dry-run"}, neo4jVariables()...),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			if err := checkStore("store", s.Store); err != nil {
				return err
			}
			if s.Store == embeddedStore {
				return fmt.Errorf("%w: the embedded store brings itself up to date when it is opened: migrate is for -store neo4j", errUsage)
			}
			options, err := s.Neo4j.options()
			if err != nil {
				return err
			}
			return p.migrate(ctx, options, s.DryRun)
		},
	}
}

func (p *program) migrate(ctx context.Context, options neo4jstore.Options, dryRun bool) error {
	neo4j, err := neo4jstore.Open(options) //nolint:contextcheck // a store outlives the call that opens it
	if err != nil {
		return err
	}
	var store graph.Store = neo4j
	done, err := neo4j.Migrate(ctx, dryRun)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	word := "applied"
	if dryRun {
		word = "to be applied"
	}
	for _, m := range done {
		fmt.Fprintf(p.out, "%04d %s: %s\n", m.Number, m.Name, word)
	}
	if len(done) == 0 {
		fmt.Fprintln(p.out, "the schema is up to date")
	}
	return nil
}
