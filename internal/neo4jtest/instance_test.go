package neo4jtest

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestInstance_IsEndedWhenItsProcessIsKilled(t *testing.T) {
	Need(t)
	folder := t.TempDir()
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), orphanFolder+"="+folder)
	process.Stderr = os.Stderr
	stdin, err := process.StdinPipe()
	require.NoError(t, err)
	defer func() { _ = stdin.Close() }() // Wait has closed it, if all went well
	stdout, err := process.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	uri, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	address := strings.TrimPrefix(strings.TrimSpace(uri), "bolt://")
	require.True(t, answers(t, address))

	require.NoError(t, process.Process.Kill())
	require.Error(t, process.Wait())
	for deadline := time.Now().Add(30 * time.Second); err == nil; time.Sleep(20 * time.Millisecond) {
		require.True(t, time.Now().Before(deadline), "the server outlives its process")
		_, err = script(t.Context(), nil, "status", folder)
	}
	require.ErrorContains(t, err, "not running")
	assert.False(t, answers(t, address))
}

// A process gives up its memory, and with it its command line, before its port.
func TestInstance_RunsUntilItsPortIsFree(t *testing.T) {
	folder := t.TempDir()
	process := exec.Command(os.Args[0], "--home-dir="+folder)
	process.Env = append(os.Environ(), listenerFolder+"="+folder)
	process.Stderr = os.Stderr
	stdout, err := process.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	defer func() { _ = process.Process.Kill() }() // unless the script has
	address, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	address = strings.TrimSpace(address)
	require.True(t, answers(t, address))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "pid"), []byte(strconv.Itoa(process.Process.Pid)), 0o600))

	_, err = script(t.Context(), nil, "kill", folder)
	require.NoError(t, err)
	assert.False(t, answers(t, address))
	require.Error(t, process.Wait())
}

func answers(t *testing.T, address string) bool {
	t.Helper()
	connection, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return false
	}
	require.NoError(t, connection.Close())
	return true
}

func TestInstance_StartFails(t *testing.T) {
	Need(t)
	server := &instance{folder: t.TempDir()}
	require.NoError(t, server.start(t.Context()))
	require.NoError(t, server.end(t.Context(), "stop"))
	cases := map[string]struct {
		spoil  func(t *testing.T)
		want   string
		logins int
	}{
		"at the first refusal of a wrong password": {
			spoil: func(t *testing.T) {
				t.Helper()
				path := filepath.Join(server.folder, "password")
				right := read(t, path)
				require.NoError(t, os.WriteFile(path, []byte("not the password it has"), 0o600))
				t.Cleanup(func() { require.NoError(t, os.WriteFile(path, []byte(right), 0o600)) })
			},
			want:   "refuses the login",
			logins: 1,
		},
		"when its port is taken, with the end of its log": {
			spoil: func(t *testing.T) {
				t.Helper()
				port := strings.TrimSpace(read(t, filepath.Join(server.folder, "port")))
				listener, err := net.Listen("tcp", "127.0.0.1:"+port)
				require.NoError(t, err)
				t.Cleanup(func() { require.NoError(t, listener.Close()) })
			},
			want: "Address already in use",
		},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			test.spoil(t)
			require.ErrorContains(t, server.start(t.Context()), test.want)
			_, err := script(t.Context(), nil, "status", server.folder)
			require.ErrorContains(t, err, "not running")
			logged := read(t, filepath.Join(server.folder, "logs", "console.log"))
			assert.Equal(t, test.logins, strings.Count(logged, "refuses the login"))
		})
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(text)
}

func TestInstance_ScriptNamesWhatIsMissing(t *testing.T) {
	cases := map[string]struct {
		environment map[string]string
		arguments   []string
		want        string
	}{
		"no Java":       {map[string]string{"JAVA_HOME": "/nowhere", "XDG_CACHE_HOME": installedFolder(t)}, []string{"start", t.TempDir()}, "Java 17 is required"},
		"not installed": {map[string]string{"XDG_CACHE_HOME": "/nowhere"}, []string{"start", t.TempDir()}, "make neo4j-install"},
		"not running":   {nil, []string{"status", t.TempDir()}, "not running"},
		"no folder":     {nil, []string{"start"}, "server start FOLDER"},
		"no command":    {nil, []string{"begin", t.TempDir()}, "server start FOLDER"},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			for variable, value := range test.environment {
				t.Setenv(variable, value)
			}
			_, err := script(t.Context(), nil, test.arguments...)
			require.ErrorContains(t, err, test.want)
		})
	}
}

// installedFolder is a cache folder that looks as if the server had been installed.
func installedFolder(t *testing.T) string {
	t.Helper()
	version := regexp.MustCompile(`5\.\d+\.\d+`).FindString(read(t, "../../tools/neo4j/pom.xml"))
	require.NotEmpty(t, version)
	cache := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(cache, "redthread", "neo4j-"+version, "lib"), 0o700))
	return cache
}

func TestInstance_StopAndKillOfWhatDoesNotRun(t *testing.T) {
	for _, command := range []string{"stop", "kill"} {
		_, err := script(t.Context(), nil, command, t.TempDir())
		require.NoError(t, err)
		require.NoError(t, (&instance{folder: t.TempDir()}).end(t.Context(), command))
	}
}

func TestInstance_StopLeavesAnotherProcessAlone(t *testing.T) {
	folder := t.TempDir()
	other := exec.Command("sleep", "600")
	require.NoError(t, other.Start())
	defer func() {
		require.NoError(t, other.Process.Kill())
		require.ErrorContains(t, other.Wait(), "killed")
	}()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "pid"), []byte(strconv.Itoa(other.Process.Pid)), 0o600))
	_, err := script(t.Context(), nil, "kill", folder)
	require.NoError(t, err)
	require.DirExists(t, filepath.Join("/proc", strconv.Itoa(other.Process.Pid)))
}
