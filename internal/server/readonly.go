package server

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// readOnly refuses mutations.
type readOnly struct{}

// ExtensionName is the name that gqlgen knows it by.
func (readOnly) ExtensionName() string { return "ReadOnly" }

// Validate accepts every schema.
func (readOnly) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation that is a mutation; it changes nothing.
func (readOnly) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if op.Operation.Operation == ast.Mutation {
		return coded(codeReadOnly, "this server is read-only: mutations are refused")
	}
	return nil
}
