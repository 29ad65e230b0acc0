package server_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// lines collects what is logged, one JSON object a line.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// with returns the logged objects that have a message.
func (l *lines) with(t *testing.T, message string) []map[string]any {
	t.Helper()
	var found []map[string]any
	for line := range strings.Lines(l.String()) {
		var object map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &object))
		if object["msg"] == message {
			found = append(found, object)
		}
	}
	return found
}

// newHandler is a server over the tiny schema with its log.
func newHandler(t *testing.T, config server.Config, roots map[string]resolver) (http.Handler, *lines) {
	t.Helper()
	log := &lines{}
	config.Schema = newTiny(t, roots)
	config.Logger = slog.New(slog.NewJSONHandler(log, nil))
	s, err := server.New(config)
	require.NoError(t, err)
	return s.Handler(), log
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// ask sends a request as curl would, under a loopback name unless a header Host says otherwise.
func ask(h http.Handler, method, path, body string, headers ...string) answer {
	var content io.Reader
	if body != "" {
		content = strings.NewReader(body)
	}
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, content)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return answer{w.Code, w.Header(), w.Body.Bytes()}
}

// post asks a GraphQL question, by default as application/json and accepting graphql-response+json.
func post(t *testing.T, h http.Handler, params any, headers ...string) answer {
	t.Helper()
	body, ok := params.(string)
	if !ok {
		text, err := json.Marshal(params)
		require.NoError(t, err)
		body = string(text)
	}
	return ask(h, http.MethodPost, "/graphql", body,
		append([]string{"Content-Type", plainJSON, "Accept", responseJSON}, headers...)...)
}

// query asks with a document alone.
func query(t *testing.T, h http.Handler, document string) answer {
	t.Helper()
	return post(t, h, map[string]any{"query": document})
}

// members decodes the body.
func (a answer) members(t *testing.T) map[string]any {
	t.Helper()
	var object map[string]any
	require.NoError(t, json.Unmarshal(a.body, &object), string(a.body))
	return object
}

// failure is the first error of the answer.
func (a answer) failure(t *testing.T) (message, code string) {
	t.Helper()
	list, ok := a.members(t)["errors"].([]any)
	require.True(t, ok, "no errors in %s", a.body)
	require.NotEmpty(t, list)
	first := list[0].(map[string]any)
	extensions := first["extensions"].(map[string]any)
	assert.Equal(t, a.header.Get("X-Request-Id"), extensions["requestId"], "every error names the request")
	return first["message"].(string), extensions["code"].(string)
}

// requireFailure checks status, code and part of the message of a request that has no data.
func (a answer) requireFailure(t *testing.T, status int, code, message string) {
	t.Helper()
	require.Equal(t, status, a.status, string(a.body))
	text, got := a.failure(t)
	assert.Equal(t, code, got, text)
	assert.Contains(t, text, message)
	assert.NotContains(t, a.members(t), "data")
}
