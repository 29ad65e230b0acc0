package server

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// remembered says whether a query text is in a cache that holds only checked and validated ones.
func remembered(checked graphql.Cache[*ast.QueryDocument]) func(context.Context, string) bool {
	return func(ctx context.Context, query string) bool {
		_, ok := checked.Get(ctx, query)
		return ok
	}
}
