package resolvers_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFreeTextsAreChecked holds free texts of inputs to what a reader can see and a list can show.
func TestFreeTextsAreChecked(t *testing.T) {
	const entity = `mutation ($text: String!) { addEntity(input: { operationId: "w", by: "t", entity: { kind: PERSON, caption: $text } }) { revision } }`
	const by = `mutation ($text: String!) { addEntity(input: { operationId: "w", by: $text, entity: { kind: PERSON, caption: "A" } }) { revision } }`
	const operation = `mutation ($text: ID!) { addEntity(input: { operationId: $text, entity: { kind: PERSON, caption: "A" } }) { revision } }`
	const title = `mutation ($text: String!) { addDocument(input: { operationId: "w", document: { title: $text, text: "A word." } }) { revision } }`
	said := func(speech, evidence string) string {
		return `mutation ($text: String!) { recordAssertion(input: { operationId: "w", by: "t", stance: ASSERTS
			claim: { new: { subject: { id: "ent_acme" }, predicate: "SUPPLIES", object: { id: "ent_ministry" } } }
			speech: { voice: PUBLISHER, speaker: { id: "ent_gazette" } ` + speech + ` }
			evidence: [{ document: "doc_article", quote: "gazette about acme, makes" ` + evidence + ` }] }) { revision } }`
	}
	channel, page := said("channel: $text", ""), said("", "page: $text")
	judge := `mutation ($text: String!) { judgeIdentity(input: { operationId: "w", by: $text, entities: ["ent_twin-1", "ent_twin-2"], verdict: UNSURE }) { revision } }`
	for name, c := range map[string]struct{ query, text, told string }{
		"a caption":             {entity, "Zoë Ω, 株式会社", ""},
		"a caption with a bell": {entity, "a\ab", `caption: "a\ab" is not valid, want a text without control characters`},
		"turned":                {entity, "a\u202Eb", "caption: "},
		"isolated":              {entity, "a\u2066b", "caption: "},
		"a title with NUL":      {title, "a\x00b", "title: "},
		"a title":               {title, "Über alles", ""},
		"nobody":                {by, "", `by: "" is not valid, want a text that is not blank`},
		"a blank name":          {by, " \u00a0 ", "by: "},
		"a long name":           {by, strings.Repeat("ä", 200), ""},
		"too long a name":       {by, strings.Repeat("ä", 201), `by: "` + strings.Repeat("ä", 60) + `…" is not valid, want at most 200 characters`},
		"a line break":          {judge, "A\nB", "by: "},
		"no operation":          {operation, "", "operationId: "},
		"a blank operation":     {operation, "\t", "operationId: "},
		"a long operation":      {operation, strings.Repeat("o", 201), "operationId: "},
		"a turned operation":    {operation, "a\u2069", "operationId: "},
		"a channel":             {channel, "press call", ""},
		"a channel in colours":  {channel, "\x1b[31mred", "channel: "},
		"a page":                {page, strings.Repeat("5", 50), ""},
		"too long a page":       {page, strings.Repeat("5", 51), "page: \"" + strings.Repeat("5", 51) + "\" is not valid, want at most 50 characters"},
		"a page with DEL":       {page, "5\x7f", "page: "},
	} {
		t.Run(name, func(t *testing.T) {
			got := newAPI(seeded(t, 1)).read(t, c.query, map[string]any{"text": c.text})
			if c.told == "" {
				require.Empty(t, got.Errors)
				return
			}
			require.Len(t, got.Errors, 1)
			assert.Equal(t, "BAD_USER_INPUT", got.Errors[0].Extensions["code"])
			assert.True(t, strings.HasPrefix(got.Errors[0].Message, c.told), got.Errors[0].Message)
		})
	}
}
