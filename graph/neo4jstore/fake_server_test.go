package neo4jstore

import (
	"maps"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// fakeServer answers each statement with one record that holds 1, and keeps what it was asked and how often a write was kept.
type fakeServer struct {
	*fakebolt.Server

	mu    sync.Mutex
	asked []fakebolt.Statement
	kept  int
}

const writingText = "CREATE (:Thing)"

func startFake(t *testing.T, o fakebolt.Options) *fakeServer {
	t.Helper()
	f := &fakeServer{}
	if o.Handler == nil {
		o.Handler = f.answer
	}
	o.Handler = asWritten(o.Handler)
	server, err := fakebolt.Start(o)
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	f.Server = server
	return f
}

// asWritten hands statements to a handler as they stand in the program, before wordings.
func asWritten(handle func(fakebolt.Statement) (fakebolt.Result, error)) func(fakebolt.Statement) (fakebolt.Result, error) {
	return func(s fakebolt.Statement) (fakebolt.Result, error) {
		gathered, _ := s.Params[given].(map[string]any)
		params := maps.Clone(s.Params)
		delete(params, given)
		maps.Copy(params, gathered)
		s.Text, s.Params = strings.ReplaceAll(s.Text, "$"+given+".", "$"), params
		return handle(s)
	}
}

func (f *fakeServer) answer(s fakebolt.Statement) (fakebolt.Result, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, s)
	found := fakebolt.Result{Fields: []string{"n"}, Records: [][]any{{1}}}
	if s.Text == writingText {
		found.Commit = func() error {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.kept++
			return nil
		}
	}
	return found, nil
}

func (f *fakeServer) statements() []fakebolt.Statement {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]fakebolt.Statement{}, f.asked...)
}

func (f *fakeServer) writes() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.kept
}

// reach makes a connection with a server.
func (f *fakeServer) reach(t *testing.T, o Options) *connection {
	t.Helper()
	o.URI = "bolt://" + f.Address()
	return reach(t, o)
}

func reach(t *testing.T, o Options) *connection {
	t.Helper()
	c, err := connect(o.withDefaults())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.close()) })
	return c
}
