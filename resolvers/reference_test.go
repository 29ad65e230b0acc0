package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestUnknownIDsAreNotFound holds that an id which names nothing of its type is told, where it would otherwise look as if nothing
// were on file about it.
func TestUnknownIDsAreNotFound(t *testing.T) {
	a := newAPI(seeded(t, 2))
	count := " { totalCount } }"
	below := func(field string) string { return `{ entity(id: "ent_acme") { ` + field + count + ` }` }
	for name, c := range map[string]struct{ query, told string }{
		"about":             {`{ claims(filter: { about: ["ent_acme", "ent_no"] })` + count, "claims: about ent_no"},
		"subject":           {`{ claims(filter: { subject: ["ent_no"] })` + count, "claims: subject ent_no"},
		"object":            {`{ claims(filter: { object: ["ent_no"] })` + count, "claims: object ent_no"},
		"speaker":           {`{ claims(filter: { speaker: ["ent_no"] })` + count, "claims: speaker ent_no"},
		"document":          {`{ claims(filter: { document: ["doc_no"] })` + count, "claims: document doc_no"},
		"of another type":   {`{ claims(filter: { about: ["doc_article"] })` + count, "claims: about doc_article"},
		"no id at all":      {`{ claims(filter: { about: [""] })` + count, "claims: about "},
		"a long one":        {`{ claims(filter: { about: ["` + strings.Repeat("x", 90) + `"] })` + count, "about " + strings.Repeat("x", 60) + "…:"},
		"allegations about": {`{ allegations(filter: { about: ["ent_no"] })` + count, "allegations: about ent_no"},
		"authority":         {`{ measures(filter: { authority: ["ent_no"] })` + count, "measures: authority ent_no"},
		"measures about":    {`{ measures(filter: { about: ["ent_no"] })` + count, "measures: about ent_no"},
		"publisher":         {`{ documents(filter: { publisher: ["ent_no"] })` + count, "documents: publisher ent_no"},
		"documents about":   {`{ documents(filter: { about: ["ent_no"] })` + count, "documents: about ent_no"},
		"ties with":         {`{ entities(filter: { ties: { none: { with: ["ent_no"] } } })` + count, "entities: with ent_no"},
		"tie count":         {`{ entities(filter: { tieCount: { filter: { with: ["ent_no"] }, min: 1 } })` + count, "entities: with ent_no"},
		"targeted":          {`{ entities(filter: { not: { targeted: { some: { authority: ["ent_no"] } } } })` + count, "entities: authority ent_no"},
		"a place":           {`{ entities(filter: { headquarteredIn: { id: "ent_no" } })` + count, "ent_no"},
		"changes":           {`{ changes(of: ["ent_acme", "clm_no"])` + count, "changes: of clm_no"},
		"competence":        {`{ competence(body: "ent_no") { voice } }`, "competence: body ent_no"},
		"from":              {`{ paths(from: "ent_no", to: "ent_acme") { truncated { limit } } }`, "paths: from ent_no"},
		"to":                {`{ paths(from: "ent_acme", to: "ent_no") { truncated { limit } } }`, "paths: to ent_no"},
		"subgraph":          {`{ subgraph(ids: ["ent_acme", "ent_no"]) { entities { id } } }`, "subgraph: ids ent_no"},
		"nested with":       {below(`ties(filter: { with: ["ent_no"] })`), "ties: with ent_no"},
		"said about":        {below(`said(about: "ent_no")`), "said: about ent_no"},
		"units in a place":  {`{ entity(id: "ent_acme") { ... on CorporateGroup { units(filter: { locatedIn: [{ id: "ent_no" }] })` + count + ` } }`, "ent_no"},
		"speakers":          {`{ entity(id: "ent_ban") { ... on Measure { statementsAbout(speakers: ["ent_no"])` + count + ` } }`, "statementsAbout: speakers ent_no"},
		"not yet on file":   {`{ claims(filter: { document: ["doc_article"] }, knownAt: "2026-01-02T03:04:06Z")` + count, "document doc_article"},
	} {
		t.Run(name, func(t *testing.T) {
			got := a.read(t, c.query, nil)
			require.Len(t, got.Errors, 1)
			assert.Equal(t, "NOT_FOUND", got.Errors[0].Extensions["code"], got.Errors[0].Message)
			assert.Contains(t, got.Errors[0].Message, c.told)
		})
	}
}

func TestKnownIDsOfEveryTypeAreFound(t *testing.T) {
	a := newAPI(seeded(t, 1))
	for name, query := range map[string]string{
		"entities and documents": `{ claims(filter: { about: ["ent_acme", "ent_acme"], document: ["doc_article", "doc_wire"] }) { totalCount } }`,
		"anything that changed":  `{ changes(of: ["ent_acme", "doc_article", "ast_retracted"]) { totalCount } }`,
		"null":                   `{ competence(body: null) { voice } claims(filter: { about: null }) { totalCount } }`,
	} {
		t.Run(name, func(t *testing.T) { require.Empty(t, a.read(t, query, nil).Errors) })
	}
}

// TestNamedIDsAreReadAtOnce holds that all ids in the arguments of an operation cost one reading by id of each kind.
func TestNamedIDsAreReadAtOnce(t *testing.T) {
	traced := tracedAPI(t, 1)
	alone, many := 0, 0
	for query, calls := range map[string]*int{
		`{ claims(filter: { about: ["ent_acme"] }) { totalCount } }`:                                        &alone,
		`{ claims(filter: { about: ["ent_acme", "ent_acme-labs", "ent_ann", "ent_bob"] }) { totalCount } }`: &many,
	} {
		traced.ask(t, query, nil)
		traced.store.mu.Lock()
		*calls = traced.store.calls["Entities"]
		clear(traced.store.calls)
		traced.store.mu.Unlock()
	}
	assert.NotZero(t, alone)
	assert.Equal(t, alone, many)
}

func TestBackwardSpansAreRefused(t *testing.T) {
	a := newAPI(seeded(t, 1))
	for name, c := range map[string]struct{ query, told string }{
		"claims":      {`{ claims(filter: { from: "2024-02-01", to: "2024-01-31" }) { totalCount } }`, `from: "2024-02-01" is not valid, want a day that is not after to, which is 2024-01-31`},
		"allegations": {`{ allegations(filter: { from: "2024-02-01", to: "2024-01-31" }) { totalCount } }`, `from: "2024-02-01"`},
		"measures":    {`{ measures(filter: { firstDayFrom: "2024-02-01", firstDayTo: "2024-01-31" }) { totalCount } }`, `firstDayFrom: "2024-02-01"`},
		"documents":   {`{ documents(publishedFrom: "2024-02-01", publishedTo: "2024-01-31") { totalCount } }`, `publishedFrom: "2024-02-01"`},
	} {
		t.Run(name, func(t *testing.T) {
			got := a.read(t, c.query, nil)
			require.Len(t, got.Errors, 1)
			assert.Equal(t, "BAD_USER_INPUT", got.Errors[0].Extensions["code"])
			assert.Contains(t, got.Errors[0].Message, c.told)
			require.Empty(t, a.read(t, strings.ReplaceAll(c.query, "2024-01-31", "2024-02-01"), nil).Errors, "one day")
		})
	}
}

// TestHugeNumbersAreShownAsGiven holds that a number beyond 32 bits is refused as any other that is too great.
func TestHugeNumbersAreShownAsGiven(t *testing.T) {
	a := newAPI(seeded(t, 1))
	for name, number := range map[string]string{
		"beyond 32 bits": "99999999999", "far below": "-99999999999", "a little": "101", "none": "0",
	} {
		t.Run(name, func(t *testing.T) {
			want := `first: "` + number + `" is not valid, want 1 to 100`
			written := a.read(t, `{ entities(first: `+number+`) { totalCount } }`, nil)
			require.Len(t, written.Errors, 1)
			assert.Equal(t, "BAD_USER_INPUT", written.Errors[0].Extensions["code"])
			assert.Contains(t, written.Errors[0].Message, want)
			given := a.read(t, `query ($n: Int) { entities(first: $n) { totalCount } }`, map[string]any{"n": json.Number(number)})
			require.Len(t, given.Errors, 1)
			assert.Contains(t, given.Errors[0].Message, want)
		})
	}
}
