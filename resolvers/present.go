package resolvers

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

// Present shows an error with a code of the API's closed list. What it does not know is INTERNAL, of which no text is shown: the
// server logs it under the request id.
func Present(ctx context.Context, err error) *gqlerror.Error {
	if err == nil {
		return nil
	}
	shown := &gqlerror.Error{Path: graphql.GetPath(ctx), Extensions: map[string]any{}}
	if made, ok := errors.AsType[*gqlerror.Error](err); ok {
		if code, ok := made.Extensions["code"].(string); ok && code != "" {
			return choice(made)
		}
		shown.Path, shown.Locations = made.Path, made.Locations
	}
	code := codeOf(ctx, err)
	shown.Message, shown.Extensions["code"] = "internal error", string(code)
	if code != generated.ErrorCodeInternal {
		shown.Message = cause(err).Error()
	}
	if code == generated.ErrorCodeTimeout {
		shown.Message = strings.ReplaceAll(shown.Message, context.DeadlineExceeded.Error(), timeIsUp)
	}
	detail(err, shown.Extensions)
	return shown
}

// timeIsUp stands in a message for the error of a context, which says neither what happened nor what to do.
const timeIsUp = "the time for an answer was up: ask again, or for less at once"

// choice tells of a document with several operations, of which none was named, what is missing.
func choice(made *gqlerror.Error) *gqlerror.Error {
	if made.Message == "operation  not found" {
		made.Message = `operationName: "" is not valid, want the name of one of the operations in the query`
	}
	return made
}

// codeOf is the code of an error.
func codeOf(ctx context.Context, err error) generated.ErrorCode {
	switch {
	case errors.Is(err, graph.ErrEvidenceMismatch):
		return generated.ErrorCodeEvidenceMismatch
	case errors.Is(err, graph.ErrInvalid):
		return generated.ErrorCodeBadUserInput
	case errors.Is(err, graph.ErrNotFound):
		return generated.ErrorCodeNotFound
	case errors.Is(err, graph.ErrConflict):
		return generated.ErrorCodeConflict
	case errors.Is(err, graph.ErrTooLarge):
		return generated.ErrorCodeQueryTooComplex
	default:
		return conditionOf(ctx, err)
	}
}

// conditionOf is the code of an error that is no fault of the input itself.
func conditionOf(ctx context.Context, err error) generated.ErrorCode {
	switch {
	case errors.Is(err, graph.ErrBeforeFirstRevision):
		return generated.ErrorCodeBeforeFirstRevision
	case errors.Is(err, graph.ErrReadOnly):
		return generated.ErrorCodeReadOnly
	case errors.Is(err, graph.ErrOverloaded):
		return generated.ErrorCodeOverloaded
	case errors.Is(err, context.DeadlineExceeded):
		return generated.ErrorCodeTimeout
	case errors.Is(err, graph.ErrUnavailable):
		return generated.ErrorCodeStoreUnavailable
	case unreadable(ctx, err):
		return generated.ErrorCodeBadUserInput
	default:
		return generated.ErrorCodeInternal
	}
}

// unreadable recognises the error that gqlgen makes of a value which a scalar cannot read: its path goes on from the field to one
// of its arguments.
func unreadable(ctx context.Context, err error) bool {
	field := graphql.GetFieldContext(ctx)
	made, ok := errors.AsType[*gqlerror.Error](err)
	if !ok || field == nil || field.Field.Field == nil || field.Field.Definition == nil {
		return false
	}
	depth := len(field.Path())
	if len(made.Path) <= depth {
		return false
	}
	name, ok := made.Path[depth].(ast.PathName)
	return ok && field.Field.Definition.Arguments.ForName(string(name)) != nil
}

// cause is the error without what gqlgen wraps around it.
func cause(err error) error {
	for {
		made, ok := errors.AsType[*gqlerror.Error](err)
		if !ok || made.Err == nil {
			return err
		}
		err = made.Err
	}
}

// detail adds what helps to mend the input: the places where a quote stands, or the things that fit.
func detail(err error, extensions map[string]any) {
	if quote, ok := errors.AsType[*graph.AmbiguousQuoteError](err); ok {
		places := make([]map[string]any, len(quote.Candidates))
		for i, c := range quote.Candidates {
			places[i] = map[string]any{"start": c.Start, "end": c.End, "sentence": c.Sentence}
		}
		extensions["candidates"] = places
	}
	if name, ok := errors.AsType[*graph.AmbiguousNameError](err); ok {
		found := make([]map[string]any, len(name.Candidates))
		for i, row := range name.Candidates {
			found[i] = map[string]any{"id": row.ID, "name": row.State.Name, "kind": row.Kind}
		}
		extensions["candidates"] = found
	}
	if spread, ok := errors.AsType[*SpreadError](err); ok {
		extensions["candidates"] = map[string]any{
			"measures": spread.Measures, "allegations": spread.Allegations, "more": spread.More,
		}
	}
	if mismatch, ok := errors.AsType[*graph.MismatchError](err); ok {
		extensions["nearest"] = nil
		if mismatch.Nearest != graph.UnknownStart {
			extensions["nearest"] = mismatch.Nearest
		}
	}
}
