package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

const (
	hostileName  = "<script>document.title='owned'</script>gpj.exe 🕵️"
	hostileQuote = "𝔻oes \"><img src=x onerror=alert(1)> & 🧵 spy"
)

// record records statements whose every word tries to break out, reads backwards, or is endless. It returns the entity's id.
func record(t *testing.T, api http.Handler) string {
	t.Helper()
	endless := strings.Repeat("endless words 🧵 ", 600)
	text := "A first " + hostileQuote + " and then " + hostileQuote + " again, " + endless + ".\n\nIt denies </blockquote><script>alert(2)</script> all of it."
	document := map[string]any{"new": map[string]any{
		"title": hostileName, "language": "en", "url": "https://example.org/\"><script>", "rights": "FULL_TEXT", "text": text,
	}}
	subject := map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": hostileName}}
	object := map[string]any{"new": map[string]any{"kind": "INTELLIGENCE_SERVICE", "caption": hostileName + strings.Repeat(" endless", 20)}}
	statement := map[string]any{
		"operationId": "hostile-1", "by": hostileName, "document": document, "subject": subject, "predicate": "COOPERATES_WITH", "object": object,
		"stance": "ALLEGES", "voice": "OTHER", "speaker": map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "evil"}},
		"quote": hostileQuote, "start": len([]rune("A first " + hostileQuote + " and then ")), "channel": "<b>phone</b>",
	}
	const mutation = `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { claim { subject { id } } } }`
	data := write(t, api, mutation, statement)
	claim := data["recordStatement"].(map[string]any)["claim"].(map[string]any)
	return claim["subject"].(map[string]any)["id"].(string)
}

func (s dashboard) hostile(t *testing.T) {
	api := emptyAPI(t, func(*graph.Service) {})
	id := record(t, api)
	m := newMeddler(api)
	m.written, m.read = "gpj.exe", "\u202egpj.exe\u202c" // what turns the direction is refused when it is recorded
	p := s.browser.at(t, m)(t)
	for _, width := range []int64{1280, 390} {
		p.size(width, 844)
		for _, view := range []string{"entity", "table", "claims"} {
			p.open("/#v=1&view=" + view + "&focus=" + id)
			p.awaitText("main", "cooperates")
			p.awaitText("main", "gpj.exe")
			assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "%s: nothing runs off at %d pixels", view, width)
			p.shoot("hostile-" + view)
		}
	}
	p.awaitText("main mark", hostileQuote)
	assert.True(t, read[bool](p, `document.querySelector('main mark').previousSibling.data.endsWith('and then ')`), "the second of two equal quotes is meant")
	p.clickText(".pair .source a", "gpj.exe")
	p.await(`document.querySelector('.text mark')`)
	assert.Equal(t, []string{hostileQuote}, p.texts(".text mark"))
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.text mark a').click()`))
	p.awaitText(".panel mark", hostileQuote)
	p.open("/#v=1&view=document")
	p.awaitText("#documents", "gpj.exe")
	far := askAPI[struct {
		Entity struct {
			Ties struct {
				Edges []struct{ Node struct{ ID string } }
			}
		}
	}](t, api, `query Q($id: ID!) { entity(id: $id) { ties(first: 1) { edges { node { id } } } } }`, map[string]any{"id": id}).Entity.Ties.Edges[0].Node.ID
	p.open("/#v=1&view=compare&x.by=entities&set=" + id + "," + far)
	p.awaitText("#between", "cooperates")
	p.awaitText("main select", "gpj.exe")
	assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off")
	p.open("/")
	p.awaitText("#questions", "gpj.exe")
	assert.True(t, read[bool](p, "document.documentElement.scrollWidth <= innerWidth"), "nothing runs off")
	p.open("/#v=1&view=home&x.a=<script>alert(1)</script>&set=<img>")
	p.awaitText(".problems", "no id: <img>")
	p.do(chromedp.SendKeys(chromedp.CSS("#search"), "script"))
	p.awaitText("#found", "contains direction marks")
	assert.Equal(t, 1, read[int](p, "document.scripts.length"), "no script but ours")
	assert.Equal(t, 0, read[int](p, "document.images.length"))
	assert.Equal(t, 0, read[int](p, `document.querySelectorAll('a[href^="javascript:"]').length`))
	p.assertQuiet()
}
