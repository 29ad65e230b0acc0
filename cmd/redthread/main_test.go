package main

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

var update = flag.Bool("update", false, "write the answers shown in the documents anew")

// TestMain makes the program a command of the scripts: the test binary runs as redthread when it is called so.
func TestMain(m *testing.M) {
	testscript.Main(neo4jtest.Main(m), map[string]func(){"redthread": main})
}

// redthreadEnv is the environment of a child, without the settings of whoever runs the tests.
func redthreadEnv(t *testing.T, more ...string) []string {
	t.Helper()
	return append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "TMPDIR=" + t.TempDir(), "GOCOVERDIR=" + os.Getenv("GOCOVERDIR"),
	}, more...)
}
