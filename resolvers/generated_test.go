package resolvers_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/schema/generated"
)

// TestOnlyRootsHaveResolvers holds that every field of every other type is bound to a view: gqlgen makes a resolver for each that
// it cannot bind, without an error.
func TestOnlyRootsHaveResolvers(t *testing.T) {
	root := reflect.TypeFor[generated.ResolverRoot]()
	var names []string
	for method := range root.Methods() {
		names = append(names, method.Name)
	}
	assert.Equal(t, []string{"Mutation", "Query"}, names)
}
