package server_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

// check is one check of the server audit of graphql-http, by its id there.
type check struct {
	id      string
	body    any // a map is sent as JSON, a string as it is
	headers []string
	status  int
	media   string // of the answer, when checked
	errors  *bool  // whether the answer must have errors
	noData  bool
}

func yes() *bool { b := true; return &b }
func no() *bool  { b := false; return &b }

// wrong are the values of a type that a parameter may not have, as the audit sends them.
func wrong(first any) []any { return []any{first, 0, false, []any{"array"}} }

// both are the checks that the audit makes under either media type: 400 or 200 with errors.
func both(strict, lenient string, i int, body map[string]any) []check {
	return []check{
		{id: fmt.Sprint(strict, i), body: body, headers: []string{"Accept", responseJSON}, status: http.StatusBadRequest},
		{id: fmt.Sprint(lenient, i), body: body, headers: []string{"Accept", plainJSON}, status: http.StatusOK, errors: yes()},
	}
}

// allowed are the checks that a request is answered under either media type.
func allowed(strict, lenient string, body map[string]any) []check {
	return []check{
		{id: strict, body: body, headers: []string{"Accept", responseJSON}, status: http.StatusOK, errors: no()},
		{id: lenient, body: body, headers: []string{"Accept", plainJSON}, status: http.StatusOK, errors: no()},
	}
}

func mediaChecks() []check {
	ok := map[string]any{"query": "{ __typename }"}
	return []check{
		{id: "22EB", body: ok, headers: []string{"Accept", responseJSON}, status: http.StatusOK, media: responseJSON},
		{id: "4655", body: ok, headers: []string{"Accept", plainJSON}, status: http.StatusOK, media: plainJSON},
		{id: "47DE", body: ok, headers: []string{"Accept", "*/*"}, status: http.StatusOK, media: plainJSON},
		{id: "82A3", body: ok, headers: []string{"Accept", ""}, status: http.StatusOK, media: "charset=utf-8"},
		{id: "BF61", body: ok, headers: []string{"Accept", "", "Content-Type", "application/json; charset=utf-8"}, status: http.StatusOK},
		{id: "78D5", body: ok, headers: []string{"Accept", ""}, status: http.StatusOK},
		{id: "2C94", body: ok, headers: []string{"Accept", ""}, status: http.StatusOK},
		{id: "9ABE", body: "", headers: []string{"Accept", "", "Content-Type", ""}, status: http.StatusUnsupportedMediaType},
		{id: "03D4", body: ok, headers: []string{"Accept", ""}, status: http.StatusOK},
		{id: "7267", body: "", headers: []string{"Accept", ""}, status: http.StatusOK, errors: yes()},
	}
}

func parameterChecks() []check {
	const document = "{ __typename }"
	missing := map[string]any{"notquery": document}
	checks := []check{
		{id: "6610", body: missing, headers: []string{"Accept", responseJSON}, status: http.StatusBadRequest},
		{id: "3715", body: missing, headers: []string{"Accept", plainJSON}, status: http.StatusOK, errors: yes()},
	}
	for i, value := range wrong(map[string]any{"an": "object"}) {
		checks = append(checks, both("4F5", "9FE", i, map[string]any{"query": value})...)
		checks = append(checks, both("E3E", "FB9", i, map[string]any{"query": document, "operationName": value})...)
	}
	for i, value := range wrong("string") {
		checks = append(checks, both("69B", "F05", i, map[string]any{"query": document, "variables": value})...)
		checks = append(checks, both("904", "368", i, map[string]any{"query": document, "extensions": value})...)
	}
	for i, name := range []string{"variables", "operationName", "extensions"} {
		checks = append(checks, allowed(fmt.Sprint("94B", i), fmt.Sprint("022", i), map[string]any{"query": document, name: nil})...)
	}
	named := map[string]any{"operationName": "Query", "query": "query Query { __typename }"}
	typed := map[string]any{
		"query":     "query Type($name: String!) { __type(name: $name) { name } }",
		"variables": map[string]any{"name": "sometype"},
	}
	extended := map[string]any{"query": document, "extensions": map[string]any{"some": "value"}}
	checks = append(checks, allowed("34A2", "13EE", map[string]any{"query": document})...)
	checks = append(checks, allowed("8161", "B8B3", named)...)
	checks = append(checks, allowed("2EA1", "28B9", typed)...)
	return append(checks, allowed("428F", "1B7A", extended)...)
}

func failureChecks() []check {
	var checks []check
	for _, c := range []struct {
		body    any
		lenient string   // 200 under application/json
		strict  []string // 400 under the other
		noData  string
	}{
		{`{ "not a JSON`, "D477", []string{"60AA", "2163"}, ""},
		{map[string]any{"qeury": "{ __typename }"}, "F5AF", []string{"3E36", "17C5"}, "34D6"},
		{map[string]any{"query": "{"}, "572B", []string{"865D", "556A"}, "D586"},
		{map[string]any{"query": "{ 8f31403dfe404bccbb0e835f2629c6a7 }"}, "FDE2", []string{"51FE", "74FF"}, "5E5B"},
	} {
		checks = append(checks, check{id: c.lenient, body: c.body, headers: []string{"Accept", plainJSON}, status: http.StatusOK})
		for _, id := range c.strict {
			checks = append(checks, check{id: id, body: c.body, headers: []string{"Accept", responseJSON}, status: http.StatusBadRequest})
		}
		if c.noData != "" {
			checks = append(checks, check{id: c.noData, body: c.body, headers: []string{"Accept", responseJSON}, status: http.StatusBadRequest, noData: true})
		}
	}
	return checks
}

// The audit's checks that do not ask for GET, all of which pass.
func TestGraphQLOverHTTPAudit(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	checks := append(append(mediaChecks(), parameterChecks()...), failureChecks()...)
	require.Len(t, checks, 73)
	seen := map[string]bool{}
	for _, c := range checks {
		require.False(t, seen[c.id], c.id)
		seen[c.id] = true
		t.Run(c.id, func(t *testing.T) {
			a := post(t, h, c.body, c.headers...)
			require.Equal(t, c.status, a.status, string(a.body))
			assert.Contains(t, a.header.Get("Content-Type"), c.media)
			if c.errors != nil {
				assert.Equal(t, *c.errors, a.members(t)["errors"] != nil, string(a.body))
			}
			if c.noData {
				assert.NotContains(t, a.members(t), "data")
			}
		})
	}
}

// The one check of GET that a server without GET passes; 80D8, 5A70, D6D5 and 6A70 ask for GET.
func TestGraphQLOverHTTPAuditOfMutationsByGET(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	a := ask(h, http.MethodGet, "/graphql?query=mutation%20%7B%20__typename%20%7D", "", "Accept", responseJSON)
	a.requireFailure(t, http.StatusMethodNotAllowed, "BAD_USER_INPUT", "POST")
}

func TestAuditAnswersAreUTF8(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, map[string]resolver{"hello": echo})
	a := post(t, h, map[string]any{"query": `{hello(name:"Касперский")}`})
	assert.Contains(t, string(a.body), "Касперский")
}
