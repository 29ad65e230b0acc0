package server

import (
	"log/slog"
	"net/http"
	"time"
)

// logging gives each request an id and writes one line when it has been answered: method, route,
// status, size, duration and code, but neither address, path, query text nor names.
func (s *Server) logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		ctx, t := withTrace(r.Context())
		r = r.WithContext(ctx)
		w.Header().Set("X-Request-Id", t.id)
		counted := &countingWriter{ResponseWriter: w}
		next.ServeHTTP(counted, r)

		code, internal := t.outcome()
		attrs := []slog.Attr{
			slog.String("request_id", t.id),
			slog.String("method", method(r)),
			slog.String("route", r.Pattern),
			slog.Int("status", counted.written()),
			slog.Int64("bytes", counted.bytes),
			slog.Duration("took", time.Since(began)),
		}
		if code != "" {
			attrs = append(attrs, slog.String("code", code))
		}
		if internal > 0 {
			attrs = append(attrs, slog.Int("internal_errors", internal))
		}
		s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "request", attrs...)
	})
}

// method is the method of a request, or OTHER for one made up by the client.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions,
		http.MethodPut, http.MethodPatch, http.MethodDelete:
		return r.Method
	default:
		return "OTHER"
	}
}

// countingWriter knows what has been answered so far.
type countingWriter struct {
	http.ResponseWriter

	status int
	bytes  int64
}

// WriteHeader notes the status.
func (w *countingWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes of the body.
func (w *countingWriter) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *countingWriter) Unwrap() http.ResponseWriter {
	return w.ResponseWriter
}

// written is the status answered, which is 200 when the handler set none.
func (w *countingWriter) written() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}
