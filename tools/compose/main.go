// Command compose holds docker-compose.yml and Dockerfile to what docs/operations.md says of them, without a container engine: it
// resolves the file as Compose does, with the variables of its own environment, and prints the facts as JSON. The values of the
// services' environment are among them, so do not give it a password that matters.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir := flag.String("dir", "..", "folder of docker-compose.yml and Dockerfile")
	flag.Parse()
	if err := run(context.Background(), *dir, environment(os.Environ()), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "compose:", err)
		os.Exit(1)
	}
}

// run prints the facts, and fails with every rule that they break.
func run(ctx context.Context, dir string, env map[string]string, out io.Writer) error {
	found, err := read(ctx, dir, env)
	if err != nil {
		return err
	}
	indented := json.NewEncoder(out)
	indented.SetIndent("", "  ")
	return errors.Join(indented.Encode(found), found.check())
}

// read gives the facts of a folder's two files.
func read(ctx context.Context, dir string, env map[string]string) (facts, error) {
	services, err := readCompose(ctx, filepath.Join(dir, "docker-compose.yml"), env)
	if err != nil {
		return facts{}, err
	}
	text, err := fs.ReadFile(os.DirFS(dir), "Dockerfile")
	if err != nil {
		return facts{}, err
	}
	made, err := parseDockerfile(string(text))
	if err != nil {
		return facts{}, fmt.Errorf("read Dockerfile: %w", err)
	}
	return facts{Image: made, Services: services}, nil
}

func environment(assignments []string) map[string]string {
	env := make(map[string]string, len(assignments))
	for _, a := range assignments {
		name, value, _ := strings.Cut(a, "=")
		env[name] = value
	}
	return env
}
