package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

// answerFromNeo4j restores the export of the reference case into Neo4j, serves both stores, and compares what they answer to every
// reading example of the API, byte by byte. Only the engine's name is each store's own.
func answerFromNeo4j(t *testing.T, reference string) {
	t.Helper()
	address := neo4jtest.Empty(t)
	restore := exec.Command("redthread", "import", filepath.Join(reference, "export.jsonl"))
	restore.Env = redthreadEnv(t, neo4jEnv(address)...)
	said, err := restore.CombinedOutput()
	require.NoError(t, err, string(said))
	folder := filepath.Join(t.TempDir(), "data")
	require.NoError(t, os.CopyFS(folder, os.DirFS(reference)))

	engine := regexp.MustCompile(`"engine":"[^"]+"`)
	questions := readingExamples(t)
	require.Greater(t, len(questions), 15)
	here := startServer(t, "-data", folder, "-no-seed")
	want := map[string]string{}
	for file, text := range questions {
		want[file] = engine.ReplaceAllString(here.ask(query(t, text)), `"engine":""`)
		assert.NotContains(t, want[file], `"errors"`, file)
	}
	here.stop()
	there := serveNeo4j(t, address, "-no-seed")
	there.awaitSite()
	for file, text := range questions {
		assert.Equal(t, want[file], engine.ReplaceAllString(there.askAgain(query(t, text)), `"engine":""`), file)
	}
	there.stop()
}

// readingExamples are the questions that the API's examples ask without writing anything, by file.
func readingExamples(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../resolvers/examples/*.graphql")
	require.NoError(t, err)
	questions := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		if !strings.Contains("\n"+string(text), "\nmutation") {
			questions[file] = string(text)
		}
	}
	return questions
}

// askAgain asks until there is time for the answer: a database that has just started plans every statement first.
func (c *child) askAgain(request string) string {
	c.t.Helper()
	for start := time.Now(); ; {
		answer := c.ask(request)
		if !strings.Contains(answer, `"code":"TIMEOUT"`) || time.Since(start) > neo4jPatience {
			return answer
		}
	}
}
