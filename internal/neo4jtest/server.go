package neo4jtest

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Server is one test's own, for tests of faults. It is ended when the test ends.
type Server struct{ instance *instance }

// Start starts a server with a new, empty database. It takes some 5 s: a test that needs only an empty database
// takes Empty.
func Start(t testing.TB) *Server {
	t.Helper()
	Need(t)
	s := &Server{instance: &instance{folder: t.TempDir()}}
	t.Cleanup(func() { s.end(t, "kill") })
	s.Restart(t)
	return s
}

// Keep starts a server on what a folder holds, new or not, and stops it in order when the test ends: the folder stays.
func Keep(t testing.TB, folder string) Address {
	t.Helper()
	Need(t)
	s := &Server{instance: &instance{folder: folder}}
	t.Cleanup(func() { s.end(t, "stop") })
	s.Restart(t)
	return s.Address()
}

// Address stays the same over a restart.
func (s *Server) Address() Address { return s.instance.address }

// Printed are the lines that tools/neo4j/server start printed: assignments.
func (s *Server) Printed() []string { return strings.Fields(s.instance.printed) }

// Stop stops the server in order, as SIGTERM does. A stopped server stays stopped.
func (s *Server) Stop(t testing.TB) {
	t.Helper()
	s.end(t, "stop")
}

// Kill ends the server as a crash does, by SIGKILL.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	s.end(t, "kill")
}

// Restart starts the server again on its data, after it is stopped if it runs, and returns when it answers.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	s.end(t, "stop")
	require.NoError(t, s.instance.start(context.WithoutCancel(t.Context())))
}

// end also runs as a cleanup, when the test's context is over.
func (s *Server) end(t testing.TB, command string) {
	t.Helper()
	require.NoError(t, s.instance.end(context.WithoutCancel(t.Context()), command))
}
