package guard_test

import (
	"context"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

func newExecutor(t *testing.T, passed func(context.Context, string) bool) *executor.Executor {
	t.Helper()
	s := schema(t)
	exec := executor.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return s }})
	exec.Use(guard.Extension{Guard: newGuard(t), Passed: passed})
	return exec
}

func TestExtension(t *testing.T) {
	for _, c := range []struct{ name, query, code string }{
		{name: "passes", query: "{entities{nodes{id}}}"},
		{name: "cannot be parsed", query: "{", code: guard.Unparsable},
		{name: "structure comes before validation", query: "{" + many(501, always("nothing")) + "}", code: guard.TooComplex},
		{name: "validation comes before cost", query: "{nothing entities(first:101){nodes{id}}}", code: guard.Invalid},
		{name: "cost", query: "{entities(first:101){nodes{id}}}", code: guard.BadInput},
	} {
		t.Run(c.name, func(t *testing.T) {
			exec := newExecutor(t, nil)
			ctx := graphql.StartOperationTrace(context.Background())
			_, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: c.query})
			if c.code == "" {
				require.Empty(t, errs)
				return
			}
			require.NotEmpty(t, errs)
			assert.Equal(t, c.code, errs[0].Extensions["code"])
		})
	}
}

func TestExtensionBelievesWhatHasPassed(t *testing.T) {
	exec := newExecutor(t, func(_ context.Context, query string) bool { return query == "{entities{...@defer{nodes{id}}}}" })
	ctx := graphql.StartOperationTrace(context.Background())

	_, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: "{entities{...@defer{nodes{id}}}}"})
	assert.Empty(t, errs, "remembered, so its structure is not checked again")

	_, errs = exec.CreateOperationContext(ctx, &graphql.RawParams{Query: "{entities{... @defer{nodes{id}}}}"})
	require.NotEmpty(t, errs)
	assert.Equal(t, guard.Invalid, errs[0].Extensions["code"])
}

func TestExtensionName(t *testing.T) {
	assert.Equal(t, "QueryGuard", guard.Extension{}.ExtensionName())
	assert.NoError(t, guard.Extension{}.Validate(nil))
}
