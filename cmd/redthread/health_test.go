package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHealth(t *testing.T) {
	tests := []struct {
		name   string
		status int
		body   string
		code   int
		out    string
		err    string
	}{
		{"ready", http.StatusOK, `{"status":"ok"}`, exitDone, "ready\n", ""},
		{
			"not ready", http.StatusServiceUnavailable, `{"status":"not ready","reason":"the reference case is being loaded"}`,
			exitFailed, "", "redthread health: not ready: the reference case is being loaded\n",
		},
		{"something else", http.StatusNotFound, "no page", exitFailed, "", "/readyz answers 404 Not Found\n"},
		{"moved", http.StatusFound, "", exitFailed, "", "answers 404"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/readyz" {
					http.NotFound(w, r)
					return
				}
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(test.status)
				_, _ = w.Write([]byte(test.body))
			}))
			t.Cleanup(site.Close)
			w := newWorld()
			assert.Equal(t, test.code, w.main(t.Context(), []string{"health", "-addr", strings.TrimPrefix(site.URL, "http://")}))
			assert.Equal(t, test.out, w.out.String())
			assert.Contains(t, w.err.String(), test.err)
		})
	}
}

func TestHealthWithoutServer(t *testing.T) {
	site := httptest.NewServer(http.NotFoundHandler())
	site.Close()
	w := newWorld()
	assert.Equal(t, exitFailed, w.main(t.Context(), []string{"health", "-addr", strings.TrimPrefix(site.URL, "http://")}))
	assert.Contains(t, w.err.String(), "redthread health: not ready: no answer: ")
}

func TestAskable(t *testing.T) {
	tests := map[string]string{
		"127.0.0.1:8080":  "127.0.0.1:8080",
		"0.0.0.0:8080":    "127.0.0.1:8080",
		":8080":           "127.0.0.1:8080",
		"[::]:8080":       "[::1]:8080",
		"db.example:8080": "db.example:8080",
	}
	for addr, want := range tests {
		got, err := askable(addr)
		require.NoError(t, err, addr)
		assert.Equal(t, want, got)
	}
	for _, addr := range []string{"", "8080", "127.0.0.1:", "127.0.0.1:0"} {
		_, err := askable(addr)
		require.ErrorIs(t, err, errUsage, addr)
	}
}
