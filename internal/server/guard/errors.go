package guard

import (
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The values of `extensions.code` that this package gives its errors.
const (
	// TooComplex says that a limit is exceeded.
	TooComplex = "QUERY_TOO_COMPLEX"
	// BadInput says that a value of an argument or variable cannot be used.
	BadInput = "BAD_USER_INPUT"
	// Invalid says that the document breaks a rule of GraphQL or uses what is not supported.
	Invalid = "GRAPHQL_VALIDATION_FAILED"
	// Unparsable says that the query text is not GraphQL.
	Unparsable = "GRAPHQL_PARSE_FAILED"
)

// failure makes an error with a code, at a position when there is one.
func failure(code string, at *ast.Position, format string, args ...any) *gqlerror.Error {
	err := &gqlerror.Error{
		Message:    fmt.Sprintf(format, args...),
		Extensions: map[string]any{"code": code},
	}
	if at != nil {
		err.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
	}
	return err
}

// quantity writes a counted number, which says "more than" once counting has stopped at the ceiling.
func quantity(n int) string {
	if n >= ceiling {
		return fmt.Sprintf("more than %d", ceiling-1)
	}
	return strconv.Itoa(n)
}
