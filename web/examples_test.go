package web_test

import (
	"encoding/json"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/web"
)

func TestExamplesAreReadInOrder(t *testing.T) {
	list, err := web.Examples(questions())
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, web.Example{
		Name: "01-alleged", Title: "Everything alleged about the company", Operations: []string{"Alleged"},
		Query:     "# Everything alleged about the company\nquery Alleged($id: ID!) { entity(id: $id) { name } }\n",
		Variables: `{"id": "ent_kaspersky"}`,
	}, list[0])
	assert.Equal(t, "02-stats", list[1].Name)
	assert.Empty(t, list[1].Variables)
}

func TestWithoutFilesThereAreNoExamples(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"nil": nil, "empty": fstest.MapFS{}, "others": fstest.MapFS{"README.md": {Data: []byte("x")}}} {
		list, err := web.Examples(fsys)
		require.NoError(t, err, name)
		body, err := json.Marshal(list)
		require.NoError(t, err, name)
		assert.Equal(t, "[]", string(body), name)
	}
}

func TestExamplesThatCannotBeShown(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"no title":        {fstest.MapFS{"a.graphql": {Data: []byte("query A { a }")}}, `first line "query A { a }" is no title`},
		"empty title":     {fstest.MapFS{"a.graphql": {Data: []byte("#  \nquery A { a }")}}, "is no title"},
		"empty file":      {fstest.MapFS{"a.graphql": {}}, "is no title"},
		"does not parse":  {fstest.MapFS{"a.graphql": {Data: []byte("# Title\nquery A {")}}, "a.graphql:2"},
		"only a fragment": {fstest.MapFS{"a.graphql": {Data: []byte("# Title\nfragment F on T { a }")}}, "no operation"},
		"unnamed":         {fstest.MapFS{"a.graphql": {Data: []byte("# Title\n{ a }")}}, "an operation has no name"},
		"same operation": {
			fstest.MapFS{"a.graphql": {Data: []byte("# One\nquery A { a }")}, "b.graphql": {Data: []byte("# Two\nquery A { b }")}},
			"b.graphql: operation A is in a.graphql too",
		},
		"variables are no object": {
			fstest.MapFS{"a.graphql": {Data: []byte("# One\nquery A { a }")}, "a.variables.json": {Data: []byte("[1]")}},
			"a.variables.json",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := web.Examples(c.files)
			require.ErrorIs(t, err, web.ErrExample)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func FuzzExamples(f *testing.F) {
	f.Add("# Title\nquery A { a }", `{"id": 1}`)
	f.Add("#\n", "")
	f.Add("# T\nmutation M { a(x: \"\"\"\n#\n\"\"\") }", "null")
	f.Fuzz(func(t *testing.T, query, variables string) {
		list, err := web.Examples(fstest.MapFS{"a.graphql": {Data: []byte(query)}, "a.variables.json": {Data: []byte(variables)}})
		if err != nil {
			require.ErrorIs(t, err, web.ErrExample)
			return
		}
		require.Len(t, list, 1)
		assert.Equal(t, query, list[0].Query)
		assert.NotEmpty(t, list[0].Title)
		assert.NotEmpty(t, list[0].Operations)
	})
}
