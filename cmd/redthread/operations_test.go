package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFailuresInOperations demands that each failure which the page explains is one that the program can say, word by word.
func TestFailuresInOperations(t *testing.T) {
	page, err := os.ReadFile("../../docs/operations.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(page), "| it says | do |\n|---|---|\n")
	require.True(t, found)
	said := sources(t, ".", "../../graph", "../../graph/embedded", "../../graph/neo4jstore", "../../internal/server")
	rows := regexp.MustCompile("(?m)^\\| `(.+)` \\| .+ \\|$").FindAllStringSubmatch(table, -1)
	require.Len(t, rows, strings.Count(table, "\n"), "every row is | `what it says` | what to do |")
	for _, row := range rows {
		assert.Contains(t, said, row[1])
	}
}

// sources are the texts of packages, their long strings in one piece.
func sources(t *testing.T, folders ...string) string {
	t.Helper()
	var all strings.Builder
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		require.NoError(t, err)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			all.Write(text)
		}
	}
	return regexp.MustCompile(`" \+\s*"`).ReplaceAllString(all.String(), "")
}
