package server_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		name, addr string
		allow      []string
		host       string
		status     int
	}{
		{"loopback", "", nil, "127.0.0.1:8080", http.StatusOK},
		{"another loopback address", "", nil, "127.1.2.3", http.StatusOK},
		{"IPv6 loopback", "", nil, "[::1]:8080", http.StatusOK},
		{"IPv6 loopback without port", "", nil, "[::1]", http.StatusOK},
		{"localhost", "", nil, "localhost:3000", http.StatusOK},
		{"localhost in capitals with a dot", "", nil, "LOCALHOST.:8080", http.StatusOK},
		{"below localhost", "", nil, "graph.localhost", http.StatusOK},
		{"a rebound name", "", nil, "evil.example:8080", http.StatusMisdirectedRequest},
		{"a name that ends like localhost", "", nil, "notlocalhost", http.StatusMisdirectedRequest},
		{"a name that begins like loopback", "", nil, "127.0.0.1.evil.example", http.StatusMisdirectedRequest},
		{"no name", "", nil, "", http.StatusMisdirectedRequest},
		{"the host of Addr", "graph.example:80", nil, "Graph.Example", http.StatusOK},
		{"the address of Addr", "192.0.2.7:80", nil, "192.0.2.7:80", http.StatusOK},
		{"every address is no name", "0.0.0.0:80", nil, "0.0.0.0:80", http.StatusMisdirectedRequest},
		{"every IPv6 address is no name", "[::]:80", nil, "[::]:80", http.StatusMisdirectedRequest},
		{"a port alone", ":80", nil, "192.0.2.7", http.StatusMisdirectedRequest},
		{"an allowed name", "", []string{"Graph.example."}, "graph.example:443", http.StatusOK},
		{"an allowed address", "", []string{"2001:db8::1"}, "[2001:db8::1]:443", http.StatusOK},
		{"below an allowed name", "", []string{"graph.example"}, "evil.graph.example", http.StatusMisdirectedRequest},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, _ := newHandler(t, server.Config{Addr: c.addr, AllowHosts: c.allow}, nil)
			a := post(t, h, map[string]any{"query": "{hello}"}, "Host", c.host)
			if c.status == http.StatusOK {
				assert.Equal(t, c.status, a.status, string(a.body))
				return
			}
			a.requireFailure(t, c.status, "FORBIDDEN", "add it to the allowed hosts")
		})
	}
}

func TestHostsOfOtherRoutes(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	for path, status := range map[string]int{
		"/livez": http.StatusOK, "/readyz": http.StatusOK, // probes come under the address of a machine
		"/version": http.StatusMisdirectedRequest, "/": http.StatusMisdirectedRequest,
		"/livez/../graphql": http.StatusMisdirectedRequest, "//livez": http.StatusMisdirectedRequest,
	} {
		assert.Equal(t, status, ask(h, http.MethodGet, path, "", "Host", "10.0.0.3:8080").status, path)
	}
}

func TestUnusableSettings(t *testing.T) {
	for _, c := range []struct {
		name    string
		config  server.Config
		message string
	}{
		{"a host with scheme", server.Config{AllowHosts: []string{"https://graph.example"}}, "AllowHosts"},
		{"a host with port", server.Config{AllowHosts: []string{"graph.example:80"}}, "without scheme, port and path"},
		{"an empty host", server.Config{AllowHosts: []string{""}}, "AllowHosts"},
		{"every host", server.Config{AllowHosts: []string{"*"}}, "AllowHosts"},
		{"an origin without scheme", server.Config{AllowOrigins: []string{"graph.example"}}, "AllowOrigins"},
		{"every origin", server.Config{AllowOrigins: []string{"*"}}, "AllowOrigins"},
		{"an origin with path", server.Config{AllowOrigins: []string{"https://graph.example/"}}, "AllowOrigins"},
		{"an address without port", server.Config{Addr: "127.0.0.1"}, "Addr"},
		{"a negative bound", server.Config{AnswerBytes: -1}, "AnswerBytes is negative"},
		{"a negative time", server.Config{DrainDelay: -1}, "DrainDelay is negative"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.config.Schema = newTiny(t, nil)
			_, err := server.New(c.config)
			require.ErrorIs(t, err, server.ErrConfig)
			assert.ErrorContains(t, err, c.message)
		})
	}
	t.Run("no schema", func(t *testing.T) {
		_, err := server.New(server.Config{})
		require.ErrorIs(t, err, server.ErrConfig)
	})
	t.Run("a negative limit", func(t *testing.T) {
		config := server.Config{Schema: newTiny(t, nil)}
		config.Limits.Cost = -1
		_, err := server.New(config)
		require.ErrorIs(t, err, server.ErrConfig)
		assert.ErrorContains(t, err, "limit Cost is -1")
	})
}
