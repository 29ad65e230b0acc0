package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// errNoStore is why a command that only reads fails where no store is: an empty answer there would mislead.
var errNoStore = errors.New("no store is there; seed, serve and import make one")

// withStored runs a step on a store that must be there.
func (p *program) withStored(ctx context.Context, s *settings, step func(*graph.Service) error) error {
	open, err := p.chosen(s)
	if err != nil {
		return err
	}
	return p.withOpen(ctx, open, true, func(store graph.Store) error { return step(newService(store)) })
}

// withService opens the store, makes one if need be, runs a step on it, and closes it.
func (p *program) withService(ctx context.Context, s *settings, step func(*graph.Service) error) error {
	return p.withStore(ctx, s, func(store graph.Store) error { return step(newService(store)) })
}

// withStore is withService for a step that needs more than the rules.
func (p *program) withStore(ctx context.Context, s *settings, step func(graph.Store) error) error {
	open, err := p.chosen(s)
	if err != nil {
		return err
	}
	return p.withOpen(ctx, open, false, step)
}

// opener opens a store. If it must be there, it fails with errNoStore and makes none.
type opener func(ctx context.Context, mustExist bool) (graph.Store, error)

// chosen is the store that the settings choose.
func (p *program) chosen(s *settings) (opener, error) {
	if err := checkStore("store", s.Store); err != nil {
		return nil, err
	}
	if s.Store == neo4jStore && slices.Contains(s.given, "data") {
		return nil, fmt.Errorf("%w: -data has no effect with -store neo4j: leave it out, or choose -store embedded", errUsage)
	}
	return p.opener(s, s.Store)
}

// opener makes the opener of a store that is named.
func (p *program) opener(s *settings, name string) (opener, error) {
	if name == neo4jStore {
		options, err := s.Neo4j.options()
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context, mustExist bool) (graph.Store, error) {
			return openNeo4j(ctx, s.Neo4j, options, mustExist)
		}, nil
	}
	folder, err := s.dataFolder(p.getenv)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, mustExist bool) (graph.Store, error) {
		if mustExist && !embedded.Exists(folder) {
			return nil, fmt.Errorf("%s: %w", folder, errNoStore)
		}
		return embedded.Open(ctx, folder, embedded.Options{})
	}, nil
}

// withOpen runs a step on a store that it opens and closes.
func (*program) withOpen(ctx context.Context, open opener, mustExist bool, step func(graph.Store) error) error {
	store, err := open(ctx, mustExist)
	if err != nil {
		return err
	}
	return errors.Join(step(store), store.Close())
}

// newService lays the rules over a store.
func newService(store graph.Store) *graph.Service {
	return graph.NewService(store, graph.Options{Logger: slog.New(slog.DiscardHandler)})
}
