package seed_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/seed"
)

func TestParse(t *testing.T) {
	data, err := os.ReadFile(acme + "pack.yaml")
	require.NoError(t, err)
	p, err := seed.Parse("pack.yaml", data)
	require.NoError(t, err)
	assert.Equal(t, "Acme", p.Name)
	assert.Len(t, p.Documents, 2)
	assert.Len(t, p.Entities, 8)
	assert.Len(t, p.Competence, 1)
	assert.Len(t, p.Statements, 7)
	assert.Len(t, p.Identities, 1)
	assert.Equal(t, []string{"The firm"}, p.Entities[2].Mentions)
	assert.Equal(t, "the sentence speaks of the firm", p.Statements[3].Resolved)
}

func TestParseRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		line int
		says string
	}{
		"nothing":              {"", 1, "one YAML document"},
		"a list":               {"- a\n- b\n", 1, "a mapping"},
		"a word":               {"word\n", 1, "a mapping"},
		"two documents":        {"pack: a\n---\npack: b\n", 1, "one YAML document"},
		"an unknown part":      {"pack: a\n\nfacts: []\n", 3, "facts"},
		"a list that is none":  {"pack: a\nentities: 5\n", 2, "a sequence"},
		"an unknown field":     {"entities:\n  - id: a\n  - id: b\n    colour: red\n", 3, "colour"},
		"a list for a word":    {"statements:\n  - id: [a]\n", 2, "cannot unmarshal"},
		"an anchor":            {"pack: a\nentities:\n  - {id: &x a}\n", 3, "without anchors"},
		"an alias":             {"pack: &x a\nentities:\n  - {id: *x}\n", 1, "without anchors"},
		"a tag":                {"pack: !!str a\n", 1, "without anchors"},
		"a word for a mapping": {"statements:\n  - id: a\n    value: 5\n", 2, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := seed.Parse("p.yaml", []byte(c.data))
			require.ErrorIs(t, err, graph.ErrInvalid)
			var placed *seed.Error
			require.ErrorAs(t, err, &placed)
			assert.Equal(t, "p.yaml", placed.File)
			assert.Equal(t, c.line, placed.Line)
			assert.ErrorContains(t, err, c.says)
		})
	}
}

func TestParseTellsBadYAML(t *testing.T) {
	_, err := seed.Parse("p.yaml", []byte("pack: [a\n"))
	require.ErrorIs(t, err, graph.ErrInvalid)
	assert.ErrorContains(t, err, "p.yaml")
}

// The YAML library panics on these.
func TestParseOutlivesTheLibrary(t *testing.T) {
	for _, data := range []string{"a: ![b]\n", "entities:\n  - {id: a, mentions: ![b]}\n", "pack: !\n"} {
		_, err := seed.Parse("p.yaml", []byte(data))
		require.ErrorIs(t, err, graph.ErrInvalid, "%q", data)
		require.ErrorContains(t, err, "p.yaml")
	}
}

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile(acme + "pack.yaml")
	require.NoError(f, err)
	f.Add(data)
	for _, s := range []string{
		"", "pack: a", "entities: []", "entities:\n  - {id: a, count: {exact: \"2\"}}", "statements:\n  - {id: a, value: {date: \"2024\"}}",
		"a: &a [*a]", "pack: !!binary x", "? [a]: b", "entities:\n  - null", "statements: [[]]", "pack: {a: b}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := seed.Parse("fuzz.yaml", data)
		if err != nil {
			require.ErrorContains(t, err, "fuzz.yaml")
			return
		}
		again, err := seed.Parse("fuzz.yaml", data)
		require.NoError(t, err)
		require.Equal(t, p, again)
	})
}
