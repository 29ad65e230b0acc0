package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
)

// errPanic stands for a panic that has been logged.
var errPanic = errors.New("panic")

// recovering answers 500 when a handler panics. What has been written by then stays.
func (s *Server) recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { s.answerPanic(w, r, recover()) }()
		next.ServeHTTP(w, r)
	})
}

// answerPanic logs what recover returned and answers 500; nil is no panic.
func (s *Server) answerPanic(w http.ResponseWriter, r *http.Request, v any) {
	if v == nil {
		return
	}
	if v == http.ErrAbortHandler { //nolint:errorlint // recover returns this very value
		panic(v)
	}
	s.logPanic(r.Context(), v)
	refuse(w, r, http.StatusInternalServerError, codeInternal, "internal error")
}

// recovered turns the panic of a resolver into an error and logs it.
func (s *Server) recovered(ctx context.Context, v any) error {
	s.logPanic(ctx, v)
	return errPanic
}

func (s *Server) logPanic(ctx context.Context, v any) {
	t := traceOf(ctx)
	t.countInternal()
	s.config.Logger.LogAttrs(ctx, slog.LevelError, "panic",
		slog.String("request_id", t.id),
		slog.String("panic", fmt.Sprint(v)),
		slog.String("stack", string(debug.Stack())))
}
