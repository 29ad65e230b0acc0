package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/web"
)

// patience bounds each step in the browser; it only ends tests that would hang.
const patience = 30 * time.Second

// browser is a running Chromium, and the site to look at.
type browser struct {
	ctx    context.Context
	site   *web.Site
	schema *ast.Schema
}

// newBrowser starts Chromium and makes the site. Without Chromium the test is skipped, or fails when REQUIRE_BROWSER=1.
func newBrowser(t testing.TB) *browser {
	t.Helper()
	return &browser{ctx: web.StartBrowser(t), site: newSite(t), schema: loadSchema(t)}
}

// opener opens a tab that belongs to a test.
type opener func(testing.TB) *tab

// at starts the site with an API beside it, and makes tabs for its pages.
func (b *browser) at(t testing.TB, api http.Handler) opener {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("POST /graphql", api)
	mux.Handle("/", b.site)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return func(t testing.TB) *tab {
		t.Helper()
		return b.open(t, server.URL)
	}
}

// tab is one page in a fresh profile, with all that it must not do written down.
type tab struct {
	t      testing.TB
	ctx    context.Context
	origin string
	width  int64

	mu       sync.Mutex
	problems []string
	requests []string
}

// open opens an empty tab, whose errors and requests assertQuiet judges.
func (b *browser) open(t testing.TB, origin string) *tab {
	t.Helper()
	p := &tab{t: t, origin: origin}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.watch))
	t.Cleanup(cancel)
	p.ctx = ctx
	require.NoError(t, chromedp.Do(ctx))
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `document.addEventListener('securitypolicyviolation', e => console.error('CSP violation: ' + e.violatedDirective + ' ' + e.blockedURI))`,
	})
	require.NoError(t, err)
	p.size(1280, 800)
	return p
}

// watch writes down console errors, exceptions, log entries and requests.
func (p *tab) watch(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			p.problems = append(p.problems, "console: "+arguments(e.Args))
		}
	case *runtime.EventExceptionThrown:
		p.problems = append(p.problems, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.problems = append(p.problems, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	}
}

func arguments(args []*runtime.RemoteObject) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = string(a.Value) + a.Description
	}
	return strings.Join(words, " ")
}

// sent are the addresses that were asked for, without what the page itself holds.
func (p *tab) sent() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(p.requests), func(address string) bool { return strings.HasPrefix(address, "data:") })
}

// assertQuiet is the promise of every page: no error, no violation of its policy, nothing asked of another host.
func (p *tab) assertQuiet() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	assert.Empty(p.t, p.problems)
	assert.NotEmpty(p.t, p.requests, "the watch sees requests")
	for _, address := range p.requests {
		local := strings.HasPrefix(address, p.origin+"/") || strings.HasPrefix(address, "data:image/") || address == "about:blank"
		assert.True(p.t, local, "request leaves the origin: %s", address)
	}
}

// size sets the size of the page in CSS pixels.
func (p *tab) size(width, height int64) {
	p.t.Helper()
	p.width = width
	require.NoError(p.t, chromedp.Do(p.ctx, chromedp.EmulateViewport(width, height)))
}

// scheme sets the reader's colour scheme, light or dark.
func (p *tab) scheme(value string) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}},
	})
	require.NoError(p.t, err)
}

// print shows the page as a printer would.
func (p *tab) print() {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(p.t, err)
}

// open goes to an address of the site.
func (p *tab) open(address string) { p.do(chromedp.Navigate(p.origin + address)) }

// do runs steps in the tab.
func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, steps...))
}

// await waits until an expression is true in the page, across navigations too.
func (p *tab) await(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && holds {
			return
		}
		select {
		case <-ctx.Done():
			require.FailNow(p.t, "never held: "+expression, "last error: %v\nthe page reads: %s", err, read[string](p, "document.body.innerText.slice(0, 2000)"))
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// awaitText waits until an element's text holds a part.
func (p *tab) awaitText(selector, part string) {
	p.t.Helper()
	p.await(fmt.Sprintf("[...document.querySelectorAll(%s)].some(e => e.textContent.includes(%s))", quote(selector), quote(part)))
}

// arrive waits until nothing of the page is being read or drawn any more, and what measures its own place has followed it.
func (p *tab) arrive() {
	p.t.Helper()
	p.await(`!document.querySelector('p.state[role=status], main [aria-busy=true]')`)
	p.still(3)
}

// settle waits until the page has not changed for so long that a drawing has come to rest.
func (p *tab) settle() {
	p.t.Helper()
	p.still(60)
}

// still waits until the page has not changed for some frames.
func (p *tab) still(frames int) {
	p.t.Helper()
	p.run(fmt.Sprintf(`{ let frames = 0; globalThis.settled = false
		const watch = new MutationObserver(() => (frames = 0)); watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
		const look = () => { if (++frames > %d) { settled = true; watch.disconnect() } else requestAnimationFrame(look) }; look() }`, frames))
	p.await("globalThis.settled")
}

// read evaluates an expression in the page.
func read[T any](p *tab, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	require.NoError(p.t, err, expression)
	return value
}

// texts are the text contents of the elements that a selector finds.
func (p *tab) texts(selector string) []string {
	p.t.Helper()
	return read[[]string](p, "[...document.querySelectorAll("+quote(selector)+")].map(e => e.textContent)")
}

// press sends keys to the focused element.
func (p *tab) press(keys string) { p.do(chromedp.KeyEvent(keys)) }

// shoot keeps a picture of the whole page when WEB_SCREENSHOTS names a folder.
func (p *tab) shoot(name string) {
	p.t.Helper()
	folder := os.Getenv("WEB_SCREENSHOTS")
	if folder == "" {
		return
	}
	p.settle()
	for _, scheme := range []string{"light", "dark"} {
		p.scheme(scheme)
		picture, err := chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
		require.NoError(p.t, err)
		file := filepath.Join(folder, fmt.Sprintf("%s-%d-%s.png", name, p.width, scheme))
		require.NoError(p.t, os.WriteFile(file, picture, 0o600))
	}
	p.scheme("light")
}

// quote writes a text as a JavaScript string.
func quote(text string) string {
	literal, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(literal)
}
