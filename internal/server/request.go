package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/redthread-graph/redthread/internal/server/guard"
)

// readParams reads the JSON object of a GraphQL request. Names that are not of the protocol are
// ignored. It fails with BAD_USER_INPUT.
func readParams(body []byte) (*graphql.RawParams, *gqlerror.Error) {
	if !utf8.Valid(body) {
		return nil, coded(guard.BadInput, "the request body is not UTF-8")
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil || members == nil {
		return nil, notAnObject(body)
	}
	params := &graphql.RawParams{}
	for _, parameter := range []struct {
		name, kind string
		into       any
	}{
		{"query", "a string", &params.Query},
		{"operationName", "a string or null", &params.OperationName},
		{"variables", "an object or null", &params.Variables},
		{"extensions", "an object or null", &params.Extensions},
	} {
		if err := readMember(members[parameter.name], parameter.into); err != nil {
			return nil, coded(guard.BadInput, fmt.Sprintf("%s is not %s", parameter.name, parameter.kind))
		}
	}
	if params.Query == "" {
		return nil, coded(guard.BadInput, "query is missing: give a GraphQL document as a string")
	}
	return params, nil
}

// readMember decodes one parameter; numbers keep their digits, a missing one and null change nothing.
func readMember(text json.RawMessage, into any) error {
	if len(text) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(into)
}

func notAnObject(body []byte) *gqlerror.Error {
	switch trimmed := bytes.TrimSpace(body); {
	case len(trimmed) == 0:
		return coded(guard.BadInput, "the request body is empty: send a JSON object with a query")
	case trimmed[0] == '[' && json.Valid(trimmed):
		return coded(guard.BadInput, "batches are not supported: send one JSON object a request")
	default:
		return coded(guard.BadInput, "the request body is not a JSON object")
	}
}
