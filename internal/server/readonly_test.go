package server_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

const mutation = `mutation Note{note(operationId:"1",note:{text:"t"}){item{text}}}`

func noting(called *int) map[string]resolver {
	return map[string]resolver{"note": func(context.Context, map[string]any) (any, error) {
		*called++
		return map[string]any{"item": map[string]any{"text": "t"}}, nil
	}}
}

func TestMutations(t *testing.T) {
	called := 0
	h, _ := newHandler(t, server.Config{}, noting(&called))
	a := query(t, h, mutation)
	require.Equal(t, http.StatusOK, a.status)
	assert.JSONEq(t, `{"data":{"note":{"item":{"text":"t"}}}}`, string(a.body))
	assert.Equal(t, 1, called)
}

func TestReadOnlyRefusesMutations(t *testing.T) {
	called := 0
	h, _ := newHandler(t, server.Config{ReadOnly: true}, noting(&called))
	query(t, h, mutation).requireFailure(t, http.StatusForbidden, "READ_ONLY", "mutations are refused")
	assert.Zero(t, called)

	a := post(t, h, map[string]any{"query": mutation + " query Read{hello}", "operationName": "Read"})
	assert.JSONEq(t, `{"data":{"hello":"world"}}`, string(a.body), "a document may hold both")

	a = post(t, h, map[string]any{"query": mutation}, "Accept", plainJSON)
	require.Equal(t, http.StatusOK, a.status)
	_, code := a.failure(t)
	assert.Equal(t, "READ_ONLY", code)
}

func TestReadOnlyIntrospection(t *testing.T) {
	const document = `{
		__schema { mutationType { name } types { name } directives { name } }
		mutation: __type(name: "Mutation") { name }
		noted: __type(name: "Noted") { name }
		item: __type(name: "Item") { name fields { name } }
		none: __type(name: "Nothing") { name }
	}`
	for _, c := range []struct {
		name     string
		readOnly bool
		mutation any
	}{
		{"writable", false, map[string]any{"name": "Mutation"}},
		{"read-only", true, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, _ := newHandler(t, server.Config{ReadOnly: c.readOnly}, nil)
			data := query(t, h, document).members(t)["data"].(map[string]any)
			schema := data["__schema"].(map[string]any)
			assert.Equal(t, c.mutation, schema["mutationType"])
			assert.Equal(t, c.mutation, data["mutation"])
			assert.Equal(t, c.readOnly, data["noted"] == nil)
			assert.Nil(t, data["none"])
			assert.Equal(t, map[string]any{
				"name": "Item", "fields": []any{map[string]any{"name": "id"}, map[string]any{"name": "text"}},
			}, data["item"])

			names := map[string]bool{}
			for _, item := range schema["types"].([]any) {
				names[item.(map[string]any)["name"].(string)] = true
			}
			for _, written := range []string{"Mutation", "Note", "Mark", "Noted", "Author"} {
				assert.Equal(t, !c.readOnly, names[written], written)
			}
			for _, read := range []string{"Query", "Item", "ItemConnection", "String", "Boolean", "__Type"} {
				assert.True(t, names[read], read)
			}
		})
	}
}
