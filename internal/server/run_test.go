package server_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

// serving is a server that listens on a port of its own.
type serving struct {
	*server.Server

	address string
	client  *http.Client
	stop    context.CancelFunc
	ended   chan error
}

func serve(t *testing.T, config server.Config, roots map[string]resolver) *serving {
	t.Helper()
	config.Schema = newTiny(t, roots)
	s, err := server.New(config)
	require.NoError(t, err)
	var listening net.ListenConfig
	listener, err := listening.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	running := &serving{Server: s, address: listener.Addr().String(), client: &http.Client{Transport: &http.Transport{}}, stop: stop, ended: make(chan error, 1)}
	go func() { running.ended <- s.Serve(ctx, listener) }()
	t.Cleanup(stop)
	t.Cleanup(running.client.CloseIdleConnections)
	return running
}

func (s *serving) hello() (int, string, error) {
	response, err := s.client.Post("http://"+s.address+"/graphql", plainJSON, strings.NewReader(`{"query":"{hello}"}`))
	if err != nil {
		return 0, "", err
	}
	body, err := io.ReadAll(response.Body)
	return response.StatusCode, string(body), errors.Join(err, response.Body.Close())
}

// blocking answers hello once it is released, or fails when the request is cut off.
func blocking(entered chan<- struct{}, release <-chan struct{}) map[string]resolver {
	return map[string]resolver{"hello": func(ctx context.Context, _ map[string]any) (any, error) {
		entered <- struct{}{}
		select {
		case <-release:
			return "world", nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}}
}

func TestServeAnswers(t *testing.T) {
	s := serve(t, server.Config{}, nil)
	status, body, err := s.hello()
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, status)
	assert.JSONEq(t, `{"data":{"hello":"world"}}`, body)
	s.stop()
	require.NoError(t, <-s.ended)
	_, _, err = s.hello()
	assert.Error(t, err, "nobody listens any more")
}

func TestDrainLetsRequestsEnd(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	s := serve(t, server.Config{}, blocking(entered, release))
	type result struct {
		body string
		err  error
	}
	answered := make(chan result, 1)
	go func() {
		_, body, err := s.hello()
		answered <- result{body, err}
	}()
	<-entered
	require.Equal(t, http.StatusOK, ask(s.Handler(), http.MethodGet, "/readyz", "").status)

	s.stop()
	require.Eventually(t, func() bool {
		return ask(s.Handler(), http.MethodGet, "/readyz", "").status == http.StatusServiceUnavailable
	}, 5*time.Second, time.Millisecond, "not ready while it drains")
	assert.Contains(t, string(ask(s.Handler(), http.MethodGet, "/readyz", "").body), "the server is stopping")
	assert.Equal(t, http.StatusOK, ask(s.Handler(), http.MethodGet, "/livez", "").status)
	assert.Empty(t, s.ended, "it waits for the request")

	close(release)
	got := <-answered
	require.NoError(t, got.err)
	assert.JSONEq(t, `{"data":{"hello":"world"}}`, got.body)
	require.NoError(t, <-s.ended)
}

func TestDrainDelayKeepsAnswering(t *testing.T) {
	s := serve(t, server.Config{DrainDelay: time.Second}, nil)
	_, _, err := s.hello()
	require.NoError(t, err)
	s.stop()
	require.Eventually(t, func() bool {
		response, err := s.client.Get("http://" + s.address + "/readyz")
		if err != nil {
			return false
		}
		return response.Body.Close() == nil && response.StatusCode == http.StatusServiceUnavailable
	}, 5*time.Second, time.Millisecond, "a new connection learns that it is not ready")
	require.NoError(t, <-s.ended)
}

func TestDrainCutsOffWhatDoesNotEnd(t *testing.T) {
	entered := make(chan struct{})
	s := serve(t, server.Config{DrainTimeout: 10 * time.Millisecond}, blocking(entered, nil))
	answered := make(chan error, 1)
	go func() {
		_, _, err := s.hello()
		answered <- err
	}()
	<-entered
	s.stop()
	err := <-s.ended
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.ErrorContains(t, err, "requests were still running after 10ms")
	assert.Error(t, <-answered)
}

func TestClientGone(t *testing.T) {
	h, log := newHandler(t, server.Config{}, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://localhost/graphql", strings.NewReader(`{"query":"{hello}"}`))
	require.NoError(t, err)
	r.Header.Set("Content-Type", plainJSON)
	h.ServeHTTP(&discard{header: http.Header{}}, r)
	require.Len(t, log.with(t, "request"), 1)
	assert.InDelta(t, 499, log.with(t, "request")[0]["status"], 0)
}

// discard is the writer of a connection that is gone.
type discard struct{ header http.Header }

func (d *discard) Header() http.Header       { return d.header }
func (d *discard) Write([]byte) (int, error) { return 0, net.ErrClosed }
func (d *discard) WriteHeader(int)           {}

func TestWritingToAClientThatIsGone(t *testing.T) {
	h, log := newHandler(t, server.Config{}, nil)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost/graphql", strings.NewReader(`{"query":"{hello}"}`))
	require.NoError(t, err)
	r.Header.Set("Content-Type", plainJSON)
	h.ServeHTTP(&discard{header: http.Header{}}, r)
	assert.Empty(t, log.with(t, "panic"))
	assert.InDelta(t, 0, log.with(t, "request")[0]["bytes"], 0)
}

func TestBodyThatBreaksOff(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	broken := io.MultiReader(strings.NewReader(`{"query":`), &brokenReader{})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost/graphql", broken)
	require.NoError(t, err)
	r.Header.Set("Content-Type", plainJSON)
	w := &recorded{discard: discard{header: http.Header{}}}
	h.ServeHTTP(w, r)
	assert.Equal(t, http.StatusBadRequest, w.status)
}

type brokenReader struct{}

func (*brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// recorded remembers the status.
type recorded struct {
	discard

	status int
}

func (r *recorded) WriteHeader(status int) { r.status = status }

func TestRun(t *testing.T) {
	t.Run("an address in use", func(t *testing.T) {
		s := serve(t, server.Config{}, nil)
		second, err := server.New(server.Config{Schema: newTiny(t, nil), Addr: s.address})
		require.NoError(t, err)
		err = second.Run(t.Context())
		require.ErrorIs(t, err, server.ErrAddressInUse)
		require.ErrorContains(t, err, s.address)
		s.stop()
		require.NoError(t, <-s.ended)
	})
	t.Run("an address that is not ours", func(t *testing.T) {
		s, err := server.New(server.Config{Schema: newTiny(t, nil), Addr: "192.0.2.1:80"})
		require.NoError(t, err)
		require.ErrorContains(t, s.Run(t.Context()), "listen on 192.0.2.1:80")
	})
	t.Run("stopped at once", func(t *testing.T) {
		s, err := server.New(server.Config{Schema: newTiny(t, nil), Addr: "127.0.0.1:0"})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		require.NoError(t, s.Run(ctx))
	})
	t.Run("a listener that fails", func(t *testing.T) {
		s, err := server.New(server.Config{Schema: newTiny(t, nil)})
		require.NoError(t, err)
		var config net.ListenConfig
		listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
		require.NoError(t, err)
		require.NoError(t, listener.Close())
		require.ErrorIs(t, s.Serve(t.Context(), listener), net.ErrClosed)
	})
}
