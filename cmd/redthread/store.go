package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// errNoStore is why a command that only reads fails in a folder without a store: an empty answer there would mislead.
var errNoStore = errors.New("no store is there; seed, serve and import make one")

// withStored runs a step on a store that must be there.
func (p *program) withStored(ctx context.Context, s *settings, step func(*graph.Service) error) error {
	folder, err := s.dataFolder(p.getenv)
	if err != nil {
		return err
	}
	if !embedded.Exists(folder) {
		return fmt.Errorf("%s: %w", folder, errNoStore)
	}
	return p.withService(ctx, s, step)
}

// withService opens the store, makes one if need be, runs a step on it, and closes it.
func (p *program) withService(ctx context.Context, s *settings, step func(*graph.Service) error) error {
	folder, err := s.dataFolder(p.getenv)
	if err != nil {
		return err
	}
	store, err := embedded.Open(ctx, folder, embedded.Options{})
	if err != nil {
		return err
	}
	err = step(graph.NewService(store, graph.Options{Logger: slog.New(slog.DiscardHandler)}))
	return errors.Join(err, store.Close())
}
