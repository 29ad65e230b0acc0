package main

import (
	"encoding/json"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// neo4jPatience is how long a test waits for a server of ours whose database starts and stops meanwhile.
const neo4jPatience = 5 * time.Minute

// neo4jEnv are the settings that lead to a database.
func neo4jEnv(a neo4jtest.Address) []string {
	return []string{
		"REDTHREAD_STORE=neo4j", "NEO4J_URI=" + a.URI, "NEO4J_USERNAME=" + a.Username, "NEO4J_PASSWORD=" + a.Password,
		"NEO4J_DATABASE=" + a.Database,
	}
}

// TestNeo4jScripts runs testdata/neo4j, each script on an empty database; one that is called fresh on a server on which no program
// has been before, with the settings that its start printed.
func TestNeo4jScripts(t *testing.T) {
	neo4jtest.Need(t)
	scripts, err := filepath.Glob("testdata/neo4j/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, scripts)
	for _, script := range scripts {
		t.Run(filepath.Base(script), func(t *testing.T) {
			var environment []string
			if strings.Contains(script, "fresh") {
				environment = append(neo4jtest.Start(t).Printed(), "REDTHREAD_STORE=neo4j", "NEO4J_DATABASE=neo4j")
			} else {
				environment = neo4jEnv(neo4jtest.Empty(t))
			}
			testscript.Run(t, testscript.Params{
				Files: []string{script},
				Setup: func(env *testscript.Env) error {
					for _, assignment := range environment {
						name, value, _ := strings.Cut(assignment, "=")
						env.Setenv(name, value)
					}
					return os.CopyFS(filepath.Join(env.WorkDir, "acme"), os.DirFS("testdata/acme"))
				},
				Cmds: map[string]func(*testscript.TestScript, bool, []string){
					"replace": replace, "spoil": spoil, "status": status, "freeport": freePort,
				},
				RequireExplicitExec: true,
				RequireUniqueNames:  true,
			})
		})
	}
}

// serveNeo4j starts a server before a database, and does not wait for anything.
func serveNeo4j(t *testing.T, a neo4jtest.Address, args ...string) *child {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	addr := listener.Addr().String()
	require.NoError(t, listener.Close())
	command := exec.Command("redthread", append([]string{"serve", "-addr", addr}, args...)...)
	command.Env = redthreadEnv(t, neo4jEnv(a)...)
	c := launch(t, command, 2*neo4jPatience)
	c.site = "http://" + addr
	return c
}

// health is what a probe answers; nothing while nobody listens yet.
func (c *child) health() (status int, reason string) {
	c.t.Helper()
	answer, err := http.Get(c.site + "/readyz")
	if err != nil {
		return 0, ""
	}
	defer func() { _ = answer.Body.Close() }()
	var said struct{ Reason string }
	require.NoError(c.t, json.NewDecoder(answer.Body).Decode(&said))
	return answer.StatusCode, said.Reason
}

// awaitReason waits until the probe says why not.
func (c *child) awaitReason(want string) {
	c.t.Helper()
	require.Eventually(c.t, func() bool {
		status, reason := c.health()
		return status == http.StatusServiceUnavailable && strings.Contains(reason, want)
	}, neo4jPatience, 5*time.Millisecond, "%s\n%s", want, &c.err)
}

// reasons are those that the server logged for not being ready.
func (c *child) reasons() []string {
	c.t.Helper()
	var reasons []string
	for line := range strings.Lines(c.err.String()) {
		var entry struct{ Msg, Reason string }
		require.NoError(c.t, json.Unmarshal([]byte(line), &entry), line)
		if entry.Msg == "not ready" {
			reasons = append(reasons, entry.Reason)
		}
	}
	return reasons
}

// warmed is how often the server has logged that its database is warm.
func (c *child) warmed() int { return strings.Count(c.err.String(), `"msg":"warmed"`) }

const (
	askStats = `{ entity(name: "Kaspersky") { id } stats { revision } }`
	seeded   = `{"data":{"entity":{"id":"ent_kaspersky"},"stats":{"revision":"1"}}}`
)

// TestServeBeforeItsDatabase starts the server first, then the database, kills that while the reference case is being loaded, and
// stops it again under the running server. What cut the warming of the database is made good when it is back.
func TestServeBeforeItsDatabase(t *testing.T) {
	database := neo4jtest.Start(t)
	database.Stop(t)
	c := serveNeo4j(t, database.Address(), "-log-level", "debug")
	c.awaitReason("nothing listens at ")
	status, _ := c.get("/livez")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, c.ask(query(t, askStats)), `"code":"STORE_UNAVAILABLE"`)

	database.Restart(t)
	c.awaitReason(errSeeding.Error())
	database.Kill(t)
	database.Restart(t)
	c.awaitSite()
	assert.JSONEq(t, seeded, c.ask(query(t, askStats)), "loaded once")

	database.Stop(t)
	c.awaitReason("")
	_, reason := c.health()
	assert.NotEmpty(t, reason)
	warmed := c.warmed()
	database.Restart(t)
	require.Eventually(t, func() bool { status, _ := c.health(); return status == http.StatusOK }, neo4jPatience, 20*time.Millisecond)
	assert.JSONEq(t, seeded, c.ask(query(t, askStats)))
	require.Eventually(t, func() bool { return c.warmed() > warmed }, neo4jPatience, 20*time.Millisecond)
	c.stop()
	said := c.reasons()
	require.NotEmpty(t, said)
	for i, reason := range said {
		assert.True(t, i == 0 || said[i-1] != reason, "said twice: %s", reason)
	}
	assert.NotContains(t, c.err.String(), database.Address().Password)
}

// TestTwoServersOnOneEmptyDatabase starts both at once: one loads the reference case, and both are ready.
func TestTwoServersOnOneEmptyDatabase(t *testing.T) {
	address := neo4jtest.Empty(t)
	servers := []*child{serveNeo4j(t, address), serveNeo4j(t, address), serveNeo4j(t, address, "-read-only")}
	for _, c := range servers {
		c.awaitSite()
	}
	for _, c := range servers {
		assert.JSONEq(t, seeded, c.ask(query(t, askStats)))
	}
	answer := servers[0].ask(query(t, `mutation { addEntity(input: {
		operationId: "1", by: "me", entity: {kind: COMPANY, caption: "Told to the first"}}) { entity { id } } }`))
	assert.NotContains(t, answer, "errors")
	assert.JSONEq(t, `{"data":{"entity":{"name":"Told to the first"}}}`,
		servers[1].ask(query(t, `{ entity(name: "Told to the first") { name } }`)), "the second sees it at once")
	for _, c := range servers {
		c.stop()
	}
}

// TestServeWithAWrongPassword stays up and says so, once, without the password.
func TestServeWithAWrongPassword(t *testing.T) {
	address := neo4jtest.Start(t).Address()
	right := address.Password
	address.Password = "not the password"
	c := serveNeo4j(t, address)
	c.awaitReason(`does not accept user "neo4j" with the password given`)
	status, _ := c.get("/livez")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, c.ask(query(t, askStats)), `"code":"STORE_UNAVAILABLE"`)
	time.Sleep(2 * longestWait) // some tries later
	c.stop()
	require.Len(t, c.reasons(), 1)
	assert.NotContains(t, c.err.String(), address.Password)

	address.Password = right
	other := serveNeo4j(t, address, "-no-seed")
	other.awaitSite()
	assert.Contains(t, other.ask(query(t, `{ stats { revision } }`)), `"revision":"0"`, "the user was not locked out")
	other.stop()
}
