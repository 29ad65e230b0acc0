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
		"vendor/jsx.mjs":  {Data: []byte("export { made as h, made as Fragment } from 'inner'")},
		"vendor/in.mjs":   {Data: []byte("export const made = (...all) => ['made', ...all]")},
		"parts/word.ts":   {Data: []byte("import { end } from '../end'\nexport const word: string = 'first' + end")},
		"end.ts":          {Data: []byte("export const end = 'last'")},
		"parts/q.graphql": {Data: []byte("# import f.graphql\nquery Q { ...F }\n")},
		"parts/f.graphql": {Data: []byte("fragment F on T { field }\n")},
		"look.css":        {Data: []byte("a { color: red }\nb { background: url(data:image/png;base64,AAAA) }")},
	}
	modules := map[string]string{"preact": "vendor/jsx.mjs", "inner": "vendor/in.mjs"}
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

func TestBundleIsOneFileWhereWhatIsFetchedLaterImportsIt(t *testing.T) {
	src := fstest.MapFS{
		"main.ts":  {Data: []byte("import { both } from './both'\nconsole.log('first', both, import('./later'))")},
		"later.ts": {Data: []byte("import './main'\nimport { both } from './both'\nexport const late = 'only later' + both")},
		"both.ts":  {Data: []byte("export const both = 'in both'")},
		"look.css": {Data: []byte("a { color: red }")},
	}
	out, err := bundle(src, map[string]string{"main.js": "main.ts", "look.css": "look.css"}, nil)
	require.NoError(t, err)
	require.Len(t, out, 3, "page, style and what is fetched later")
	assert.NotContains(t, string(out["/assets/main.js"]), "chunk-")
	delete(out, "/assets/look.css")
	for address, body := range out {
		at := map[bool]string{true: "first", false: "only later"}[address == "/assets/main.js"]
		assert.Contains(t, string(body), at, address)
		assert.Equal(t, address == "/assets/main.js", strings.Contains(string(body), `"in both"`), "what both need is there once: %s", address)
		assert.Equal(t, address != "/assets/main.js", strings.Contains(string(body), `from"./main.js"`), "and imported: %s", address)
	}
}

func TestBundleNamesFileAndLine(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"syntax":           {fstest.MapFS{"main.ts": {Data: []byte("const a = 1\nconst = 2")}}, "main.ts:2:7"},
		"an element":       {fstest.MapFS{"main.ts": {Data: []byte("import './b'")}, "b.tsx": {Data: []byte("// A comment\n<b>")}}, "b.tsx:2:4"},
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
	names, texts, err := documentParts(src, "q.graphql")
	require.NoError(t, err)
	assert.Equal(t, []string{"q.graphql", "a.graphql", "b.graphql"}, names)
	assert.Equal(t, []string{"query Q{...A...B}", "fragment A on T{...B}", "fragment B on T{id}"}, texts)
}

func TestDocumentIsAsShortAsItsWordsAllow(t *testing.T) {
	for text, want := range map[string]string{
		"query Q($id: ID!, $n: Int = 3) {\n  # all of it\n  a: entity(id: $id) { ... on City { name } }\n}\n": "query Q($id:ID!$n:Int=3){a:entity(id:$id){...on City{name}}}",
		`{ a(words: ["a, # b", "ü"], sizes: [1, 2.5, -3]) @skip(if: true) }`:                                  `{a(words:["a, # b""ü"]sizes:[1 2.5 -3])@skip(if:true)}`,
		"": "",
	} {
		got, err := compact("q.graphql", text)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	_, err := compact("q.graphql", "query Q { a(b: \"unclosed) }")
	assert.ErrorContains(t, err, "q.graphql:1")
}

func TestDocumentsShareTheTextOfAFragment(t *testing.T) {
	src := fstest.MapFS{
		"main.ts":          {Data: []byte("import one from './qs/one.graphql'\nimport two from './qs/two.graphql'\nconsole.log(one, two)")},
		"qs/one.graphql":   {Data: []byte("# import words.graphql\nquery One { a { ...Words } }\n")},
		"qs/two.graphql":   {Data: []byte("# import words.graphql\nquery Two { b { ...Words } }\n")},
		"qs/words.graphql": {Data: []byte("fragment Words on T { word }\n")},
	}
	out, err := bundle(src, map[string]string{"main.js": "main.ts"}, nil)
	require.NoError(t, err)
	text := string(out["/assets/main.js"])
	assert.Equal(t, 1, strings.Count(text, "fragment Words on T{word}"), text)
	module, err := documentModule(src, "qs/one.graphql")
	require.NoError(t, err)
	assert.Equal(t, "import { own as fragment0 } from './words.graphql'\nexport const own = \"query One{a{...Words}}\"\nexport default own + fragment0\n", module)
}

func TestContentTypeIsKnownOrRefused(t *testing.T) {
	_, err := newFile("photo.jpg", nil)
	require.ErrorContains(t, err, `".jpg"`)
	f, err := newFile("a.json", []byte("{}"))
	require.NoError(t, err)
	assert.Equal(t, "application/json", f.contentType)
}
