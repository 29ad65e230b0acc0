package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// instance is a server on a folder of its own, handled by the script tools/neo4j/server. It runs no goroutine.
type instance struct {
	folder  string
	address Address
	printed string   // by the start
	leash   *os.File // the server is killed when this end of a pipe is closed, and so when this process dies
}

// start starts the server on what its folder holds, new or not, and fills in its address. It takes some 5 s, on a busy machine up to two minutes.
func (i *instance) start(ctx context.Context) error {
	held, leash, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	printed, err := script(ctx, held, "start", "--with-stdin", i.folder)
	if err = errors.Join(err, held.Close()); err != nil {
		return errors.Join(err, leash.Close())
	}
	if i.address, err = parseAddress(printed); err != nil {
		return errors.Join(err, leash.Close())
	}
	i.printed, i.leash = printed, leash
	return nil
}

// end runs the script's stop or kill, and returns once the server is gone. A server that does not run is left alone.
func (i *instance) end(ctx context.Context, command string) error {
	if i.leash == nil {
		return nil
	}
	_, err := script(ctx, nil, command, i.folder)
	err = errors.Join(err, i.leash.Close())
	i.leash = nil
	return err
}

// script runs tools/neo4j/server and returns what it printed. Output goes through a file: no goroutine copies it.
func script(ctx context.Context, stdin io.Reader, arguments ...string) (printed string, err error) {
	path, err := findScript()
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	output, err := os.CreateTemp("", "redthread-neo4j-*.out")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { err = errors.Join(err, output.Close(), os.Remove(output.Name())) }()
	command := exec.CommandContext(ctx, path, arguments...) //nolint:gosec // the script of this repository
	command.Stdin, command.Stdout, command.Stderr = stdin, output, output
	failure := command.Run()
	text, err := os.ReadFile(output.Name())
	if failure != nil {
		err = fmt.Errorf("neo4jtest: server %v: %w\n%s", arguments, failure, text)
	}
	return string(text), err
}

// findScript looks for the script in the module that the tests run in.
func findScript() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	for ; ; folder = filepath.Dir(folder) {
		path := filepath.Join(folder, "tools", "neo4j", "server")
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		if folder == filepath.Dir(folder) {
			return "", errors.New("neo4jtest: no tools/neo4j/server above the working folder")
		}
	}
}
