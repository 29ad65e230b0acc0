package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/internal/server"
)

// child is a server that runs beside the test.
type child struct {
	t        *testing.T
	command  *exec.Cmd
	out      *bufio.Scanner
	err      said
	site     string   // http://host:port
	announce []string // what it printed until it named all addresses
}

// said is what a child has written so far.
type said struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write takes what the child writes.
func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

// String gives it.
func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// startServer starts redthread serve on a free port and waits until it says where it is.
func startServer(t *testing.T, args ...string) *child {
	t.Helper()
	c := launch(t, exec.Command("redthread", append([]string{"serve", "-addr", "127.0.0.1:0"}, args...)...), patience)
	c.awaitSite()
	return c
}

// launch starts a command that serves, and kills it when it runs longer than is allowed.
func launch(t *testing.T, command *exec.Cmd, allowed time.Duration) *child {
	t.Helper()
	c := &child{t: t, command: command}
	if command.Env == nil {
		command.Env = redthreadEnv(t)
	}
	command.Stderr = &c.err
	out, err := command.StdoutPipe()
	require.NoError(t, err)
	c.out = bufio.NewScanner(out)
	require.NoError(t, command.Start())
	overdue := time.AfterFunc(allowed, func() { _ = command.Process.Kill() })
	t.Cleanup(func() {
		overdue.Stop()
		_ = command.Process.Kill() // it has ended, unless the test failed
		_ = command.Wait()
	})
	return c
}

// awaitSite reads what the server announces, until it is ready and names its addresses.
func (c *child) awaitSite() {
	c.t.Helper()
	for c.out.Scan() {
		c.announce = append(c.announce, c.out.Text())
		if api, ok := strings.CutPrefix(c.out.Text(), "API        "); ok {
			c.site = strings.TrimSuffix(api, "/graphql")
			return
		}
	}
	require.Fail(c.t, "the server did not say where it is", c.err.String())
}

// stop ends the server as a system does, and demands that it ends well.
func (c *child) stop() {
	c.t.Helper()
	require.NoError(c.t, c.command.Process.Signal(syscall.SIGTERM))
	for c.out.Scan() {
		assert.Fail(c.t, "printed after the addresses", c.out.Text())
	}
	assert.NoError(c.t, c.command.Wait(), c.err.String())
}

func (c *child) get(path string) (status int, body string) {
	c.t.Helper()
	answer, err := http.Get(c.site + path)
	require.NoError(c.t, err)
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	require.NoError(c.t, err)
	return answer.StatusCode, string(text)
}

// ask posts a request of GraphQL over HTTP, as it is, and gives the answer.
func (c *child) ask(request string) string {
	c.t.Helper()
	answer, err := http.Post(c.site+"/graphql", "application/json", strings.NewReader(request))
	require.NoError(c.t, err)
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	require.NoError(c.t, err)
	return string(text)
}

func query(t *testing.T, text string) string {
	t.Helper()
	request, err := json.Marshal(map[string]string{"query": text})
	require.NoError(t, err)
	return string(request)
}

func TestServeAnswersUntilItIsStopped(t *testing.T) {
	c := startServer(t, "-data", t.TempDir())
	require.Len(t, c.announce, 4)
	assert.Regexp(t, `^the reference case of Kaspersky: .* on file at revision 1$`, c.announce[0])
	assert.Equal(t, []string{
		"dashboard  " + c.site + "/", "playground " + c.site + "/playground/", "API        " + c.site + "/graphql",
	}, c.announce[1:])
	assert.NotContains(t, c.site, ":0", "the port that was found")

	for _, path := range []string{"/", "/playground/", "/livez", "/readyz", "/version"} {
		status, _ := c.get(path)
		assert.Equal(t, http.StatusOK, status, path)
	}
	_, version := c.get("/version")
	assert.Contains(t, version, `"go":"go1.`)
	assert.JSONEq(t, `{"data":{"entity":{"id":"ent_kaspersky"},"stats":{"revision":"1"}}}`,
		c.ask(query(t, `{ entity(name: "Kaspersky") { id } stats { revision } }`)))
	c.stop()
	assert.Empty(t, c.err.String(), "nothing to warn of")
}

func TestServeReadOnly(t *testing.T) {
	folder := t.TempDir()
	redthread(t, "seed", "-data", folder, "testdata/acme/pack.yaml")
	c := startServer(t, "-data", folder, "-read-only", "-log-level", "info")
	assert.Len(t, c.announce, 3, "what is not empty is not seeded")
	answer := c.ask(query(t, `mutation { addEntity(input: {
		operationId: "1", by: "me", entity: {kind: COMPANY, caption: "New"}}) { entity { id } } }`))
	assert.Contains(t, answer, `"code":"READ_ONLY"`)
	assert.JSONEq(t, `{"data":{"entity":{"name":"Acme Works"}}}`, c.ask(query(t, `{ entity(id: "ent_works") { name } }`)))
	c.stop()
	assert.Contains(t, c.err.String(), `"msg":"listening"`)
	assert.Contains(t, c.err.String(), `"msg":"stopped"`)
	assert.NotContains(t, c.err.String(), "ent_works", "nothing tells what was read")
}

// TestReadyOnlyOnceSeeded asks a server whose store is not seeded yet, and then one whose is.
func TestReadyOnlyOnceSeeded(t *testing.T) {
	store, err := embedded.Open(t.Context(), embedded.InMemory, embedded.Options{})
	require.NoError(t, err)
	ready := newReadiness()
	srv, err := newServer(newService(store), &settings{Addr: "127.0.0.1:0"}, ready, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	probe := func() *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		srv.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		return answer
	}
	assert.Equal(t, http.StatusServiceUnavailable, probe().Code)
	assert.Contains(t, probe().Body.String(), errAsking.Error())
	ready.set(errSeeding)
	assert.Contains(t, probe().Body.String(), errSeeding.Error())
	ready.set(nil)
	assert.Equal(t, http.StatusOK, probe().Code)
	require.NoError(t, store.Close())
	assert.Equal(t, http.StatusServiceUnavailable, probe().Code, "a store that cannot be asked")
}

func TestServeInDevelopmentReadsTheWorkingTree(t *testing.T) {
	serve := func() (*server.Server, error) {
		return newServer(nil, &settings{Addr: "127.0.0.1:0", Dev: true}, newReadiness(), slog.New(slog.DiscardHandler))
	}
	t.Chdir("../..")
	srv, err := serve()
	require.NoError(t, err)
	answer := httptest.NewRecorder()
	srv.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/assets/dashboard.js", nil))
	assert.Equal(t, http.StatusOK, answer.Code)
	t.Chdir(t.TempDir())
	_, err = serve()
	require.ErrorIs(t, err, errUsage)
	assert.ErrorContains(t, err, "-dev: no sources of the pages")
}
