package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/server"
	"github.com/redthread-graph/redthread/resolvers"
	"github.com/redthread-graph/redthread/seed/kaspersky"
	"github.com/redthread-graph/redthread/web"
)

func serveCommand() command {
	return command{
		name: "serve", summary: "Serve the API, the pages and the playground; an empty store gets the reference case first.",
		examples: []string{"redthread serve", "redthread serve -addr 127.0.0.1:9000 -data :memory:", "redthread serve -read-only"},
		settings: stored("addr", "allow-host", "allow-origin", "read-only", "no-seed", "log-level", "dev"),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			return p.withStore(ctx, s, func(store graph.Store) error { return p.serve(ctx, store, s) })
		},
	}
}

// serve listens at once, and is ready when the store answers and is seeded.
func (p *program) serve(ctx context.Context, store graph.Store, s *settings) error {
	log, err := p.logger(s)
	if err != nil {
		return err
	}
	ready := newReadiness()
	srv, err := newServer(newService(store), s, ready, log)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, s.Addr)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	background := make(chan struct{})
	go func() {
		defer close(background)
		if err := p.prepare(ctx, store, s, waiting{ready: ready, log: log}); err != nil {
			stop(err)
			return
		}
		ready.set(nil)
		site := "http://" + reachable(listener.Addr())
		fmt.Fprintf(p.out, "dashboard  %s/\nplayground %s/playground/\nAPI        %s/graphql\n", site, site, site)
		keepWarm(ctx, store, s.ReadOnly, log)
	}()
	err = srv.Serve(ctx, listener)
	stop(nil)
	<-background
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// prepare loads the reference case into an empty store. A database on its own server is waited for, however long it is away; a
// folder that cannot be used now cannot be used later.
func (p *program) prepare(ctx context.Context, store graph.Store, s *settings, w waiting) error {
	step := func(ctx context.Context) error { return p.seedEmpty(ctx, store, s, w.ready) }
	if s.Store == embeddedStore {
		return step(ctx)
	}
	return w.until(ctx, step)
}

// seedEmpty loads the reference case unless something is on file. Of several servers that start on one empty store one loads it,
// and the others find it there: the operation is the same.
func (p *program) seedEmpty(ctx context.Context, store graph.Store, s *settings, ready *readiness) error {
	info, err := store.Info(ctx)
	if err != nil || info.Revision != 0 || s.NoSeed {
		return err
	}
	ready.set(errSeeding)
	err = p.loadPack(ctx, newService(emptyStore{store}), kaspersky.Files, kaspersky.PackFile)
	if errors.Is(err, errNotEmpty) {
		return nil
	}
	return err
}

// logger writes JSON lines.
func (p *program) logger(s *settings) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.LogLevel)); err != nil {
		return nil, fmt.Errorf("%w: -log-level: %q is not valid, want debug, info, warn or error", errUsage, s.LogLevel)
	}
	return slog.New(slog.NewJSONHandler(p.err, &slog.HandlerOptions{Level: level})), nil
}

func newServer(service *graph.Service, s *settings, ready *readiness, log *slog.Logger) (*server.Server, error) {
	site, err := web.New(web.Options{Examples: resolvers.Examples(), Dev: s.Dev})
	if errors.Is(err, web.ErrNoSources) {
		return nil, fmt.Errorf("%w: -dev: %w", errUsage, err)
	}
	if err != nil {
		return nil, err
	}
	srv, err := server.New(server.Config{
		Schema: resolvers.Schema(service), Presenter: resolvers.Present, Web: site, Logger: log, Version: buildVersion(),
		ReadOnly: s.ReadOnly, Addr: s.Addr, AllowHosts: words(s.AllowHost), AllowOrigins: words(s.AllowOrigin),
		Ready: func(ctx context.Context) error {
			if err := ready.reason(); err != nil {
				return err
			}
			_, err := service.Info(ctx)
			return err
		},
	})
	if errors.Is(err, server.ErrConfig) {
		return nil, fmt.Errorf("%w: %w", errUsage, err)
	}
	return srv, err
}
