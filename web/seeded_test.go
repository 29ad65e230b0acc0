package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/internal/server"
	"github.com/redthread-graph/redthread/resolvers"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

const (
	company = "ent_kaspersky"
	unit    = "ent_ao-kaspersky-lab"
	service = "ent_ru-military-and-intelligence-authorities"
	answers = "doc_346f5hnjb6644ighmljpmhl4fa" // what Kaspersky and Moscow answered
)

// seededAPI is the real API over the reference case.
func seededAPI(t *testing.T) http.Handler {
	t.Helper()
	return seededOn(t, time.Now)
}

// seededOn is the real API over the reference case, put on file when a clock says.
func seededOn(t *testing.T, clock func() time.Time) http.Handler {
	t.Helper()
	return filledAPI(t, embedded.Options{Clock: clock}, func(s *graph.Service) {
		_, err := seed.Load(t.Context(), s, kaspersky.Files, kaspersky.PackFile)
		require.NoError(t, err)
	})
}

// emptyAPI is the real API over a new store that a step may fill.
func emptyAPI(t *testing.T, fill func(*graph.Service)) http.Handler {
	t.Helper()
	return filledAPI(t, embedded.Options{}, fill)
}

func filledAPI(t *testing.T, o embedded.Options, fill func(*graph.Service)) http.Handler {
	t.Helper()
	store, err := embedded.Open(t.Context(), t.TempDir(), o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, store.Close()) })
	s := graph.NewService(store, graph.Options{})
	fill(s)
	srv, err := server.New(server.Config{Schema: resolvers.Schema(s), Presenter: resolvers.Present})
	require.NoError(t, err)
	return srv.Handler()
}

// write sends a mutation to an API and returns its data.
func write(t *testing.T, api http.Handler, mutation string, input any) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": mutation, "variables": map[string]any{"input": input}})
	require.NoError(t, err)
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	var answer struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer))
	require.Empty(t, answer.Errors)
	return answer.Data
}
