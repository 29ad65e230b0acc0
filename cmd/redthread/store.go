package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// withService opens the store, runs a step on it, and closes it.
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
