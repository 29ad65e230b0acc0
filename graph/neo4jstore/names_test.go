package neo4jstore

import (
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMigrations_KnowEveryNameOfAStatement holds the migrations to the statements: a label, a type or a property that one names for
// the first time would have plans made anew.
func TestMigrations_KnowEveryNameOfAStatement(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	quoted := regexp.MustCompile(`'(\w+)'`)
	files, err := fs.Glob(migrationFiles, "migrations/*_names.cypher")
	require.NoError(t, err)
	for _, file := range files {
		text, err := fs.ReadFile(migrationFiles, file)
		require.NoError(t, err)
		for _, name := range quoted.FindAllStringSubmatch(string(text), -1) {
			known[name[1]] = true
		}
	}
	comment := regexp.MustCompile(`(?m)//.*$|/\*.*?\*/|'[^']*'`)
	named := regexp.MustCompile(`(?:[(\[]\w*:|\b[a-z]\w*\.)([A-Za-z]\w*)`) // (n:Label, [r:TYPE, n.property
	kept := regexp.MustCompile(`[{,]\s*(\w+): (?:r\[|\$|\w+\.)`)           // {property: r[0]
	for name, text := range statements() {
		if len(name) >= 9 && name[:9] == "migration" || name == "info_engine" {
			continue // of the lock, and of the server
		}
		plain := comment.ReplaceAllString(text, "")
		plain = regexp.MustCompile(`\$\w+(\.\w+)?`).ReplaceAllString(plain, "$$")
		for _, found := range slices.Concat(named.FindAllStringSubmatch(plain, -1), kept.FindAllStringSubmatch(plain, -1)) {
			assert.Contains(t, known, found[1], name)
		}
	}
}
