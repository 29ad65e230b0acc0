package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server"
	"github.com/redthread-graph/redthread/internal/server/guard"
)

func TestBodyLimit(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	const start, end = `{"query":"{hello}","pad":"`, `"}`
	pad := 1<<20 - len(start) - len(end)

	a := post(t, h, start+strings.Repeat("x", pad)+end)
	require.Equal(t, http.StatusOK, a.status, "just inside")

	a = post(t, h, start+strings.Repeat("x", pad+1)+end)
	a.requireFailure(t, http.StatusRequestEntityTooLarge, "QUERY_TOO_COMPLEX", "more than 1048576 bytes")
}

func TestAnswerLimit(t *testing.T) {
	length := 0
	h, _ := newHandler(t, server.Config{}, map[string]resolver{
		"hello": func(context.Context, map[string]any) (any, error) { return strings.Repeat("x", length), nil },
	})
	envelope := len(`{"data":{"hello":""` + "\n" + `}}`)

	length = 8<<20 - envelope
	a := query(t, h, "{hello}")
	require.Equal(t, http.StatusOK, a.status)
	require.Len(t, a.body, 8<<20, "just inside")

	length++
	a = query(t, h, "{hello}")
	a.requireFailure(t, http.StatusBadRequest, "QUERY_TOO_COMPLEX", "the answer has 8388609 bytes, at most 8388608 are allowed")
}

func TestQueryLimits(t *testing.T) {
	h, _ := newHandler(t, server.Config{Limits: guard.Limits{Depth: 3}}, nil)
	for _, c := range []struct{ name, document, code, message string }{
		{"structure", "{items{nodes{id text}} a:item(id:1){x{y{z}}}}", "QUERY_TOO_COMPLEX", "nests 4 levels deep"},
		{"first", "{items(first:101){nodes{id}}}", "BAD_USER_INPUT", "ask for at most 100"},
		{"tokens", "{" + strings.Repeat("hello ", 2000) + "}", "QUERY_TOO_COMPLEX", "2000 tokens"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 { // the second time as well, though checked texts are remembered
				query(t, h, c.document).requireFailure(t, http.StatusBadRequest, c.code, c.message)
			}
		})
	}
}

func TestIntrospectionOfTheWholeSchema(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, nil)
	a := query(t, h, "{__schema{types{name fields(includeDeprecated:true){name args{name type{name kind}}} inputFields{name} possibleTypes{name}} directives{name args{name}}}}")
	require.Equal(t, http.StatusOK, a.status)
	assert.Contains(t, string(a.body), `"ItemConnection"`)
	assert.Contains(t, string(a.body), `"Mutation"`)
	assert.Contains(t, string(a.body), `"include"`)
	assert.NotContains(t, string(a.body), `"defer"`, "it is refused, so it is not offered")
}

func TestErrorsAreCut(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, map[string]resolver{
		"hello": func(ctx context.Context, _ map[string]any) (any, error) {
			for i := range 30 {
				graphql.AddError(ctx, &gqlerror.Error{Message: fmt.Sprint("wrong ", i), Extensions: map[string]any{"code": "BAD_USER_INPUT"}})
			}
			return "world", nil
		},
	})
	a := query(t, h, "{hello}")
	require.Equal(t, http.StatusOK, a.status)
	members := a.members(t)
	assert.Len(t, members["errors"], 20)
	assert.Equal(t, map[string]any{"omittedErrors": 10.0}, members["extensions"])
	assert.Equal(t, map[string]any{"hello": "world"}, members["data"])

	var document strings.Builder
	for i := range 25 {
		fmt.Fprintf(&document, "unknown%d ", i)
	}
	a = query(t, h, "{items{nodes{"+document.String()+"}}}")
	a.requireFailure(t, http.StatusBadRequest, "GRAPHQL_VALIDATION_FAILED", "unknown0")
	assert.Len(t, a.members(t)["errors"], 20)
	assert.Equal(t, map[string]any{"omittedErrors": 5.0}, a.members(t)["extensions"])
}

func TestExtensionsOfResolvers(t *testing.T) {
	h, _ := newHandler(t, server.Config{}, map[string]resolver{
		"hello": func(ctx context.Context, _ map[string]any) (any, error) {
			graphql.RegisterExtension(ctx, "truncated", []string{"hello"})
			return "world", nil
		},
	})
	assert.JSONEq(t, `{"data":{"hello":"world"},"extensions":{"truncated":["hello"]}}`, string(query(t, h, "{hello}").body))
}

func TestTimeout(t *testing.T) {
	wait := func(ctx context.Context, _ map[string]any) (any, error) {
		<-ctx.Done()
		return nil, errors.New("the store gave up")
	}
	h, log := newHandler(t, server.Config{RequestTimeout: 20 * time.Millisecond}, map[string]resolver{"hello": wait})
	a := query(t, h, "{hello}")
	require.Equal(t, http.StatusOK, a.status, "execution had begun")
	message, code := a.failure(t)
	assert.Equal(t, "TIMEOUT", code)
	assert.Equal(t, "the request took longer than 20ms: ask for less", message)
	assert.Empty(t, log.with(t, "internal error"), "what a deadline causes is no internal error")
}

func TestTimeoutBeforeExecution(t *testing.T) {
	h, _ := newHandler(t, server.Config{RequestTimeout: time.Nanosecond}, nil)
	query(t, h, "{hello}").requireFailure(t, http.StatusServiceUnavailable, "TIMEOUT", "took longer than 1ns")
}
