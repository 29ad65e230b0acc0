package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server"
)

var errSecret = errors.New("table people: disk I/O error")

func failing(err error) map[string]resolver {
	return map[string]resolver{"hello": func(context.Context, map[string]any) (any, error) { return nil, err }}
}

func TestErrorsOfResolvers(t *testing.T) {
	withCode := func(code string) *gqlerror.Error {
		return &gqlerror.Error{Message: "said by the resolver", Extensions: map[string]any{"code": code}}
	}
	for _, c := range []struct {
		name          string
		err           error
		message, code string
		logged        int
	}{
		{"a code of the API is shown", withCode("NOT_FOUND"), "said by the resolver", "NOT_FOUND", 0},
		{"wrapped", fmt.Errorf("entity: %w", withCode("CONFLICT")), "said by the resolver", "CONFLICT", 0},
		{"anything else is hidden", errSecret, "internal error", "INTERNAL", 1},
		{"a code that the API does not have", withCode("MADE_UP"), "internal error", "INTERNAL", 1},
		{"an error without code", gqlerror.Errorf("secret"), "internal error", "INTERNAL", 1},
		{"an internal error", withCode("INTERNAL"), "internal error", "INTERNAL", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, log := newHandler(t, server.Config{}, failing(c.err))
			a := query(t, h, "{hello}")
			require.Equal(t, http.StatusOK, a.status)
			message, code := a.failure(t)
			assert.Equal(t, c.message, message)
			assert.Equal(t, c.code, code)
			members := a.members(t)
			assert.Equal(t, map[string]any{"hello": nil}, members["data"])
			assert.Equal(t, []any{"hello"}, members["errors"].([]any)[0].(map[string]any)["path"])

			internal := log.with(t, "internal error")
			require.Len(t, internal, c.logged)
			if c.logged > 0 {
				assert.Equal(t, a.header.Get("X-Request-Id"), internal[0]["request_id"])
				assert.Contains(t, internal[0]["error"], strings.TrimPrefix(c.err.Error(), "input: "))
			}
			assert.Equal(t, c.code, log.with(t, "request")[0]["code"])
		})
	}
}

func TestPresenterIsAsked(t *testing.T) {
	presenter := func(ctx context.Context, err error) *gqlerror.Error {
		if !errors.Is(err, errSecret) {
			return graphql.DefaultErrorPresenter(ctx, err)
		}
		return &gqlerror.Error{Message: "the store does not answer", Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": "STORE_UNAVAILABLE"}}
	}
	h, log := newHandler(t, server.Config{Presenter: presenter}, failing(errSecret))
	message, code := query(t, h, "{hello}").failure(t)
	assert.Equal(t, "the store does not answer", message)
	assert.Equal(t, "STORE_UNAVAILABLE", code)
	assert.Empty(t, log.with(t, "internal error"))
}

func TestPresenterMayHide(t *testing.T) {
	h, _ := newHandler(t, server.Config{Presenter: func(context.Context, error) *gqlerror.Error { return nil }}, failing(errSecret))
	assert.JSONEq(t, `{"data":{"hello":null}}`, string(query(t, h, "{hello}").body))
}

func TestAValueThatCannotBeRead(t *testing.T) {
	h, log := newHandler(t, server.Config{}, nil)
	a := query(t, h, `{greeting:hello(day:"secret")}`)
	message, code := a.failure(t)
	assert.Equal(t, "BAD_USER_INPUT", code)
	assert.Equal(t, "greeting.day: is not a day", message)
	assert.Empty(t, log.with(t, "internal error"), "it is no error of ours, and it quotes the question")

	beside := &gqlerror.Error{Message: "beside", Path: ast.Path{ast.PathName("hello"), ast.PathName("other")}}
	h, _ = newHandler(t, server.Config{}, failing(beside))
	_, code = query(t, h, "{hello}").failure(t)
	assert.Equal(t, "INTERNAL", code, "the path goes on to no argument")
}

func TestInternalErrorsDoNotFloodTheLog(t *testing.T) {
	h, log := newHandler(t, server.Config{}, map[string]resolver{
		"hello": func(ctx context.Context, _ map[string]any) (any, error) {
			for range 100 {
				graphql.AddError(ctx, errSecret)
			}
			return "world", nil
		},
	})
	query(t, h, "{hello}")
	assert.Len(t, log.with(t, "internal error"), 20)
	assert.InDelta(t, 100, log.with(t, "request")[0]["internal_errors"], 0)
}

func TestPanicOfResolver(t *testing.T) {
	h, log := newHandler(t, server.Config{}, map[string]resolver{
		"hello": func(context.Context, map[string]any) (any, error) { panic("index out of range") },
	})
	a := query(t, h, "{hello __typename}")
	require.Equal(t, http.StatusOK, a.status)
	message, code := a.failure(t)
	assert.Equal(t, "internal error", message)
	assert.Equal(t, "INTERNAL", code)
	assert.Equal(t, map[string]any{"hello": nil, "__typename": "Query"}, a.members(t)["data"])
	requireOnePanic(t, log, a, "index out of range")
	assert.Empty(t, log.with(t, "internal error"), "logged once")
}

func TestPanicOutsideOfResolvers(t *testing.T) {
	t.Run("in the presenter", func(t *testing.T) {
		presenter := func(context.Context, error) *gqlerror.Error { panic("in the presenter") }
		h, log := newHandler(t, server.Config{Presenter: presenter}, map[string]resolver{
			"hello": func(context.Context, map[string]any) (any, error) { return nil, errSecret },
		})
		a := query(t, h, "{hello}")
		a.requireFailure(t, http.StatusInternalServerError, "INTERNAL", "internal error")
		assert.NotContains(t, string(a.body), "presenter")
		assert.NotEmpty(t, log.with(t, "panic"))
	})
	t.Run("in a page", func(t *testing.T) {
		web := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("in a page") })
		h, log := newHandler(t, server.Config{Web: web}, nil)
		a := ask(h, http.MethodGet, "/", "")
		a.requireFailure(t, http.StatusInternalServerError, "INTERNAL", "internal error")
		requireOnePanic(t, log, a, "in a page")
	})
	t.Run("an aborted answer goes on", func(t *testing.T) {
		web := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
		h, log := newHandler(t, server.Config{Web: web}, nil)
		assert.PanicsWithValue(t, http.ErrAbortHandler, func() { ask(h, http.MethodGet, "/", "") })
		assert.Empty(t, log.with(t, "panic"))
	})
}

func requireOnePanic(t *testing.T, log *lines, a answer, text string) {
	t.Helper()
	panics := log.with(t, "panic")
	require.Len(t, panics, 1)
	assert.Equal(t, text, panics[0]["panic"])
	assert.Equal(t, a.header.Get("X-Request-Id"), panics[0]["request_id"])
	assert.Contains(t, panics[0]["stack"], "server_test")
}

// emptyHanded is a schema that answers with nothing.
type emptyHanded struct{ *tiny }

func (emptyHanded) Exec(context.Context) graphql.ResponseHandler {
	return graphql.OneShot(&graphql.Response{})
}

func TestAnEmptyResponseIsAnInternalError(t *testing.T) {
	s, err := server.New(server.Config{Schema: emptyHanded{newTiny(t, nil)}})
	require.NoError(t, err)
	query(t, s.Handler(), "{hello}").requireFailure(t, http.StatusInternalServerError, "INTERNAL", "internal error")
}
