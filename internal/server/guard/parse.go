package guard

import (
	"errors"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"
)

// Parse reads a query text that keeps the limits of bytes and tokens.
// It fails with QUERY_TOO_COMPLEX or GRAPHQL_PARSE_FAILED.
func (g *Guard) Parse(query string) (*ast.QueryDocument, *gqlerror.Error) {
	if len(query) > g.limits.QueryBytes {
		return nil, failure(TooComplex, nil, "the query has %d bytes, at most %d are allowed",
			len(query), g.limits.QueryBytes)
	}
	source := &ast.Source{Input: query}
	if !withinTokens(source, g.limits.Tokens) {
		return nil, failure(TooComplex, nil, "the query has more than %d tokens", g.limits.Tokens)
	}
	doc, err := parser.ParseQuery(source)
	if err != nil {
		return nil, unparsable(err)
	}
	return doc, nil
}

// withinTokens counts tokens up to the end, the limit or the first that is not GraphQL,
// which is left to the parser to report.
func withinTokens(source *ast.Source, limit int) bool {
	tokens := lexer.New(source)
	for range limit {
		token, err := tokens.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return true
		}
	}
	token, err := tokens.ReadToken()
	return err != nil || token.Kind == lexer.EOF
}

func unparsable(err error) *gqlerror.Error {
	failed := failure(Unparsable, nil, "%s", err.Error())
	if at, ok := errors.AsType[*gqlerror.Error](err); ok {
		failed.Message, failed.Locations = at.Message, at.Locations
	}
	return failed
}
