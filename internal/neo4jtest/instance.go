package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// instance is a server on a folder of its own, handled by the script tools/neo4j/server. It runs no goroutine.
type instance struct {
	folder  string
	address Address
	leash   *os.File // the server is killed when this end of a pipe is closed, and so when this process dies
}

// start starts the server on what its folder holds, new or not, and fills in its address. It takes up to a minute.
func (i *instance) start(ctx context.Context) error {
	held, leash, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer held.Close()
	printed, err := script(ctx, held, "start", "--with-stdin", i.folder)
	if err != nil {
		return errors.Join(err, leash.Close())
	}
	if i.address, err = parseAddress(printed); err != nil {
		return errors.Join(err, leash.Close())
	}
	i.leash = leash
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

// script runs tools/neo4j/server and returns what it printed. Output goes through files: the server outlives the
// script, and a pipe would be waited for.
func script(ctx context.Context, stdin *os.File, arguments ...string) (string, error) {
	path, err := findScript()
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	output, err := os.CreateTemp("", "redthread-neo4j-*.out")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	defer os.Remove(output.Name())
	defer output.Close()
	command := exec.CommandContext(ctx, path, arguments...) //nolint:gosec // the repository's own script
	command.Stdout, command.Stderr = output, output
	if stdin != nil {
		command.Stdin = stdin
	}
	failure := command.Run()
	printed, err := os.ReadFile(output.Name())
	if failure != nil {
		return "", fmt.Errorf("neo4jtest: server %v: %w\n%s", arguments, failure, printed)
	}
	return string(printed), err
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
