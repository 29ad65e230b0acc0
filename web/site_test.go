package web_test

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/web"
)

const (
	strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"frame-ancestors 'none'; base-uri 'none'"
	inlineStyle = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
		"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)

// questions are two examples, the first with variables.
func questions() fstest.MapFS {
	return fstest.MapFS{
		"01-alleged.graphql":        {Data: []byte("# Everything alleged about the company\nquery Alleged($id: ID!) { entity(id: $id) { name } }\n")},
		"01-alleged.variables.json": {Data: []byte(`{"id": "ent_kaspersky"}`)},
		"02-stats.graphql":          {Data: []byte("# How much is on file?\nquery Counts { stats { entities } }\n")},
	}
}

func newSite(t testing.TB) *web.Site {
	t.Helper()
	site, err := web.New(web.Options{Examples: questions()})
	require.NoError(t, err)
	return site
}

func request(site http.Handler, method, address string, header http.Header) *http.Response {
	r := httptest.NewRequest(method, address, nil)
	maps.Copy(r.Header, header)
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	return w.Result()
}

func TestSiteAnswersItsAddresses(t *testing.T) {
	site := newSite(t)
	for _, c := range []struct {
		address, contentType, policy, holds string
	}{
		{"/", "text/html; charset=utf-8", strict, "/assets/dashboard.js"},
		{"/playground/", "text/html; charset=utf-8", inlineStyle, "/vendor/graphiql.min.js"},
		{"/assets/dashboard.js", "text/javascript; charset=utf-8", strict, "query Claim"},
		{"/assets/playground.js", "text/javascript; charset=utf-8", strict, "/graphql"},
		{"/assets/dashboard.css", "text/css; charset=utf-8", strict, "prefers-color-scheme"},
		{"/assets/playground.css", "text/css; charset=utf-8", strict, "system-ui"},
		{"/assets/icon.svg", "image/svg+xml", strict, "<svg"},
		{"/assets/examples.json", "application/json", strict, "Everything alleged about the company"},
		{"/data/coast.json", "application/json", strict, "rings"},
		{"/data/cities.json", "application/json", strict, "Woburn"},
		{"/data/geonames.LICENSE.txt", "text/plain; charset=utf-8", strict, "Attribution 4.0 International"},
		{"/vendor/graphiql.min.css", "text/css; charset=utf-8", strict, ".graphiql-container"},
		{"/vendor/react.production.min.js", "text/javascript; charset=utf-8", strict, "react.element"},
		{"/vendor/react.LICENSE.txt", "text/plain; charset=utf-8", strict, "MIT License"},
		{"/vendor/d3-force.LICENSE.txt", "text/plain; charset=utf-8", strict, "Mike Bostock"},
	} {
		t.Run(c.address, func(t *testing.T) {
			answer := request(site, http.MethodGet, c.address, nil)
			body, err := io.ReadAll(answer.Body)
			require.NoError(t, err)
			assert.Equal(t, http.StatusOK, answer.StatusCode)
			assert.Equal(t, c.contentType, answer.Header.Get("Content-Type"))
			assert.Equal(t, c.policy, answer.Header.Get("Content-Security-Policy"))
			assert.Equal(t, "no-cache", answer.Header.Get("Cache-Control"))
			assert.Regexp(t, `^W/"[0-9a-f]{64}"$`, answer.Header.Get("ETag"))
			assert.Contains(t, string(body), c.holds)
		})
	}
}

func TestSiteHoldsNothingElse(t *testing.T) {
	site := newSite(t)
	for _, address := range []string{
		"/nothing", "/notfound", "/entity/", "/data/manifest.json", "/data/", "/src/dashboard.tsx", "/assets/dashboard.tsx", "/vendor/preact.mjs", "/vendor/manifest.json", "/assets/../site.go", "/playground/x",
	} {
		t.Run(address, func(t *testing.T) {
			answer := request(site, http.MethodGet, address, nil)
			body, err := io.ReadAll(answer.Body)
			require.NoError(t, err)
			assert.Equal(t, http.StatusNotFound, answer.StatusCode)
			assert.Equal(t, strict, answer.Header.Get("Content-Security-Policy"))
			assert.Equal(t, "text/html; charset=utf-8", answer.Header.Get("Content-Type"))
			assert.Contains(t, string(body), "There is nothing at this address")
		})
	}
}

func TestSiteSavesWhatTheReaderHas(t *testing.T) {
	site := newSite(t)
	first := request(site, http.MethodGet, "/assets/dashboard.css", nil)
	tag := first.Header.Get("ETag")

	same := request(site, http.MethodGet, "/assets/dashboard.css", http.Header{"If-None-Match": {tag}})
	assert.Equal(t, http.StatusNotModified, same.StatusCode)

	other := request(site, http.MethodGet, "/assets/dashboard.css", http.Header{"If-None-Match": {`"old"`}})
	assert.Equal(t, http.StatusOK, other.StatusCode)
	assert.NotEqual(t, tag, request(site, http.MethodGet, "/", nil).Header.Get("ETag"), "other content, other tag")
}

func TestSiteIsReadOnly(t *testing.T) {
	site := newSite(t)
	post := request(site, http.MethodPost, "/", nil)
	assert.Equal(t, http.StatusMethodNotAllowed, post.StatusCode)
	assert.Equal(t, "GET, HEAD", post.Header.Get("Allow"))

	for address, status := range map[string]int{"/": http.StatusOK, "/nothing": http.StatusNotFound} {
		head := request(site, http.MethodHead, address, nil)
		body, err := io.ReadAll(head.Body)
		require.NoError(t, err)
		assert.Equal(t, status, head.StatusCode, address)
		assert.Empty(t, body, address)
	}
}

func TestSiteKeepsAddressesThatWere(t *testing.T) {
	site := newSite(t)
	for address, target := range map[string]string{"/playground": "/playground/", "/entity": "/"} {
		answer := request(site, http.MethodGet, address, nil)
		assert.Equal(t, http.StatusPermanentRedirect, answer.StatusCode, address)
		assert.Equal(t, target, answer.Header.Get("Location"), address)
	}
}

func TestPagesNameNoForeignAddressAndNoInlineScript(t *testing.T) {
	site := newSite(t)
	for _, address := range []string{"/", "/playground/", "/nothing"} {
		body, err := io.ReadAll(request(site, http.MethodGet, address, nil).Body)
		require.NoError(t, err)
		page := string(body)
		assert.NotContains(t, page, "//", "%s names another host", address)
		assert.NotContains(t, page, "style=", address)
		assert.NotRegexp(t, `<script[^>]*>[^<]`, page, address)
		assert.NotRegexp(t, `\son[a-z]+=`, page, address)
	}
}

func TestNewNamesTheExampleThatIsWrong(t *testing.T) {
	_, err := web.New(web.Options{Examples: fstest.MapFS{"bad.graphql": {Data: []byte("query A { a }")}}})
	require.ErrorIs(t, err, web.ErrExample)
	assert.ErrorContains(t, err, "bad.graphql")
}

func TestDevelopmentReadsFromDiskAtEachRequest(t *testing.T) {
	t.Chdir("..")
	examples := questions()
	site, err := web.New(web.Options{Examples: examples, Dev: true})
	require.NoError(t, err)

	examples["03-new.graphql"] = &fstest.MapFile{Data: []byte("# A new one\nquery New { stats { entities } }")}
	body, err := io.ReadAll(request(site, http.MethodGet, "/assets/examples.json", nil).Body)
	require.NoError(t, err)
	assert.Contains(t, string(body), "A new one")

	examples["04-broken.graphql"] = &fstest.MapFile{Data: []byte("# Broken\nquery {")}
	answer := request(site, http.MethodGet, "/", nil)
	body, err = io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, http.StatusInternalServerError, answer.StatusCode)
	assert.Contains(t, string(body), "04-broken.graphql")
}

func TestDevelopmentNeedsTheSources(t *testing.T) {
	t.Chdir(t.TempDir())
	_, err := web.New(web.Options{Dev: true})
	require.ErrorIs(t, err, web.ErrNoSources)
	assert.ErrorContains(t, err, "want the folder web/src of the working tree below the current folder")
}

func TestDevelopmentShowsAnEditAndWhatIsWrongWithIt(t *testing.T) {
	tree := t.TempDir()
	for _, folder := range []string{"src", "vendor", "data"} {
		require.NoError(t, os.CopyFS(filepath.Join(tree, "web", folder), os.DirFS(folder)))
	}
	t.Chdir(tree)
	site, err := web.New(web.Options{Dev: true})
	require.NoError(t, err)
	get := func(address string) (status int, kind, body string) {
		answer := request(site, http.MethodGet, address, nil)
		text, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		return answer.StatusCode, answer.Header.Get("Content-Type"), string(text)
	}
	edit := func(text string) {
		require.NoError(t, os.WriteFile("web/src/views/later-edit.ts", []byte(text), 0o600))
		require.NoError(t, os.WriteFile("web/src/dashboard.tsx", []byte("import { words } from './views/later-edit'\nconsole.log(words)"), 0o600))
	}
	edit("export const words = 'as edited just now'")
	status, _, body := get("/assets/dashboard.js")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, body, "as edited just now")

	edit("export const words = 'first'\nexport const = 2")
	for _, address := range []string{"/", "/assets/dashboard.js"} {
		status, kind, body := get(address)
		assert.Equal(t, http.StatusInternalServerError, status)
		assert.Equal(t, "text/plain; charset=utf-8", kind, "text, of which a browser runs nothing")
		assert.Contains(t, body, "The pages could not be made:\n\nbundle: src/views/later-edit.ts:2:14: ")
	}
	edit("export const words = 'mended'")
	_, _, body = get("/assets/dashboard.js")
	assert.Contains(t, body, "mended")
}
