package web_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

func (s dashboard) states(t *testing.T) {
	open, api := s.site(t)
	p := open(t)
	t.Run("each part fails by itself, says why, and tries again", func(_ *testing.T) {
		for operation, c := range map[string]struct{ address, says, good string }{
			"Home":         {"/", "What is on file could not be loaded", "Questions to begin with"},
			"EntityHead":   {"/#v=1&view=entity&focus=" + unit, "The entity could not be loaded", "Names and identifiers"},
			"EntityTies":   {"/#v=1&view=entity&focus=" + unit, "Ties could not be loaded", "allegedly cooperates with"},
			"Members":      {"/#v=1&view=table&focus=" + unit, "The chosen entities could not be loaded", "of 1 entity"},
			"Facets":       {"/#v=1&view=graph&focus=" + unit + "&x.node=" + unit, "The kinds of its ties could not be loaded", "employs"},
			"SetTies":      {"/#v=1&view=table&focus=" + unit, "The ties could not be loaded", "ties among"},
			"Allegations":  {"/#v=1&view=claims&focus=" + unit, "Alleged, denied, determined could not be loaded", "Denied in general words by"},
			"Paths":        {toService, "The paths could not be loaded", "25 with alleged ties"},
			"Sites":        {"/#v=1&view=map&focus=" + company, "The places could not be loaded", "at its city"},
			"Documents":    {"/#v=1&view=document", "could not be loaded", "only cited"},
			"DocumentHead": {"/#v=1&view=document&document=" + answers, "The document could not be loaded", "SHA-256"},
			"Facts":        {"/#v=1&view=document&document=" + answers, "What was recorded from it could not be loaded", "show in the text"},
			"Claim":        {"/#v=1&view=home&claim=clm_gone", "The claim could not be loaded", "There is no claim with this id"},
		} {
			api.fail(operation, apiError{"STORE_UNAVAILABLE", "the store did not answer"})
			p.open("/playground/")
			p.open(c.address)
			p.awaitText("[role=alert]", c.says)
			p.awaitText("[role=alert]", "the store did not answer (request req-7).")
			p.awaitText("[role=alert]", "may be answered in a moment")
			api.fail(operation, apiError{})
			p.clickText("[role=alert] button", "Try again")
			p.awaitText("body", c.good)
			p.await(`!document.querySelector('[role=alert]')`)
			assert.True(t, read[bool](p, `document.activeElement.matches('.panel, #main')`), "%s: the button that went had the focus", operation)
		}
	})
	t.Run("a list says that there are more than were counted", func(t *testing.T) {
		counted := askAPI[struct {
			Documents struct {
				TotalCount int
				PageInfo   struct{ EndCursor string }
			}
		}](t, s.api, `{ documents(first: 50) { totalCount pageInfo { endCursor } } }`, nil).Documents
		rest := `,"endCursor":` + quote(counted.PageInfo.EndCursor) + `},"truncated":`
		api.rewrite(fmt.Sprintf(`"totalCount":%d,"pageInfo":{"hasNextPage":true`, counted.TotalCount)+rest+"null", `"totalCount":null,"pageInfo":{"hasNextPage":true`+rest+`{"reason":"LIMIT","limit":1000}`)
		p.open("/#v=1&view=document")
		p.awaitText("#documents .more", "50 shown; there are more")
		p.awaitText("#documents .cut", "Not all is listed: at most 1,000 at once.")
		api.rewrite(`"documents":{"totalCount":`, `"documents":{"edges":[],"totalCount":null,"pageInfo":{"hasNextPage":false},"truncated":null},"was":{"totalCount":`)
		p.open("/playground/")
		p.open("/#v=1&view=document")
		p.awaitText("#documents", "No document holds these words.")
		api.rewrite("\x00", "")
	})
	t.Run("what was pressed is tried again", func(_ *testing.T) {
		p.open("/#v=1&view=graph&set=" + unit + "," + service + "&x.node=" + unit)
		api.fail("EntityTies", apiError{"STORE_UNAVAILABLE", "the store did not answer"})
		p.clickText(".kinds button", "more that it employs")
		p.awaitText("[role=alert]", "More ties could not be loaded: the store did not answer (request req-7).")
		api.fail("EntityTies", apiError{})
		p.clickText("[role=alert] button", "Try again")
		p.await(`document.querySelectorAll('[data-node]').length > 10 && !document.querySelector('[role=alert]')`)
	})
	p.assertQuiet()
	t.Run("the server is away", func(t *testing.T) {
		for says, api := range map[string]http.HandlerFunc{
			"the server cannot be reached":                       func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
			"the server answered HTTP 502 without readable JSON": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
		} {
			p := s.browser.at(t, api)(t)
			p.open("/")
			p.awaitText("[role=alert]", "What is on file could not be loaded: "+says+".")
			p.open("/#v=1&view=entity&focus=ent_kaspersky")
			p.awaitText("[role=alert]", "The entity could not be loaded: "+says+".")
		}
	})
	t.Run("an empty store", func(t *testing.T) {
		p := s.browser.at(t, emptyAPI(t, func(*graph.Service) {}))(t)
		p.open("/")
		p.awaitText("main", "Nothing is on file yet")
		p.open("/#v=1&view=document")
		p.awaitText("main", "No document")
		p.assertQuiet()
	})
	t.Run("nothing of what a link chooses is on file, which is said once", func(t *testing.T) {
		p := open(t)
		p.open("/#v=1&view=table&set=ent_gone")
		p.awaitText(".problems", "Not all that is chosen can be shown")
		p.arrive()
		assert.Equal(t, []string{"Table of 0 entities"}, p.texts("h1"))
		p.assertQuiet()
	})
	t.Run("each page tells what its signs mean", func(t *testing.T) {
		p := open(t)
		p.open("/#v=1&view=document")
		p.awaitText("footer summary", "What these signs mean")
		assert.Empty(t, p.texts("footer dd"))
		p.clickText("footer summary", "What these signs mean")
		p.awaitText("footer dd", "withdrawn by who said it")
		p.assertQuiet()
	})
	t.Run("an address that does not exist", func(t *testing.T) {
		p := open(t)
		p.open("/nothing")
		p.awaitText("h1", "There is nothing at this address")
		p.do(chromedp.Click(chromedp.CSS("main a")))
		p.awaitText("h1", "Who says what")
		assert.Equal(t, "/", read[string](p, "location.pathname"))
	})
}
