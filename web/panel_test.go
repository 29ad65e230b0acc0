package web_test

import (
	"maps"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph"
)

// panel is the open claim: all that is on file about it can be reached from it, and it says that it follows no dates.
func (s dashboard) panel(t *testing.T) {
	claim := ""
	api := emptyAPI(t, func(*graph.Service) {})
	input := map[string]any{
		"by": "t", "predicate": "OWNS", "stance": "ASSERTS", "voice": "OTHER", "quote": "Acme owns Widgets",
		"document": map[string]any{"new": map[string]any{"title": "A note", "language": "en", "rights": "FULL_TEXT", "text": "Acme owns Widgets, they say."}},
		"subject":  map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": "Acme"}},
		"object":   map[string]any{"new": map[string]any{"kind": "COMPANY", "caption": "Widgets"}},
	}
	id := func(value any) string { return value.(map[string]any)["id"].(string) }
	for i := range 7 {
		maps.Copy(input, map[string]any{"operationId": strconv.Itoa(i), "speaker": map[string]any{"new": map[string]any{"kind": "PERSON", "caption": "Speaker " + strconv.Itoa(i)}}})
		got := write(t, api, `mutation R($input: RecordStatementInput!) { recordStatement(input: $input) { claim { id subject { id } object { id } } document { id } } }`, input)["recordStatement"].(map[string]any)
		ends := got["claim"].(map[string]any)
		claim = id(ends)
		maps.Copy(input, map[string]any{"document": map[string]any{"id": id(got["document"])}, "subject": map[string]any{"id": id(ends["subject"])}, "object": map[string]any{"id": id(ends["object"])}})
	}
	p := s.browser.at(t, api)(t)
	p.open("/#v=1&view=entity&focus=" + id(input["subject"]) + "&claim=" + claim)
	p.awaitText(".panel .more", "2 more on file for it")
	assert.Len(t, p.texts(".panel .for .card"), 5)
	p.clickText(".panel .more button", "Show more")
	p.await(`document.querySelectorAll('.panel .for .card').length === 7 && !document.querySelector('.panel .more')`)
	assert.True(t, read[bool](p, `document.activeElement.matches('.panel')`), "the focus stays in the claim")
	assert.NotContains(t, read[string](p, `document.querySelector('.panel').innerText`), "chosen dates")
	p.open("/#v=1&view=entity&focus=" + id(input["subject"]) + "&at=2024-01-01&claim=" + claim)
	p.awaitText(".panel .note", "the chosen dates do not change an open claim")
	p.assertQuiet()
}
