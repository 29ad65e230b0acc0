package resolvers_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/resolvers"
)

var update = flag.Bool("update", false, "write golden files anew")

// api answers operations as a server does.
type api struct{ handler http.Handler }

func newAPI(service *graph.Service) *api {
	h := handler.New(resolvers.Schema(service))
	h.AddTransport(transport.POST{})
	h.SetErrorPresenter(resolvers.Present)
	h.Use(extension.Introspection{})
	return &api{h}
}

// ask runs an operation and gives the answer as it was written.
func (a *api) ask(t testing.TB, query string, variables map[string]any) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(t, err)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	answer := httptest.NewRecorder()
	a.handler.ServeHTTP(answer, request)
	return answer.Body.Bytes()
}

// indented is an answer in a form for golden files.
func indented(t testing.TB, answer []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, json.Indent(&out, answer, "", "  "), string(answer))
	out.WriteByte('\n')
	return out.Bytes()
}
