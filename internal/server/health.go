package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// health is what the probes answer.
type health struct {
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"`
}

// live answers 200 as long as the process answers at all.
func (s *Server) live(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, health{Status: "ok"})
}

// ready answers 200 when requests can be answered, else 503 and why not.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if s.draining.Load() {
		writeJSON(w, http.StatusServiceUnavailable, health{Status: "not ready", Reason: "the server is stopping"})
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.config.ReadyTimeout)
	defer cancel()
	if err := s.config.Ready(ctx); err != nil {
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			err = fmt.Errorf("no answer within %s: %w", s.config.ReadyTimeout, err)
		}
		writeJSON(w, http.StatusServiceUnavailable, health{Status: "not ready", Reason: err.Error()})
		return
	}
	writeJSON(w, http.StatusOK, health{Status: "ok"})
}

func (s *Server) version(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, s.config.Version)
}

// writeJSON answers with a value that can always be encoded.
func writeJSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", jsonType+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n'))
}
