package main

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visitor is one page in a real browser; what it must not do is written down.
type visitor struct {
	t    *testing.T
	ctx  context.Context
	site string

	mu       sync.Mutex
	problems []string
}

// newVisitor starts Chromium with an empty profile. Without Chromium the test is skipped, or fails when REQUIRE_BROWSER=1.
func newVisitor(t *testing.T, site string) *visitor {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && program == "" {
			program = found
		}
	}
	if program == "" && os.Getenv("REQUIRE_BROWSER") != "1" {
		t.Skip("browser test: no chromium, chromium-browser or google-chrome in PATH; REQUIRE_BROWSER=1 makes this a failure")
	}
	require.NotEmpty(t, program, "REQUIRE_BROWSER=1, but there is no browser in PATH")
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	v := &visitor{t: t, site: site}
	ctx, cancel := chromedp.NewContext(ctx, chromedp.WithListener(v.watch))
	t.Cleanup(cancel)
	v.ctx = ctx
	require.NoError(t, chromedp.Do(ctx))
	return v
}

// watch writes down errors, and requests that leave the site.
func (v *visitor) watch(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			v.problems = append(v.problems, "console error")
		}
	case *runtime.EventExceptionThrown:
		v.problems = append(v.problems, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			v.problems = append(v.problems, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		address := e.Request.URL
		if !strings.HasPrefix(address, v.site+"/") && !strings.HasPrefix(address, "data:image/") && address != "about:blank" {
			v.problems = append(v.problems, "request leaves the site: "+address)
		}
	}
}

func (v *visitor) do(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	require.NoError(v.t, chromedp.Do(ctx, steps...))
}

// await waits until an expression is true in the page.
func (v *visitor) await(expression string) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	for {
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && holds {
			return
		}
		select {
		case <-ctx.Done():
			text, _ := chromedp.Run(v.ctx, chromedp.Evaluate[string]("document.body.innerText.slice(0, 1500)"))
			require.FailNow(v.t, "never held: "+expression, "last error: %v\nthe page reads: %s", err, text)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// A reader finds the company, sees what is alleged with its sentence, and runs an example: the real program, the real case, a real
// browser.
func lookAround(t *testing.T, reference string) {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(reference)))
	c := startServer(t, "-data", folder)
	v := newVisitor(t, c.site)

	v.do(chromedp.Navigate(c.site + "/"))
	v.await(`document.body.innerText.includes('What is alleged about Kaspersky')`)
	v.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('input').focus()`), chromedp.KeyEvent("Касперский"))
	v.await(`[...document.querySelectorAll('[role=option]')].some(o => o.textContent.includes('Kaspersky'))`)

	v.do(chromedp.Navigate(c.site + "/entity#id=ent_ao-kaspersky-lab"))
	v.await(`document.body.innerText.includes('allege that AO Kaspersky Lab cooperates with Russian military and intelligence authorities')`)
	v.await(`[...document.querySelectorAll('mark')].some(m => m.textContent.includes('"Russian military and intelligence authorities"'))`)

	v.do(chromedp.Navigate(c.site + "/playground/#example=05-paths-to-a-service"))
	v.await(`document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue().includes('query PathsToAService')`)
	v.do(chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	v.await(`document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().includes('"weakestHop"')`)

	v.mu.Lock()
	assert.Empty(t, v.problems)
	v.mu.Unlock()
	c.stop()
}
