//go:build unix

package main

import (
	"encoding/json"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// containerFiles are the facts of Dockerfile and docker-compose.yml that tools/compose prints.
type containerFiles struct {
	Image struct {
		Runs                             []string
		Env                              map[string]string
		Healthcheck, Entrypoint, Command []string
	}
	Services map[string]struct {
		Entrypoint, Command []string
		Env                 map[string]string
	}
}

func readContainerFiles(t *testing.T, password string) containerFiles {
	t.Helper()
	tool := exec.CommandContext(t.Context(), "go", "-C", "../../tools", "run", "./compose")
	tool.Env = append(os.Environ(), "NEO4J_PASSWORD="+password)
	tool.Stderr = os.Stderr
	printed, err := tool.Output()
	require.NoError(t, err)
	var files containerFiles
	require.NoError(t, json.Unmarshal(printed, &files))
	return files
}

// image is the root folder of a container: the program and an empty data folder, nothing else.
type image struct {
	t    *testing.T
	root string
}

// nobody is the user of the image.
const nobody = 65532

// buildImage runs the build of the Dockerfile.
func buildImage(t *testing.T, files containerFiles) image {
	t.Helper()
	i := image{t: t, root: t.TempDir()}
	for _, run := range files.Image.Runs {
		if strings.Contains(run, "go build") {
			build := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(run, "/out/", i.root+"/"))
			build.Dir = "../.."
			printed, err := build.CombinedOutput()
			require.NoError(t, err, string(printed))
		}
	}
	if i.contained() {
		require.NoError(t, os.Chown(filepath.Join(i.root, "data"), nobody, nobody))
	}
	require.NoError(t, os.Chmod(i.root, 0o555))
	t.Cleanup(func() { assert.NoError(t, os.Chmod(i.root, 0o755)) })
	return i
}

// contained says whether processes can be locked into the root folder, as the image's user. Only root may do that.
func (image) contained() bool { return os.Getuid() == 0 }

// command runs words of the Dockerfile in the image: they name the program by its path there.
func (i image) command(env map[string]string, words ...string) *exec.Cmd {
	i.t.Helper()
	require.NotEmpty(i.t, words)
	command := exec.Command(words[0], words[1:]...)
	command.Dir = "/"
	if i.contained() {
		command.SysProcAttr = &syscall.SysProcAttr{Chroot: i.root, Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	} else {
		command.Path = filepath.Join(i.root, words[0])
	}
	command.Env = []string{}
	for name, value := range env {
		command.Env = append(command.Env, name+"="+strings.Replace(value, "/data", i.data(), 1))
	}
	return command
}

// data is the data folder as the program sees it.
func (i image) data() string {
	if i.contained() {
		return "/data"
	}
	return filepath.Join(i.root, "data")
}

func (i image) files(below string) []string {
	i.t.Helper()
	entries, err := os.ReadDir(filepath.Join(i.root, below))
	require.NoError(i.t, err)
	names := []string{}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// serve starts what the image starts, asks what the image asks of its health, and gives the running server.
func (i image) serve(files containerFiles, command []string, env map[string]string) *child {
	i.t.Helper()
	require.Equal(i.t, "0.0.0.0:8080", env["REDTHREAD_ADDR"])
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	require.NoError(i.t, err)
	env["REDTHREAD_ADDR"] = strings.Replace(listener.Addr().String(), "[::]", "0.0.0.0", 1) // of this machine others have 8080
	require.NoError(i.t, listener.Close())

	c := launch(i.t, i.command(env, command...), neo4jPatience)
	c.awaitSite()
	healthy, err := i.command(env, files.Image.Healthcheck...).CombinedOutput()
	require.NoError(i.t, err, string(healthy))
	assert.Equal(i.t, "ready\n", string(healthy))
	assert.JSONEq(i.t, seeded, c.ask(query(i.t, askStats)))
	return c
}

// TestImageBesideNeo4j is docker compose up without containers: the program as the Dockerfile builds it, with the environment that
// Compose gives it, on a root that it cannot write.
func TestImageBesideNeo4j(t *testing.T) {
	address := neo4jtest.Empty(t)
	files := readContainerFiles(t, address.Password)
	i := buildImage(t, files)
	service := files.Services["redthread"]
	require.Empty(t, append(service.Entrypoint, service.Command...), "those of the image")
	env := maps.Clone(files.Image.Env)
	maps.Copy(env, service.Env)
	require.Equal(t, "bolt://neo4j:7687", env["NEO4J_URI"])
	env["NEO4J_URI"] = address.URI // what the name neo4j leads to

	c := i.serve(files, append(files.Image.Entrypoint, files.Image.Command...), env)
	status, _ := c.get("/")
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, http.StatusMisdirectedRequest, c.under("rebound.example"), "a name that is not this machine's")
	assert.Equal(t, http.StatusOK, c.under("localhost:8080"))
	c.stop()
	assert.Empty(t, c.err.String())
	assert.Equal(t, []string{"data", "redthread"}, i.files("."))
	assert.Empty(t, i.files("data"), "everything is in Neo4j")

	delete(env, "NEO4J_PASSWORD")
	refused, err := i.command(env, append(files.Image.Entrypoint, "check")...).CombinedOutput()
	require.Error(t, err)
	assert.Contains(t, string(refused), "no password for Neo4j")
}

// TestImageAlone is docker run: the store is in the data folder.
func TestImageAlone(t *testing.T) {
	neo4jtest.Need(t) // for the time it takes, and so that tools/ is not needed elsewhere
	files := readContainerFiles(t, "not used")
	i := buildImage(t, files)
	c := i.serve(files, append(files.Image.Entrypoint, files.Image.Command...), maps.Clone(files.Image.Env))
	c.stop()
	assert.Contains(t, i.files("data"), "redthread.db")
	assert.Equal(t, []string{"data", "redthread"}, i.files("."))
}

// under asks for the start page under another name.
func (c *child) under(host string) int {
	c.t.Helper()
	request, err := http.NewRequest(http.MethodGet, c.site+"/", http.NoBody)
	require.NoError(c.t, err)
	request.Host = host
	answer, err := http.DefaultClient.Do(request)
	require.NoError(c.t, err)
	require.NoError(c.t, answer.Body.Close())
	return answer.StatusCode
}
