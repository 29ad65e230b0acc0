// Command redthread serves a knowledge graph of corporate entities and their ties, and looks after its store.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv}
	code := p.main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
