package web_test

import (
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/web"
)

// playgroundAPI answers introspection from a schema and every other query with a count, and keeps what it was sent.
type playgroundAPI struct {
	t      *testing.T
	schema *ast.Schema

	mu   sync.Mutex
	sent []sent
}

// sent is one request as the API got it.
type sent struct {
	header        http.Header
	OperationName string         `json:"operationName"`
	Query         string         `json:"query"`
	Variables     map[string]any `json:"variables"`
}

func (a *playgroundAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s := sent{header: r.Header}
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	data := map[string]any{"stats": map[string]any{"entities": 4242}}
	if s.OperationName == "IntrospectionQuery" {
		data = introspect(a.t, a.schema, s.Query)
	}
	a.mu.Lock()
	a.sent = append(a.sent, s)
	a.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data}) // a page that went away reads no answer
}

// last is the newest request that is no introspection.
func (a *playgroundAPI) last() sent {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, s := range slices.Backward(a.sent) {
		if s.OperationName != "IntrospectionQuery" {
			return s
		}
	}
	return sent{}
}

const (
	tabButtons = ".graphiql-tab-button"
	activeTab  = ".graphiql-tab-active .graphiql-tab-button"
	editor     = `document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror`
	editorText = `(document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue() ?? '')`
)

// inSight tells whether the open tab lies within the strip of tabs.
const inSight = `(() => {
	const strip = document.querySelector('.graphiql-tabs').getBoundingClientRect()
	const tab = document.querySelector('.graphiql-tab-active').getBoundingClientRect()
	return tab.left >= strip.left - 1 && tab.right <= strip.right + 1 && tab.width < 260
})()`

// playground is the test of the playground in one browser.
type playground struct{ browser *browser }

func TestPlaygroundInTheBrowser(t *testing.T) {
	t.Parallel()
	s := playground{newBrowser(t)}
	t.Run("tabs", s.tabs)
	t.Run("tools", s.tools)
	t.Run("every example", s.examples)
}

// site starts a site with an API of its own.
func (s playground) site(t *testing.T) (opener, *playgroundAPI) {
	t.Helper()
	api := &playgroundAPI{t: t, schema: s.browser.schema}
	return s.browser.at(t, api), api
}

func (s playground) tabs(t *testing.T) {
	t.Parallel()
	open, api := s.site(t)
	t.Run("a fresh visit shows the examples", func(t *testing.T) {
		p := open(t)
		p.open("/playground/")
		p.awaitText(tabButtons, "How much is on file?")
		assert.Equal(t, []string{"Everything alleged about the company", "How much is on file?"}, p.texts(tabButtons))
		assert.Contains(t, read[string](p, editorText), "query Alleged($id: ID!)")
		assert.Equal(t, []string{"Redthread"}, p.texts(".graphiql-logo"))
		p.assertQuiet()
	})
	t.Run("a link opens its example, and it runs", func(t *testing.T) {
		p := open(t)
		p.open("/playground/#example=02-stats")
		p.awaitText(activeTab, "How much is on file?")
		p.await(editorText + `.includes('query Counts')`)
		p.do(chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
		p.await(`document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().includes('4242')`)
		assert.Equal(t, "Counts", api.last().OperationName)
		assert.Equal(t, "application/json", api.last().header.Get("Content-Type"))
		assert.Equal(t, []string{"How much is on file?"}, p.texts(activeTab), "running keeps the title")
		assert.True(t, read[bool](p, inSight), "the open tab is in sight")
		p.shoot("playground")
		p.assertQuiet()
	})
	t.Run("variables go with their example", func(t *testing.T) {
		p := open(t)
		p.open("/playground/")
		p.awaitText(activeTab, "Everything alleged")
		p.do(chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
		p.await(`document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().includes('4242')`)
		assert.Equal(t, map[string]any{"id": "ent_kaspersky"}, api.last().Variables)
		p.assertQuiet()
	})
	t.Run("a reload keeps edits, and an example linked again comes back", func(t *testing.T) {
		p := open(t)
		p.open("/playground/#example=02-stats")
		p.awaitText(activeTab, "How much is on file?")
		p.do(chromedp.Evaluate[chromedp.Void](editor + `.setValue('query Mine { stats { entities } }')`))
		p.awaitText(activeTab, "Mine")
		p.await(`JSON.parse(sessionStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}').tabs.some(t => t.query?.includes('query Mine'))`)
		p.do(chromedp.Reload())
		p.awaitText(activeTab, "How much is on file?")
		p.awaitText(tabButtons, "Mine")
		assert.Equal(t, []string{"Everything alleged about the company", "Mine", "How much is on file?"}, p.texts(tabButtons))
		assert.Equal(t, 0, read[int](p, "localStorage.length"), "nothing is left on the disk")
		p.assertQuiet()
	})
	t.Run("headers are sent but not kept", func(t *testing.T) {
		p := open(t)
		p.open("/playground/#example=02-stats")
		p.awaitText(activeTab, "How much is on file?")
		p.do(chromedp.Click(chromedp.CSS(`[data-name="headers"]`)))
		p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.graphiql-editor-tool .CodeMirror')].at(-1).CodeMirror.setValue('{"x-secret": "s3cret"}')`))
		p.do(chromedp.Evaluate[chromedp.Void](editor + `.setValue('query Second { stats { entities } }')`))
		p.await(`(sessionStorage.getItem('graphiql:tabState') ?? '').includes('query Second')`) // the headers were taken over before
		p.do(chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
		p.await(`document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().includes('4242')`)
		assert.Equal(t, "s3cret", api.last().header.Get("X-Secret"))
		p.await(`(sessionStorage.getItem('graphiql:queries') ?? '').includes('Second')`)
		assert.NotContains(t, read[string](p, "JSON.stringify({...sessionStorage, ...localStorage})"), "s3cret")
		p.assertQuiet()
	})
}

// examples runs the program's own examples, one after the other, on the reference case in a store of their own, since one writes.
func (s playground) examples(t *testing.T) {
	t.Parallel()
	files := os.DirFS("../resolvers/examples")
	list, err := web.Examples(files)
	require.NoError(t, err)
	site, err := web.New(web.Options{Examples: files})
	require.NoError(t, err)
	p := (&browser{ctx: s.browser.ctx, site: site}).at(t, seededAPI(t))(t)
	p.open("/playground/")
	for _, example := range list {
		p.clickText(tabButtons, example.Title)
		p.await(editorText + `.startsWith(` + quote("# "+example.Title) + `)`)
		const answer = `(document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue() ?? '')`
		p.await(answer + ` === '' && ` + editor + `.operationName === ` + quote(example.Operations[0]) + ` && document.querySelector('[aria-label^="Execute"]')`)
		p.run(`document.querySelector('[aria-label^="Execute"]').click()`)
		p.await(answer + `.includes('"data"')`)
		assert.NotContains(t, read[string](p, answer), `"errors"`, example.Name)
		if strings.Contains(example.Query, "\nmutation ") {
			assert.Contains(t, example.Title, "writes to the store", "the tab of an example that writes says so")
		}
	}
	p.assertQuiet()
}

func (s playground) tools(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
	t.Run("the documentation opens with the schema", func(t *testing.T) {
		p := open(t)
		p.open("/playground/")
		p.do(chromedp.Click(chromedp.CSS(`[aria-label="Show Documentation Explorer"]`)))
		p.awaitText(".graphiql-doc-explorer", "A GraphQL schema provides a root type")
		p.awaitText(".graphiql-doc-explorer-content", "Query")
		p.do(chromedp.Click(chromedp.CSS(`.graphiql-doc-explorer-content a.graphiql-doc-explorer-type-name`)))
		p.awaitText(".graphiql-doc-explorer-content", "The one entity that an id, a name or an identifier names")
		p.shoot("playground-docs")
		p.assertQuiet()
	})
	t.Run("completion knows the schema", func(t *testing.T) {
		p := open(t)
		p.open("/playground/#example=02-stats")
		p.await(editorText + `.includes('query Counts')`)
		p.await(editor + `.options.hintOptions.schema`)
		p.do(chromedp.Evaluate[chromedp.Void](`(() => { const e = ` + editor + `; e.setValue('query Mine { s }'); e.setCursor(0, 14); e.focus() })()`))
		p.do(chromedp.KeyEvent(" ", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
		p.awaitText(".CodeMirror-hint", "stats")
		p.awaitText(".CodeMirror-hint", "subgraph")
		first := p.texts(".CodeMirror-hint")[0]
		p.press(kb.Enter)
		p.await(editorText + `.includes(` + quote("query Mine { "+first) + `)`)
		p.assertQuiet()
	})
}
