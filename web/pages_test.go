package web_test

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// pages are the tests of our own pages in one browser.
type pages struct{ browser *browser }

// opener opens a tab that belongs to a test.
type opener func(*testing.T) *tab

func TestPagesInTheBrowser(t *testing.T) {
	t.Parallel()
	s := pages{newBrowser(t)}
	t.Run("start", s.start)
	t.Run("server down", s.serverDown)
	t.Run("search", s.search)
	t.Run("reading", s.reading)
	t.Run("sources", s.sources)
	t.Run("moving", s.moving)
	t.Run("states", s.states)
	t.Run("hostile", s.hostile)
	t.Run("look", s.look)
	t.Run("print", s.print)
}

// site starts a site with an API of its own.
func (s pages) site(t *testing.T) (opener, *fakeAPI) {
	t.Helper()
	api := newFakeAPI(t, s.browser.schema)
	return s.browser.at(t, api), api
}

func (s pages) start(t *testing.T) {
	t.Parallel()
	open, _ := s.site(t)
	t.Run("says what is on file and what may be asked", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.awaitText(".counts", "5,678")
		p.awaitText(".questions", "How much is on file?")
		assert.Equal(t, "/playground/#example=01-alleged", read[string](p, `document.querySelector('.questions .main a').getAttribute('href')`))
		assert.Len(t, p.texts("#legend li"), len(standings()), "every standing is explained")
		p.shoot("start")
		p.size(390, 844)
		p.shoot("start")
		p.assertQuiet()
	})
	t.Run("a question opens the playground with it", func(t *testing.T) {
		p := open(t)
		p.open("/")
		p.awaitText(".questions", "How much is on file?")
		p.do(chromedp.Click(chromedp.CSS(".questions .other a")))
		p.await(`location.pathname === '/playground/'`)
		p.awaitText(activeTab, "How much is on file?")
	})
	t.Run("an address that does not exist", func(t *testing.T) {
		p := open(t)
		p.open("/nothing")
		p.awaitText("h1", "There is nothing at this address")
		p.shoot("notfound")
	})
}

// serverDown looks at an API that hangs up, and at one behind a proxy that answers in HTML.
func (s pages) serverDown(t *testing.T) {
	t.Parallel()
	for says, api := range map[string]http.HandlerFunc{
		"the server cannot be reached":                       func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"the server answered HTTP 502 without readable JSON": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
	} {
		p := s.browser.at(t, api)(t)
		p.open("/")
		p.awaitText("#counts [role=alert]", "The counts could not be loaded: "+says+".")
		p.awaitText("#questions", "How much is on file?")
		p.open("/entity#id=ent_kaspersky")
		p.awaitText("[role=alert]", "The entity could not be loaded: "+says+". Try again")
	}
}
