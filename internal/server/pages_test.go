package server_test

import (
	"net/http"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

const strictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"

func TestSecurityHeaders(t *testing.T) {
	web := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/playground/" {
			w.Header().Set("Content-Security-Policy", "the playground's own")
		}
		w.Header().Set("ETag", `"1"`)
	})
	h, _ := newHandler(t, server.Config{Web: web}, nil)
	for name, a := range map[string]answer{
		"a page":    ask(h, http.MethodGet, "/", ""),
		"a probe":   ask(h, http.MethodGet, "/livez", ""),
		"an answer": query(t, h, "{hello}"),
		"a failure": query(t, h, "{"),
		"a refusal": ask(h, http.MethodGet, "/", "", "Host", "evil.example"),
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, strictPolicy, a.header.Get("Content-Security-Policy"))
			assert.Equal(t, "same-origin", a.header.Get("Cross-Origin-Opener-Policy"))
			assert.Equal(t, "same-origin", a.header.Get("Cross-Origin-Resource-Policy"))
			assert.Equal(t, "no-referrer", a.header.Get("Referrer-Policy"))
			assert.Equal(t, "nosniff", a.header.Get("X-Content-Type-Options"))
			assert.Equal(t, "DENY", a.header.Get("X-Frame-Options"))
			assert.NotEmpty(t, a.header.Get("Permissions-Policy"))
		})
	}
	playground := ask(h, http.MethodGet, "/playground/", "")
	assert.Equal(t, "the playground's own", playground.header.Get("Content-Security-Policy"), "a page may replace its policy")
	assert.Equal(t, `"1"`, playground.header.Get("ETag"))
	assert.Empty(t, playground.header.Get("Cache-Control"), "how long pages are kept is the pages' affair")
}

func TestWithoutPages(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	for _, path := range []string{"/", "/playground/", "/graphql/", "/metrics"} {
		ask(h, http.MethodGet, path, "").requireFailure(t, http.StatusNotFound, "NOT_FOUND", "POST to /graphql")
	}
}

func TestVersion(t *testing.T) {
	h, _ := newHandler(t, server.Config{Version: server.Version{Version: "v1.2.3", Commit: "abc", Go: runtime.Version()}}, nil)
	a := ask(h, http.MethodGet, "/version", "")
	require.Equal(t, http.StatusOK, a.status)
	assert.Equal(t, "application/json; charset=utf-8", a.header.Get("Content-Type"))
	assert.JSONEq(t, `{"version":"v1.2.3","commit":"abc","go":"`+runtime.Version()+`"}`, string(a.body))
}
