package resolvers_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m).Run()) }

// overEveryStore runs a test once over each store: the answers are the same, so all of them are held to one golden file.
func overEveryStore(t *testing.T, test func(t *testing.T, fresh func(t testing.TB) graph.Store)) {
	t.Helper()
	for name, open := range map[string]func(t testing.TB, clock func() time.Time) (graph.Store, error){
		"model": func(_ testing.TB, clock func() time.Time) (graph.Store, error) { return graphtest.NewModel(clock), nil },
		"embedded": func(t testing.TB, clock func() time.Time) (graph.Store, error) {
			return embedded.Open(t.Context(), t.TempDir(), embedded.Options{Clock: clock})
		},
		"neo4j": openNeo4j,
	} {
		t.Run(name, func(t *testing.T) {
			test(t, func(t testing.TB) graph.Store {
				t.Helper()
				store, err := open(t, newClock())
				require.NoError(t, err)
				t.Cleanup(func() { require.NoError(t, store.Close()) })
				return store
			})
		})
	}
}

func openNeo4j(t testing.TB, clock func() time.Time) (graph.Store, error) {
	neo4jtest.Need(t)
	at := neo4jtest.Empty(t)
	return neo4jstore.Open(neo4jstore.Options{
		URI: at.URI, Username: at.Username, Password: at.Password, Database: at.Database, Clock: clock,
		ReadTimeout: time.Minute, WriteTimeout: time.Minute, // a new server plans every statement, and the machine may be busy
	})
}

// newClock tells a time that goes on a second whenever it is asked.
func newClock() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// unnamed is an answer with the engine's name left out, which is the one thing that tells stores apart.
func unnamed(t testing.TB, store graph.Store, answer []byte) []byte {
	t.Helper()
	info, err := store.Info(t.Context())
	require.NoError(t, err)
	return []byte(strings.ReplaceAll(string(answer), `"`+info.Engine+`"`, `"model"`))
}
