package kaspersky_test

import (
	"bytes"
	"crypto/sha256"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
	"github.com/redthread-graph/redthread/graph/graphtest"
	"github.com/redthread-graph/redthread/graph/neo4jstore"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m).Run()) }

// exports are the two forms in which a store leaves.
type exports struct{ content, history string }

// The same case in every store is the same bytes: its content, and under the same clock its history too. What one store exports,
// every other takes in and gives out again as it was.
func TestEveryStoreHoldsTheSameCase(t *testing.T) {
	clock := func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	model := graphtest.NewModel(clock)
	t.Cleanup(func() { require.NoError(t, model.Close()) })
	loadCase(t, model)
	want := exported(t, model)
	for name, open := range map[string]func(t *testing.T, clock func() time.Time) (graph.Store, error){
		"embedded": func(t *testing.T, clock func() time.Time) (graph.Store, error) {
			return embedded.Open(t.Context(), t.TempDir(), embedded.Options{Clock: clock})
		},
		"neo4j": func(t *testing.T, clock func() time.Time) (graph.Store, error) {
			neo4jtest.Need(t)
			at := neo4jtest.Empty(t)
			return neo4jstore.Open(neo4jstore.Options{
				URI: at.URI, Username: at.Username, Password: at.Password, Database: at.Database, Clock: clock,
				ReadTimeout: time.Minute, WriteTimeout: time.Minute, // a new server plans every statement, and the machine may be busy
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			loaded := opened(t, clock, open)
			loadCase(t, loaded)
			same(t, want, exported(t, loaded), "loaded")
			restored := opened(t, time.Now, open)
			restore(t, restored, want)
			same(t, want, exported(t, restored), "restored from the model")
			back := graphtest.NewModel(time.Now)
			t.Cleanup(func() { require.NoError(t, back.Close()) })
			restore(t, back, exported(t, loaded))
			same(t, want, exported(t, back), "restored to the model")
		})
	}
}

func opened(t *testing.T, clock func() time.Time, open func(*testing.T, func() time.Time) (graph.Store, error)) graph.Store {
	t.Helper()
	store, err := open(t, clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, store.Close()) })
	return store
}

// loadCase loads the case, and has a person review two of its assertions, so that the history has more than one revision.
func loadCase(t *testing.T, store graph.Store) {
	t.Helper()
	service := graph.NewService(store, graph.Options{})
	_, err := seed.Load(t.Context(), service, kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
	entries, err := store.History(t.Context(), graph.ChangePosition{}, 0)
	require.NoError(t, err)
	var reviews []graph.ReviewDecision
	for _, entry := range entries {
		if a, ok := entry.Record.(*graph.Assertion); ok && len(reviews) < 2 {
			reviews = append(reviews, graph.ReviewDecision{
				Assertion: a.ID, State: []graph.ReviewState{graph.Unsure, graph.Rejected}[len(reviews)], By: "a reader", Reason: "to see",
			})
		}
	}
	_, err = service.Write(t.Context(), "review", graph.Draft{Decisions: reviews})
	require.NoError(t, err)
}

func exported(t *testing.T, store graph.Store) exports {
	t.Helper()
	service := graph.NewService(store, graph.Options{})
	var content, history bytes.Buffer
	require.NoError(t, service.ExportContent(t.Context(), &content))
	require.NoError(t, service.Export(t.Context(), &history))
	return exports{content.String(), history.String()}
}

func restore(t *testing.T, store graph.Store, from exports) {
	t.Helper()
	_, err := graph.NewService(store, graph.Options{}).Import(t.Context(), bytes.NewReader([]byte(from.history)), nil)
	require.NoError(t, err)
}

// same compares bytes without printing megabytes.
func same(t *testing.T, want, got exports, about string) {
	t.Helper()
	assert.NotEmpty(t, got.content, about)
	assert.Equal(t, sha256.Sum256([]byte(want.content)), sha256.Sum256([]byte(got.content)), "%s: content", about)
	assert.Equal(t, sha256.Sum256([]byte(want.history)), sha256.Sum256([]byte(got.history)), "%s: history", about)
}
