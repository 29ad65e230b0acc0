package resolvers_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/resolvers"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// TestExamples runs the queries that are shipped over the reference case in every store, and compares the answers and the calls
// of the store with the golden ones.
func TestExamples(t *testing.T) {
	overEveryStore(t, func(t *testing.T, fresh func(t testing.TB) graph.Store) {
		store := &tracedStore{Store: fresh(t), calls: map[string]int{}}
		service := serviceOver(store)
		loadCase(t, service)
		store.trace()
		api := newAPI(service)
		names, err := fs.Glob(resolvers.Examples(), "*.graphql")
		require.NoError(t, err)
		for _, file := range names {
			t.Run(strings.TrimSuffix(file, ".graphql"), func(t *testing.T) {
				query, err := fs.ReadFile(resolvers.Examples(), file)
				require.NoError(t, err)
				answer := api.ask(t, string(query), nil)
				trace := store.trace()
				assert.NotContains(t, string(answer), `"errors"`)
				name := "testdata/examples/" + strings.TrimSuffix(file, ".graphql")
				golden(t, name+".json", indented(t, answer))
				golden(t, name+".trace", trace)
			})
		}
	})
}

// loadCase puts the reference case on file.
func loadCase(t testing.TB, service *graph.Service) {
	t.Helper()
	_, err := seed.Load(t.Context(), service, kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
}
