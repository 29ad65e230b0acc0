package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"
)

// ErrAddressInUse is what Run fails with when another program listens already.
var ErrAddressInUse = errors.New("address in use")

// Run listens on the address of the configuration and serves until ctx ends, then drains.
// It returns nil once every request has ended.
func (s *Server) Run(ctx context.Context) error {
	listener, err := s.listen(ctx)
	if err != nil {
		return err
	}
	return s.Serve(ctx, listener)
}

func (s *Server) listen(ctx context.Context) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", s.config.Addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%w: %s: another program, perhaps this one, listens there: stop it or choose another port",
			ErrAddressInUse, s.config.Addr)
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", s.config.Addr, err)
	}
	return listener, nil
}

// Serve serves on a listener, which it closes, until ctx ends. Then /readyz answers 503, after
// DrainDelay no connection is accepted any more, and requests in flight have DrainTimeout to end;
// those that do not are cut off and reported as an error.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	inFlight, cut := context.WithCancel(context.WithoutCancel(ctx))
	defer cut()
	h := s.httpServer(inFlight)
	s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "listening", slog.String("address", listener.Addr().String()))

	failed := make(chan error, 1)
	go func() { failed <- h.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	err := s.drain(inFlight, h)
	cut()
	if stopped := <-failed; !errors.Is(stopped, http.ErrServerClosed) {
		err = errors.Join(err, stopped)
	}
	return err
}

// drain ends the server gracefully, or by force when the time is up.
func (s *Server) drain(ctx context.Context, h *http.Server) error {
	s.draining.Store(true)
	s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "stopping")
	time.Sleep(s.config.DrainDelay)
	ctx, cancel := context.WithTimeout(ctx, s.config.DrainTimeout)
	defer cancel()
	if err := h.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("requests were still running after %s: %w", s.config.DrainTimeout, err), h.Close())
	}
	s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "stopped")
	return nil
}

func (s *Server) httpServer(inFlight context.Context) *http.Server {
	return &http.Server{
		Handler:           s.handler,
		BaseContext:       func(net.Listener) context.Context { return inFlight },
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      s.config.RequestTimeout + 20*time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(s.config.Logger.Handler(), slog.LevelWarn),
	}
}
