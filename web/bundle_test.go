package web

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBundleFollowsImports(t *testing.T) {
	src := fstest.MapFS{
		"main.tsx":        {Data: []byte("import { word } from './parts/word'\nimport q from './parts/q.graphql'\nexport const line = <b title={q}>{word}</b>")},
		"vendor/jsx.mjs":  {Data: []byte("export { made as jsx } from 'inner'")},
		"vendor/in.mjs":   {Data: []byte("export const made = (...all) => ['made', ...all]")},
		"parts/word.ts":   {Data: []byte("import { end } from '../end'\nexport const word: string = 'first' + end")},
		"end.ts":          {Data: []byte("export const end = 'last'")},
		"parts/q.graphql": {Data: []byte("# import f.graphql\nquery Q { ...F }\n")},
		"parts/f.graphql": {Data: []byte("fragment F on T { field }\n")},
		"look.css":        {Data: []byte("a { color: red }\nb { background: url(data:image/png;base64,AAAA) }")},
	}
	modules := map[string]string{"preact/jsx-runtime": "vendor/jsx.mjs", "inner": "vendor/in.mjs"}
	out, err := bundle(src, map[string]string{"main.js": "main.tsx", "look.css": "look.css"}, modules)
	require.NoError(t, err)
	for _, part := range []string{"first", "last", "made", "query Q", "fragment F"} {
		assert.Contains(t, string(out["/assets/main.js"]), part)
	}
	assert.NotContains(t, string(out["/assets/main.js"]), "import")
	assert.Contains(t, string(out["/assets/look.css"]), "data:image/png")
}

func TestBundlePartsWhatIsFetchedLater(t *testing.T) {
	src := fstest.MapFS{
		"main.ts":  {Data: []byte("import { both } from './both'\nconsole.log(both, import('./later'))")},
		"later.ts": {Data: []byte("import { both } from './both'\nexport const late = 'only later' + both")},
		"both.ts":  {Data: []byte("export const both = 'in both'")},
	}
	out, err := bundle(src, map[string]string{"main.js": "main.ts"}, nil)
	require.NoError(t, err)
	require.Len(t, out, 3)
	holding := func(word string) (names []string) {
		for address, body := range out {
			if strings.Contains(string(body), word) {
				names = append(names, address)
			}
		}
		return names
	}
	require.Len(t, holding("only later"), 1)
	assert.Regexp(t, `^/assets/later-\w+\.js$`, holding("only later")[0])
	require.Len(t, holding("in both"), 1, "what both need is there once")
	assert.Contains(t, string(out["/assets/main.js"]), `import("./`+strings.TrimPrefix(holding("only later")[0], "/assets/")+`")`)
}

func TestBundleNamesFileAndLine(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"syntax":           {fstest.MapFS{"main.ts": {Data: []byte("const a = 1\nconst = 2")}}, "main.ts:2:7"},
		"deeper":           {fstest.MapFS{"main.ts": {Data: []byte("import './b'")}, "b.ts": {Data: []byte("\n\n)")}}, "b.ts:3:1"},
		"missing file":     {fstest.MapFS{"main.ts": {Data: []byte("\nimport './gone'")}}, "gone"},
		"missing export":   {fstest.MapFS{"main.ts": {Data: []byte("import { x } from './b'\nx()")}, "b.ts": {Data: []byte("export const y = 1")}}, "main.ts:1:10"},
		"missing fragment": {fstest.MapFS{"main.ts": {Data: []byte("import q from './q.graphql'\nq()")}, "q.graphql": {Data: []byte("# import gone.graphql\n")}}, "gone.graphql"},
		"missing entry":    {fstest.MapFS{}, "main.ts"},
		"unknown module":   {fstest.MapFS{"main.ts": {Data: []byte("import { h } from 'react'\nh()")}}, "react"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := bundle(c.files, map[string]string{"main.js": "main.ts"}, nil)
			require.ErrorIs(t, err, ErrBundle)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestDocumentHoldsEachFragmentOnce(t *testing.T) {
	src := fstest.MapFS{
		"q.graphql": {Data: []byte("# import a.graphql\n# import b.graphql\nquery Q { ...A ...B }\n")},
		"a.graphql": {Data: []byte("# import b.graphql\nfragment A on T { ...B }\n")},
		"b.graphql": {Data: []byte("# import a.graphql\nfragment B on T { id }\n")},
	}
	text, err := document(src, "q.graphql")
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(text, "fragment A"))
	assert.Equal(t, 1, strings.Count(text, "fragment B"))
	assert.Equal(t, 1, strings.Count(text, "query Q"))
}

func TestContentTypeIsKnownOrRefused(t *testing.T) {
	_, err := newFile("photo.jpg", nil)
	require.ErrorContains(t, err, `".jpg"`)
	f, err := newFile("a.json", []byte("{}"))
	require.NoError(t, err)
	assert.Equal(t, "application/json", f.contentType)
}
