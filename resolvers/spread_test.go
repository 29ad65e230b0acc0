package resolvers_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

const same = `mutation ($operation: ID = "same", $a: ID!, $b: ID!, $confirm: Boolean) { judgeIdentity(input: { operationId: $operation, by: "t", entities: [$a, $b], verdict: SAME, confirmSpread: $confirm }) { revision } }`

// spreading is a world in which things are alleged of twins, n of them of both.
func spreading(t *testing.T, n int) *api {
	t.Helper()
	service := seeded(t, 1)
	f := &fixture{}
	for _, id := range []string{"spy", "quiet", "denied", "left", "right", "boss"} {
		f.entity(id, graph.Person, id)
	}
	f.document("charges", "gazette", "Charges", "2024-08-01", graph.FullText)
	allege := func(subject, predicate string, what any) {
		f.say("ann", graph.Alleges, graph.OtherVoice, subject, predicate, what)
	}
	allege("service", "EMPLOYS", "spy")
	allege("boss", "OWNS", "branch-000")
	f.say("denied", graph.Denies, graph.PartyVoice, "denied", "LINKED_TO", "sylvania")
	for i := range n {
		land := fmt.Sprintf("land-%03d", i)
		f.entity(land, graph.Country, land)
		allege("left", "LINKED_TO", land)
		allege("right", "LINKED_TO", land)
	}
	f.finish()
	_, err := service.Write(t.Context(), "spreading", f.draft)
	require.NoError(t, err)
	return newAPI(service)
}

func TestSameAsksWhatWouldSpread(t *testing.T) {
	a := spreading(t, 120)
	type found struct {
		measures, allegations int
		more                  bool
	}
	for name, c := range map[string]struct {
		a, b   string
		spread *found
	}{
		"accused as the object":         {"spy", "quiet", &found{allegations: 1}},
		"in the other order":            {"quiet", "spy", &found{allegations: 1}},
		"more than can be compared":     {"left", "right", &found{allegations: 200, more: true}},
		"only denied":                   {"denied", "quiet", nil},
		"nothing about either":          {"twin-1", "quiet", nil},
		"the end that is not accused":   {"boss", "twin-2", nil},
		"accused, and in what is alike": {"acme-labs", "acme-holding", &found{measures: 1, allegations: 3}},
	} {
		t.Run(name, func(t *testing.T) {
			variables := map[string]any{"operation": name, "a": ent(c.a), "b": ent(c.b)}
			got := a.read(t, same, variables)
			if c.spread == nil {
				require.Empty(t, got.Errors)
				return
			}
			require.Len(t, got.Errors, 1)
			assert.Equal(t, "CONFLICT", got.Errors[0].Extensions["code"], got.Errors[0].Message)
			listed, ok := got.Errors[0].Extensions["candidates"].(map[string]any)
			require.True(t, ok)
			measures, _ := listed["measures"].([]any)
			allegations, _ := listed["allegations"].([]any)
			answered := found{len(measures), len(allegations), listed["more"] == true}
			assert.Equal(t, *c.spread, answered)
			variables["confirm"] = true
			require.Empty(t, a.read(t, same, variables).Errors)
			require.Empty(t, a.read(t, same, map[string]any{"operation": name, "a": ent(c.a), "b": ent(c.b)}).Errors, "not asked again")
		})
	}
}

func TestSameIsOfOneKind(t *testing.T) {
	a := spreading(t, 0)
	for _, confirm := range []bool{false, true} {
		got := a.read(t, same, map[string]any{"a": "ent_acme-labs", "b": "ent_acme-east", "confirm": confirm})
		require.Len(t, got.Errors, 1)
		assert.Equal(t, "BAD_USER_INPUT", got.Errors[0].Extensions["code"])
		assert.Equal(t, `entities: "a COMPANY and a REGIONAL_UNIT" is not valid, want two entities of one kind to be SAME`, got.Errors[0].Message)
	}
	for _, id := range []string{"ent_nobody", "doc_article"} {
		unknown := a.read(t, same, map[string]any{"a": "ent_acme-labs", "b": id})
		require.Len(t, unknown.Errors, 1)
		assert.Equal(t, "NOT_FOUND", unknown.Errors[0].Extensions["code"])
		assert.Contains(t, unknown.Errors[0].Message, "entities: "+id)
	}
}
