package guard

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Extension runs a Guard inside gqlgen: structure before validation, cost after it.
type Extension struct {
	Guard *Guard
	// Passed says whether a query text has passed Structure and validation before; nil when nothing
	// is remembered.
	Passed func(ctx context.Context, query string) bool
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
} = Extension{}

// ExtensionName is the name that gqlgen knows the guard by.
func (Extension) ExtensionName() string {
	return "QueryGuard"
}

// Validate accepts every schema.
func (Extension) Validate(graphql.ExecutableSchema) error {
	return nil
}

// MutateOperationParameters parses the query text and checks its structure; it changes nothing.
func (e Extension) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if e.Passed != nil && e.Passed(ctx, params.Query) {
		return nil
	}
	doc, err := e.Guard.Parse(params.Query)
	if err != nil {
		return err
	}
	_, err = e.Guard.Structure(doc)
	return err
}

// MutateOperationContext checks the cost of the chosen operation; it changes nothing.
func (e Extension) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	_, err := e.Guard.Cost(op.Operation, op.Variables)
	return err
}
