package neo4jstore

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMigrations_KnowEveryTypeOfAnEdge holds the migrations to the table of predicates: a predicate that is added to that needs a
// migration which gives the database its types.
func TestMigrations_KnowEveryTypeOfAnEdge(t *testing.T) {
	t.Parallel()
	files, err := fs.Glob(migrationFiles, "migrations/*_types.cypher")
	require.NoError(t, err)
	known := map[string]bool{}
	for _, file := range files {
		text, err := fs.ReadFile(migrationFiles, file)
		require.NoError(t, err)
		ties, tiers, ok := strings.Cut(string(text), "AS tie\n")
		require.True(t, ok, file)
		quoted := regexp.MustCompile(`'([A-Z_]*)'`)
		for _, tie := range quoted.FindAllStringSubmatch(ties, -1) {
			for _, tier := range quoted.FindAllStringSubmatch(tiers, -1) {
				known[tier[1]+tie[1]] = true
			}
		}
	}
	for _, r := range relationships() {
		assert.Contains(t, known, r.name)
	}
}
