package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// neo4jCommands are the command lines with which the README goes over to Neo4j, in their order.
func neo4jCommands(t *testing.T) [][]string {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(readme), "\n## In Neo4j, and in containers\n")
	require.True(t, found)
	_, block, found := strings.Cut(section, "```sh\n")
	require.True(t, found)
	block, _, _ = strings.Cut(block, "```")
	var commands [][]string
	for _, line := range regexp.MustCompile(`(?m)^redthread ([^#\n]*)`).FindAllStringSubmatch(block, -1) {
		commands = append(commands, strings.Fields(line[1]))
	}
	require.Greater(t, len(commands), 1)
	return commands
}

// TestReadmeGoesOverToNeo4j runs what the README says, in its order: what was in the folder is then served from an empty database.
func TestReadmeGoesOverToNeo4j(t *testing.T) {
	neo4jtest.Need(t)
	folder := filepath.Join(t.TempDir(), "data")
	redthread(t, "seed", "-data", folder, "testdata/acme/pack.yaml")
	environment := append(neo4jEnv(neo4jtest.Empty(t)), "REDTHREAD_STORE=", "REDTHREAD_DATA="+folder)
	commands := neo4jCommands(t)
	for _, args := range commands[:len(commands)-1] {
		command := exec.CommandContext(t.Context(), "redthread", args...)
		command.Env = redthreadEnv(t, environment...)
		out, err := command.CombinedOutput()
		require.NoError(t, err, "redthread %v: %s", args, out)
	}
	last := commands[len(commands)-1]
	require.Equal(t, "serve", last[0])
	command := exec.Command("redthread", append(last, "-addr", "127.0.0.1:0")...)
	command.Env = redthreadEnv(t, environment...)
	c := launch(t, command, neo4jPatience)
	c.awaitSite()
	assert.Contains(t, c.ask(query(t, `{ entities(first: 1) { nodes { id } } stats { revision } }`)), `"revision":"1"`)
	assert.Contains(t, c.ask(query(t, `{ entity(name: "Acme Tools") { name } }`)), `"name":"Acme Tools"`)
	c.stop()
}
