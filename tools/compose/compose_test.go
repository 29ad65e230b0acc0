package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const repository = "../.."

func withPassword() map[string]string {
	return map[string]string{"NEO4J_PASSWORD": "for this test"}
}

func TestFilesKeepTheRules(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), repository, withPassword(), &out))
	var found facts
	require.NoError(t, json.Unmarshal(out.Bytes(), &found))
	assert.Equal(t, "neo4j/for this test", found.Services["neo4j"].Env["NEO4J_AUTH"])
	own := found.Services["redthread"]
	assert.Equal(t, "for this test", own.Env["NEO4J_PASSWORD"], "one password for both")
	assert.Equal(t, "neo4j", own.Env["REDTHREAD_STORE"])
	assert.Equal(t, []string{"127.0.0.1:8080:8080"}, own.Ports)
	assert.Equal(t, "0.0.0.0:8080", own.Env["REDTHREAD_ADDR"])
	assert.Equal(t, []string{"8080"}, found.Image.Exposed)
	assert.Equal(t, "neo4j:5.26-community", found.Services["neo4j"].Image)
	assert.Len(t, found.Services, 2)
}

func TestWithoutPasswordNothingStarts(t *testing.T) {
	for name, env := range map[string]map[string]string{"unset": {}, "empty, as in .env.example": {"NEO4J_PASSWORD": ""}} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t.Context(), repository, env)
			require.ErrorContains(t, err,
				"NEO4J_PASSWORD is not set: copy .env.example to .env and choose a password of at least 8 characters there")
		})
	}
}

// TestExampleOfTheEnvironment looks at what is copied: it names what Compose needs and gives no password.
func TestExampleOfTheEnvironment(t *testing.T) {
	example, err := os.ReadFile(filepath.Join(repository, ".env.example"))
	require.NoError(t, err)
	var assignments []string
	for line := range strings.Lines(string(example)) {
		if !strings.HasPrefix(line, "#") {
			assignments = append(assignments, strings.TrimSpace(line))
		}
	}
	assert.Equal(t, []string{"NEO4J_PASSWORD="}, assignments)
}

// TestRulesAreNoticed breaks each rule once.
func TestRulesAreNoticed(t *testing.T) {
	tests := []struct{ file, old, changed, want string }{
		{"docker-compose.yml", "127.0.0.1:7687:7687", "7687:7687", "service neo4j: port :7687:7687 is open to other machines"},
		{"docker-compose.yml", "127.0.0.1:8080:8080", "0.0.0.0:8080:8080", "service redthread: port 0.0.0.0:8080:8080 is open"},
		{"docker-compose.yml", "neo4j:5.26-community", "neo4j:latest", "service neo4j: image neo4j:latest has no version"},
		{"docker-compose.yml", "mem_limit: 2g", "shm_size: 2g", "service neo4j: no limit of memory"},
		{"docker-compose.yml", "read_only: true", "read_only: false", "service redthread: its root can be written"},
		{"docker-compose.yml", "cap_drop: [ALL]", "cap_drop: [NET_RAW]", "service redthread: keeps capabilities"},
		{"docker-compose.yml", "user: \"65532:65532\"", "privileged: true", `service redthread: user "" is not the image's "65532:65532"`},
		{"docker-compose.yml", "user: \"65532:65532\"", "privileged: true", "service redthread: privileged"},
		{"docker-compose.yml", "condition: service_healthy", "condition: service_started", "does not wait until neo4j is healthy"},
		{"docker-compose.yml", "[CMD, /redthread, health]", "[NONE]", "service redthread: health check"},
		{"docker-compose.yml", "    build: .", "    image: redthread:1.0", "service redthread: not built here"},
		{"docker-compose.yml", "\n  redthread:\n", "\n  other:\n", "no service redthread"},
		{"docker-compose.yml", "services:", "servicez:", "servicez"},
		{"Dockerfile", "golang:1.26-bookworm", "golang", "Dockerfile: image golang has no version"},
		{"Dockerfile", "USER 65532:65532", "USER root", `Dockerfile: user "root" is not a number other than root's`},
		{"Dockerfile", "CGO_ENABLED=0 ", "", "Dockerfile: the build is not static and trimmed"},
		{"Dockerfile", `ENTRYPOINT ["/redthread"]`, `ENTRYPOINT /redthread`, `"/redthread" is no list of JSON`},
		{"Dockerfile", `ENTRYPOINT ["/redthread"]`, ``, "Dockerfile: no entry point"},
		{"Dockerfile", "VOLUME", "STOPSIGNAL", "STOPSIGNAL: it is not known here"},
		{"Dockerfile", `CMD ["/redthread", "health"]`, `NONE`, "has no CMD"},
		{"Dockerfile", "REDTHREAD_DATA=/data", "REDTHREAD_DATA=$HOME", "give NAME=value without quotes and variables"},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{"docker-compose.yml", "Dockerfile"} {
				text, err := os.ReadFile(filepath.Join(repository, file))
				require.NoError(t, err)
				if file == test.file {
					require.Equal(t, 1, strings.Count(string(text), test.old), "%q in %s", test.old, file)
					text = []byte(strings.Replace(string(text), test.old, test.changed, 1))
				}
				require.NoError(t, os.WriteFile(filepath.Join(dir, file), text, 0o600))
			}
			require.ErrorContains(t, run(t.Context(), dir, withPassword(), &bytes.Buffer{}), test.want)
		})
	}
}

func TestMissingFiles(t *testing.T) {
	dir := t.TempDir()
	require.ErrorIs(t, run(t.Context(), dir, withPassword(), &bytes.Buffer{}), os.ErrNotExist)
	text, err := os.ReadFile(filepath.Join(repository, "docker-compose.yml"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "docker-compose.yml"), text, 0o600))
	require.ErrorContains(t, run(t.Context(), dir, withPassword(), &bytes.Buffer{}), "Dockerfile")
}

func TestParseDockerfile(t *testing.T) {
	made, err := parseDockerfile("# first\nFROM a:1 AS build\nENV LOST=1\nRUN one && \\\n  two\n\nFROM b:2\nENV A=1 B=2\nENV C=\nCMD [\"x\", \"y\"]\n")
	require.NoError(t, err)
	assert.Equal(t, image{
		Bases: []string{"a:1", "b:2"}, Runs: []string{"one && two"}, Env: map[string]string{"A": "1", "B": "2", "C": ""},
		Command: []string{"x", "y"},
	}, made)
}

func TestEnvironment(t *testing.T) {
	assert.Equal(t, map[string]string{"A": "1=2", "B": ""}, environment([]string{"A=1=2", "B="}))
}
