package neo4jtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLeftOut runs tools/test, which make test is, before a go of our own.
func TestLeftOut(t *testing.T) {
	t.Parallel()
	const (
		neo4j   = "left out: tests on a Neo4j server; to include them: make neo4j-install && REQUIRE_NEO4J=1 make test\n"
		browser = "left out: tests in a browser; to include them install Chromium: apt-get install chromium\n"
	)
	for name, test := range map[string]struct {
		programs    []string
		environment string
		arguments   []string
		printed     string
	}{
		"with nothing but Go":    {nil, "REQUIRE_NEO4J=", nil, "test ./...\n" + neo4j + browser},
		"with a browser":         {[]string{"google-chrome"}, "REQUIRE_NEO4J=0", nil, "test ./...\n" + neo4j},
		"with Neo4j":             {nil, "REQUIRE_NEO4J=1", nil, "test ./...\n" + browser},
		"with all":               {[]string{"chromium"}, "REQUIRE_NEO4J=1", nil, "test ./...\n"},
		"with arguments of ours": {[]string{"chromium"}, "REQUIRE_NEO4J=1", []string{"-race", "./graph/..."}, "test -race ./graph/...\n"},
	} {
		for _, passes := range []bool{true, false} {
			end := map[bool]string{true: "exit 0\n", false: "exit 3\n"}[passes]
			folder := t.TempDir()
			for _, program := range append([]string{"go"}, test.programs...) {
				text := "#!/bin/sh\necho \"$@\"\n" + end
				require.NoError(t, os.WriteFile(filepath.Join(folder, program), []byte(text), 0o700))
			}
			bash, err := exec.LookPath("bash")
			require.NoError(t, err)
			run := exec.CommandContext(t.Context(), bash, append([]string{"../../tools/test"}, test.arguments...)...)
			run.Env = []string{"PATH=" + folder, test.environment}
			printed, err := run.CombinedOutput()
			assert.Equal(t, test.printed, string(printed), name)
			assert.Equal(t, passes, err == nil, "%s: it fails when a test does", name)
		}
	}
}
