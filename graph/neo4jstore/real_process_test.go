package neo4jstore

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// processSettings makes this test program another process before the same database, which obeys what it reads line by line.
const processSettings = "REDTHREAD_NEO4J_PROCESS"

// settingsOfProcess are what such a process is told at its start.
type settingsOfProcess struct {
	At        neo4jtest.Address
	LoadLease time.Duration
	Spokes    int
}

// runProcess is the other process. It ends with its input.
func runProcess(settings string) int {
	err := obey(settings)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func obey(settings string) error {
	var told settingsOfProcess
	if err := json.Unmarshal([]byte(settings), &told); err != nil {
		return err
	}
	o := optionsOf(told.At)
	o.LoadLease = told.LoadLease
	s, err := Open(o)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }() // the process ends
	p := &process{store: s, world: &turningWorld{spokes: told.Spokes}}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		command, argument, _ := strings.Cut(lines.Text(), " ")
		if err := p.do(context.Background(), command, argument); err != nil {
			return err
		}
	}
	return lines.Err()
}

type process struct {
	store *Store
	world *turningWorld
}

func (p *process) do(ctx context.Context, command, argument string) error {
	switch command {
	case "write":
		return printed(p.store.Update(ctx, realOperation(argument), p.world.plan))
	case "writeOn":
		for n := 1; ; n++ {
			if err := printed(p.store.Update(ctx, realOperation(fmt.Sprint(argument, n)), p.world.plan)); err != nil {
				return err
			}
		}
	case "load":
		r, err := p.store.Snapshot(ctx, 0)
		if err != nil {
			return err
		}
		records := p.world.records(int(r.Stamp().Revision) + 1)
		return printed(p.store.Load(ctx, realOperation(argument), graph.Stamp{}, sequenceOf(records[:len(records)/2])))
	case "read":
		return printed(p.read(ctx))
	default:
		return fmt.Errorf("an unknown command %q", command)
	}
}

// read gives the newest revision, as long as the hub has as many ties as it should.
func (p *process) read(ctx context.Context) (graph.Revision, error) {
	r, err := p.store.Snapshot(ctx, 0)
	if err != nil {
		return 0, err
	}
	lines, err := p.world.expand([]graph.EntityID{realHub})(ctx, r)
	if err != nil {
		return 0, err
	}
	if rev := r.Stamp().Revision; rev > 0 && len(lines) != p.world.spokes+int(rev) {
		return 0, fmt.Errorf("%d ties at revision %d", len(lines), rev)
	}
	return r.Stamp().Revision, r.Close()
}

// printed prints a revision.
func printed(rev graph.Revision, err error) error {
	if err == nil {
		_, err = fmt.Fprintln(os.Stdout, int64(rev))
	}
	return err
}

func sequenceOf(records []graph.Record) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// otherProcess is such a process, seen from the test.
type otherProcess struct {
	t     *testing.T
	run   *exec.Cmd
	in    io.WriteCloser
	lines *bufio.Scanner
	said  strings.Builder // on standard error
}

func startProcess(t *testing.T, o Options, spokes int) *otherProcess {
	t.Helper()
	at := neo4jtest.Address{URI: o.URI, Username: o.Username, Password: o.Password, Database: o.Database}
	settings, err := json.Marshal(settingsOfProcess{at, o.LoadLease, spokes})
	require.NoError(t, err)
	self, err := os.Executable()
	require.NoError(t, err)
	p := &otherProcess{t: t, run: exec.CommandContext(t.Context(), self)}
	p.run.Env = append(os.Environ(), processSettings+"="+string(settings))
	p.run.Stderr = &p.said
	p.in, err = p.run.StdinPipe()
	require.NoError(t, err)
	out, err := p.run.StdoutPipe()
	require.NoError(t, err)
	p.lines = bufio.NewScanner(out)
	require.NoError(t, p.run.Start())
	return p
}

func (p *otherProcess) tell(command string) {
	p.t.Helper()
	_, err := fmt.Fprintln(p.in, command)
	require.NoError(p.t, err)
}

// hear reads the next revision that the process prints; 0 when it has ended.
func (p *otherProcess) hear() graph.Revision {
	p.t.Helper()
	if !p.lines.Scan() {
		return 0
	}
	rev, err := strconv.ParseInt(p.lines.Text(), 10, 64)
	require.NoError(p.t, err)
	return graph.Revision(rev)
}

// ask gives the answer to a command.
func (p *otherProcess) ask(command string) graph.Revision {
	p.t.Helper()
	p.tell(command)
	rev := p.hear()
	if rev == 0 {
		require.NoError(p.t, p.run.Wait())
		require.Fail(p.t, "it ended", p.said.String())
	}
	return rev
}

// kill ends it by SIGKILL, and gives what it had still printed.
func (p *otherProcess) kill() (last []graph.Revision) {
	p.t.Helper()
	require.NoError(p.t, p.run.Process.Kill())
	for rev := p.hear(); rev != 0; rev = p.hear() {
		last = append(last, rev)
	}
	require.Error(p.t, p.run.Wait())
	require.Empty(p.t, p.said.String())
	return last
}

// end lets it end.
func (p *otherProcess) end() {
	p.t.Helper()
	require.NoError(p.t, p.in.Close())
	require.NoError(p.t, p.run.Wait(), p.said.String())
}
