package resolvers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// TestRefusalsBeginWithTheField holds that a refused write tells first what is wrong in the input, on every store, and nothing of how
// the program is made.
func TestRefusalsBeginWithTheField(t *testing.T) {
	long := strings.Repeat("o", 150)
	entity := func(operation, id, rest string) string {
		return fmt.Sprintf(`mutation { addEntity(input: { operationId: %q, entity: { id: %q, %s } }) { revision } }`, operation, id, rest)
	}
	for name, c := range map[string]struct{ query, begins string }{
		"another kind":      {entity("a", "ent_acme", `kind: PERSON, caption: "Acme Works"`), "entity ent_acme: ent_acme is on file with another kind: conflict"},
		"another caption":   {entity("a", "ent_acme", `kind: CORPORATE_GROUP, caption: "Other"`), "entity ent_acme: ent_acme is on file with another caption: conflict"},
		"another input":     {entity("fixture-0", "ent_x", `kind: PERSON, caption: "X"`), "operationId fixture-0 is on file with another input: conflict"},
		"a long operation":  {entity(long, "ent_y", `kind: PERSON, caption: "Y"`), "operationId " + strings.Repeat("o", 60) + "… is on file with another input"},
		"an unknown object": {statement("ent_acme", "SUPPLIES", "ent_nobody", "gazette about acme, makes"), "claim: entity ent_nobody: not found"},
		"a wrong predicate": {statement("ent_acme", "SUPPLES", "ent_ministry", "gazette about acme, makes"), `predicate: "SUPPLES" is not valid`},
		"a wrong quote":     {statement("ent_acme", "SUPPLIES", "ent_ministry", "not a word of it"), "evidence[0]: quote"},
	} {
		t.Run(name, func(t *testing.T) {
			store, err := embedded.Open(t.Context(), t.TempDir(), embedded.Options{})
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, store.Close()) })
			for store, service := range map[string]*graph.Service{"model": newService(t), "embedded": serviceOver(store)} {
				seedWorld(t, service, 1)
				a := newAPI(service)
				require.Empty(t, a.read(t, entity(long, "ent_x", `kind: PERSON, caption: "X"`), nil).Errors)
				got := a.read(t, c.query, nil)
				require.Len(t, got.Errors, 1)
				assert.True(t, strings.HasPrefix(got.Errors[0].Message, c.begins), "%s: %s", store, got.Errors[0].Message)
				assert.NotContains(t, got.Errors[0].Message, "update")
			}
		})
	}
}

func statement(subject, predicate, object, quote string) string {
	return fmt.Sprintf(`mutation { recordStatement(input: { operationId: "s", by: "t", document: { id: "doc_article" }, subject: { id: %q }
		predicate: %q, object: { id: %q }, stance: ASSERTS, voice: PUBLISHER, speaker: { id: "ent_gazette" }, quote: %q }) { revision } }`,
		subject, predicate, object, quote)
}

func TestUnnamedOperationIsTold(t *testing.T) {
	got := newAPI(seeded(t, 1)).read(t, `query A { stats { entities } } query B { stats { claims } }`, nil)
	require.Len(t, got.Errors, 1)
	assert.Equal(t, `operationName: "" is not valid, want the name of one of the operations in the query`, got.Errors[0].Message)
	assert.Equal(t, "GRAPHQL_VALIDATION_FAILED", got.Errors[0].Extensions["code"])
}
