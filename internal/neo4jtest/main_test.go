package neo4jtest

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// orphanFolder makes this test program a process that starts a server on the folder and waits to be killed.
const orphanFolder = "NEO4JTEST_ORPHAN_FOLDER"

func TestMain(m *testing.M) {
	if folder := os.Getenv(orphanFolder); folder != "" {
		fmt.Fprintln(os.Stderr, "not killed:", leaveOrphan(folder))
		os.Exit(1)
	}
	goleak.VerifyTestMain(Main(m))
}

func leaveOrphan(folder string) error {
	server := &instance{folder: folder}
	if err := server.start(context.Background()); err != nil {
		return err
	}
	fmt.Fprintln(os.Stdout, server.address.URI)
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}
