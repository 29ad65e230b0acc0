package neo4jtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNeed(t *testing.T) {
	cases := map[string]struct {
		value string
		skips bool
	}{
		"unset":     {"", true},
		"1":         {"1", false},
		"any other": {"yes", true},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			t.Setenv("REQUIRE_NEO4J", test.value)
			inner := &skipper{TB: t}
			Need(inner)
			assert.Equal(t, test.skips, inner.reason != "")
			if test.skips {
				assert.Contains(t, inner.reason, "REQUIRE_NEO4J=1 make test")
			}
		})
	}
}

// skipper keeps the reason of a skip instead of skipping.
type skipper struct {
	testing.TB
	reason string
}

func (s *skipper) Helper() {}

func (s *skipper) Skip(words ...any) { s.reason, _ = words[0].(string) }

func TestParseAddress(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a folder")
	require.NoError(t, os.Mkdir(folder, 0o700))
	file := filepath.Join(folder, "password")
	require.NoError(t, os.WriteFile(file, []byte("a=b"), 0o600))
	const server = "NEO4J_URI=bolt://127.0.0.1:20001\nNEO4J_USERNAME=neo4j\n"
	got, err := parseAddress(server + "NEO4J_PASSWORD_FILE=" + strings.ReplaceAll(file, " ", `\ `) + "\n")
	require.NoError(t, err)
	assert.Equal(t, Address{URI: "bolt://127.0.0.1:20001", Username: "neo4j", Password: "a=b", Database: "neo4j"}, got)
	for _, printed := range []string{"", server, "neo4j: something else"} {
		_, err := parseAddress(printed)
		require.ErrorContains(t, err, "printed no")
	}
	_, err = parseAddress(server + "NEO4J_PASSWORD_FILE=" + folder + "/none\n")
	require.ErrorContains(t, err, "NEO4J_PASSWORD_FILE: ")
}
