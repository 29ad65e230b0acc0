package resolvers_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/resolvers"
)

func TestPresent(t *testing.T) {
	secret := errors.New("dial tcp 10.0.0.7:7687: password of neo4j refused")
	for name, c := range map[string]struct {
		err  error
		code string
	}{
		"invalid":                {graph.Invalid("first", "101", "1 to 100"), "BAD_USER_INPUT"},
		"wrapped":                {fmt.Errorf("ties: %w", graph.Invalid("first", "101", "1 to 100")), "BAD_USER_INPUT"},
		"not found":              {fmt.Errorf("entity ent_a: %w", graph.ErrNotFound), "NOT_FOUND"},
		"conflict":               {fmt.Errorf("ent_a: %w", graph.ErrConflict), "CONFLICT"},
		"mismatch":               {&graph.MismatchError{Quote: "a", Nearest: 4}, "EVIDENCE_MISMATCH"},
		"ambiguous":              {&graph.AmbiguousQuoteError{Quote: "a"}, "CONFLICT"},
		"before the first":       {fmt.Errorf("at: %w", graph.ErrBeforeFirstRevision), "BEFORE_FIRST_REVISION"},
		"unavailable":            {fmt.Errorf("store: %w", graph.ErrUnavailable), "STORE_UNAVAILABLE"},
		"overloaded":             {graph.ErrOverloaded, "OVERLOADED"},
		"read only":              {graph.ErrReadOnly, "READ_ONLY"},
		"too large":              {graph.ErrTooLarge, "QUERY_TOO_COMPLEX"},
		"out of time":            {fmt.Errorf("read: %w", context.DeadlineExceeded), "TIMEOUT"},
		"spread":                 {&resolvers.SpreadError{}, "CONFLICT"},
		"unknown":                {secret, "INTERNAL"},
		"unknown, wrapped twice": {fmt.Errorf("a: %w", fmt.Errorf("b: %w", secret)), "INTERNAL"},
		"unknown, from gqlgen":   {gqlerror.WrapPath(nil, secret), "INTERNAL"},
	} {
		t.Run(name, func(t *testing.T) {
			shown := resolvers.Present(t.Context(), c.err)
			assert.Equal(t, c.code, shown.Extensions["code"])
			switch c.code {
			case "INTERNAL":
				assert.Equal(t, "internal error", shown.Message, "no text of ours is shown")
				assert.Len(t, shown.Extensions, 1)
			case "TIMEOUT":
				assert.Equal(t, "read: the time for an answer was up: ask again, or for less at once", shown.Message)
			default:
				assert.Equal(t, c.err.Error(), shown.Message)
			}
		})
	}
	assert.Nil(t, resolvers.Present(t.Context(), nil))
}

func TestPresentKeepsCodedErrors(t *testing.T) {
	coded := &gqlerror.Error{Message: "too deep", Extensions: map[string]any{"code": "QUERY_TOO_COMPLEX"}}
	assert.Same(t, coded, resolvers.Present(t.Context(), coded))
}

func TestPresentDetails(t *testing.T) {
	ambiguous := resolvers.Present(t.Context(), fmt.Errorf("input: %w", &graph.AmbiguousQuoteError{
		Quote: "a", Candidates: []graph.Candidate{{Start: 3, End: 4, Sentence: "Is a one?"}},
	}))
	assert.Equal(t, []map[string]any{{"start": 3, "end": 4, "sentence": "Is a one?"}}, ambiguous.Extensions["candidates"])

	twins := resolvers.Present(t.Context(), &graph.AmbiguousNameError{Name: "Twin", Candidates: []*graph.EntityRow{
		{Entity: graph.Entity{ID: "ent_a", Kind: graph.Person}, State: graph.EntityState{Name: "Twin"}},
	}})
	assert.Equal(t, []map[string]any{{"id": graph.EntityID("ent_a"), "name": "Twin", "kind": graph.Person}}, twins.Extensions["candidates"])

	elsewhere := resolvers.Present(t.Context(), &graph.MismatchError{Nearest: 0})
	assert.Equal(t, 0, elsewhere.Extensions["nearest"], "the beginning is a place")
	nowhere := resolvers.Present(t.Context(), &graph.MismatchError{Nearest: graph.UnknownStart})
	assert.Contains(t, nowhere.Extensions, "nearest")
	assert.Nil(t, nowhere.Extensions["nearest"])
}

// TestCodesAreClosed holds that no other code than those of the schema is ever shown.
func TestCodesAreClosed(t *testing.T) {
	text, err := os.ReadFile("../schema/query.graphqls")
	require.NoError(t, err)
	_, after, _ := strings.Cut(string(text), "enum ErrorCode {")
	list, _, _ := strings.Cut(after, "\n}")
	for _, err := range []error{
		graph.ErrNotFound, graph.ErrInvalid, graph.ErrConflict, graph.ErrEvidenceMismatch, graph.ErrBeforeFirstRevision,
		graph.ErrUnavailable, graph.ErrOverloaded, graph.ErrReadOnly, graph.ErrTooLarge, context.DeadlineExceeded, context.Canceled,
	} {
		code, _ := resolvers.Present(t.Context(), err).Extensions["code"].(string)
		assert.True(t, slices.Contains(strings.Fields(list), code), "%s of %v", code, err)
	}
}

// TestPanicsAreInternal holds that a fault of ours shows nothing of itself, nor that gqlgen met it.
func TestPanicsAreInternal(t *testing.T) {
	shown := resolvers.Present(t.Context(), gqlerror.Errorf("internal system error"))
	assert.Equal(t, "INTERNAL", shown.Extensions["code"])
	assert.Equal(t, "internal error", shown.Message)
}
