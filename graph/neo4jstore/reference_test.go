package neo4jstore

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/internal/neo4jtest"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

// block is a fenced block of docs/neo4j.md: its language, the words after that, and its text.
type block struct{ language, about, text string }

func blocksOf(t *testing.T) []block {
	t.Helper()
	page, err := os.ReadFile("../../docs/neo4j.md")
	require.NoError(t, err)
	var found []block
	for _, m := range regexp.MustCompile("(?ms)^```(\\w+) ?([^\n]*)\n(.*?)^```").FindAllStringSubmatch(string(page), -1) {
		found = append(found, block{m[1], m[2], m[3]})
	}
	return found
}

// TestReferenceCase has the reference case in Neo4j, as who looks at it or changes it by hand.
func TestReferenceCase(t *testing.T) {
	neo4jtest.Need(t)
	s := emptyStore(t)
	service := graph.NewService(s, graph.Options{})
	_, err := seed.Load(t.Context(), service, kaspersky.Files, kaspersky.PackFile)
	require.NoError(t, err)
	t.Run("questions", func(t *testing.T) { askInCypher(t, s, service) })
	t.Run("check", func(t *testing.T) { checkByHand(t, s, service) })
}

// The questions of docs/neo4j.md in Cypher have the rows of the GraphQL queries below them, and the naive one misleads as it says.
func askInCypher(t *testing.T, s *Store, service *graph.Service) {
	t.Helper()
	blocks := blocksOf(t)
	asked := 0
	for i, b := range blocks {
		if b.language != "cypher" {
			continue
		}
		rows := rowsOf(told(t, s, b.text, nil))
		switch b.about {
		case "naive":
			assert.Equal(t, []string{"true"}, rows, b.text)
		case "meant":
			assert.Empty(t, rows, b.text)
		default:
			asked++
			query := blocks[i+1]
			require.Equal(t, "graphql", query.language, b.text)
			assert.NotEmpty(t, rows, b.text)
			assert.Equal(t, answered(t, service, query), rows, b.text)
		}
	}
	assert.Equal(t, 10, asked)
}

// rowsOf writes each record as a line, sorted, none twice.
func rowsOf(records [][]any) []string {
	rows := make([]string, 0, len(records))
	for _, record := range records {
		var words []string
		for _, value := range record {
			words = append(words, wordsOf(value)...)
		}
		rows = append(rows, strings.Join(words, " "))
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// wordsOf are a value's words; a list has those of its elements.
func wordsOf(value any) []string {
	list, ok := value.([]any)
	if !ok {
		return []string{fmt.Sprint(value)}
	}
	var words []string
	for _, element := range list {
		words = append(words, wordsOf(element)...)
	}
	return words
}

// answered runs a query and gives the rows that stand at the path before the colon, with the columns after it.
func answered(t *testing.T, service *graph.Service, query block) []string {
	t.Helper()
	path, columns, ok := strings.Cut(query.about, ": ")
	require.True(t, ok, query.about)
	var records [][]any
	for _, row := range at(ask(t, service, query.text), path) {
		record := []any{}
		for column := range strings.FieldsSeq(columns) {
			record = append(record, at(row, column))
		}
		records = append(records, record)
	}
	return rowsOf(records)
}

// at is what stands at a path; lists on the way are passed through.
func at(value any, path string) []any {
	found := []any{value}
	for name := range strings.SplitSeq(path, ".") {
		var next []any
		for _, v := range found {
			object, _ := v.(map[string]any)
			switch inner := object[name].(type) {
			case []any:
				next = append(next, inner...)
			default:
				next = append(next, inner)
			}
		}
		found = next
	}
	return found
}
