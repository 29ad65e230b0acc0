package neo4jtest

import (
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
				assert.Contains(t, inner.reason, "REQUIRE_NEO4J=1 go test ./...")
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
	got, err := parseAddress("NEO4J_URI=bolt://127.0.0.1:20001\nNEO4J_USERNAME=neo4j\nNEO4J_PASSWORD=a=b\nNEO4J_PASSWORD_FILE=/x\n")
	require.NoError(t, err)
	assert.Equal(t, Address{URI: "bolt://127.0.0.1:20001", Username: "neo4j", Password: "a=b", Database: "neo4j"}, got)
	for _, printed := range []string{"", "NEO4J_URI=bolt://127.0.0.1:20001\nNEO4J_USERNAME=neo4j\n", "neo4j: something else"} {
		_, err := parseAddress(printed)
		require.ErrorContains(t, err, "printed no")
	}
}
