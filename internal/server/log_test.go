package server_test

import (
	"context"
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

func TestAccessLog(t *testing.T) {
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("page")) })
	h, log := newHandler(t, server.Config{Web: page}, nil)
	for _, c := range []struct {
		name          string
		ask           func() answer
		method, route string
		status        float64
		code          any
	}{
		{"an answer", func() answer { return query(t, h, "{hello}") }, "POST", "/graphql", 200, nil},
		{"a failure", func() answer { return query(t, h, "{") }, "POST", "/graphql", 400, "GRAPHQL_PARSE_FAILED"},
		{
			"a failure answered with 200", func() answer { return post(t, h, "{}", "Accept", plainJSON) },
			"POST", "/graphql", 200, "BAD_USER_INPUT",
		},
		{"a probe", func() answer { return ask(h, http.MethodGet, "/livez", "") }, "GET", "GET /livez", 200, nil},
		{"a page", func() answer { return ask(h, http.MethodGet, "/entity/ent_secret", "") }, "GET", "/", 200, nil},
		{"a refusal", func() answer { return ask(h, http.MethodGet, "/", "", "Host", "evil.example") }, "GET", "", 421, "FORBIDDEN"},
		{"a made-up method", func() answer { return ask(h, "SECRET", "/graphql", "") }, "OTHER", "/graphql", 405, "BAD_USER_INPUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := c.ask()
			all := log.with(t, "request")
			line := all[len(all)-1]
			assert.Equal(t, a.header.Get("X-Request-Id"), line["request_id"])
			assert.Equal(t, c.method, line["method"])
			assert.Equal(t, c.route, line["route"])
			assert.InDelta(t, c.status, line["status"], 0)
			assert.InDelta(t, len(a.body), line["bytes"], 0)
			assert.Equal(t, c.code, line["code"])
			assert.Contains(t, line, "took")
			for key := range line {
				assert.True(t, slices.Contains([]string{
					"time", "level", "msg", "request_id", "method", "route", "status", "bytes", "took", "code",
				}, key), key)
			}
		})
	}
}

func TestNothingAskedIsLogged(t *testing.T) {
	h, log := newHandler(t, server.Config{AllowOrigins: []string{developer}}, map[string]resolver{
		"hello": func(_ context.Context, args map[string]any) (any, error) { return args["name"], nil },
	})
	post(t, h, map[string]any{
		"query": "query Secret($n:String){secret:hello(name:$n)}", "variables": map[string]any{"n": "secret"},
		"operationName": "Secret", "extensions": map[string]any{"secret": "secret"},
	}, "Authorization", "Bearer secret", "Cookie", "secret=1", "User-Agent", "secret", "X-Request-Id", "secret", "Referer", "http://secret/")
	query(t, h, "{secret(")
	query(t, h, "{secret}")
	query(t, h, `{secret:items(first:1000){nodes{id}}}`)
	ask(h, http.MethodGet, "/secret?secret=1", "")
	ask(h, http.MethodGet, "/", "", "Host", "secret.example")
	post(t, h, map[string]any{"query": "{hello}"}, "Origin", "https://secret.example")
	require.Len(t, log.with(t, "request"), 7)
	assert.NotContains(t, log.String(), "ecret")
	assert.NotContains(t, log.String(), "192.0.2.1", "nor who asked")
}

func TestRequestIDs(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	seen := map[string]bool{}
	for range 100 {
		id := post(t, h, map[string]any{"query": "{hello}"}, "X-Request-Id", "from-outside").header.Get("X-Request-Id")
		assert.Len(t, id, 26)
		assert.False(t, seen[id])
		seen[id] = true
	}
}
