package server_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

const developer = "http://localhost:5173"

func TestCrossOriginRequests(t *testing.T) {
	for _, c := range []struct {
		name    string
		allow   []string
		headers []string
		allowed bool
	}{
		{"no browser", nil, nil, true},
		{"our own page", nil, []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:8080"}, true},
		{"our own page in an old browser", nil, []string{"Origin", "http://127.0.0.1:8080"}, true},
		{"a page elsewhere", nil, []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, false},
		{"a page of the same site", nil, []string{"Sec-Fetch-Site", "same-site", "Origin", "http://127.0.0.1:9999"}, false},
		{"a page elsewhere in an old browser", nil, []string{"Origin", "https://evil.example"}, false},
		{"a page of no origin", nil, []string{"Origin", "null"}, false},
		{"an allowed page", []string{developer}, []string{"Sec-Fetch-Site", "cross-site", "Origin", developer}, true},
		{"another page beside an allowed one", []string{developer}, []string{"Sec-Fetch-Site", "cross-site", "Origin", "http://localhost:5174"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, _ := newHandler(t, server.Config{AllowOrigins: c.allow}, nil)
			a := post(t, h, map[string]any{"query": "{hello}"}, c.headers...)
			if !c.allowed {
				a.requireFailure(t, http.StatusForbidden, "FORBIDDEN", "add the origin to the allowed origins")
				assert.Empty(t, a.header.Get("Access-Control-Allow-Origin"))
				return
			}
			assert.Equal(t, http.StatusOK, a.status)
			readable := ""
			if c.allow != nil {
				readable = developer
				assert.Equal(t, "Origin", a.header.Get("Vary"))
			}
			assert.Equal(t, readable, a.header.Get("Access-Control-Allow-Origin"))
		})
	}
}

func TestPreflight(t *testing.T) {
	preflight := func(h http.Handler, origin string) answer {
		return ask(h, http.MethodOptions, "/graphql", "", "Origin", origin,
			"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
	}
	h, _ := newHandler(t, server.Config{AllowOrigins: []string{developer}}, nil)

	a := preflight(h, developer)
	require.Equal(t, http.StatusNoContent, a.status)
	assert.Equal(t, developer, a.header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "GET, POST", a.header.Get("Access-Control-Allow-Methods"))
	assert.Equal(t, "Content-Type", a.header.Get("Access-Control-Allow-Headers"))
	assert.Empty(t, a.header.Get("Access-Control-Allow-Credentials"))

	a = preflight(h, "https://evil.example")
	assert.Equal(t, http.StatusMethodNotAllowed, a.status)
	assert.Empty(t, a.header.Get("Access-Control-Allow-Origin"))
	assert.Empty(t, a.header.Get("Access-Control-Allow-Methods"))
}
