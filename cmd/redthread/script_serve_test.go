package main

import (
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// patience is how long a test waits for a child that does what it should.
const patience = 30 * time.Second

// freePort sets a variable to a port on which nobody listens: freeport NAME.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: freeport NAME")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], strconv.Itoa(listener.Addr().(*net.TCPAddr).Port))
	ts.Check(listener.Close())
}

// ready waits until a server says that it is ready: ready PORT.
func ready(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: ready PORT")
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		answer, err := http.Get("http://127.0.0.1:" + args[0] + "/readyz")
		if err != nil {
			continue
		}
		ts.Check(answer.Body.Close())
		if answer.StatusCode == http.StatusOK {
			return
		}
	}
	ts.Fatalf("no server was ready on port %s within %s", args[0], patience)
}
