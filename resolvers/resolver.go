package resolvers

import (
	"context"
	"embed"
	"io/fs"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

//go:generate go tool gqlgen generate

// Resolver answers the fields of Query and Mutation.
type Resolver struct {
	service *graph.Service
	schema  *ast.Schema
	table   table
}

//go:embed examples/*.graphql
var examples embed.FS

// Examples are the queries that are shipped with the product, by file name.
func Examples() fs.FS {
	files, err := fs.Sub(examples, "examples")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return files
}

// Schema runs operations on a service. Errors must be shown by Present.
func Schema(service *graph.Service) graphql.ExecutableSchema {
	resolver := &Resolver{service: service, table: relations(service)}
	executable := generated.NewExecutableSchema(generated.Config{Resolvers: resolver})
	resolver.schema = executable.Schema()
	return &schema{ExecutableSchema: executable, service: service}
}

// schema is the generated one; each operation reads through readings of its own, which end with it.
type schema struct {
	graphql.ExecutableSchema
	service *graph.Service
}

// Exec runs an operation.
func (s *schema) Exec(ctx context.Context) graphql.ResponseHandler {
	respond := s.ExecutableSchema.Exec(ctx)
	return func(ctx context.Context) *graphql.Response {
		ctx, finish := begin(ctx, s.service)
		response := respond(ctx)
		finish()
		return response
	}
}
