package server

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// unreadableArgument recognises the error that gqlgen makes of a value which a scalar cannot read:
// its path goes on from the field to one of its arguments. It is the client's mistake, so it is
// shown, and it quotes what was asked, so it is not logged.
func unreadableArgument(ctx context.Context, err error) (*gqlerror.Error, bool) {
	field := graphql.GetFieldContext(ctx)
	failed, ok := errors.AsType[*gqlerror.Error](err)
	if !ok || field == nil || field.Field.Field == nil || field.Field.Definition == nil {
		return nil, false
	}
	depth := len(field.Path())
	if len(failed.Path) <= depth {
		return nil, false
	}
	name, ok := failed.Path[depth].(ast.PathName)
	return failed, ok && field.Field.Definition.Arguments.ForName(string(name)) != nil
}
