package resolvers_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/model"
)

// forged is a cursor with a revision far ahead.
func forged(t testing.TB, cursor string) string {
	t.Helper()
	read, _, err := model.DecodeCursor(cursor)
	require.NoError(t, err)
	return model.EncodeCursor(read, model.Pin{Revision: 1_000_000})
}

// TestCutListsAreNamed holds that a plain list gives 100 entries and says when there were more.
func TestCutListsAreNamed(t *testing.T) {
	service := seeded(t, 1)
	f := &fixture{}
	f.document("passports", "gazette", "Many passports", "2024-08-01", graph.FullText)
	for i := range 120 {
		id := fmt.Sprintf("land-%03d", i)
		f.entity(id, graph.Country, id)
		f.tell("bob", "CITIZEN_OF", id)
	}
	f.finish()
	_, err := service.Write(t.Context(), "passports", f.draft)
	require.NoError(t, err)

	got := newAPI(service).read(t, `{
		bob: entity(id: "ent_bob") { ... on Person { all: citizenships { ties { node { id } } } again: citizenships { ties { standing } } } }
		ann: entity(id: "ent_ann") { ... on Person { citizenships { ties { node { id } } } } }
	}`, nil)

	require.Empty(t, got.Errors)
	assert.JSONEq(t, `[{"path":["bob","again","ties"],"limit":100},{"path":["bob","all","ties"],"limit":100}]`, string(got.Extensions["truncated"]))
	var bob struct {
		All struct {
			Ties []json.RawMessage `json:"ties"`
		} `json:"all"`
	}
	require.NoError(t, json.Unmarshal(got.Data["bob"], &bob))
	assert.Len(t, bob.All.Ties, 100)
}

// TestOneOperationSeesOneState holds that all fields of an operation read at one revision, whatever is written meanwhile.
func TestOneOperationSeesOneState(t *testing.T) {
	service := seeded(t, 2)
	a := newAPI(service)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 150 {
			id := graph.EntityID(fmt.Sprintf("ent_new-%d", i))
			_, err := service.Write(t.Context(), graph.OperationID(id), graph.Draft{Entities: []graph.Entity{
				{ID: id, Kind: graph.Sector, Caption: "New"},
			}})
			assert.NoError(t, err)
		}
	}()
	for reading := true; reading; {
		select {
		case <-done:
			reading = false
		default:
		}
		got := a.read(t, `{ a: entities { totalCount } b: entities { totalCount } c: entities(first: 1, kinds: [SECTOR]) { totalCount }
			d: entities(first: 1, kinds: [SECTOR]) { totalCount } }`, nil)
		require.Empty(t, got.Errors)
		assert.JSONEq(t, string(got.Data["a"]), string(got.Data["b"]))
		assert.JSONEq(t, string(got.Data["c"]), string(got.Data["d"]))
	}
}

// TestReadersAreClosed holds that what an operation opened is closed with it, also when it failed.
func TestReadersAreClosed(t *testing.T) {
	traced := tracedAPI(t, 2)
	early := time.Date(2026, 1, 2, 3, 4, 7, 0, time.UTC).Format(time.RFC3339)
	for name, query := range map[string]string{
		"one revision":   `{ entity(id: "ent_acme") { name } stats { entities } }`,
		"two revisions":  `{ a: entities { totalCount } b: entities(knownAt: "` + early + `") { totalCount } c: entities(knownAt: "` + early + `") { totalCount } }`,
		"an error":       `{ entity(id: "ent_nobody") { name } }`,
		"an error below": `{ entity(id: "ent_acme") { ties(first: 1000) { totalCount } } }`,
		"a mutation":     `mutation { addEntity(input: { operationId: "a", entity: { kind: PERSON, caption: "A" } }) { entity { id } } }`,
	} {
		t.Run(name, func(t *testing.T) {
			traced.ask(t, query, nil)
			traced.store.mu.Lock()
			defer traced.store.mu.Unlock()
			assert.Equal(t, traced.store.calls["Snapshot"], traced.store.calls["Close"])
			clear(traced.store.calls)
		})
	}
}

// TestMutationsOfOneOperationSeeEachOther holds that a later one may speak of what an earlier one recorded.
func TestMutationsOfOneOperationSeeEachOther(t *testing.T) {
	a := newAPI(seeded(t, 1))
	got := a.read(t, `mutation {
		said: recordAssertion(input: { operationId: "a", by: "t", id: "ast_first", stance: ASSERTS
			claim: { new: { subject: { id: "ent_acme" }, predicate: "SUPPLIES", object: { id: "ent_ministry" } } }
			speech: { voice: PUBLISHER, speaker: { id: "ent_gazette" } }
			evidence: [{ document: "doc_article", quote: "gazette about acme, makes" }] }) { claim { standing } }
		back: retractAssertion(input: { operationId: "b", by: "t", assertion: "ast_first"
			speech: { voice: PUBLISHER, speaker: { id: "ent_gazette" } }
			evidence: [{ document: "doc_article", quote: "gazette about acme, active_in" }] }) { claim { standing } }
		said2: recordAssertion(input: { operationId: "a", by: "t", id: "ast_first", stance: ASSERTS
			claim: { new: { subject: { id: "ent_acme" }, predicate: "SUPPLIES", object: { id: "ent_ministry" } } }
			speech: { voice: PUBLISHER, speaker: { id: "ent_gazette" } }
			evidence: [{ document: "doc_article", quote: "gazette about acme, makes" }] }) { claim { standing } }
	}`, nil)
	require.Empty(t, got.Errors)
	assert.JSONEq(t, `{"claim":{"standing":"REPORTED"}}`, string(got.Data["said"]))
	assert.JSONEq(t, `{"claim":{"standing":"RETRACTED"}}`, string(got.Data["back"]))
	assert.JSONEq(t, `{"claim":{"standing":"REPORTED"}}`, string(got.Data["said2"]), "the first answer, at its revision")
}
