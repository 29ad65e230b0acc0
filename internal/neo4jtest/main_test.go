package neo4jtest

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"testing"

	"go.uber.org/goleak"
)

// Each makes this test program a process of that folder that waits to be killed.
const (
	orphanFolder   = "NEO4JTEST_ORPHAN_FOLDER"   // starts a server
	listenerFolder = "NEO4JTEST_LISTENER_FOLDER" // listens, as a server would, with much memory to give up
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(orphanFolder); folder != "" {
		fmt.Fprintln(os.Stderr, "not killed:", leaveOrphan(folder))
		os.Exit(1)
	}
	if folder := os.Getenv(listenerFolder); folder != "" {
		fmt.Fprintln(os.Stderr, "not killed:", listen())
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

func listen() error {
	memory := make([]byte, 512<<20)
	for page := 0; page < len(memory); page += os.Getpagesize() {
		memory[page] = 1
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stdout, listener.Addr())
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		if err := connection.Close(); err != nil {
			return err
		}
		runtime.KeepAlive(memory)
	}
}
