package neo4jstore

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestLoadMigrations_AreNumberedAndWhole(t *testing.T) {
	t.Parallel()
	known, err := loadMigrations()
	require.NoError(t, err)
	require.NotEmpty(t, known)
	for i, m := range known {
		assert.Equal(t, i+1, m.Number)
		assert.Regexp(t, `^[a-z_]+$`, m.Name)
		assert.Regexp(t, `^[0-9a-f]{64}$`, m.Checksum)
		require.NotEmpty(t, m.statements)
		for _, s := range m.statements {
			assert.Regexp(t, `^(CREATE (CONSTRAINT|INDEX) \w+ IF NOT EXISTS|MERGE) |CALL db\.create(Label|Property|RelationshipType)\(`, s, "it may run twice")
			assert.NotContains(t, s, ";")
		}
	}
	assert.Equal(t, "model", known[0].Name)
}

// TestMigrations_IndexOnlyWhatNeverChanges: a pinned reader may stand on an index only if no commit moves its entries.
func TestMigrations_IndexOnlyWhatNeverChanges(t *testing.T) {
	t.Parallel()
	known, err := loadMigrations()
	require.NoError(t, err)
	for _, m := range known {
		for _, s := range m.statements {
			for _, changing := range []string{"until", "published", "turn", "lease", "termsRev", "terms"} {
				assert.NotContains(t, s, "n."+changing)
			}
		}
	}
}

func TestParseMigration(t *testing.T) {
	t.Parallel()
	m, err := parseMigration("0012_more_names.cypher", "// Why.\nCREATE (a);\n")
	require.NoError(t, err)
	assert.Equal(t, 12, m.Number)
	assert.Equal(t, "more_names", m.Name)
	assert.Equal(t, []string{"CREATE (a)"}, m.statements)
	same, err := parseMigration("0013_other.cypher", "// Why.\nCREATE (a);\n")
	require.NoError(t, err)
	assert.Equal(t, m.Checksum, same.Checksum)
	other, err := parseMigration("0012_more_names.cypher", "// Why not.\nCREATE (a);\n")
	require.NoError(t, err)
	assert.NotEqual(t, m.Checksum, other.Checksum)
	for _, file := range []string{"", "0001.cypher", "one_model.cypher", "0001_.cypher"} {
		_, err := parseMigration(file, "")
		require.ErrorContains(t, err, "0001_model.cypher", file)
	}
}

func TestSplitStatements(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"nothing":            {"", nil},
		"only a comment":     {"// A; comment;\n\n", nil},
		"two":                {"A;\nB;\n", []string{"A", "B"}},
		"over lines":         {"A\n  B;\nC;", []string{"A\n  B", "C"}},
		"a comment inside":   {"A\n  // why;\nB;", []string{"A\nB"}},
		"blanks at the end":  {"A; \t\r\nB;\r\n", []string{"A", "B"}},
		"one inside a line":  {"SET n.x = 'a;b';\n", []string{"SET n.x = 'a;b'"}},
		"no semicolon":       {"A;\nB", []string{"A", "B"}},
		"no end of the line": {"A;", []string{"A"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, test.want, splitStatements(test.text))
		})
	}
}

// TestSplitStatements_GivesBackWhatWasJoined holds for any statements, with blank lines and comments between them.
func TestSplitStatements_GivesBackWhatWasJoined(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`[A-Za-z(][A-Za-z ;{}'=]{0,20}[A-Za-z)]`)
		statements := rapid.SliceOf(rapid.Map(rapid.SliceOfN(line, 1, 3), func(lines []string) string {
			return strings.Join(lines, "\n")
		})).Draw(t, "statements")
		gap := rapid.SampledFrom([]string{"", "\n", "// why;\n", "  // so\n\n"})
		var text strings.Builder
		for _, s := range statements {
			text.WriteString(gap.Draw(t, "gap") + s + ";\n")
		}
		assert.True(t, slices.Equal(statements, splitStatements(text.String())), "%q", text.String())
	})
}

func TestPendingMigrations(t *testing.T) {
	t.Parallel()
	one, two := Migration{Number: 1, Name: "model", Checksum: "aaaaaaaaaaaaaaaa"}, Migration{Number: 2, Name: "more", Checksum: "b"}
	changed := Migration{Number: 1, Name: "model", Checksum: "cccccccccccccccc"}
	three := Migration{Number: 3, Name: "future", Checksum: "d"}
	known := []Migration{one, two}
	for name, test := range map[string]struct {
		onFile, pending []Migration
		words           []string // of the refusal
	}{
		"a new database":     {nil, known, nil},
		"one step behind":    {[]Migration{one}, []Migration{two}, nil},
		"a gap":              {[]Migration{two}, []Migration{one}, nil},
		"up to date":         {known, nil, nil},
		"a newer one":        {[]Migration{one, two, three}, nil, []string{"newer version", `migration 3 "future"`, "this version knows 2", "NEO4J_DATABASE"}},
		"only a newer one":   {[]Migration{three}, nil, []string{"newer version"}},
		"a changed one":      {[]Migration{changed, two}, nil, []string{`migration 1 "model" was changed`, "cccccccccccc there", "aaaaaaaaaaaa here"}},
		"changed, and newer": {[]Migration{changed, three}, nil, []string{"newer version"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pending, err := pendingMigrations(known, test.onFile)
			assert.Equal(t, test.pending, pending)
			if test.words == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, graph.ErrUnavailable)
			for _, word := range test.words {
				require.ErrorContains(t, err, word)
			}
		})
	}
}
