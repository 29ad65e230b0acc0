package neo4jstore

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

func TestWordings_GatherWhatHasALength(t *testing.T) {
	t.Parallel()
	const text = "MATCH (n:Thing {id: $id}) WHERE n.rev <= $rev AND n.name IN $names AND ($kind IS NULL OR n.kind = $kind) AND n:$($label)"
	w := newWordings()
	for name, test := range map[string]struct {
		params, sent map[string]any
		text         string
	}{
		"numbers stay": {
			map[string]any{"rev": int64(1)}, map[string]any{"rev": int64(1)}, text,
		},
		"texts, lists and null": {
			map[string]any{"id": "a", "rev": 1, "names": []string{"b"}, "kind": nil, "label": graph.Company},
			map[string]any{"rev": 1, given: map[string]any{"id": "a", "names": []string{"b"}, "kind": nil, "label": graph.Company}},
			"MATCH (n:Thing {id: $given.id}) WHERE n.rev <= $rev AND n.name IN $given.names AND " +
				"($given.kind IS NULL OR n.kind = $given.kind) AND n:$($given.label)",
		},
		"a number for null": {
			map[string]any{"kind": true, "names": [][]string{{}}},
			map[string]any{"kind": true, given: map[string]any{"names": [][]string{{}}}},
			strings.ReplaceAll(text, "$names", "$given.names"),
		},
		"what is not named": {
			map[string]any{"other": "a", "rev": 1}, map[string]any{"rev": 1}, text,
		},
	} {
		for range 2 { // it is made once, then known
			got, sent := w.of(text, test.params)
			assert.Equal(t, test.text, got, name)
			assert.Equal(t, test.sent, sent, name)
		}
	}
}

func TestWordings_AreKeptUpToANumber(t *testing.T) {
	t.Parallel()
	w := newWordings()
	for i := range mostWordings + 10 {
		text, sent := w.of(fmt.Sprint("RETURN $x, ", i), map[string]any{"x": "a"})
		assert.Equal(t, fmt.Sprint("RETURN $given.x, ", i), text)
		assert.Equal(t, map[string]any{given: map[string]any{"x": "a"}}, sent)
	}
	assert.Len(t, w.known, mostWordings)
}

// TestWordings_SendEveryParameterOnce holds the text and the parameters that are sent to those given: each name stands in the text as
// often as before, and gives the same value.
func TestWordings_SendEveryParameterOnce(t *testing.T) {
	t.Parallel()
	w := newWordings()
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`p[0-9]{1,2}`), 0, 90).Draw(t, "names")
		params, values := map[string]any{}, []any{nil, "a", "", []any{1}, []string{}, []byte{1}, int64(7), true, 1.5, map[string]any{"a": 1}}
		for _, name := range names {
			params[name] = rapid.SampledFrom(values).Draw(t, name)
		}
		text, sent := w.of("RETURN $"+strings.Join(names, ", $"), params)
		assert.Len(t, parameterName.FindAllString(text, -1), max(len(names), 0))
		inside, _ := sent[given].(map[string]any)
		for _, name := range names {
			if value, ok := inside[name]; ok {
				assert.Equal(t, params[name], value)
				assert.NotContains(t, text+",", "$"+name+",")
			} else {
				assert.Equal(t, params[name], sent[name])
				assert.Contains(t, text+",", "$"+name+",")
			}
		}
	})
}

// TestWordings_FindParametersWhereTheyAre holds the files to what makes a plain search for $name enough.
func TestWordings_FindParametersWhereTheyAre(t *testing.T) {
	t.Parallel()
	elsewhere := regexp.MustCompile(`//.*\$|'[^'\n]*\$[^'\n]*'|"[^"\n]*\$|\$` + given + `\b`)
	for name, text := range statements() {
		assert.Empty(t, elsewhere.FindString(text), name)
	}
}
