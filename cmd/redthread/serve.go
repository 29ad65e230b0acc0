package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"

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
		settings: []string{"data", "addr", "allow-host", "allow-origin", "read-only", "no-seed", "log-level"},
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			return p.withService(ctx, s, func(service *graph.Service) error { return p.serve(ctx, service, s) })
		},
	}
}

// serve listens at once, and is ready when the store is seeded.
func (p *program) serve(ctx context.Context, service *graph.Service, s *settings) error {
	var ready atomic.Bool
	srv, err := p.newServer(service, s, &ready)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, s.Addr)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	seeded := make(chan struct{})
	go func() {
		defer close(seeded)
		if err := p.prepare(ctx, service, s); err != nil {
			stop(err)
			return
		}
		ready.Store(true)
		site := "http://" + reachable(listener.Addr())
		fmt.Fprintf(p.out, "dashboard  %s/\nplayground %s/playground/\nAPI        %s/graphql\n", site, site, site)
	}()
	err = srv.Serve(ctx, listener)
	stop(nil)
	<-seeded
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// prepare loads the reference case into an empty store.
func (p *program) prepare(ctx context.Context, service *graph.Service, s *settings) error {
	info, err := service.Info(ctx)
	if err != nil || info.Revision != 0 || s.NoSeed {
		return err
	}
	return p.loadPack(ctx, service, kaspersky.Files, kaspersky.PackFile)
}

// errSeeding is why the server is not ready at first.
var errSeeding = errors.New("the reference case is being loaded")

func (p *program) newServer(service *graph.Service, s *settings, ready *atomic.Bool) (*server.Server, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.LogLevel)); err != nil {
		return nil, fmt.Errorf("%w: -log-level: %q is not valid, want debug, info, warn or error", errUsage, s.LogLevel)
	}
	site, err := web.New(web.Options{Examples: resolvers.Examples()})
	if err != nil {
		return nil, err
	}
	srv, err := server.New(server.Config{
		Schema: resolvers.Schema(service), Presenter: resolvers.Present, Web: site,
		Logger: slog.New(slog.NewJSONHandler(p.err, &slog.HandlerOptions{Level: level})), Version: buildVersion(),
		ReadOnly: s.ReadOnly, Addr: s.Addr, AllowHosts: words(s.AllowHost), AllowOrigins: words(s.AllowOrigin),
		Ready: func(ctx context.Context) error {
			if !ready.Load() {
				return errSeeding
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
