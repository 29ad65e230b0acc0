package neo4jstore

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

func TestOpen_RefusesAnAddressThatNoServerCanHave(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ uri, want string }{
		"nothing":            {"", "want an address such as bolt://127.0.0.1:7687"},
		"no scheme":          {"localhost:7687", "bolt://127.0.0.1:7687"},
		"HTTP":               {"http://localhost:7474", "bolt://127.0.0.1:7687"},
		"a socket":           {"bolt+unix:///run/neo4j", "bolt://127.0.0.1:7687"},
		"no host":            {"bolt://", "bolt://127.0.0.1:7687"},
		"no host, a port":    {"bolt://:7687", "bolt://127.0.0.1:7687"},
		"port 0":             {"bolt://localhost:0", "bolt://127.0.0.1:7687"},
		"a port too large":   {"bolt://localhost:65536", "bolt://127.0.0.1:7687"},
		"a port of letters":  {"bolt://localhost:bolt", "bolt://127.0.0.1:7687"},
		"control characters": {"bolt://local\nhost", "bolt://127.0.0.1:7687"},
		"a database":         {"bolt://localhost:7687/mine", "NEO4J_DATABASE"},
		"a routing context":  {"bolt://localhost:7687?region=eu", "Routing context is not supported"},
		"context said twice": {"neo4j://localhost:7687?region=eu&region=us", "Duplicated"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(Options{URI: test.uri})
			require.ErrorIs(t, err, graph.ErrInvalid)
			var field *graph.FieldError
			require.ErrorAs(t, err, &field)
			assert.Equal(t, "NEO4J_URI", field.Field)
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestOpen_RefusesTheServersOwnDatabase(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"system", "SYSTEM"} {
		_, err := Open(Options{URI: "bolt://localhost", Database: name})
		require.ErrorIs(t, err, graph.ErrInvalid)
		require.EqualError(t, err, fmt.Sprintf("open store: NEO4J_DATABASE: %q is not valid, want a database for data, such as neo4j: "+
			"system holds the server's own", name))
	}
}

func TestOpen_NeverShowsAPassword(t *testing.T) {
	t.Parallel()
	for name, uri := range map[string]string{
		"user and password": "bolt://neo4j:s3cret@localhost:7687",
		"an encoded @":      "bolt://neo4j:s3cret%40localhost",
		"no scheme":         "neo4j:s3cret@localhost",
		"unreadable":        "bolt://neo4j:s3cret@local host:%zz",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(Options{URI: uri})
			require.ErrorIs(t, err, graph.ErrInvalid)
			require.ErrorContains(t, err, "NEO4J_USERNAME and NEO4J_PASSWORD")
			for ; err != nil; err = errors.Unwrap(err) {
				assert.NotContains(t, err.Error(), "s3cret")
			}
		})
	}
}

// FuzzOpen holds that any text is an address or ErrInvalid, and that what stands before an @ is never shown.
func FuzzOpen(f *testing.F) {
	for _, uri := range []string{
		"bolt://localhost:7687", "neo4j+s://[::1]?region=eu", "bolt://ann:s3cret@db", "bolt://ann:s3cret%40db", "http://[::1", "bolt://a:b:c", "",
	} {
		f.Add(uri)
	}
	f.Fuzz(func(t *testing.T, uri string) {
		s, err := Open(Options{URI: uri})
		if err == nil {
			require.NotContains(t, uri, "@")
			require.NoError(t, s.Close())
			return
		}
		require.ErrorIs(t, err, graph.ErrInvalid)
		if secret, _, ok := strings.Cut(uri, "@"); ok && len(secret) > len("bolt://localhost") {
			require.NotContains(t, err.Error(), secret)
		}
	})
}

func TestOpen_TakesEveryKindOfAddress(t *testing.T) {
	t.Parallel()
	for uri, address := range map[string]string{
		"bolt://localhost":            "localhost:7687",
		"bolt+s://db.example:7000":    "db.example:7000",
		"bolt+ssc://127.0.0.1/":       "127.0.0.1:7687",
		"neo4j://[::1]":               "[::1]:7687",
		"neo4j+s://[::1]:9000":        "[::1]:9000",
		"neo4j+ssc://db?region=eu":    "db:7687",
		"BOLT://Localhost:7687":       "Localhost:7687",
		"neo4j://db.example:65535///": "db.example:65535",
	} {
		t.Run(uri, func(t *testing.T) {
			t.Parallel()
			s, err := Open(Options{URI: uri, Username: "neo4j", Password: "password"})
			require.NoError(t, err)
			assert.Equal(t, address, s.conn.address)
			assert.Equal(t, uri[:4] == "neo4", s.conn.bookmarks != nil, "servers of a cluster tell each other what they know")
			require.NoError(t, s.Close())
			require.NoError(t, s.Close(), "closing again is nothing")
		})
	}
}

func TestOpen_DoesNotContactTheServer(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	s, err := Open(Options{URI: "bolt://" + listener.Addr().String()})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	require.NoError(t, listener.Close())
	_, err = listener.Accept()
	require.ErrorIs(t, err, net.ErrClosed, "nobody came")
}

func TestOptions_HaveUsefulZeroValues(t *testing.T) {
	t.Parallel()
	o := Options{}.withDefaults()
	assert.NotNil(t, o.Clock)
	o.Clock = nil
	assert.Equal(t, Options{
		Database: "neo4j", QueueLength: defaultQueueLength, LoadWait: defaultLoadWait, LoadLease: defaultLoadLease,
		ReadTimeout: defaultReadTimeout, WriteTimeout: defaultWriteTimeout, Connections: 24,
	}, o)
}
