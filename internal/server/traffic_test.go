package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/internal/server"
)

func TestManyAtOnce(t *testing.T) {
	h, log := newHandler(t, server.Config{CachedQueries: 3}, map[string]resolver{"hello": echo})
	var asking sync.WaitGroup
	answers := make([]answer, 60)
	for i := range answers {
		asking.Go(func() {
			answers[i] = ask(h, http.MethodPost, "/graphql",
				fmt.Sprintf(`{"query":"query($n:String){a%d:hello(name:$n)}","variables":{"n":"%d"}}`, i%6, i),
				"Content-Type", plainJSON)
		})
	}
	asking.Wait()
	ids := map[string]bool{}
	for i, a := range answers {
		assert.JSONEq(t, fmt.Sprintf(`{"data":{"a%d":"%d"}}`, i%6, i), string(a.body), "every one its own answer")
		ids[a.header.Get("X-Request-Id")] = true
	}
	assert.Len(t, ids, len(answers))
	assert.Len(t, log.with(t, "request"), len(answers))
}

func TestRememberedQueriesAreCheckedByTheirVariables(t *testing.T) {
	items := func(context.Context, map[string]any) (any, error) {
		return map[string]any{"nodes": []any{map[string]any{"id": "1"}}}, nil
	}
	h, _ := newHandler(t, server.Config{}, map[string]resolver{"items": items})
	asked := func(first int) answer {
		return post(t, h, map[string]any{
			"query":     "query($n:Int){items(first:$n){nodes{id}}}",
			"variables": map[string]any{"n": first},
		})
	}
	for range 2 {
		a := asked(100)
		require.Equal(t, http.StatusOK, a.status)
		assert.JSONEq(t, `{"data":{"items":{"nodes":[{"id":"1"}]}}}`, string(a.body))
		asked(101).requireFailure(t, http.StatusBadRequest, "BAD_USER_INPUT", "is 101: ask for at most 100")
	}
}

func TestForgottenQueriesAreCheckedAgain(t *testing.T) {
	h, _ := newHandler(t, server.Config{CachedQueries: 1}, nil)
	for i := range 5 {
		a := query(t, h, fmt.Sprintf("{a%d:hello}", i%2))
		require.Equal(t, http.StatusOK, a.status)
		query(t, h, "{...@defer{hello}}").requireFailure(t, http.StatusBadRequest, "GRAPHQL_VALIDATION_FAILED", "@defer")
	}
}

func TestOneFailureDoesNotStopTheRest(t *testing.T) {
	h, log := newHandler(t, server.Config{}, map[string]resolver{
		"item": func(_ context.Context, args map[string]any) (any, error) {
			if args["id"] == "broken" {
				panic("broken")
			}
			return map[string]any{"id": args["id"]}, nil
		},
	})
	a := query(t, h, `{good:item(id:"1"){id} bad:item(id:"broken"){id} hello}`)
	require.Equal(t, http.StatusOK, a.status)
	assert.Equal(t, map[string]any{
		"good": map[string]any{"id": "1"}, "bad": nil, "hello": "world",
	}, a.members(t)["data"])
	assert.Len(t, a.members(t)["errors"], 1)
	assert.Len(t, log.with(t, "panic"), 1)
}

// Whatever is posted, the answer is JSON, a failure has a code and the id of the request, and a
// request that failed has no data.
func FuzzPost(f *testing.F) {
	for _, body := range []string{
		`{"query":"{hello}"}`, `{"query":"{items(first:$n){nodes{id}}}","variables":{"n":1e3}}`, `[{"query":"{hello}"}]`,
		`{"query":"query($n:String){hello(name:$n)}","variables":{"n":{"a":[1]}}}`, `{"query":"{__schema{types{name}}}"}`,
		`{"query":"mutation($n:Note!){note(operationId:1,note:$n){item{id}}}","variables":{"n":{"text":1}}}`, "\x00", `{"query":"{`,
	} {
		f.Add(body, responseJSON)
		f.Add(body, "")
	}
	nothing := func(context.Context, map[string]any) (any, error) { return map[string]any{}, nil }
	s, err := server.New(server.Config{
		Logger: slog.New(slog.DiscardHandler),
		Schema: newTiny(f, map[string]resolver{"items": nothing, "note": nothing, "item": nothing}),
	})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, body, accept string) {
		if strings.ContainsAny(accept, "\r\n\x00") {
			return // no header can hold them
		}
		a := ask(s.Handler(), http.MethodPost, "/graphql", body, "Content-Type", plainJSON, "Accept", accept)
		require.True(t, json.Valid(a.body), "%d %q", a.status, a.body)
		members := a.members(t)
		_, hasData := members["data"]
		if _, failed := members["errors"]; !failed {
			require.True(t, hasData)
			require.Equal(t, http.StatusOK, a.status)
			return
		}
		_, code := a.failure(t)
		require.NotEmpty(t, code)
		require.NotEqual(t, "INTERNAL", code)
		if a.status != http.StatusOK {
			require.False(t, hasData)
		}
	})
}
