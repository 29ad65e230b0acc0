package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

// echo answers hello with its argument.
func echo(_ context.Context, args map[string]any) (any, error) {
	return args["name"], nil
}

func TestMethods(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	for _, method := range []string{
		http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodPatch,
	} {
		t.Run(method, func(t *testing.T) {
			a := ask(h, method, "/graphql?query={hello}", "")
			assert.Equal(t, http.StatusMethodNotAllowed, a.status)
			assert.Equal(t, "POST", a.header.Get("Allow"))
		})
	}
}

func TestContentTypes(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	for name, headers := range map[string][]string{
		"none":         {"Content-Type", ""},
		"form":         {"Content-Type", "application/x-www-form-urlencoded"},
		"multipart":    {"Content-Type", "multipart/form-data; boundary=x"},
		"text":         {"Content-Type", "text/plain"},
		"graphql":      {"Content-Type", "application/graphql"},
		"charset":      {"Content-Type", "application/json; charset=utf-16"},
		"broken":       {"Content-Type", "application/json; charset"},
		"compressed":   {"Content-Encoding", "gzip"},
		"strange type": {"Content-Type", "application/json-patch+json"},
	} {
		t.Run(name, func(t *testing.T) {
			post(t, h, map[string]any{"query": "{hello}"}, headers...).
				requireFailure(t, http.StatusUnsupportedMediaType, "BAD_USER_INPUT", "application/json")
		})
	}
	t.Run("capitals", func(t *testing.T) {
		a := post(t, h, map[string]any{"query": "{hello}"}, "Content-Type", "Application/JSON; Charset=UTF-8", "Content-Encoding", "identity")
		assert.Equal(t, http.StatusOK, a.status)
	})
	t.Run("an upgrade is no WebSocket", func(t *testing.T) {
		a := ask(h, http.MethodGet, "/graphql", "", "Connection", "Upgrade", "Upgrade", "websocket")
		assert.Equal(t, http.StatusMethodNotAllowed, a.status)
	})
}

func TestAccept(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	for _, c := range []struct{ accept, media string }{
		{"", plainJSON},
		{"*/*", plainJSON},
		{"application/*", plainJSON},
		{"application/json, multipart/mixed", plainJSON},
		{"application/graphql-response+json, application/json;q=0.9", responseJSON},
		{"application/json;q=0.9, application/graphql-response+json", responseJSON},
		{"application/json, application/graphql-response+json", plainJSON},
		{"application/graphql-response+json;q=0, application/json;q=0.1", plainJSON},
		{"text/html, */*;q=0.1", plainJSON},
		{"application/graphql-response+json; charset=utf-8", responseJSON},
		{"application/graphql-response+json; charset=latin1, application/json;q=0.1", plainJSON},
		{"text/html", ""},
		{"application/json;q=0", ""},
		{"application/json;q=much", ""},
		{"application/json; charset=utf-16", ""},
		{"nonsense;;", ""},
	} {
		t.Run(c.accept, func(t *testing.T) {
			a := post(t, h, map[string]any{"query": "{hello}"}, "Accept", c.accept)
			if c.media == "" {
				a.requireFailure(t, http.StatusNotAcceptable, "BAD_USER_INPUT", responseJSON)
				return
			}
			require.Equal(t, http.StatusOK, a.status)
			assert.Equal(t, c.media+"; charset=utf-8", a.header.Get("Content-Type"))
			assert.JSONEq(t, `{"data":{"hello":"world"}}`, string(a.body))
		})
	}
}

func TestBodies(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, map[string]resolver{"hello": echo})
	for _, c := range []struct{ name, body, message string }{
		{"empty", " \n", "the request body is empty"},
		{"a batch", `[{"query":"{hello}"}]`, "batches are not supported"},
		{"broken", `{"query":`, "not a JSON object"},
		{"a broken list", `[`, "not a JSON object"},
		{"null", `null`, "not a JSON object"},
		{"a string", `"{hello}"`, "not a JSON object"},
		{"two objects", `{"query":"{hello}"}{"query":"{hello}"}`, "not a JSON object"},
		{"not UTF-8", "{\"query\":\"{hello(name:\\\"\xff\\\")}\"}", "not UTF-8"},
		{"no query", `{}`, "query is missing"},
		{"an empty query", `{"query":""}`, "query is missing"},
		{"a null query", `{"query":null}`, "query is missing"},
		{"a name in capitals", `{"QUERY":"{hello}"}`, "query is missing"},
		{"a persisted query", `{"extensions":{"persistedQuery":{"version":1}}}`, "query is missing"},
		{"a query that is none", `{"query":1}`, "query is not a string"},
		{"variables in a list", `{"query":"{hello}","variables":[]}`, "variables is not an object or null"},
		{"extensions in a string", `{"query":"{hello}","extensions":"{}"}`, "extensions is not an object or null"},
		{"a number for a name", `{"query":"{hello}","operationName":1}`, "operationName is not a string or null"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := post(t, h, c.body)
			a.requireFailure(t, http.StatusBadRequest, "BAD_USER_INPUT", c.message)
			assert.NotContains(t, string(a.body), "hello", "what was sent is not shown again")
		})
	}
}

func TestOperations(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, map[string]resolver{"hello": echo})
	const two = "query A{a:hello(name:\"a\")} query B($n:String){b:hello(name:$n)}"
	for _, c := range []struct {
		name, body, data, code string
	}{
		{name: "by name", body: `{"query":"` + strings.ReplaceAll(two, `"`, `\"`) + `","operationName":"B","variables":{"n":"b"}}`, data: `{"b":"b"}`},
		{name: "an unknown name", body: `{"query":"{hello}","operationName":"C"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "two without a name", body: `{"query":"query A{hello} query B{hello}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "an unparsable document", body: `{"query":"{"}`, code: "GRAPHQL_PARSE_FAILED"},
		{name: "an unknown field", body: `{"query":"{nothing}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "a missing variable", body: `{"query":"query($n:String!){hello(name:$n)}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "a subscription", body: `{"query":"subscription{hello}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "fragments alone", body: `{"query":"fragment F on Query{hello}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "@defer", body: `{"query":"{...@defer{hello}}"}`, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "introspection", body: `{"query":"{__schema{queryType{name}}}"}`, data: `{"__schema":{"queryType":{"name":"Query"}}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := post(t, h, c.body)
			if c.code != "" {
				a.requireFailure(t, http.StatusBadRequest, c.code, "")
				return
			}
			require.Equal(t, http.StatusOK, a.status, string(a.body))
			assert.JSONEq(t, `{"data":`+c.data+`}`, string(a.body))
		})
	}
}

func TestAnswersAreNotStored(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	assert.Equal(t, "no-store", query(t, h, "{hello}").header.Get("Cache-Control"))
	assert.Equal(t, "no-store", query(t, h, "{").header.Get("Cache-Control"))
}
