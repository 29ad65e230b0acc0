package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// world is a program whose output is kept.
type world struct {
	*program
	out, err bytes.Buffer
}

func newWorld() *world {
	w := &world{}
	w.program = &program{in: &bytes.Buffer{}, out: &w.out, err: &w.err, getenv: func(string) string { return "" }}
	return w
}

func TestInterruptedCommandSaysSo(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := newWorld()
	assert.Equal(t, exitFailed, w.main(ctx, []string{"seed", "-data", folder}))
	assert.Equal(t, "redthread seed: interrupted; nothing half done is kept\n", w.err.String())
	assert.Empty(t, w.out.String())

	after := newWorld()
	assert.Equal(t, exitFailed, after.main(t.Context(), []string{"check", "-data", folder}))
	assert.Contains(t, after.err.String(), "no store is there")
}

func TestExit(t *testing.T) {
	tests := []struct {
		name string
		err  error
		code int
		want string
	}{
		{"no error", nil, exitDone, ""},
		{"failure", errors.New("it failed"), exitFailed, "redthread check: it failed\n"},
		{"failure that names the command", errors.New("check: it failed"), exitFailed, "redthread check: it failed\n"},
		{
			"wrong command line", fmt.Errorf("%w: -x", errUsage), exitUsage,
			"redthread check: usage: -x\nredthread check -h shows its flags and examples.\n",
		},
		{
			"interruption", fmt.Errorf("check: %w", context.Canceled), exitFailed,
			"redthread check: interrupted; nothing half done is kept\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld()
			assert.Equal(t, test.code, w.exit("check", test.err))
			assert.Equal(t, test.want, w.err.String())
			assert.Empty(t, w.out.String())
		})
	}
}

func TestWant(t *testing.T) {
	require.NoError(t, want(nil, 0, "no argument"))
	require.NoError(t, want([]string{"a", "b"}, 2, "two"))
	err := want([]string{"a"}, 2, "two files")
	require.ErrorIs(t, err, errUsage)
	assert.EqualError(t, err, "usage: want two files, got 1 argument; flags come first")
}

func TestPlural(t *testing.T) {
	assert.Equal(t, "0 entities", plural(0, "entity", "entities"))
	assert.Equal(t, "1 entity", plural(1, "entity", "entities"))
	assert.Equal(t, "2 entities", plural(2, "entity", "entities"))
}

func TestProgress(t *testing.T) {
	w := newWorld()
	silent := w.progress("checking")
	silent.step(1, 2)
	silent.end()
	assert.Empty(t, w.err.String(), "no terminal")

	g := &progress{p: w.program, what: "checking", on: true}
	g.step(1, 4)
	assert.Equal(t, "\rchecking: 1 of 4 (25 %) ", w.err.String())
	g.shown = g.shown.Add(-1e9)
	g.step(7, 0)
	assert.Equal(t, "\rchecking: 1 of 4 (25 %) \rchecking: 7 ", w.err.String(), "no end is known")
	w.err.Reset()
	g.end()
	assert.Equal(t, "\r\x1b[K", w.err.String())
}

func TestTerminal(t *testing.T) {
	w := newWorld()
	assert.False(t, w.terminal(), "a buffer")

	file, err := os.Create(filepath.Join(t.TempDir(), "messages"))
	require.NoError(t, err)
	w.program.err = file
	assert.False(t, w.terminal(), "a file")
	require.NoError(t, file.Close())
	assert.False(t, w.terminal(), "a closed file")

	read, write, err := os.Pipe()
	require.NoError(t, err)
	w.program.err = write
	assert.False(t, w.terminal(), "a pipe")
	require.NoError(t, errors.Join(read.Close(), write.Close()))

	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	require.NoError(t, err)
	w.program.err = device
	assert.True(t, w.terminal(), "a device")
	require.NoError(t, device.Close())
}

func TestReachable(t *testing.T) {
	tests := map[string]net.Addr{
		"127.0.0.1:8080": &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080},
		"192.0.2.7:80":   &net.TCPAddr{IP: net.IPv4(192, 0, 2, 7), Port: 80},
		"[::1]:8080":     &net.TCPAddr{IP: net.IPv6loopback, Port: 8080},
		"localhost:8080": &net.TCPAddr{IP: net.IPv6unspecified, Port: 8080},
		"localhost:9000": &net.TCPAddr{IP: net.IPv4zero, Port: 9000},
		"/run/redthread": &net.UnixAddr{Name: "/run/redthread"},
	}
	for want, addr := range tests {
		assert.Equal(t, want, reachable(addr))
	}
}

func TestDaysInWords(t *testing.T) {
	first, last := graph.Day(14610), graph.Day(20000) // 2010-01-01 and 2024-10-04
	tests := map[string]graph.DayRange{
		"any day":                       {From: graph.MinDay, To: graph.MaxDay},
		"until 2024-10-04":              {From: graph.MinDay, To: last},
		"from 2010-01-01 on":            {From: first, To: graph.MaxDay},
		"from 2010-01-01 to 2024-10-04": {From: first, To: last},
	}
	for want, days := range tests {
		assert.Equal(t, want, daysInWords(days))
	}
	on := graph.DayRange{From: first, To: graph.MaxDay}
	assert.Equal(t, "days in common: from 2010-01-01 on", coexistence(&graph.Path{Coexist: graph.Coexist, Overlap: &on}))
	assert.Equal(t, "possible days in common: from 2010-01-01 on", coexistence(&graph.Path{Coexist: graph.MayCoexist, Overlap: &on}))
	assert.Equal(t, "no day in common", coexistence(&graph.Path{Coexist: graph.CannotCoexist}))
}

func TestPrintExcluded(t *testing.T) {
	hub := &graph.EntityRow{State: graph.EntityState{Name: "The State", Degree: 1200}}
	tests := []struct {
		name   string
		result graph.PathResult
		left   graph.PathsExcluded
		want   string
	}{
		{"a path, nothing left out", graph.PathResult{Paths: []*graph.Path{{}}}, graph.PathsExcluded{}, ""},
		{"nothing at all", graph.PathResult{}, graph.PathsExcluded{Alleged: &graph.PathCount{}}, "no path with these filters\n"},
		{
			"left out",
			graph.PathResult{},
			graph.PathsExcluded{
				Alleged:       &graph.PathCount{Count: 25, AtLeast: true},
				NotCoexisting: &graph.PathCount{Count: 1},
			},
			"no path with these filters\nleft out: at least 25 paths with alleged hops; -alleged admits them\n" +
				"left out: 1 path whose hops have no day in common; -any-days admits them\n",
		},
		{
			"hubs and cuts",
			graph.PathResult{
				Paths: []*graph.Path{{}}, Hubs: []*graph.EntityRow{hub}, Cut: &graph.Cut{Reason: "EDGES_READ", Limit: 200000},
			},
			graph.PathsExcluded{},
			"not passed through: The State, which has 1200 ties\nthe search was cut: EDGES_READ of 200000\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld()
			w.printExcluded(&test.result, &test.left)
			assert.Equal(t, test.want, w.out.String())
		})
	}
}
