package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"testing"
)

// Runner runs tests that may call Empty; goleak.VerifyTestMain takes one.
type Runner struct{ tests *testing.M }

// Main is for TestMain: os.Exit(neo4jtest.Main(m).Run()), or goleak.VerifyTestMain(neo4jtest.Main(m)).
func Main(m *testing.M) Runner { return Runner{tests: m} }

// Run runs the tests, ends the servers that they shared, also after failures, and returns the exit code.
func (r Runner) Run() int {
	shared.begin()
	code := r.tests.Run()
	if err := shared.close(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = max(code, 1)
	}
	return code
}
