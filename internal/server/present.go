package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// present asks the configured presenter and shows only errors whose code belongs to the API. Of the
// others, a value that cannot be read is BAD_USER_INPUT, and the rest is logged with the request id
// and shown as "internal error", or as TIMEOUT once the time of the request is up.
func (s *Server) present(ctx context.Context, err error) *gqlerror.Error {
	shown := s.config.Presenter(ctx, err)
	if shown == nil {
		return nil
	}
	code := codeOf(shown)
	if _, known := status(code); known && code != codeInternal {
		return shown
	}
	if argument, ok := unreadableArgument(ctx, err); ok {
		unreadable := coded(guard.BadInput, argument.Path.String()+": "+argument.Message)
		unreadable.Path, unreadable.Locations = shown.Path, shown.Locations
		return unreadable
	}
	hidden := coded(codeInternal, "internal error")
	hidden.Path, hidden.Locations = shown.Path, shown.Locations
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		hidden.Message = s.tooSlow()
		hidden.Extensions["code"] = codeTimeout
	case ctx.Err() == nil && !errors.Is(err, errPanic):
		s.logInternal(ctx, err)
	}
	return hidden
}

// logInternal logs as many internal errors of one request as an answer may name.
func (s *Server) logInternal(ctx context.Context, err error) {
	t := traceOf(ctx)
	if t.countInternal() > s.config.Errors {
		return
	}
	s.config.Logger.LogAttrs(ctx, slog.LevelError, "internal error",
		slog.String("request_id", t.id), slog.String("error", err.Error()))
}

func (s *Server) tooSlow() string {
	return fmt.Sprintf("the request took longer than %s: ask for less", s.config.RequestTimeout)
}
